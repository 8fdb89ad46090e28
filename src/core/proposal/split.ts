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

const BETWEEN = /(\s\/\s|\n)/u;
const BETWEEN_FREELY = /(\s\/\s|\n|;\s| \+ |,? (?:et|and)(?: puis| aussi| then| also)? (?=\S))/iu;

/**
 * `a / b`, or one a line: where each begins and ends (UTF-16) in the text, dashes, numbers and quotation marks left out.
 * `freely`: written by somebody asked for several, `a ; b`, `a et b` too when nothing plainer parts them.
 */
export function partsWritten(text: string, from: number, freely = false): Part[] {
  const plainly = between(text, from, BETWEEN);
  return freely && plainly.length < 2 ? between(text, from, BETWEEN_FREELY) : plainly;
}

function between(text: string, from: number, marks: RegExp): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const [index, piece] of text.slice(from).split(marks).entries()) {
    const head = /^[\s\-–•*"«“]*(?:\d{1,2}[.)]\s+)?["«“]?\s*/u.exec(piece)![0].length;
    const end = piece.replace(/[\s"»”,;]+$/u, '').length;
    if (end > head && index % 2 === 0) parts.push({ start: at + head, end: at + end });
    at += piece.length;
  }
  return parts;
}

const FALLS = /[.;]\s+|,?\s(?:et|and|mais aussi|but also|ainsi que|as well as|puis)(?:\saussi|\salso)?\s/giu;
/** UTF-16 units. Shorter pieces are no idea of their own. */
const SHORTEST = 8;

/** Where words fall in two, when there is one place for it only; null otherwise. */
export function cutInTwo(words: string): Part[] | null {
  const places = [...words.trimEnd().matchAll(FALLS)];
  const [place] = places;
  if (!place || places.length > 1) return null;
  const first = { start: 0, end: place.index };
  const second = { start: place.index + place[0].length, end: words.trimEnd().length };
  return [first, second].every(({ start, end }) => end - start >= SHORTEST) ? [first, second] : null;
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
