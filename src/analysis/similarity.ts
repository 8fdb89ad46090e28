/** An incremental index of texts by their stems: the closest known ones to a new text, by TF-IDF cosine. */
export interface SimilarityIndex<Id> {
  /** The same id again replaces its text. */
  add(id: Id, stems: readonly string[]): void;
  remove(id: Id): void;
  /** At most `most`, cosine at least `atLeast`, closest first; equals in the order they were added. */
  near(
    stems: readonly string[],
    atLeast: number,
    most: number,
  ): { readonly id: Id; readonly cosine: number }[];
  readonly size: number;
}

interface Entry<Id> {
  readonly id: Id;
  readonly terms: readonly number[];
  readonly weights: Float32Array;
}

/** Counts as that many more texts in which each word is absent: with few texts known, no word is common yet. */
const SMOOTHING = 20;
/** Rarer words bring their holders first; past this many, more common ones only count between those. */
const MOST_CANDIDATES = 2000;
/** One common word is no resemblance, unless the texts are hardly anything else. */
const SHARED = 2;
const ALMOST_EQUAL = 0.9;

function counts(stems: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

const damped = (times: number): number => 1 + Math.log(times);

export function createSimilarityIndex<Id>(): SimilarityIndex<Id> {
  const numbers = new Map<string, number>();
  const holders: number[][] = [];
  const entries: (Entry<Id> | undefined)[] = [];
  const slots = new Map<Id, number>();

  const rarity = (term: number): number =>
    Math.log((slots.size + SMOOTHING + 1) / ((holders[term]?.length ?? 0) + 1)) + 0.1;

  const numberOf = (stem: string): number => {
    let number = numbers.get(stem);
    if (number === undefined) {
      number = holders.length;
      numbers.set(stem, number);
      holders.push([]);
    }
    return number;
  };

  const remove = (id: Id): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const term of entries[slot]!.terms) {
      const list = holders[term]!;
      list.splice(list.indexOf(slot), 1);
    }
    entries[slot] = undefined;
    slots.delete(id);
  };

  return {
    get size() {
      return slots.size;
    },
    remove,
    add(id, stems) {
      remove(id);
      const found = counts(stems);
      const terms = [...found.keys()].map(numberOf);
      const slot = entries.length;
      entries.push({ id, terms, weights: Float32Array.from(found.values(), damped) });
      for (const term of terms) holders[term]!.push(slot);
      slots.set(id, slot);
    },
    near(stems, atLeast, most) {
      const query = new Map<number, number>();
      let norm = 0;
      for (const [stem, times] of counts(stems)) {
        const term = numbers.get(stem);
        const weight =
          damped(times) * (term === undefined ? Math.log(slots.size + SMOOTHING + 1) + 0.1 : rarity(term));
        norm += weight * weight;
        if (term !== undefined) query.set(term, weight);
      }
      const candidates = new Set<number>();
      const rarest = [...query.keys()].sort((a, b) => holders[a]!.length - holders[b]!.length || a - b);
      for (const term of rarest) {
        if (candidates.size > 0 && candidates.size + holders[term]!.length > MOST_CANDIDATES) break;
        for (const slot of holders[term]!) candidates.add(slot);
      }
      const found: { id: Id; cosine: number; slot: number }[] = [];
      for (const slot of candidates) {
        const { id, terms, weights } = entries[slot]!;
        let dot = 0;
        let own = 0;
        let shared = 0;
        for (let k = 0; k < terms.length; k++) {
          const weight = weights[k]! * rarity(terms[k]!);
          own += weight * weight;
          const other = query.get(terms[k]!);
          if (other === undefined) continue;
          dot += weight * other;
          shared += 1;
        }
        const cosine = dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(norm * own));
        if (cosine >= atLeast && (shared >= SHARED || cosine >= ALMOST_EQUAL))
          found.push({ id, cosine, slot });
      }
      found.sort((a, b) => b.cosine - a.cosine || a.slot - b.slot);
      return found.slice(0, most).map(({ id, cosine }) => ({ id, cosine }));
    },
  };
}
