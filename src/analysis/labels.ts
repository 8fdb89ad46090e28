import type { Described, Lang } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { Group, GroupingInput } from '../core/synthesis/model.ts';
import type { NamesSomething } from './nouns.ts';
import type { Term } from './terms.ts';
import { isTurn } from './turns.ts';

const MOST_WORDS = 2;
/** What a turn of two words counts for against a word. */
const TURN = 1.5;
/** A theme names a group when this share of its members carries it. */
const MAJORITY = 0.4;

type Row = readonly Term[];

/** A text with what it says of whom. */
export interface Labelled extends Pick<GroupingInput, 'theme' | 'partnerId' | 'quotable'> {
  /** Its words, and its turns of two words. */
  readonly terms: Row;
}

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
function usualForm(uses: readonly Term[]): { readonly form: string; readonly shown: string } {
  const form = mostUsed(uses.map((term) => term.form));
  const capitals = uses
    .filter((term) => term.form === form && term.written !== form)
    .map((term) => term.written);
  return { form, shown: capitals.length > uses.length / 2 ? mostUsed(capitals) : form };
}

interface Uses {
  /** Distinct people; each unknown author is one. */
  readonly authors: Set<unknown>;
  members: number;
  /** By people who may be quoted. */
  readonly open: Term[];
}

function usesOf(members: readonly Labelled[]): Map<string, Uses> {
  const found = new Map<string, Uses>();
  for (const member of members) {
    const inMember = Map.groupBy(member.terms, (term) => term.stem);
    for (const [stem, terms] of inMember) {
      const uses: Uses = found.get(stem) ?? { authors: new Set(), members: 0, open: [] };
      found.set(stem, uses);
      uses.authors.add(member.partnerId ?? member);
      uses.members += 1;
      if (member.quotable) uses.open.push(...terms);
    }
  }
  return found;
}

/** Nouns, and turns of two words, that two people at least use, one of them quotable: those of this group rather than of the others first. */
function* distinctiveWords(
  members: readonly Labelled[],
  everywhere: ReadonlyMap<string, number>,
  total: number,
  names: NamesSomething,
): Generator<{ readonly shown: string; readonly stem: string }> {
  const ranked = [...usesOf(members)]
    .filter(([, uses]) => uses.authors.size >= 2 && uses.open.length > 0)
    .map(([stem, uses]) => ({
      stem,
      uses,
      weight:
        (isTurn({ stem }) ? TURN : 1) *
        (uses.members / members.length) *
        Math.log((total + 1) / everywhere.get(stem)!),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
  for (const { stem, uses } of ranked.slice(0, 20)) {
    const { form, shown } = usualForm(uses.open);
    if (isTurn({ stem }) || names(form)) yield { shown, stem };
  }
}

/**
 * The theme more members carry than any other, when that is at least `share` of them, and both of two; of equals none,
 * or with 0 the first.
 */
function majority(members: readonly Labelled[], share: number): string | null {
  const counts = new Map<string, number>();
  for (const { theme } of members) if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const [best, next] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const fewest = share > 0 ? Math.max(share * members.length, Math.min(2, members.length)) : 0;
  if (best === undefined || best[1] < fewest) return null;
  return share > 0 && next?.[1] === best[1] ? null : best[0];
}

/**
 * A name a group: the content's theme when most members carry it, with words of their own when two groups would share
 * it (not those that the larger one took); else words alone; nothing when there is neither.
 */
export function labelGroups(
  groups: readonly (readonly Labelled[])[],
  themes: readonly Described[],
  lang: Lang,
  names: NamesSomething,
): Pick<Group, 'label' | 'words'>[] {
  const all = groups.flat();
  const everywhere = holders(all.map(({ terms }) => terms));
  const known = (key: string | null) => themes.find((theme) => theme.key === key);
  const fitting = groups.map((members) => known(majority(members, MAJORITY)));
  const taken = new Map<Described | undefined, Set<string>>();
  return groups.map((members, k) => {
    const used = taken.get(fitting[k]) ?? new Set();
    taken.set(fitting[k], used);
    const words: string[] = [];
    for (const { shown, stem } of distinctiveWords(members, everywhere, all.length, names)) {
      if (used.has(shown)) continue;
      // A turn says enough by itself.
      if (isTurn({ stem }) && words.length > 0) continue;
      words.push(shown);
      if (isTurn({ stem }) || words.length === MOST_WORDS) break;
    }
    // Without words in common, a theme some members carry says more than nothing.
    const theme =
      fitting[k] ?? (words.length === 0 && members.length > 1 ? known(majority(members, 0)) : undefined);
    const shared = groups.some(
      (others, other) => other !== k && others.length > 1 && fitting[other] === fitting[k],
    );
    const told = theme === undefined || (members.length > 1 && shared) ? words : [];
    for (const word of told) used.add(word);
    return { label: theme === undefined ? '' : inLang(theme.label, lang), words: told };
  });
}
