import { ref } from '../../core/ids.ts';
import { heard } from '../../core/participation/progress.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/** Said in the name of another organisation of theirs, which is then no mere supporter of it. */
export async function moveProposal(
  scene: Scene<'proposals' | 'consultations' | 'participations'>,
  row: ProposalRow,
  to: Partner,
): Promise<ProposalRow | Refusal> {
  const { tx, now, consultation } = scene;
  const act = {
    verb: 'proposal.move',
    subjectType: 'proposal',
    subjectId: row.id,
    refs: { from: row.partnerId ?? '', to: to.id },
  } as const;
  return perform(scene, act, async () => {
    if (row.partnerId === to.id) return refuse('already-in-that-name', { proposal: ref(row.number) });
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    await tx.proposals.setPartner(row.id, to.id, revision);
    await tx.proposals.retract(row.id, to.id, now);
    const there = row.roundId ? await tx.participations.find(row.roundId, to.id) : null;
    if (there) await tx.participations.save(heard(there, now));
    return { ...row, partnerId: to.id };
  });
}
