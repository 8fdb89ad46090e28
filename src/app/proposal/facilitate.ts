/** What a facilitator does to a proposal of somebody else. */
import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports.ts';

export async function numberRow(scene: Scene<'proposals'>, number: number): Promise<ProposalRow | Refusal> {
  const row = await scene.tx.proposals.byNumber(scene.consultation.id, number);
  return row ?? refuse('unknown-proposal', { proposal: ref(number) });
}

/** A late proposal is accepted, and counts, or is set aside; either way it will get an answer. */
export async function settleLate(
  scene: Scene<'proposals' | 'consultations' | 'doubts'>,
  number: number,
  as: 'accepted' | 'declined',
): Promise<ProposalRow | Refusal> {
  const { tx, consultation, now } = scene;
  const row = await tx.proposals.byNumber(consultation.id, number);
  if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
  const act = {
    verb: 'proposal.settle-late',
    subjectType: 'proposal',
    subjectId: row.id,
    refs: { as },
  } as const;
  return perform(scene, act, async () => {
    if (row.lateness === 'in-time') return refuse('not-late', { proposal: ref(number) });
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    await tx.proposals.setLateness(row.id, as, revision);
    await tx.doubts.resolve(row.id, 'late', now);
    return { ...row, lateness: as };
  });
}
