/** A proposal that says several things becomes several, each with its lineage, when its author agrees. */
import type { ProposalId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import type { Extract, Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { maySplit } from '../../core/proposal/split.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Verb } from '../rights.ts';

const act = (verb: Verb, { id }: Pick<ProposalRow, 'id'>, refs: Record<string, string | number> = {}) =>
  ({ verb, subjectType: 'proposal', subjectId: id, refs }) as const;

/** A facilitator thinks it says several things: nothing is split before its author agrees. */
export async function suggestSplit(
  scene: Scene,
  row: ProposalRow,
  parts: number,
): Promise<ProposalRow | Refusal> {
  return perform(scene, act('split.suggest', row, { parts }), async () => maySplit(row, parts) ?? row);
}

/** The author keeps it whole. */
export async function refuseSplit(scene: Scene, row: ProposalRow): Promise<ProposalRow | Refusal> {
  return perform(scene, act('split.refuse', row), async () => row);
}

export interface SplitPart {
  readonly extract: Extract;
  readonly idea: Idea;
}

/**
 * The parts take its place: same author, round and lateness, read anew; whoever stood behind it stands behind each.
 * `split.agree` is its author's own act, `split.apply` a facilitator's where there is no author to ask.
 */
export async function splitProposal(
  scene: Scene<'proposals' | 'consultations' | 'doubts'>,
  row: ProposalRow,
  parts: readonly SplitPart[],
  verb: 'split.agree' | 'split.apply',
): Promise<readonly Proposal[] | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  return perform(scene, act(verb, row, { parts: parts.length }), async () => {
    const own = actor.partners.some(({ id }) => id === row.partnerId);
    if (own !== (verb === 'split.agree')) return refuse('no-such-proposal', { proposal: ref(row.number) });
    const refusal = maySplit(row, parts.length);
    if (refusal) return refusal;
    const { firstNumber, revision } = await tx.consultations.advance(consultation.id, parts.length);
    await tx.proposals.setState(row.id, 'split', null, revision);
    const behind = await standBehind(scene, row);
    const made = parts.map(({ extract, idea }, index) => ({
      ...row,
      id: ids.next<ProposalId>(),
      number: firstNumber + index,
      externalId: null,
      mergedInto: null,
      splitFrom: row.id,
      versions: [{ ...extract, n: 1, at: now }],
      tags: idea.tags,
    }));
    await tx.proposals.add(made, { contentId: consultation.contentId, revision });
    for (const kind of ['axis', 'near', 'alone-again']) await tx.doubts.resolve(row.id, kind, now);
    for (const [index, { id }] of made.entries()) {
      const doubt = { consultationId: consultation.id, proposalId: id, inboundId: null, raisedAt: now };
      const { axisDoubt } = parts[index]!.idea;
      if (axisDoubt) await tx.doubts.add({ ...doubt, id: ids.next(), kind: 'axis', options: axisDoubt });
      if (row.lateness === 'pending')
        await tx.doubts.add({ ...doubt, id: ids.next(), kind: 'late', options: [] });
      for (const partnerId of behind)
        await tx.proposals.endorse({
          id: ids.next(),
          consultationId: consultation.id,
          proposalId: id,
          partnerId,
          at: now,
        });
    }
    if (row.lateness === 'pending') await tx.doubts.resolve(row.id, 'late', now);
    return made;
  });
}

/** Endorsers, and authors of what was merged into it with theirs; not its own author. */
async function standBehind({ tx, consultation }: Scene<'proposals'>, row: ProposalRow) {
  const merged = (await tx.proposals.of(consultation.id, { states: ['merged'] })).filter(
    ({ mergedInto }) => mergedInto === row.id,
  );
  const endorsers = (await tx.proposals.byId(row.id))?.endorsers ?? [];
  const all = [...endorsers, ...merged.flatMap((one) => [one.partnerId, ...one.endorsers])];
  return new Set(all.flatMap((id) => (id === null || id === row.partnerId ? [] : [id])));
}

export interface Rejoined {
  readonly whole: ProposalRow;
  readonly parts: readonly ProposalRow[];
}

/** It is one again: its parts are merged into it. Refused once a body has spoken of one of them. */
export async function rejoinProposal(
  scene: Scene<'proposals' | 'consultations' | 'decisions'>,
  number: number,
): Promise<Rejoined | Refusal> {
  const { tx, consultation, actor } = scene;
  // Before anything is read: no body decides on a part meanwhile.
  const { revision } = await tx.consultations.advance(consultation.id, 0);
  const row = await tx.proposals.byNumber(consultation.id, number);
  const named = { proposal: ref(number) };
  if (!row) return refuse('unknown-proposal', named);
  const own = actor.partners.some(({ id }) => id === row.partnerId);
  const done = await perform(scene, act(own ? 'split.rejoin-own' : 'split.rejoin', row), async () => {
    if (row.state !== 'split') return refuse('not-split', named);
    const parts = (await tx.proposals.of(consultation.id, { states: ['submitted'] })).filter(
      ({ splitFrom }) => splitFrom === row.id,
    );
    const decided = new Set((await tx.decisions.of(consultation.id)).map(({ proposalId }) => proposalId));
    if (parts.some(({ id }) => decided.has(id))) return refuse('split-decided', named);
    for (const { id } of parts) await tx.proposals.setState(id, 'merged', row.id, revision);
    await tx.proposals.setState(row.id, 'submitted', null, revision);
    return parts;
  });
  return isRefusal(done) ? done : { whole: row, parts: done };
}
