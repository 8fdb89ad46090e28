import type { Features } from './features.ts';

/** A text as a point: numbers of its features, with their weights. */
export interface Point {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** The features of the texts it was made of, and how much each tells. Plain data: it goes from thread to thread. */
export interface Space {
  readonly size: number;
  /** By open addressing: a feature lies where its own number leads, or in the next places; `ids` is -1 in a free one. */
  readonly keys: Uint32Array;
  readonly ids: Int32Array;
  /** By id. */
  readonly rarity: Float32Array;
  /** What letters weigh against words. */
  readonly letters: number;
}

function counted(found: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Where a feature lies, or could. Features are hashes: their low bits are as good as any. */
function placeOf(keys: Uint32Array, ids: Int32Array, feature: number): number {
  let at = feature & (keys.length - 1);
  while (ids[at] !== -1 && keys[at] !== feature) at = (at + 1) & (keys.length - 1);
  return at;
}

export function createSpace(texts: readonly Features[], letters: number): Space {
  const counts = new Map<number, number>();
  for (const { words, letters } of texts) {
    for (const feature of new Set(words)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    for (const feature of new Set(letters)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const places = 2 ** Math.ceil(Math.log2(2 * counts.size + 2));
  const keys = new Uint32Array(places);
  const ids = new Int32Array(places).fill(-1);
  const rarity = new Float32Array(counts.size);
  let id = 0;
  for (const [feature, holders] of counts) {
    const at = placeOf(keys, ids, feature);
    keys[at] = feature;
    ids[at] = id;
    rarity[id++] = Math.log((texts.length + 1) / (holders + 1)) + 1;
  }
  return { size: counts.size, keys, ids, rarity, letters };
}

/** Features the space does not have are left out. */
export function pointIn({ keys, ids, rarity, letters: share }: Space, { words, letters }: Features): Point {
  const most = words.length + letters.length;
  const point = { ids: new Int32Array(most), weights: new Float32Array(most) };
  /** Fills from `at`; gives where it ended. */
  const fill = (found: Uint32Array, length: number, at: number): number => {
    let next = at;
    let norm = 0;
    for (const [feature, times] of counted(found)) {
      const id = ids[placeOf(keys, ids, feature)]!;
      if (id === -1) continue;
      const weight = (1 + Math.log(times)) * rarity[id]!;
      norm += weight * weight;
      point.ids[next] = id;
      point.weights[next++] = weight;
    }
    const scale = norm === 0 ? 0 : length / Math.sqrt(norm);
    for (let k = at; k < next; k++) point.weights[k]! *= scale;
    return next;
  };
  const end = fill(letters, share, fill(words, 1, 0));
  return { ids: point.ids.subarray(0, end), weights: point.weights.subarray(0, end) };
}
