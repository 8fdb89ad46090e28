import type { Described, Lang } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import { isInfinitive } from './starts.ts';
import type { Term } from './terms.ts';
import { fold } from './tokens.ts';

const MOST_WORDS = 3;
/** A theme names a group when this share of its members carries it. */
const MAJORITY = 0.4;
/** Words of any proposal, without accents. */
const GENERIC = new Set(
  `acteur action ameliorer annee ans aspect attente besoin cadre cas chose effet ensemble exemple facon fois forme general
grand grande idee important importante jour lieu maniere mesure moment monde moyen necessaire niveau nombre nouveau nouvelle
nouvelles nouveaux objectif part partie petit petite petites petits personne place plan point possible possibilite probleme
projet projets proposition question rapport reel seul simple sorte structure structures suite sujet systeme temps type via
action actions gens passe idea ideas need needs new people plan project projects question thing things way ways year years`.split(
    /\s+/u,
  ),
);

type Row = readonly Term[];

function holders(rows: readonly Row[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows)
    for (const stem of new Set(row.map((term) => term.stem))) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

/** The most frequent, then the shortest, then the first in order. */
function mostUsed(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

/** The form people used most for a stem; with its capitals (TVA, Roubaix) where most wrote them. */
function usualForm(uses: readonly Term[]): string {
  const form = mostUsed(uses.map((term) => term.form));
  const capitals = uses
    .filter((term) => term.form === form && term.written !== form)
    .map((term) => term.written);
  return capitals.length > uses.length / 2 ? mostUsed(capitals) : form;
}

/** Verbs and words of any proposal name no theme; what also has a plural (potager, potagers) is no verb. */
function namesSomething(form: string, uses: readonly Term[], lang: Lang): boolean {
  const plain = fold(form.toLowerCase());
  if (plain.length < 3 || /^\p{N}+$/u.test(plain) || GENERIC.has(plain)) return false;
  return !isInfinitive(plain, lang) || uses.some((term) => fold(term.form) === `${plain}s`);
}

/** Words at least two members use, those of this group rather than of the others first. */
function distinctiveWords(
  rows: readonly Row[],
  everywhere: ReadonlyMap<string, number>,
  total: number,
  lang: Lang,
): string[] {
  return [...holders(rows)]
    .filter(([, n]) => n >= 2)
    .map(([stem, n]) => ({ stem, weight: (n / rows.length) * Math.log((total + 1) / everywhere.get(stem)!) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, 4 * MOST_WORDS)
    .map(({ stem }) => rows.flat().filter((term) => term.stem === stem))
    .map((uses) => ({ uses, form: usualForm(uses) }))
    .filter(({ form, uses }) => namesSomething(form, uses, lang))
    .map(({ form }) => form)
    .slice(0, MOST_WORDS);
}

/** The theme most members carry, when that is at least `share` of them. */
function majority(keys: readonly (string | null)[], share: number): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= share * keys.length ? best[0] : null;
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
  const named = groups.map((nodes) =>
    majority(
      nodes.map((node) => themeOf[node] ?? null),
      MAJORITY,
    ),
  );
  return groups.map((nodes, k) => {
    const words = distinctiveWords(
      nodes.map((node) => terms[node]!),
      everywhere,
      terms.length,
      lang,
    ).join(', ');
    // Without words in common, a theme some members carry says more than nothing.
    const key =
      named[k] ??
      (words === '' && nodes.length > 1
        ? majority(
            nodes.map((node) => themeOf[node] ?? null),
            0,
          )
        : null);
    const theme = themes.find((candidate) => candidate.key === key);
    if (theme === undefined) return words;
    const label = inLang(theme.label, lang);
    const shared =
      nodes.length > 1 &&
      groups.some((others, other) => other !== k && others.length > 1 && named[other] === named[k]);
    return shared && words !== '' ? `${label} (${words})` : label;
  });
}
