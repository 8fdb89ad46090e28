/** All pairs of texts that may say the same, without comparing each with each. */
import { type Rows, rowsOf } from './rows.ts';
import { resemble } from './weights.ts';

export interface Pair {
  /** Places in the row of texts, the lower first. */
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** What rounding may add to a bound. */
const SLACK = 1e-9;

/** For each place of a row, the length of what lies from there on: that word and the more common ones. */
function restsOf({ starts, weights }: Rows): Float64Array {
  const rests = new Float64Array(weights.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    let sum = 0;
    for (let k = starts[text + 1]! - 1; k >= starts[text]!; k--) {
      sum += weights[k]! * weights[k]!;
      rests[k] = Math.sqrt(sum);
    }
  }
  return rests;
}

/** Which texts hold a word, those whose rest from that word on is longest first, to the nearest step. */
interface Postings {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly texts: Int32Array;
  readonly weights: Float64Array;
  readonly rests: Float64Array;
  /** The rest after that word. */
  readonly after: Float64Array;
}

const STEPS = 256;
const STEP = 1 / STEPS;
const stepOf = (rest: number): number => STEPS - Math.min(STEPS, Math.floor(rest * STEPS));

/** Only the rarest words of each text: of two texts that are close enough, the rarest word they share is among these. */
function postingsOf(rows: Rows, rests: Float64Array, enough: number): Postings {
  const { starts, words, weights, holders } = rows;
  const steps = new Int32Array(STEPS + 2);
  const wanted = (k: number): boolean => rests[k]! >= enough && holders[words[k]!]! > 1;
  let size = 0;
  for (let k = 0; k < words.length; k++) {
    if (!wanted(k)) continue;
    steps[stepOf(rests[k]!) + 1]! += 1;
    size += 1;
  }
  for (let step = 1; step < steps.length; step++) steps[step]! += steps[step - 1]!;
  const inOrder = new Int32Array(size);
  const owners = new Int32Array(size);
  for (let text = 0; text + 1 < starts.length; text++)
    for (let k = starts[text]!; k < starts[text + 1]!; k++) {
      if (!wanted(k)) continue;
      const at = steps[stepOf(rests[k]!)]!++;
      inOrder[at] = k;
      owners[at] = text;
    }
  const from = new Int32Array(holders.length);
  for (const k of inOrder) if (words[k]! + 1 < from.length) from[words[k]! + 1]! += 1;
  for (let word = 1; word < from.length; word++) from[word]! += from[word - 1]!;
  const found: Postings = {
    starts: from,
    ends: from.slice(),
    texts: new Int32Array(size),
    weights: new Float64Array(size),
    rests: new Float64Array(size),
    after: new Float64Array(size),
  };
  inOrder.forEach((k, place) => {
    const at = found.ends[words[k]!]!++;
    const text = owners[place]!;
    found.texts[at] = text;
    found.weights[at] = weights[k]!;
    found.rests[at] = rests[k]!;
    found.after[at] = k + 1 < starts[text + 1]! ? rests[k + 1]! : 0;
  });
  return found;
}

/**
 * Every pair whose cosine is at least `atLeast`, in the order of the texts: exactly what comparing all would find. A
 * pair is looked at from the rarest word it shares, and dropped as soon as what is left can't suffice.
 */
export function pairsAmong(texts: readonly ArrayLike<number>[], atLeast: number): Pair[] {
  const rows = rowsOf(texts);
  const { starts, words, weights } = rows;
  const rests = restsOf(rows);
  const enough = atLeast - SLACK;
  const postings = postingsOf(rows, rests, enough);
  const dense = new Float64Array(rows.holders.length);
  const seen = new Int32Array(texts.length).fill(-1);
  const found: Pair[] = [];

  const compare = (a: number, b: number): void => {
    let dot = 0;
    let shared = 0;
    for (let k = starts[b]!; k < starts[b + 1]!; k++) {
      const own = dense[words[k]!]!;
      if (own === 0) {
        if (dot + rests[k]! < enough) return;
        continue;
      }
      dot += own * weights[k]!;
      shared += 1;
    }
    const cosine = Math.min(1, dot);
    if (resemble(cosine, atLeast, shared)) found.push({ a, b, cosine });
  };

  /** Those that share this word of `a`, at its place `k`, and nothing rarer. */
  const meet = (a: number, k: number): void => {
    const rest = rests[k]!;
    const weight = weights[k]!;
    const after = k + 1 < starts[a + 1]! ? rests[k + 1]! : 0;
    const end = postings.ends[words[k]!]!;
    const shortest = enough / rest - STEP;
    for (let at = postings.starts[words[k]!]!; at < end; at++) {
      if (postings.rests[at]! < shortest) return;
      if (weight * postings.weights[at]! + after * postings.after[at]! < enough) continue;
      const b = postings.texts[at]!;
      if (b <= a || seen[b] === a) continue;
      seen[b] = a;
      compare(a, b);
    }
  };

  for (let a = 0; a < texts.length; a++) {
    const [from, to] = [starts[a]!, starts[a + 1]!];
    for (let k = from; k < to; k++) dense[words[k]!] = weights[k]!;
    for (let k = from; k < to && rests[k]! >= enough; k++) meet(a, k);
    for (let k = from; k < to; k++) dense[words[k]!] = 0;
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}
