/** What a learner looks at in a text: numbers for its words, pairs of words and runs of letters. */
import type { Lexicon } from '../terms.ts';
import { fold, type Token } from '../tokens.ts';

export interface Features {
  /** One number a stem, then one a pair of stems that follow each other. */
  readonly words: Uint32Array;
  /** Runs of 3 to 5 letters within words, ends included: they carry over spelling mistakes and derived words. */
  readonly letters: Uint32Array;
}

const SHORTEST = 3;
const LONGEST = 5;
const EDGE = 32;

/** FNV-1a, kept to 32 bits. */
const START = 0x811c9dc5;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** Tells a word from the same letters within another, and a pair from a word. */
const WORD = 1;
const PAIR = 2;
const LETTERS = 3;

export function wordFeature(stem: string): number {
  let hash = mix(START, WORD);
  for (let at = 0; at < stem.length; at++) hash = mix(hash, stem.charCodeAt(at));
  return hash >>> 0;
}

const pairFeature = (first: number, second: number): number =>
  mix(mix(mix(START, PAIR), first), second) >>> 0;

function lettersOf(words: readonly string[]): Uint32Array {
  let size = 0;
  for (const { length } of words)
    for (let n = SHORTEST; n <= LONGEST; n++) size += Math.max(0, length + 3 - n);
  const found = new Uint32Array(size);
  let next = 0;
  for (const word of words) {
    const end = word.length + 2;
    const code = (at: number): number => (at === 0 || at === end - 1 ? EDGE : word.charCodeAt(at - 1));
    for (let from = 0; from + SHORTEST <= end; from++) {
      let hash = mix(START, LETTERS);
      for (let n = 0; n < LONGEST && from + n < end; n++) {
        hash = mix(hash, code(from + n));
        if (n + 1 >= SHORTEST) found[next++] = hash >>> 0;
      }
    }
  }
  return found;
}

/** Words are those that carry content; letters are of all of them. */
export function featuresOf(tokens: readonly Token[], lexicon: Lexicon): Features {
  const terms = lexicon.terms(tokens);
  const stems = terms.map(({ stem }) => wordFeature(stem));
  const words = new Uint32Array(Math.max(0, 2 * stems.length - 1));
  words.set(stems);
  for (let at = 1; at < stems.length; at++)
    words[stems.length + at - 1] = pairFeature(stems[at - 1]!, stems[at]!);
  return { words, letters: lettersOf(tokens.map(({ form }) => fold(form))) };
}
