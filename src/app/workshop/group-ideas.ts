/** Ideas of a workshop are put together: by the machine at first, then as people say. */
import type { ProposalId, WordsId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import {
  type Grouped,
  groupNumbered,
  mayMerge,
  membersOf,
  moved,
  type Suggested,
  suggest,
} from '../../core/workshop/groups.ts';
import type { Group, Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene, type Unattended } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Verb } from '../rights.ts';

/** The machine's suggestion; false when there are groups already: people's hands are not undone. */
export async function suggestGroups(
  scene: Unattended<'workshops'>,
  known: Workshop,
  suggested: readonly Suggested[],
): Promise<Grouped | null> {
  const { tx, now, ids } = scene;
  const act = { verb: 'workshop.group', subjectType: 'workshop', subjectId: known.id } as const;
  const made = await perform(scene, act, async (): Promise<Grouped | Refusal> => {
    const workshop = await tx.workshops.lock(known.id);
    if (!workshop || (await tx.workshops.grouped(known.id)).groups.length > 0)
      return refuse('grouped-already');
    const grouped = suggest(suggested, () => ids.next<string>());
    await tx.workshops.addGroups(workshop, grouped, now);
    return grouped;
  });
  return isRefusal(made) ? null : made;
}

type Needs = 'workshops' | 'proposals' | 'doubts';

export type Regrouping =
  /** `to`: a group's number, null for out of its group, 'new' for a group of its own. */
  | { readonly does: 'move'; readonly proposal: number; readonly to: number | null | 'new' }
  | { readonly does: 'rename'; readonly group: number; readonly title: WordsId }
  | { readonly does: 'merge'; readonly from: number; readonly into: number };

/** The groups whose message changes. */
export interface Regrouped {
  readonly groups: readonly Group[];
  /** A new one among them: it has no message yet. */
  readonly made: Group | null;
  readonly row: ProposalRow | null;
}

export async function regroup(
  scene: Scene<Needs>,
  known: Workshop,
  what: Regrouping,
): Promise<Regrouped | Refusal> {
  return within(scene, known, 'workshop.regroup', async (workshop, grouped) => {
    if (what.does === 'move') return move(scene, workshop, grouped, what);
    const group = groupNumbered(grouped, what.does === 'rename' ? what.group : what.from);
    if (isRefusal(group)) return group;
    if (what.does === 'rename') {
      const renamed = { ...group, title: what.title };
      await scene.tx.workshops.setGroup(renamed);
      return { groups: [renamed], made: null, row: null };
    }
    const into = groupNumbered(grouped, what.into);
    if (isRefusal(into)) return into;
    const refusal = mayMerge(group, into);
    if (refusal) return refusal;
    for (const member of membersOf(grouped, group.id)) {
      const place = moved(
        await scene.tx.workshops.grouped(workshop.id),
        member.proposal,
        into.id,
        scene.actor.person.id,
      );
      if (!isRefusal(place)) await scene.tx.workshops.setMember(workshop, place);
    }
    const merged = { ...group, mergedInto: into.id };
    await scene.tx.workshops.setGroup(merged);
    await moveDots(scene, workshop, group, into);
    return { groups: [into, merged], made: null, row: null };
  });
}

/** Dots follow the ideas they were put on. */
async function moveDots(
  { tx, now }: Scene<Needs>,
  workshop: Workshop,
  from: Group,
  into: Group,
): Promise<void> {
  const dots = await tx.workshops.dots(workshop.id);
  for (const one of dots.filter(({ group }) => group === from.id)) {
    const there = dots.find(({ group, person }) => group === into.id && person === one.person)?.points ?? 0;
    await tx.workshops.setDots(workshop, { ...one, group: into.id, points: there + one.points }, now);
    await tx.workshops.setDots(workshop, { ...one, points: 0 }, now);
  }
}

/** Somebody in the room says that an idea is in the wrong place: its author's word is enough, another's is a doubt. */
export async function objectToGroup(
  scene: Scene<Needs>,
  known: Workshop,
  number: number,
): Promise<(Regrouped & { readonly settled: boolean }) | Refusal> {
  const { tx, actor } = scene;
  return within(scene, known, 'workshop.object', async (workshop, grouped) => {
    const row = await tx.proposals.byNumber(workshop.consultationId, number);
    const member = row && grouped.members.find(({ proposal }) => proposal === row.id);
    if (!row || !member || row.roundId !== workshop.roundId)
      return refuse('not-in-a-group', { proposal: ref(number) });
    const group = grouped.groups.find(({ id }) => id === member.group)!;
    const own = actor.partners.some(({ id }) => id === row.partnerId);
    if (own) await tx.workshops.removeMember(workshop.id, row.id);
    await tx.doubts.add({
      id: scene.ids.next(),
      consultationId: workshop.consultationId,
      proposalId: row.id,
      inboundId: null,
      kind: own ? 'regrouped' : 'grouping',
      options: [group.id],
      raisedAt: scene.now,
    });
    return { groups: own ? [group] : [], made: null, row, settled: own };
  });
}

async function move(
  { tx, ids, now, actor }: Scene<Needs>,
  workshop: Workshop,
  grouped: Grouped,
  { proposal: number, to }: Extract<Regrouping, { does: 'move' }>,
): Promise<Regrouped | Refusal> {
  const row = await tx.proposals.byNumber(workshop.consultationId, number);
  if (!row || row.roundId !== workshop.roundId || row.state !== 'submitted')
    return refuse('not-of-workshop', { proposal: ref(number) });
  const before = grouped.groups.find(
    ({ id }) => id === grouped.members.find((member) => member.proposal === row.id)?.group,
  );
  await tx.doubts.resolve(row.id, 'grouping', now);
  if (to === null) {
    if (!before) return refuse('not-in-a-group', { proposal: ref(number) });
    await tx.workshops.removeMember(workshop.id, row.id);
    return { groups: [before], made: null, row };
  }
  const made = to === 'new' ? await newGroup(tx, workshop, grouped, row, ids.next<string>(), now) : null;
  const target = made ?? groupNumbered(grouped, to as number);
  if (isRefusal(target)) return target;
  const member = moved(grouped, row.id as ProposalId, target.id, actor.person.id);
  if (isRefusal(member)) return member;
  await tx.workshops.setMember(workshop, member);
  return { groups: [...(before ? [before] : []), target], made, row };
}

async function newGroup(
  tx: Scene<Needs>['tx'],
  workshop: Workshop,
  { groups }: Grouped,
  row: ProposalRow,
  id: string,
  now: number,
): Promise<Group> {
  const axis = row.tags.find(({ dimension, main }) => dimension === 'axis' && main)?.value ?? null;
  const number = Math.max(0, ...groups.map((group) => group.number)) + 1;
  const made: Group = { id, number, axis, title: null, mergedInto: null };
  await tx.workshops.addGroups(workshop, { groups: [made], members: [] }, now);
  return made;
}

function within<T>(
  scene: Scene<Needs>,
  known: Workshop,
  verb: Verb,
  body: (workshop: Workshop, grouped: Grouped) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return perform(scene, { verb, subjectType: 'workshop', subjectId: known.id }, async () => {
    const workshop = await scene.tx.workshops.lock(known.id);
    return workshop ? body(workshop, await scene.tx.workshops.grouped(workshop.id)) : refuse('no-workshop');
  });
}
