import type { PartnerId, WordsId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { neverOpened } from '../../core/round/never-opened.ts';
import { decideClosing } from '../../core/round/open.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Ids } from '../ports/edge.ts';
import type { Transaction } from '../ports/store.ts';

/** What calls for an answer: it is pointless once the round is closed. */
const CALLS = ['reminder', 'extension'];

/** Closes a round by hand; before its day, only with a reason (C3). */
export async function closeRound(
  scene: Scene<'rounds' | 'words' | 'outbox'>,
  key: string,
  reason: WordsId | null,
): Promise<Round | Refusal> {
  const round = await scene.tx.rounds.byKey(scene.consultation.id, key);
  if (!round) return neverOpened(scene.consultation.content, key);
  const act = {
    verb: 'round.close',
    subjectType: 'round',
    subjectId: round.id,
    refs: reason === null ? {} : { reason },
  } as const;
  return perform(scene, act, async () => {
    const refusal = decideClosing(round, scene.now, reason !== null);
    if (refusal) return refusal;
    if (!(await scene.tx.rounds.close(round.id, { state: 'closed', at: scene.now, reason })))
      return refuse('round-not-open', { round: key });
    await scene.tx.outbox.drop(round.id, CALLS);
    return { ...round, state: 'closed', closedAt: scene.now };
  });
}

export interface Cancelled {
  readonly round: Round;
  /** Deliveries that will not leave. */
  readonly dropped: number;
  /** Partners whom the invitation had reached: they are owed a word. */
  readonly reached: readonly PartnerId[];
}

/** Cancels an open round: what has not left stays here. It may be opened anew later. */
export async function cancelRound(
  scene: Scene<'rounds' | 'outbox' | 'participations'>,
  key: string,
): Promise<Cancelled | Refusal> {
  const { tx, now } = scene;
  const round = await tx.rounds.byKey(scene.consultation.id, key);
  if (!round) return neverOpened(scene.consultation.content, key);
  return perform(scene, { verb: 'round.cancel', subjectType: 'round', subjectId: round.id }, async () => {
    if (round.state !== 'open') return refuse('round-not-open', { round: key });
    if (!(await tx.rounds.close(round.id, { state: 'cancelled', at: now, reason: null })))
      return refuse('round-not-open', { round: key });
    const dropped = await tx.outbox.drop(round.id);
    const participations = await tx.participations.of(round.id);
    const reached = participations.filter((one) => one.reachedAt !== null).map((one) => one.partnerId);
    return { round, dropped, reached };
  });
}

/** Closes the rounds whose day has come; the same tick twice closes once. */
export async function closeDueRounds(
  tx: Pick<Transaction, 'rounds' | 'outbox' | 'acts'>,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<readonly Round[]> {
  const closed: Round[] = [];
  for (const round of await tx.rounds.due(edge.now)) {
    const scene = { ...edge, tx, consultation: { id: round.consultationId }, actor: 'system' } as const;
    const act = { verb: 'round.close', subjectType: 'round', subjectId: round.id } as const;
    const done = await perform(scene, act, async () => {
      if (!(await tx.rounds.close(round.id, { state: 'closed', at: edge.now, reason: null })))
        return refuse('round-not-open', { round: round.key });
      await tx.outbox.drop(round.id, CALLS);
      return round;
    });
    if (!isRefusal(done)) closed.push(done);
  }
  return closed;
}
