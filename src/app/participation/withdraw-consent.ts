import type { Participation } from '../../core/participation/model.ts';
import { decline } from '../../core/participation/progress.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { takeOut } from '../proposal/withdraw.ts';

/**
 * The person no longer agrees to take part: what they said in that round is withdrawn, and what they supported is
 * theirs no more. The proposals taken out.
 */
export async function withdrawConsent(
  scene: Scene<'participations' | 'proposals' | 'consultations' | 'doubts'>,
  participation: Participation,
): Promise<readonly ProposalRow[] | Refusal> {
  const { tx, now, consultation } = scene;
  const act = {
    verb: 'participation.withdraw',
    subjectType: 'participation',
    subjectId: participation.id,
  } as const;
  return perform(scene, act, async () => {
    const { roundId, partnerId } = participation;
    await tx.participations.save(decline(participation, now));
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const rows = (await tx.proposals.byPartner(partnerId)).filter(
      (row) => row.roundId === roundId && (row.state === 'submitted' || row.state === 'merged'),
    );
    await takeOut(scene, rows, 'withdrawn', revision);
    for (const row of await tx.proposals.of(consultation.id, { roundId }))
      if (row.endorsers.includes(partnerId)) await tx.proposals.retract(row.id, partnerId, now);
    return rows.toSorted((a, b) => a.number - b.number);
  });
}
