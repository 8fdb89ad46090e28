/** What people change of themes; the machine goes by it from then on. Pure. */
import type { PersonId, ProposalId, WordsId } from '../ids.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { membersOf, type Theme, type ThemeMember, type ThemePatch, type Themes, themeName } from './model.ts';

/** The theme of that number, or the one it was merged into. */
export function themeNumbered({ themes }: Pick<Themes, 'themes'>, number: number): Theme | Refusal {
  let found = themes.find((theme) => theme.number === number);
  while (found?.mergedInto) {
    const { mergedInto } = found;
    found = themes.find(({ id }) => id === mergedInto);
  }
  return found ?? refuse('no-such-theme', { theme: themeName(number) });
}

const placed = (members: readonly ThemeMember[], theme: string, by: PersonId, from = 0): ThemeMember[] =>
  members.map((member, at) => ({ ...member, theme, by, place: from + at }));

export function rename(all: Themes, number: number, title: WordsId): ThemePatch | Refusal {
  const theme = themeNumbered(all, number);
  return isRefusal(theme) ? theme : { themes: [{ ...theme, title }], members: [] };
}

/** All of both is of the second from now on, and what the machine finds near either too. */
export function merge(
  all: Themes,
  { from, into }: { readonly from: number; readonly into: number },
  by: PersonId,
): ThemePatch | Refusal {
  const [one, other] = [themeNumbered(all, from), themeNumbered(all, into)];
  if (isRefusal(one)) return one;
  if (isRefusal(other)) return other;
  if (one.id === other.id) return refuse('merge-theme-with-itself', { theme: themeName(other.number) });
  if (one.axis !== other.axis)
    return refuse('themes-apart', { theme: themeName(one.number), other: themeName(other.number) });
  const [moved, there] = [membersOf(all, one.id), membersOf(all, other.id)];
  return {
    themes: [{ ...one, mergedInto: other.id }],
    members: [...there.map((one) => ({ ...one, by })), ...placed(moved, other.id, by, there.length)],
  };
}

/** Where a proposal is to go: a theme that there is, or one of its own (`made`: its id). */
export type Target = { readonly number: number } | { readonly made: string };

export interface Placed {
  readonly proposal: ProposalId;
  readonly axis: string | null;
}

/**
 * Proposals of one axis, out of their themes into another one. A theme of which some leave for one of their own is
 * looked at as a whole: those that stay are there by the same person's word.
 */
export function move(
  all: Themes,
  proposals: readonly Placed[],
  to: Target,
  by: PersonId,
): ThemePatch | Refusal {
  const target = 'number' in to ? themeNumbered(all, to.number) : opened(all, proposals[0]!.axis, to.made);
  if (isRefusal(target)) return target;
  if (proposals.some(({ axis }) => axis !== target.axis))
    return refuse('not-of-that-axis', { theme: themeName(target.number) });
  const there = membersOf(all, target.id);
  const leaving = new Set(proposals.map(({ proposal }) => proposal));
  if (there.some(({ proposal, by }) => by !== null && leaving.has(proposal)))
    return refuse('already-in-theme', { theme: themeName(target.number) });
  const moved = [...leaving].map((proposal): ThemeMember => ({ proposal, theme: target.id, by, place: 0 }));
  const left = new Set(all.members.filter(({ proposal }) => leaving.has(proposal)).map(({ theme }) => theme));
  const staying =
    'made' in to && proposals.length > 1
      ? all.members.filter((one) => left.has(one.theme) && !leaving.has(one.proposal) && one.by === null)
      : [];
  return {
    themes: 'made' in to ? [target] : [],
    members: [...placed(moved, target.id, by, there.length), ...staying.map((one) => ({ ...one, by }))],
  };
}

const opened = ({ themes }: Themes, axis: string | null, id: string): Theme => ({
  id,
  number: Math.max(0, ...themes.map(({ number }) => number)) + 1,
  axis,
  label: '',
  words: [],
  title: null,
  mergedInto: null,
});

/** Stays where it is, whatever the machine finds later. */
export function pin(all: Themes, proposals: readonly ProposalId[], by: PersonId): ThemePatch {
  return {
    themes: [],
    members: all.members.filter((one) => proposals.includes(one.proposal)).map((one) => ({ ...one, by })),
  };
}

export interface Before {
  readonly themes: readonly Pick<Theme, 'id' | 'title' | 'mergedInto'>[];
  readonly members: ThemePatch['members'];
}

/** What a change replaces, to be put back; no words but by reference. */
export function beforeOf(all: Themes, patch: ThemePatch): Before {
  const known = new Map(all.members.map((member) => [member.proposal, member]));
  const there = new Set(patch.themes.map(({ id }) => id));
  return {
    themes: all.themes
      .filter(({ id }) => there.has(id))
      .map(({ id, title, mergedInto }) => ({ id, title, mergedInto })),
    members: patch.members.map(
      ({ proposal }) => known.get(proposal) ?? { proposal, theme: null, by: null, place: 0 },
    ),
  };
}

/** A change taken back. A theme that was made for it stays, empty: its number is not given again. */
export const putBack = ({ themes }: Pick<Themes, 'themes'>, before: Before): ThemePatch => ({
  themes: before.themes.flatMap((one) => {
    const theme = themes.find(({ id }) => id === one.id);
    return theme ? [{ ...theme, ...one }] : [];
  }),
  members: before.members,
});

export function applied(all: Themes, patch: ThemePatch): Themes {
  const themes = new Map(all.themes.map((theme) => [theme.id, theme]));
  for (const theme of patch.themes) themes.set(theme.id, theme);
  const members = new Map(all.members.map((member) => [member.proposal, member]));
  for (const { theme, ...member } of patch.members)
    if (theme === null) members.delete(member.proposal);
    else members.set(member.proposal, { ...member, theme });
  return { themes: [...themes.values()], members: [...members.values()] };
}
