/** Texts as rows of numbers, so that many can be compared. */
import { damped, rarityOf } from './weights.ts';

/** Texts as rows of unit length, end to end, each with its rarest words first. */
export interface Rows {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly weights: Float64Array;
  /** How many texts hold each word. */
  readonly holders: Int32Array;
}

/** In place, in rising order. The built-in one takes a function or a copy, and rows are short. */
function sort(values: Int32Array, from: number, to: number): void {
  if (to - from > 64) {
    values.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k]!;
    let at = k - 1;
    while (at >= from && values[at]! > value) {
      values[at + 1] = values[at]!;
      at--;
    }
    values[at + 1] = value;
  }
}

/** Words numbered by how many texts hold them, the rarest first. */
function byRarity(holding: Int32Array): { readonly placeOf: Int32Array; readonly holders: Int32Array } {
  const most = holding.reduce((max, n) => Math.max(max, n), 0);
  const next = new Int32Array(most + 2);
  for (const n of holding) next[n + 1]! += 1;
  for (let n = 1; n < next.length; n++) next[n]! += next[n - 1]!;
  const placeOf = new Int32Array(holding.length);
  const holders = new Int32Array(holding.length);
  holding.forEach((n, word) => {
    const place = next[n]!++;
    placeOf[word] = place;
    holders[place] = n;
  });
  return { placeOf, holders };
}

/** `texts` are rows of numbers from 0 on, a number a word. */
export function rowsOf(texts: readonly ArrayLike<number>[]): Rows {
  const starts = new Int32Array(texts.length + 1);
  const all = new Int32Array(texts.reduce((sum, { length }) => sum + length, 0));
  const times = new Int32Array(all.length);
  let last = -1;
  for (const row of texts) for (let k = 0; k < row.length; k++) last = Math.max(last, row[k]!);
  const holding = new Int32Array(last + 1);
  let next = 0;
  texts.forEach((row, text) => {
    const from = next;
    for (let k = 0; k < row.length; k++) all[next++] = row[k]!;
    sort(all, from, next);
    let at = from;
    for (let k = from; k < next; ) {
      const word = all[k]!;
      const first = k;
      while (k < next && all[k] === word) k++;
      all[at] = word;
      holding[word]! += 1;
      times[at++] = k - first;
    }
    next = at;
    starts[text + 1] = at;
  });
  const { placeOf, holders } = byRarity(holding);
  const rarity = Float64Array.from(holders, (n) => rarityOf(texts.length, Math.log(n + 1)));
  const words = new Int32Array(next);
  const weights = new Float64Array(next);
  const count = new Int32Array(holders.length);
  for (let text = 0; text < texts.length; text++) {
    const [from, to] = [starts[text]!, starts[text + 1]!];
    for (let k = from; k < to; k++) {
      words[k] = placeOf[all[k]!]!;
      count[words[k]!] = times[k]!;
    }
    sort(words, from, to);
    let norm = 0;
    for (let k = from; k < to; k++) {
      const said = count[words[k]!]!;
      weights[k] = (said === 1 ? 1 : damped(said)) * rarity[words[k]!]!;
      norm += weights[k]! * weights[k]!;
    }
    const length = Math.sqrt(norm) || 1;
    for (let k = from; k < to; k++) weights[k]! /= length;
  }
  return { starts, words, weights, holders };
}
