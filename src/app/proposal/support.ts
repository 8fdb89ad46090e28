/** A partner stands behind the proposal of another, or takes that back. */
import type { PartnerId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { maySupport } from '../../core/proposal/support.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { rootOf, shownTo } from './others.ts';

type Needs = 'proposals' | 'people' | 'rounds';

/** Named by its number, that of one merged into it too. `as`: in whose name, one of the actor's. */
export async function supportProposal(
  scene: Scene<Needs>,
  number: number,
  as: PartnerId,
): Promise<ProposalRow | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  const named = await tx.proposals.byNumber(consultation.id, number);
  const row = await rootOf(scene, named);
  const own = actor.partners.map(({ id }) => id);
  const round = row?.roundId ? await tx.rounds.byId(row.roundId) : null;
  const refusal = maySupport(row, own, {
    number: row?.number ?? number,
    shown: (await shownTo(scene, row)) !== null,
    open: round === null || (round.state === 'open' && now < round.closesAt),
  });
  if (refusal || !row) return refusal ?? refuse('not-shown-to-you', { proposal: ref(number) });
  const act = { verb: 'proposal.endorse', subjectType: 'proposal', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    const id = ids.next<string>();
    await tx.proposals.endorse({
      id,
      consultationId: consultation.id,
      proposalId: row.id,
      partnerId: as,
      at: now,
    });
    return row;
  });
}

/** At any time, also of what is shown no more. */
export async function retractSupport(scene: Scene<Needs>, number: number): Promise<ProposalRow | Refusal> {
  const { tx, now, consultation, actor } = scene;
  const row = await rootOf(scene, await tx.proposals.byNumber(consultation.id, number));
  const mine = actor.partners.filter(({ id }) => row?.endorsers.includes(id));
  if (!row || mine.length === 0) {
    const joined = row ? await joinedBy(scene, row) : null;
    if (row && joined)
      return refuse('support-by-joining', { proposal: ref(row.number), mine: ref(joined.number) });
    return refuse('not-supported', { proposal: ref(number) });
  }
  const act = { verb: 'proposal.retract', subjectType: 'proposal', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    for (const { id } of mine) await tx.proposals.retract(row.id, id, now);
    return row;
  });
}

/** One of the actor's that was merged into it. */
async function joinedBy({ tx, actor }: Scene<'proposals'>, into: ProposalRow): Promise<ProposalRow | null> {
  for (const { id } of actor.partners)
    for (const row of await tx.proposals.byPartner(id))
      if (row.state === 'merged' && row.mergedInto === into.id) return row;
  return null;
}
