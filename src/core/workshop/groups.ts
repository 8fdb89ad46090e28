/** Groups of ideas: suggested by the machine, put right by people. Pure. */
import type { PersonId, ProposalId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Group, groupName, type Member } from './model.ts';

export interface Grouped {
  readonly groups: readonly Group[];
  readonly members: readonly Member[];
}

/** What grouping found on one axis: members of each, most central first. */
export interface Suggested {
  readonly axis: string | null;
  readonly groups: readonly (readonly ProposalId[])[];
}

/**
 * First groups of a workshop, numbered from 1 in the order given, the largest of an axis first. An idea alone is no
 * group: it stays apart, and loses nothing by it.
 */
export function suggest(suggested: readonly Suggested[], ids: () => string): Grouped {
  const made = suggested.flatMap(({ axis, groups }) =>
    groups
      .filter((members) => members.length > 1)
      .toSorted((a, b) => b.length - a.length)
      .map((members) => ({ axis, members, id: ids() })),
  );
  return {
    groups: made.map(({ axis, id }, index) => ({
      id,
      number: index + 1,
      axis,
      title: null,
      mergedInto: null,
    })),
    members: made.flatMap(({ id, members }) =>
      members.map((proposal, place) => ({ proposal, group: id, by: null, place })),
    ),
  };
}

/** Groups that stand: merged and empty ones do not. */
export const standing = ({ groups, members }: Grouped): Group[] =>
  groups.filter(({ id, mergedInto }) => mergedInto === null && members.some((member) => member.group === id));

/** The group of that number, or the one it was merged into. */
export function groupNumbered({ groups }: Pick<Grouped, 'groups'>, number: number): Group | Refusal {
  let found = groups.find((group) => group.number === number);
  while (found?.mergedInto) {
    const { mergedInto } = found;
    found = groups.find(({ id }) => id === mergedInto);
  }
  return found ?? refuse('no-such-group', { group: groupName(number) });
}

export const membersOf = ({ members }: Pick<Grouped, 'members'>, group: string): Member[] =>
  members.filter((member) => member.group === group).toSorted((a, b) => a.place - b.place);

/** Into that group, last in it; whoever moves it is on record. */
export function moved(grouped: Grouped, proposal: ProposalId, group: string, by: PersonId): Member | Refusal {
  const present = grouped.members.find((member) => member.proposal === proposal);
  if (present?.group === group) return refuse('already-in-group');
  const last = membersOf(grouped, group).at(-1);
  return { proposal, group, by, place: (last?.place ?? -1) + 1 };
}

export function mayMerge(from: Group, into: Group): Refusal | null {
  return from.id === into.id ? refuse('merge-group-with-itself', { group: groupName(into.number) }) : null;
}
