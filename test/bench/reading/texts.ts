/** Made-up texts of many words, some far more common than others, and a few that say again what another said. */
import { sequence } from '../../../src/analysis/sequence.ts';

const VOCABULARY = 60_000;
const AGAIN = 0.06;

/** A word of that rank: spelled as words are, by syllables. */
function wordOf(rank: number): string {
  const syllables = 'ba co di fu ge ha jo ki lu mé na pi ro su té va xo zi bré char dou flan gri pla'.split(
    ' ',
  );
  let left = rank + syllables.length;
  let word = '';
  while (left > 0) {
    word += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  return word;
}

/** As in any language: the word of rank r is about r times rarer than the first. Each text has 6 to 24 of them. */
export function madeUpTexts(count: number, seed = 7): string[][] {
  const random = sequence(seed);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank));
  const one = () => words[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1 + 20)]!;
  const texts: string[][] = [];
  while (texts.length < count) {
    const length = 6 + Math.floor(random() * 19);
    const fresh = Array.from({ length }, one);
    if (texts.length === 0 || random() > AGAIN) {
      texts.push(fresh);
      continue;
    }
    const before = texts[Math.floor(random() * texts.length)]!;
    texts.push(before.map((word) => (random() < 0.25 ? one() : word)));
  }
  return texts;
}

/** The same, a number a word. */
export function numbered(texts: readonly (readonly string[])[]): Int32Array[] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  return texts.map((words) => Int32Array.from(words, numberOf));
}
