/** Which of some organisations somebody means, as people name them. Pure; knows no consultation. */
import { bare } from './understand.ts';

const ARTICLE = /^(?:(?:de |d')?(?:la |le |les |l'|the |du |des )|d')/u;

const plain = (text: string): string => bare(text).replace(ARTICLE, '');

/** The place among `names` of the one meant: by its name, or by words only one of them holds; null otherwise. */
export function named(text: string, names: readonly string[]): number | null {
  const wanted = plain(text);
  if (wanted.length < 2) return null;
  const all = names.map(plain);
  const exact = all.indexOf(wanted);
  if (exact >= 0) return exact;
  const holding = all.flatMap((name, index) => (` ${name} `.includes(` ${wanted} `) ? [index] : []));
  return holding.length === 1 ? holding[0]! : null;
}
