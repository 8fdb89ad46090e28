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

/** Whether somebody of that name may be meant: each word of what was given is one of theirs. */
export function mayMean(given: string, name: string): boolean {
  const theirs = new Set(folded(name).split(' '));
  const wanted = folded(given);
  return wanted !== '' && wanted.split(' ').every((word) => theirs.has(word));
}
