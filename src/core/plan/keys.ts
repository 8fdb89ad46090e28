/** Keys of a plan's actions, objectives and indicators: from what they are called, and kept from one table to the next. */
import { folded } from '../person/names.ts';

const LONGEST = 48;

/** "1.2 Soutien aux réseaux" is called as "Soutien aux réseaux" was. */
export const named = (label: string): string =>
  folded(label.replace(/^\s*(?:(?:fiche[ -])?action\s*)?(?:n°\s*)?\d+(?:[.-]\d+)*\s*[.):–-]?\s+/iu, '')) ||
  folded(label);

/** A key in lower case, digits and hyphens, none of `taken`; `else` stands for a label without letters. */
export function keyFor(label: string, taken: ReadonlySet<string>, otherwise: string): string {
  const words = named(label)
    .replace(/[^a-z0-9 ]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (`${slug}-${word}`.length > LONGEST && slug !== '') break;
    slug = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
  }
  const base = slug || otherwise;
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}
