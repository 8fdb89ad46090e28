/** Minutes of a workshop: what was said, group by group, each line with what it cites. References only. */
import type { ProposalId, Ref } from '../ids.ts';
import { ref } from '../ids.ts';
import type { Extract } from '../proposal/model.ts';
import type { Instant } from '../time.ts';
import type { Result } from './dots.ts';
import { type Grouped, membersOf, standing } from './groups.ts';
import type { Group, Workshop } from './model.ts';

/** A proposal of the workshop, as its minutes see it. */
export interface Said {
  readonly proposal: ProposalId;
  readonly number: number;
  readonly axis: string | null;
  /** null when its author is never quoted. */
  readonly quote: Extract | null;
  readonly at: Instant;
}

export interface MinutesGroup {
  readonly number: number;
  readonly title: Group['title'];
  readonly quote: Extract | null;
  readonly cites: readonly Ref[];
  readonly people: number | null;
  readonly points: number | null;
  readonly cells: Result['cells'];
  /** Of its proposals, those whose place was disputed. */
  readonly disputed: readonly Ref[];
}

export interface MinutesAxis {
  readonly axis: string | null;
  /** The most points first. */
  readonly groups: readonly MinutesGroup[];
  /** In no group. */
  readonly apart: readonly { readonly cites: Ref; readonly quote: Extract | null }[];
}

export interface SignedMinutes {
  readonly axes: readonly MinutesAxis[];
  /** Said after the end, by those who were absent or who thought of it later. */
  readonly added: readonly { readonly cites: Ref; readonly quote: Extract | null; readonly at: Instant }[];
  /** People there, by type of actor; null where it would tell of a few. */
  readonly present: readonly { readonly college: string; readonly people: number | null }[];
}

/** Drafts them; every proposal is cited once, in a group, apart or added. */
export function draftMinutes(input: {
  readonly workshop: Pick<Workshop, 'endedAt'>;
  readonly axes: readonly (string | null)[];
  readonly said: readonly Said[];
  readonly grouped: Grouped;
  readonly results: readonly Result[];
  readonly disputed: ReadonlySet<ProposalId>;
  readonly present: SignedMinutes['present'];
}): SignedMinutes {
  const { said, grouped, results } = input;
  const after = input.workshop.endedAt;
  const byId = new Map(said.map((one) => [one.proposal, one]));
  const rank = new Map(results.map(({ group }, index) => [group, index]));
  const groups = standing(grouped).toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const placed = new Set(groups.flatMap(({ id }) => membersOf(grouped, id).map((one) => one.proposal)));
  const isAdded = (one: Said) => after !== null && one.at > after && !placed.has(one.proposal);
  const known = new Set(input.axes);
  const axisOf = (axis: string | null) => (known.has(axis) ? axis : null);
  const axes = [...new Set([...input.axes, null])].map(
    (axis): MinutesAxis => ({
      axis,
      groups: groups
        .filter((group) => axisOf(group.axis) === axis)
        .map((group) => minutesGroup(group, grouped, byId, results, input.disputed)),
      apart: said
        .filter((one) => axisOf(one.axis) === axis && !placed.has(one.proposal) && !isAdded(one))
        .map(({ number, quote }) => ({ cites: ref(number), quote })),
    }),
  );
  return {
    axes: axes.filter(({ groups: here, apart }) => here.length + apart.length > 0),
    added: said.filter(isAdded).map(({ number, quote, at }) => ({ cites: ref(number), quote, at })),
    present: input.present,
  };
}

function minutesGroup(
  group: Group,
  grouped: Grouped,
  byId: ReadonlyMap<ProposalId, Said>,
  results: readonly Result[],
  disputed: ReadonlySet<ProposalId>,
): MinutesGroup {
  const members = membersOf(grouped, group.id).flatMap(({ proposal }) => byId.get(proposal) ?? []);
  const result = results.find((one) => one.group === group.id);
  return {
    number: group.number,
    title: group.title,
    quote: members.find(({ quote }) => quote !== null)?.quote ?? null,
    cites: members.map(({ number }) => ref(number)),
    people: result?.people ?? null,
    points: result?.points ?? null,
    cells: result?.cells ?? [],
    disputed: members.filter(({ proposal }) => disputed.has(proposal)).map(({ number }) => ref(number)),
  };
}

/** Counts of people by type of actor: nobody, or at least `smallest`; a second one is withheld with a small one. */
export function withheldPresence(
  present: readonly { readonly college: string; readonly people: number }[],
  smallest: number,
): SignedMinutes['present'] {
  const small = (people: number) => people > 0 && people < smallest;
  const hidden = new Set(present.filter(({ people }) => small(people)).map(({ college }) => college));
  const left = () =>
    present.reduce((sum, { college, people }) => sum + (hidden.has(college) ? people : 0), 0);
  for (const { college } of present
    .filter(({ people }) => people >= smallest)
    .toSorted((a, b) => a.people - b.people)) {
    if (!small(left())) break;
    hidden.add(college);
  }
  return present.map(({ college, people }) => ({ college, people: hidden.has(college) ? null : people }));
}
