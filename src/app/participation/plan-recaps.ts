import { RECALLED, recapIsDue } from '../../core/mail/mailing.ts';
import type { Instant } from '../../core/time.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Transaction } from '../ports/store.ts';

/**
 * Queues one letter to each person who has finished, or has been quiet for a while, since they last proposed or
 * changed something; the same tick twice queues it once. `idOf` makes of a text an id that is always the same.
 */
export async function planRecaps(
  tx: Pick<Transaction, 'mails'>,
  { id }: Pick<LoadedConsultation, 'id'>,
  edge: { readonly now: Instant; readonly idOf: (text: string) => string },
): Promise<number> {
  const { now } = edge;
  const candidates = await tx.mails.recapCandidates(id, now - RECALLED);
  const due = candidates.filter(({ lastSaid, finished }) => recapIsDue(lastSaid, finished, now));
  await tx.mails.add(
    due.map(({ personId, conversationId, roundId, lastAct }) => ({
      id: edge.idOf(`recap ${personId} ${lastAct}`),
      consultationId: id,
      personId,
      conversationId,
      roundId,
      kind: 'recap',
      dueAt: now,
      createdAt: now,
    })),
  );
  return due.length;
}
