/** How alike two texts are by runs of letters: these carry over spelling mistakes, compounds and other forms of a word. */
import { damped } from './weights.ts';

const SHORTEST = 3;
const LONGEST = 5;
const EDGE = 32;
/** Runs that fall on the same place are taken for one. */
export const PLACES = 2 ** 18;
/** Zeroes but while two texts are compared. */
const own = new Float32Array(PLACES);
const other = new Float32Array(PLACES);

export function runsOf(word: string): Int32Array {
  const end = word.length + 2;
  const found: number[] = [];
  for (let from = 0; from + SHORTEST <= end; from++) {
    let hash = 0x811c9dc5;
    for (let n = 0; n < LONGEST && from + n < end; n++) {
      const at = from + n;
      hash = Math.imul(hash ^ (at === 0 || at === end - 1 ? EDGE : word.charCodeAt(at - 1)), 0x01000193);
      if (n + 1 >= SHORTEST) found.push((hash >>> 7) & (PLACES - 1));
    }
  }
  return Int32Array.from(found);
}

/** A text's words with how often it says each. */
export interface Said {
  readonly runs: readonly Int32Array[];
  readonly times: readonly number[];
}

/** Counts in how many texts a run of letters is, and compares one text with others. */
export interface Letters {
  count(runs: readonly Int32Array[], by: 1 | -1): void;
  /** Cosines of one text with each of the others. */
  cosines(text: Said, others: readonly Said[]): number[];
}

export function createLetters(): Letters {
  const holders = new Int32Array(PLACES);
  const counted = new Int32Array(PLACES);
  let texts = 0;
  let round = 0;

  /** Fills with what each run weighs; gives the runs it filled, each once, and the length of the whole. */
  const fill = (into: Float32Array, { runs, times }: Said): { readonly places: number[]; norm: number } => {
    const places: number[] = [];
    runs.forEach((word, k) => {
      for (const place of word) {
        if (into[place] === 0) places.push(place);
        into[place]! += times[k]!;
      }
    });
    let norm = 0;
    for (const place of places) {
      const weight = damped(into[place]!) * (Math.log((texts + 1) / (holders[place]! + 1)) + 0.1);
      into[place] = weight;
      norm += weight * weight;
    }
    return { places, norm };
  };
  const clear = (from: Float32Array, places: readonly number[]): void => {
    for (const place of places) from[place] = 0;
  };

  return {
    count(runs, by) {
      texts += by;
      round += 1;
      for (const word of runs)
        for (let k = 0; k < word.length; k++) {
          const place = word[k]!;
          if (counted[place] === round) continue;
          counted[place] = round;
          holders[place]! += by;
        }
    },
    cosines(text, others) {
      const mine = fill(own, text);
      const found = others.map((one) => {
        const theirs = fill(other, one);
        let dot = 0;
        for (const place of theirs.places) dot += other[place]! * own[place]!;
        clear(other, theirs.places);
        return dot === 0 ? 0 : dot / Math.sqrt(mine.norm * theirs.norm);
      });
      clear(own, mine.places);
      return found;
    },
  };
}
