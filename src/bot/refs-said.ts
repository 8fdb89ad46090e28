/** References as people list them: "P-0042, P-0050 à P-0060". Pure. */
import { numberOf } from '../core/ids.ts';

const REF = 'p ?[-‐–]? ?\\d{1,9}';
const RANGE = new RegExp(`(${REF})(?: ?(?:à|a|to|[-‐–]) ?(${REF}))?`, 'giu');
/** A range that is longer names only its ends: it was hardly meant. */
const LONGEST_RANGE = 1000;

/** The number of each of them, in the order they are said. */
export const refsIn = (text: string): number[] =>
  [...text.replace(/\s{1,9}/gu, ' ').matchAll(RANGE)].flatMap(([, from, to]) => {
    const first = numberOf(from!)!;
    const last = to === undefined ? first : numberOf(to)!;
    return last >= first && last - first < LONGEST_RANGE
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [first, last];
  });
