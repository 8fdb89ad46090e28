/** A weighted, undirected graph of close texts: `weight` is a cosine plus what else speaks for them. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly cosine: number;
}

/** Rows of a sparse matrix, end to end: row `k` is what lies from `starts[k]` to `starts[k + 1]`. */
interface Sparse {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** From this cosine on, two texts say nearly the same. */
export const ALIKE = 0.6;
/** What two texts of different themes have in common counts for that much, when they are not alike: mostly it is in passing. */
const OTHER_THEME = 0.25;
/** A word more texts hold than this counts only between texts that share a rarer one. */
const COMMON = 600;

function countOf<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Texts by the words they share with others, rarest words first: a row a text, of unit length at most. */
function vectors(texts: readonly (readonly string[])[]): Sparse & { readonly holders: readonly number[] } {
  const counts = texts.map((stems) => countOf(stems));
  const holding = countOf(counts.flatMap((row) => [...row.keys()]));
  const shared = [...holding].filter(([, n]) => n > 1).sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const idOf = new Map(shared.map(([stem], id) => [stem, id]));
  const holders = shared.map(([, n]) => n);
  const starts = new Int32Array(texts.length + 1);
  counts.forEach((row, text) => {
    starts[text + 1] = starts[text]! + [...row.keys()].filter((stem) => idOf.has(stem)).length;
  });
  const ids = new Int32Array(starts[texts.length]!);
  const weights = new Float64Array(ids.length);
  counts.forEach((row, text) => {
    const known = [...row].flatMap(([stem, times]) => {
      const id = idOf.get(stem);
      return id === undefined ? [] : [{ id, times }];
    });
    known.sort((x, y) => x.id - y.id);
    const raw = known.map(
      ({ id, times }) => (1 + Math.log(times)) * Math.log((texts.length + 1) / holders[id]!),
    );
    // A word nobody else uses takes no part in the cosine, but tells how much of the text the shared ones are.
    const alone = (row.size - known.length) * Math.log(texts.length + 1) ** 2 * 0.25;
    const norm = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, alone)) || 1;
    known.forEach(({ id }, k) => {
      ids[starts[text]! + k] = id;
      weights[starts[text]! + k] = raw[k]! / norm;
    });
  });
  return { starts, ids, weights, holders };
}

/** The same matrix by word: a row a word, its texts in order. */
function byWord({ starts, ids, weights }: Sparse, holders: readonly number[]): Sparse {
  const wordStarts = new Int32Array(holders.length + 1);
  holders.forEach((n, word) => {
    wordStarts[word + 1] = wordStarts[word]! + n;
  });
  const next = wordStarts.slice();
  const texts = new Int32Array(ids.length);
  const values = new Float64Array(ids.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]!; at < starts[text + 1]!; at++) {
      const place = next[ids[at]!]!++;
      texts[place] = text;
      values[place] = weights[at]!;
    }
  }
  return { starts: wordStarts, ids: texts, weights: values };
}

/** The few nearest of each text so far, each with its weight and cosine, nearest first. */
function nearest(texts: number, most: number) {
  const ids = new Int32Array(texts * most);
  const weights = new Float64Array(texts * most);
  const cosines = new Float64Array(texts * most);
  const sizes = new Int32Array(texts);
  return {
    ids,
    cosines,
    sizes,
    /** Of equals, the lower number is nearer. */
    offer(text: number, other: number, weight: number, cosine: number): void {
      const from = text * most;
      let at = from + sizes[text]!;
      if (sizes[text] === most) {
        const last = at - 1;
        if (weight < weights[last]! || (weight === weights[last] && other > ids[last]!)) return;
        at = last;
      } else sizes[text]! += 1;
      while (
        at > from &&
        (weights[at - 1]! < weight || (weights[at - 1] === weight && ids[at - 1]! > other))
      ) {
        ids[at] = ids[at - 1]!;
        weights[at] = weights[at - 1]!;
        cosines[at] = cosines[at - 1]!;
        at--;
      }
      ids[at] = other;
      weights[at] = weight;
      cosines[at] = cosine;
    },
  };
}

export interface Neighbourhood {
  readonly most: number;
  readonly atLeast: number;
  readonly bonus: number;
  readonly linkThemes: boolean;
}

/**
 * Each text's `most` nearest neighbours whose cosine is at least `atLeast`. Two texts of the same theme gain `bonus`,
 * of two themes they lose; `linkThemes` joins them even without a common word.
 */
export function neighbourGraph(
  texts: readonly (readonly string[])[],
  themes: readonly (string | null)[],
  { most, atLeast, bonus, linkThemes }: Neighbourhood,
): Edge[] {
  const rows = vectors(texts);
  const words = byWord(rows, rows.holders);
  const edges = new Map<number, Edge>();
  const same = (a: number, b: number): boolean => themes[a] !== null && themes[a] === themes[b];
  const differ = (a: number, b: number): boolean =>
    themes[a] !== null && themes[b] !== null && themes[a] !== themes[b];
  const weightOf = (a: number, b: number, cosine: number): number =>
    same(a, b) ? cosine + bonus : differ(a, b) && cosine < ALIKE ? cosine * OTHER_THEME : cosine;
  const add = (a: number, b: number, cosine: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const weight = weightOf(a, b, cosine);
    edges.set(low * texts.length + high, { a: low, b: high, weight, cosine });
  };
  const found = nearest(texts.length, most);
  const cosines = new Float64Array(texts.length);
  const near = new Int32Array(texts.length);
  /** Where the texts after this one begin among those that hold a word: pairs are met once. */
  const after = words.starts.slice();
  for (let text = 0; text < texts.length; text++) {
    let met = 0;
    for (let at = rows.starts[text]!; at < rows.starts[text + 1]!; at++) {
      const word = rows.ids[at]!;
      const weight = rows.weights[at]!;
      const brings = rows.holders[word]! <= COMMON;
      const end = words.starts[word + 1]!;
      after[word]! += 1;
      for (let place = after[word]!; place < end; place++) {
        const other = words.ids[place]!;
        const before = cosines[other]!;
        if (before === 0) {
          if (!brings) continue;
          near[met++] = other;
        }
        cosines[other] = before + weight * words.weights[place]!;
      }
    }
    for (let k = 0; k < met; k++) {
      const other = near[k]!;
      const cosine = cosines[other]!;
      cosines[other] = 0;
      if (cosine < atLeast) continue;
      const weight = weightOf(text, other, cosine);
      found.offer(text, other, weight, cosine);
      found.offer(other, text, weight, cosine);
    }
    if (linkThemes)
      for (let other = text + 1; other < texts.length; other++) if (same(text, other)) add(text, other, 0);
  }
  for (let text = 0; text < texts.length; text++)
    for (let k = 0; k < found.sizes[text]!; k++)
      add(text, found.ids[text * most + k]!, found.cosines[text * most + k]!);
  return [...edges.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
