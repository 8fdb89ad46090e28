/** What a facilitator does to a proposal of somebody else. */
import { ref } from '../../core/ids.ts';
import { heard, take } from '../../core/participation/progress.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { tableOf } from './rewrite-table.ts';

export async function numberRow(scene: Scene<'proposals'>, number: number): Promise<ProposalRow | Refusal> {
  const row = await scene.tx.proposals.byNumber(scene.consultation.id, number);
  return row ?? refuse('unknown-proposal', { proposal: ref(number) });
}

/**
 * A late proposal is accepted, and counts, its author with it, or those of the table that said it; or it is set aside.
 * Either way it will get an answer.
 */
export async function settleLate(
  scene: Scene<'proposals' | 'consultations' | 'doubts' | 'participations' | 'rounds' | 'tables' | 'people'>,
  number: number,
  as: 'accepted' | 'declined',
): Promise<ProposalRow | Refusal> {
  const { tx, consultation, now } = scene;
  let settled = '';
  const act = {
    verb: 'proposal.settle-late',
    subjectType: 'proposal',
    subjectId: () => settled,
    refs: { as },
  } as const;
  return perform(scene, act, async () => {
    const row = await tx.proposals.byNumber(consultation.id, number);
    if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
    settled = row.id;
    if (row.lateness === 'in-time') return refuse('not-late', { proposal: ref(number) });
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    await tx.proposals.setLateness(row.id, as, revision);
    await tx.doubts.resolve(row.id, 'late', now);
    if (as === 'accepted') await countAnswer(scene, row);
    return { ...row, lateness: as };
  });
}

/** Whoever said it has answered that prompt after all, or was heard otherwise than in answer to one. */
async function countAnswer(
  scene: Scene<'participations' | 'rounds' | 'tables' | 'people'>,
  row: ProposalRow,
): Promise<void> {
  const { tx, consultation, now } = scene;
  const { roundId, partnerId, promptKey } = row;
  if (!roundId) return;
  if (!partnerId || !promptKey) {
    const table = row.table ? await tableOf(scene, row) : null;
    for (const id of partnerId ? [partnerId] : (table?.partners ?? []).map((one) => one.id)) {
      const participation = await tx.participations.find(roundId, id);
      if (participation) await tx.participations.save(heard(participation, now));
    }
    return;
  }
  const round = await tx.rounds.byId(roundId);
  const prompts = consultation.content.rounds.find((one) => one.key === round?.key)?.prompts ?? [];
  const participation = await tx.participations.find(roundId, partnerId);
  if (participation) await tx.participations.save(take(participation, prompts, promptKey, 'answered', now));
}
