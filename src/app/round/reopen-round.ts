import { localDaysBetween } from '../../core/consultation/working-hours.ts';
import { take } from '../../core/participation/progress.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { decideReopening } from '../../core/round/open.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

export interface Reopened {
  readonly round: Round;
  /** Said meanwhile, and in time after all. */
  readonly inTime: readonly ProposalRow[];
}

/** A round closed by mistake goes on, the same day; what came meanwhile counts as if it had never been closed. */
export async function reopenRound(
  scene: Scene<'rounds' | 'proposals' | 'consultations' | 'participations' | 'doubts'>,
  key: string,
): Promise<Reopened | Refusal> {
  const { tx, now, consultation } = scene;
  const round = await tx.rounds.byKey(consultation.id, key);
  if (!round) return refuse('no-such-round', { round: key });
  return perform(scene, { verb: 'round.reopen', subjectType: 'round', subjectId: round.id }, async () => {
    const sameDay = localDaysBetween(round.closedAt ?? now, now, consultation.content.zone) === 0;
    const refusal = decideReopening(round, now, sameDay);
    if (refusal) return refusal;
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    if (!(await tx.rounds.reopen(round.id))) return refuse('round-not-closed', { round: key });
    const rows = await tx.proposals.of(consultation.id, { roundId: round.id });
    const inTime = rows.filter((row) => row.lateness === 'pending' && row.submittedAt >= round.closedAt!);
    const prompts = consultation.content.rounds.find((one) => one.key === key)?.prompts ?? [];
    for (const row of inTime) {
      await tx.proposals.setLateness(row.id, 'in-time', revision);
      await tx.doubts.resolve(row.id, 'late', now);
      const theirs = row.partnerId && (await tx.participations.find(round.id, row.partnerId));
      if (theirs && row.promptKey)
        await tx.participations.save(take(theirs, prompts, row.promptKey, 'answered', now));
    }
    return { round: { ...round, state: 'open', closedAt: null }, inTime };
  });
}
