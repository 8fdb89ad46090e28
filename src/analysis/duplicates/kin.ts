/** Words of nearly the same letters: misspelt, compounded or derived, they say much of the same. */
import { type Growing, growing } from '../growing.ts';
import { PLACES } from './letters.ts';

/** From this cosine of their runs of letters on; and what a word so close counts for, against the same word. */
const CLOSE = 0.5;
const WORTH = 0.6;
const MOST = 8;
/** A letter more or less of a short word makes another word, and a digit another number. */
const WORD = /^[^\p{N}]{5,}$/u;
/** A run that more words have finds too many. */
const COMMON = 200;
/** Zeroes but while one word is compared. */
const mine = new Uint8Array(PLACES);

/** Finds, for a word, the known ones that are close by their letters. */
export interface Kin {
  /** Words come in the order of their numbers, from 0 on, with their runs of letters. */
  add(word: string, runs: Int32Array): void;
  /** The closest first, without the word itself; `worth` is what each counts for, against the same word. */
  of(word: string, runs: Int32Array): { readonly word: number; readonly worth: number }[];
}

export function createKin(): Kin {
  const holders = new Map<number, Growing>();
  const known: { readonly word: string; readonly runs: Int32Array }[] = [];
  /** In which search a word was last met. */
  const met: number[] = [];
  let round = 0;

  /** Of two close words, one of the rarest runs of each is in the other. */
  const candidates = (runs: Int32Array): number[] => {
    const rows = [...runs].map((run) => holders.get(run)).filter((row) => row !== undefined);
    const most = runs.length - Math.ceil(CLOSE * CLOSE * runs.length) + 1;
    const rarest = rows.sort((a, b) => a.length - b.length).slice(0, most);
    const found: number[] = [];
    round += 1;
    for (const { values, length } of rarest) {
      if (length > COMMON) break;
      for (let at = 0; at < length; at++) {
        const number = values[at]!;
        if (met[number] === round) continue;
        met[number] = round;
        found.push(number);
      }
    }
    return found;
  };

  return {
    add(word, runs) {
      const number = known.push({ word, runs }) - 1;
      met.push(0);
      if (!WORD.test(word)) return;
      for (const run of runs) {
        let row = holders.get(run);
        if (row === undefined) {
          row = growing();
          holders.set(run, row);
        }
        row.push(number);
      }
    },
    of(word, runs) {
      if (!WORD.test(word)) return [];
      const found: { word: number; worth: number }[] = [];
      for (const run of runs) mine[run] = 1;
      for (const number of candidates(runs)) {
        const other = known[number]!;
        if (other.word === word) continue;
        let shared = 0;
        for (const run of other.runs) shared += mine[run]!;
        const cosine = shared / Math.sqrt(runs.length * other.runs.length);
        if (cosine >= CLOSE) found.push({ word: number, worth: WORTH * Math.min(1, cosine) });
      }
      for (const run of runs) mine[run] = 0;
      return found.sort((a, b) => b.worth - a.worth || a.word - b.word).slice(0, MOST);
    },
  };
}
