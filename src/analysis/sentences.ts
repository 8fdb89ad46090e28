import type { Span } from './spans.ts';

export interface Sentence extends Span {
  /** Ends where a semicolon or a plus adds something else. */
  readonly adds: boolean;
  /** Ends with a question mark. */
  readonly asks: boolean;
}

const ABBREVIATIONS = new Set(
  'm mm mme mmes mlle dr pr st ste cf ex p pp n no art env max min tel vs av bd mr mrs ms'.split(' '),
);
// The look-behind keeps a long run of dots linear.
const STOP = /(?<![.!?…;])[.!?…;]+[)»”"]{0,3}(?=\s)|(?<=\s)\+(?=\s)/gu;

function wordBefore(text: string, offset: number): string {
  let from = offset;
  while (from > 0 && offset - from < 6 && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) from--;
  return text.slice(from, offset).toLowerCase();
}

/** The sentences of a block, and the parts a semicolon or a plus separates. "M. Petit", "ex. :" and "1.5" don't end one. */
export function sentencesOf(text: string, block: Span): Sentence[] {
  const sentences: Sentence[] = [];
  const body = text.slice(block.start, block.end);
  let from = 0;
  const push = (to: number): void => {
    if (body.slice(from, to).trim() !== '') {
      const asks = /\?[\s!?…)»”"]{0,6}$/u.test(body.slice(Math.max(from, to - 8), to));
      const adds = /[;+]$/u.test(body.slice(to - 1, to));
      sentences.push({ start: block.start + from, end: block.start + to, asks, adds });
    }
    from = to;
  };
  for (const found of body.matchAll(STOP)) {
    const word = wordBefore(body, found.index);
    if (found[0] === '.' && ABBREVIATIONS.has(word)) continue;
    push(found.index + found[0].length);
  }
  push(body.length);
  return sentences;
}
