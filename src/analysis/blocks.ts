import type { Span } from './spans.ts';

export interface Block extends Span {
  /** True for an item of a list; its bullet or number lies outside the span. */
  readonly item: boolean;
}

interface Line extends Block {
  /** The number it was given in the text, 0 for none. */
  readonly number: number;
}

const LINE = /[^\n\r\u2028\u2029]+/gu;
const BULLET =
  /[ \t\u00a0]{0,20}(?:[-–—•·▪◦‣●○➢→][ \t]*(?=[\s\p{L}«“"([])|\*[ \t]+|\(?\d{1,2}[.)°/-]{1,2}[ \t]+|\(?[a-h][.)][ \t]+)/uy;
const QUOTED = /[ \t]{0,20}>/uy;
const INLINE_NUMBER = /(?:^|\s)\(?(\d{1,2})[.)/][ \t]+/gu;
const INLINE_BULLET = /\s[•●▪][ \t]+/gu;
const WRAPPED = 60;

const at = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
};

const ends = (text: string, end: number, among: string): boolean => {
  let last = end - 1;
  while (last >= 0 && /\s/u.test(text.charAt(last))) last--;
  return among.includes(text.charAt(last));
};

/** "1) this 2) that" on one line, or bullets one after the other. */
function inline(text: string, { start, end, item, number }: Line): Block[] {
  const line = text.slice(start, end);
  const marks: { from: number; to: number }[] = [];
  for (const found of line.matchAll(INLINE_NUMBER)) {
    if (Number(found[1]) === number + marks.length + 1)
      marks.push({ from: found.index, to: found.index + found[0].length });
  }
  if (marks.length + number < 2 || number > 1) {
    marks.length = 0;
    for (const found of line.matchAll(INLINE_BULLET))
      marks.push({ from: found.index, to: found.index + found[0].length });
    if (marks.length < (item ? 1 : 2)) return [{ start, end, item }];
  }
  const parts = marks.map(({ to }, k) => ({
    start: start + to,
    end: start + (marks[k + 1]?.from ?? line.length),
    item: true,
  }));
  const first = marks[0]!.from;
  return first > 0 ? [{ start, end: start + first, item }, ...parts] : parts;
}

/**
 * The lines and list items of a message, bullets aside. A wrapped line stays with the one it continues, the line that
 * announces a list ("Nos besoins :") is left out, and so are lines quoted from someone else (`> …`).
 */
export function blocksOf(text: string): Block[] {
  const blocks: Line[] = [];
  let previousEnd = -1;
  for (const found of text.matchAll(LINE)) {
    const start = found.index;
    const end = start + found[0].length;
    if (found[0].trim() === '' || at(QUOTED, text, start) > 0) continue;
    const bullet = at(BULLET, text, start);
    const last = blocks.at(-1);
    const adjacent = last !== undefined && previousEnd === last.end && start - previousEnd <= 2;
    previousEnd = end;
    if (bullet === 0 && adjacent && continues(text, last, start)) {
      blocks[blocks.length - 1] = { ...last, end };
      continue;
    }
    const number = Number(/\d{1,2}/u.exec(text.slice(start, start + bullet))?.[0] ?? 0);
    blocks.push({ start: Math.min(end, start + bullet), end, item: bullet > 0, number });
  }
  const parts = blocks.flatMap((block) => inline(text, block));
  return parts.filter(
    (block, k) => block.item || !ends(text, block.end, ':') || !parts[k + 1]?.item || !parts[k + 2]?.item,
  );
}

function continues(text: string, last: Block, start: number): boolean {
  const indented = /^[ \t]{2}/u.test(text.slice(start, start + 2));
  if (last.item && indented) return true;
  const lowerCase = /^\p{Ll}/u.test(text.slice(start, start + 2));
  return lowerCase && last.end - last.start >= WRAPPED && !ends(text, last.end, '.!?:;…');
}
