import type { WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { decideClosing } from '../../core/round/open.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Transaction } from '../ports.ts';

/** Closes a round by hand; before its day, only with a reason (C3). */
export async function closeRound(
  scene: Scene<'rounds' | 'words'>,
  key: string,
  reason: WordsId | null,
): Promise<Round | Refusal> {
  const round = await scene.tx.rounds.byKey(scene.consultation.id, key);
  if (!round) return refuse('no-such-round', { round: key });
  return perform(scene, { verb: 'round.close', subjectType: 'round', subjectId: round.id }, async () => {
    const refusal = decideClosing(round, scene.now, reason !== null);
    if (refusal) return refusal;
    await scene.tx.rounds.close(round.id, { state: 'closed', at: scene.now, reason });
    return { ...round, state: 'closed', closedAt: scene.now };
  });
}

/** Closes the rounds whose day has come; the same tick twice closes once. */
export async function closeDueRounds(
  tx: Pick<Transaction, 'rounds'>,
  now: Instant,
): Promise<readonly Round[]> {
  const due = await tx.rounds.due(now);
  for (const round of due) await tx.rounds.close(round.id, { state: 'closed', at: now, reason: null });
  return due;
}
