/** What was grouped anew, under the themes there were. Pure: the same groups in another order give the same themes. */
import type { ProposalId } from '../ids.ts';
import type { Group, Grouping } from '../synthesis/model.ts';
import type { Theme, ThemeMember, Themes } from './model.ts';

export type Groupings = ReadonlyMap<string | null, Grouping>;

/**
 * A group goes on as the theme most of its members are of: whatever it is when people put some of them there, else one
 * group a theme, and only for a fair share of either. What somebody put somewhere stays there; a group that goes on as
 * none is a new theme, unless it is of one.
 */
export function settle(before: Themes, found: Groupings, ids: () => string): Themes {
  const themes = [...before.themes];
  const present = new Map(
    [...found].flatMap(([axis, { groups }]) =>
      groups.flatMap(({ members }) => members.map((id) => [id, axis] as const)),
    ),
  );
  const axisOf = new Map(themes.map(({ id, axis }) => [id, axis]));
  const kept = before.members.filter(
    ({ proposal, theme }) => present.has(proposal) && present.get(proposal) === axisOf.get(theme),
  );
  const absent = before.members.filter(({ proposal, by }) => by !== null && !present.has(proposal));
  const known = new Map(kept.map((member) => [member.proposal, member]));
  const members: ThemeMember[] = [];
  for (const [axis, { groups }] of found) {
    const ordered = groups.toSorted(
      (a, b) => b.members.length - a.members.length || compare(first(a), first(b)),
    );
    const goesOn = continued(
      themes.filter((theme) => theme.axis === axis),
      ordered,
      known,
    );
    const own = new Map<string, ProposalId[]>();
    const moved = new Map<string, ThemeMember[]>();
    for (const group of ordered) {
      const free = group.members.filter((id) => (known.get(id)?.by ?? null) === null);
      let theme = goesOn.get(group) ?? null;
      if (theme === null && free.length > 1) {
        theme = ids();
        const number = Math.max(0, ...themes.map((one) => one.number)) + 1;
        const { label, words } = group;
        themes.push({ id: theme, number, axis, label, words, title: null, mergedInto: null });
      }
      for (const id of group.members) {
        const member = known.get(id);
        if (member && member.by !== null && member.theme !== theme)
          moved.set(member.theme, [...(moved.get(member.theme) ?? []), member]);
        else if (theme !== null) own.set(theme, [...(own.get(theme) ?? []), id]);
      }
      if (theme !== null) named(themes, theme, group);
    }
    for (const theme of new Set([...own.keys(), ...moved.keys()])) {
      const all = [...(own.get(theme) ?? []), ...(moved.get(theme) ?? []).map(({ proposal }) => proposal)];
      all.forEach((proposal, place) => {
        members.push({ proposal, theme, by: known.get(proposal)?.by ?? null, place });
      });
    }
  }
  return { themes, members: [...members, ...absent] };
}

/** Of a theme, or of a group, that must be in both for one to go on as the other, unless somebody named it. */
const FAIR = 1 / 3;

function continued(
  themes: readonly Theme[],
  groups: readonly Group[],
  known: ReadonlyMap<ProposalId, ThemeMember>,
): ReadonlyMap<Group, string> {
  const goesOn = new Map<Group, string>();
  const taken = new Set<string>();
  const sizes = new Map<string, number>();
  for (const { theme } of known.values()) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  const standing = themes.filter(({ id }) => sizes.has(id));
  const open: { readonly group: Group; readonly theme: Theme; readonly shared: number }[] = [];
  for (const group of groups) {
    const here = group.members.flatMap((id) => known.get(id) ?? []);
    const [best] = standing
      .map((theme) => {
        const own = here.filter((member) => member.theme === theme.id);
        return { theme, shared: own.length, put: own.filter(({ by }) => by !== null).length };
      })
      .sort((a, b) => b.shared - a.shared || b.put - a.put || a.theme.number - b.theme.number);
    if (best && best.put > 0) {
      goesOn.set(group, best.theme.id);
      taken.add(best.theme.id);
      continue;
    }
    for (const theme of standing) {
      const shared = here.filter((member) => member.theme === theme.id && member.by === null).length;
      const smaller = Math.min(sizes.get(theme.id) ?? 0, group.members.length);
      if (shared > 0 && (theme.title !== null || shared >= FAIR * smaller))
        open.push({ group, theme, shared });
    }
  }
  open.sort(
    (a, b) =>
      b.shared - a.shared || a.theme.number - b.theme.number || compare(first(a.group), first(b.group)),
  );
  for (const { group, theme } of open) {
    if (goesOn.has(group) || taken.has(theme.id)) continue;
    goesOn.set(group, theme.id);
    taken.add(theme.id);
  }
  return goesOn;
}

/** A theme keeps its name; one that has none, or lost it with somebody's words, takes what the group is called. */
function named(themes: Theme[], id: string, { label, words }: Group): void {
  const at = themes.findIndex((theme) => theme.id === id);
  const theme = themes[at]!;
  if (theme.label === '' && theme.words.length === 0) themes[at] = { ...theme, label, words };
}

const first = ({ members }: Group): string => members.toSorted()[0] ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The groups a synthesis is made of: themes as they stand, largest first, then what is of none. */
export function groupingsOf({ themes, members }: Themes, found: Groupings): Groupings {
  const byTheme = Map.groupBy(members, ({ theme }) => theme);
  const placed = new Set(members.map(({ proposal }) => proposal));
  return new Map(
    [...found].map(([axis, { groups, ...grouping }]) => {
      const present = new Set(groups.flatMap((group) => group.members));
      const standing = themes
        .filter((theme) => theme.axis === axis)
        .map(
          ({ id, label, words, title }): Group => ({
            lasting: id,
            label,
            words,
            title,
            members: (byTheme.get(id) ?? [])
              .filter(({ proposal }) => present.has(proposal))
              .toSorted((a, b) => a.place - b.place)
              .map(({ proposal }) => proposal),
          }),
        );
      const alone = groups.map((group) => ({
        ...group,
        members: group.members.filter((id) => !placed.has(id)),
      }));
      const all = [...standing, ...alone].filter((group) => group.members.length > 0);
      return [
        axis,
        { ...grouping, groups: all.sort((a, b) => b.members.length - a.members.length) },
      ] as const;
    }),
  );
}
