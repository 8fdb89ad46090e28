/** A long piece of work somebody asked for in chat: done by a job, which tells them in the same conversation. */
import type { Scene } from '../app/perform.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { ConversationId, DeliveryId } from '../core/ids.ts';
import type { Phrases } from './locales/fr.ts';
import { documentOf, type Reply, type Talk } from './talk.ts';

/** Who asked, of what, and where to tell them; for a job's payload. */
export const askedBy = ({ consultation, actor, conversation }: Talk) => ({
  consultationId: consultation.id,
  personId: actor.person.id,
  conversationId: conversation.id,
});

/** The job's answer, under an id that tells an earlier run from this one. */
export const tellAsker = (
  {
    tx,
    consultation,
    now,
  }: Pick<Scene, 'consultation' | 'now'> & { readonly tx: Pick<Transaction, 'outbox'> },
  to: { readonly id: DeliveryId; readonly conversation: ConversationId },
  kind: string,
  reply: Reply,
  say: Phrases,
): Promise<void> =>
  tx.outbox.add([
    {
      id: to.id,
      consultationId: consultation.id,
      conversationId: to.conversation,
      kind,
      document: documentOf(reply, say.lang),
      inboundId: null,
      roundId: null,
      notBefore: null,
      createdAt: now,
    },
  ]);
