import type { Scene } from '../app/perform.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Document } from '../chat/outbound.ts';
import type { DeliveryId, InboundId } from '../core/ids.ts';
import type { Phrases } from './locales/fr.ts';
import { phrasesIn } from './locales/phrases.ts';
import { documentOf, type Reply } from './talk.ts';

type Edge = Pick<Scene, 'consultation' | 'ids' | 'now'> & { readonly tx: Pick<Transaction, 'outbox'> };

/** Queues a message to each person, in a conversation of theirs that is locked already. */
export async function tellPeople(
  { tx, consultation, ids, now }: Edge,
  told: readonly { readonly person: Pick<Person, 'lang'>; readonly conversation: Conversation }[],
  kind: string,
  reply: (say: Phrases, at: number) => Pick<Reply, 'blocks' | 'choices' | 'encloses'>,
  inboundId: InboundId | null = null,
): Promise<void> {
  await tx.outbox.add(
    told.map(({ person, conversation }, at) => {
      const say = phrasesIn(person.lang, consultation.content.languages);
      const document: Document = documentOf(reply(say, at), say.lang);
      return {
        id: ids.next<DeliveryId>(),
        consultationId: consultation.id,
        conversationId: conversation.id,
        kind,
        document,
        inboundId,
        roundId: null,
        notBefore: null,
        createdAt: now,
      };
    }),
  );
}
