import type { Conversation } from '../app/ports/conversations.ts';
import type { Partner } from '../app/ports/people.ts';
import { mayBeWrittenTo } from '../app/round/extend-round.ts';
import type { Document } from '../chat/outbound.ts';
import type { ConversationId, DeliveryId, InboundId, RoundId } from '../core/ids.ts';
import type { Talk } from './talk.ts';

/** All it takes to write to people: a talk, or a command that answers to no message (`inboundId` null). */
export type Sending = Pick<Talk, 'tx' | 'consultation' | 'ids' | 'now'> & {
  readonly inboundId: InboundId | null;
};

/** Holds the conversations of those who will be written to: before the consultation is, whatever is decided then. */
export async function holdPlaces(
  talk: Omit<Sending, 'inboundId'>,
  partners: readonly Partner[],
): Promise<readonly Conversation[]> {
  return talk.tx.conversations.directs(
    partners.filter(mayBeWrittenTo).map(({ person }) => ({
      ...person.addresses[0]!,
      id: talk.ids.next<ConversationId>(),
      consultationId: talk.consultation.id,
      at: talk.now,
    })),
  );
}

/** Queues a message (of a round: dropped with it) to the direct conversation of each of these partners; all of them have an address. */
export async function tellPartners(
  talk: Sending,
  partners: readonly Partner[],
  kind: string,
  document: (partner: Partner) => Document,
  roundId: RoundId | null = null,
): Promise<readonly Conversation[]> {
  if (partners.length === 0) return [];
  const conversations = await talk.tx.conversations.directs(
    partners.map(({ person }) => ({
      ...person.addresses[0]!,
      id: talk.ids.next<ConversationId>(),
      consultationId: talk.consultation.id,
      at: talk.now,
    })),
  );
  await talk.tx.outbox.add(
    partners.map((partner, index) => ({
      id: talk.ids.next<DeliveryId>(),
      consultationId: talk.consultation.id,
      conversationId: conversations[index]!.id,
      kind,
      document: document(partner),
      inboundId: talk.inboundId,
      roundId,
      notBefore: null,
      createdAt: talk.now,
    })),
  );
  return conversations;
}
