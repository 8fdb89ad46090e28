/** One proposal that says several things: its parts are its author's own words. */
import { ref } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Proposal } from './model.ts';

export interface Part {
  readonly start: number;
  readonly end: number;
}

export const MOST_PARTS = 6;

export function maySplit(
  { number, state }: Pick<Proposal, 'number' | 'state'>,
  parts: number,
): Refusal | null {
  const named = { proposal: ref(number) };
  if (state === 'split') return refuse('already-split', named);
  if (state !== 'submitted') return refuse('not-in-force', named);
  return parts < 2 || parts > MOST_PARTS ? refuse('split-needs-parts', { ...named, most: MOST_PARTS }) : null;
}

/** `a / b`, or one a line: where each begins and ends (UTF-16) in the text, dashes and quotation marks left out. */
export function partsWritten(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const piece of text.slice(from).split(/(\s\/\s|\n)/u)) {
    const head = /^[\s\-–•*"«“]*/u.exec(piece)![0].length;
    const end = piece.replace(/[\s"»”]+$/u, '').length;
    if (end > head && piece.trim() !== '/') parts.push({ start: at + head, end: at + end });
    at += piece.length;
  }
  return parts;
}

/**
 * Where each part stands in the words it is said to come from; case, spaces and kinds of apostrophes aside. null when
 * one doesn't, or two overlap.
 */
export function partsIn(words: string, parts: readonly string[]): Part[] | null {
  const found: Part[] = [];
  for (const part of parts) {
    const pattern = part
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&').replace(/['’]/gu, "['’]"))
      .join('\\s{1,20}');
    const match = new RegExp(pattern, 'iu').exec(words);
    if (!match) return null;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  return inOrder.some((one, index) => index > 0 && one.start < inOrder[index - 1]!.end) ? null : found;
}
