/** What a word weighs in a text, the same for one new text and for all pairs. */

/** Counts as that many more texts in which each word is absent: with few texts known, no word is common yet. */
const SMOOTHING = 20;
/** One common word is no resemblance, unless the texts are hardly anything else. */
export const SHARED = 2;
const ALMOST_EQUAL = 0.9;

export const damped = (times: number): number => 1 + Math.log(times);

/** `held` is the log of one more than the texts that hold the word. */
export const rarityOf = (texts: number, held: number): number => Math.log(texts + SMOOTHING + 1) - held + 0.1;

export const resemble = (cosine: number, atLeast: number, shared: number, fewest = SHARED): boolean =>
  cosine >= atLeast && (shared >= fewest || cosine >= ALMOST_EQUAL);

export function countsOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const found = new Map<Key, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** Numbers for words, from 0 on, in the order they are first met. */
export interface Numbering {
  of(word: string): number;
  known(word: string): number | undefined;
}

export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    known: (word) => numbers.get(word),
    of(word) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      return number;
    },
  };
}
