import type { Described, Lang } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { Term } from './terms.ts';

const MOST_WORDS = 3;
/** A theme names a group when this share of its members carries it. */
const MAJORITY = 0.6;

type Row = readonly Term[];

function holders(rows: readonly Row[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows)
    for (const stem of new Set(row.map((term) => term.stem))) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

/** The form people used most for a stem; the shortest, then the first in order, among equals. */
function usualForm(rows: readonly Row[], stem: string): string {
  const forms = new Map<string, number>();
  for (const term of rows.flat())
    if (term.stem === stem) forms.set(term.form, (forms.get(term.form) ?? 0) + 1);
  const [best] = [...forms].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1));
  return best?.[0] ?? stem;
}

/** Words at least two members use, those of this group rather than of the others first. */
function distinctiveWords(
  rows: readonly Row[],
  everywhere: ReadonlyMap<string, number>,
  total: number,
): string[] {
  return [...holders(rows)]
    .filter(([stem, n]) => n >= 2 && !/^\p{N}+$/u.test(stem))
    .map(([stem, n]) => ({ stem, weight: (n / rows.length) * Math.log((total + 1) / everywhere.get(stem)!) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ stem }) => usualForm(rows, stem));
}

function majority(keys: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= MAJORITY * keys.length ? best[0] : null;
}

/**
 * A label a group: the content's theme when most members carry it (with their own words after it when two groups would
 * share it), else words at least two members use. Empty when there is neither.
 */
export function labelGroups(
  groups: readonly (readonly number[])[],
  terms: readonly Row[],
  themeOf: readonly (string | null)[],
  themes: readonly Described[],
  lang: Lang,
): string[] {
  const everywhere = holders(terms);
  const named = groups.map((nodes) => majority(nodes.map((node) => themeOf[node]!)));
  return groups.map((nodes, k) => {
    const words = distinctiveWords(
      nodes.map((node) => terms[node]!),
      everywhere,
      terms.length,
    ).join(', ');
    const theme = themes.find(({ key }) => key === named[k]);
    if (theme === undefined) return words;
    const label = inLang(theme.label, lang);
    const shared =
      nodes.length > 1 &&
      groups.some((others, other) => other !== k && others.length > 1 && named[other] === named[k]);
    return shared && words !== '' ? `${label} (${words})` : label;
  });
}
