import type { Token } from './tokens.ts';

/** UTF-16 offsets into the message. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: people paste them, and none is worth keeping at an edge
const SPACE = /[\s\u0000-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const LEADING = new Set('-–—•·*▪◦‣●○➢→,;:.!?…)]}»'.split(''));
const TRAILING = new Set('-–—•·,;:+([{«'.split(''));

/** The span without the spaces, bullets and hanging punctuation around it; null when nothing is left. */
export function trim(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  const droppable = (char: string, set: ReadonlySet<string>) => set.has(char) || SPACE.test(char);
  while (from < to && droppable(text.charAt(from), LEADING)) from++;
  while (to > from && droppable(text.charAt(to - 1), TRAILING)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** The tokens that lie inside a span; both rows are in order. */
export function within(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  return tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end));
}

function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
