/** Names compared as people compare them: case, accents, dashes and double spaces aside. */

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same for `DELATTRE Claire` and `Claire Delattre`. */
export const nameKey = (name: string): string => folded(name).split(' ').sort().join(' ');

/** Whether two names may be one person's: a first name or a family name in common, whatever their order. */
export function alike(a: string, b: string): boolean {
  const words = new Set(folded(a).split(' '));
  return folded(b)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}
