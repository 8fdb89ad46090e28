/** References as people list them: "P-0042, P-0050 à P-0060". Pure. */
import { numberOf } from '../core/ids.ts';

const REF = 'p\\s{0,4}[-‐–]?\\s{0,4}\\d{1,9}';
const RANGE = new RegExp(`(${REF})(?:\\s{0,9}(?:à|a|to|[-‐–])\\s{0,9}(${REF}))?`, 'giu');
/** A range that is longer names only its ends: it was hardly meant. */
const LONGEST_RANGE = 1000;

/** The number of each of them, in the order they are said. */
export const refsIn = (text: string): number[] => refsSaid(text).map(({ number }) => number);

/** The same; `ranged` when nothing but a range names it. */
export function refsSaid(text: string): { readonly number: number; readonly ranged: boolean }[] {
  const numbers: { number: number; ranged: boolean }[] = [];
  for (const [, from, to] of text.matchAll(RANGE)) {
    const first = numberOf(from!)!;
    const last = to === undefined ? first : numberOf(to)!;
    if (last < first || last - first >= LONGEST_RANGE)
      numbers.push({ number: first, ranged: false }, { number: last, ranged: false });
    else
      for (let number = first; number <= last; number += 1)
        numbers.push({ number, ranged: to !== undefined });
  }
  return numbers;
}
