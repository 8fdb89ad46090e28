import { directsOf } from '../app/directs.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Partner } from '../app/ports/people.ts';
import { mayBeWrittenTo } from '../app/round/extend-round.ts';
import type { Document } from '../chat/outbound.ts';
import type { DeliveryId, InboundId, RoundId } from '../core/ids.ts';
import type { Talk } from './talk.ts';
import { roomsOf } from './workshop/held.ts';

/** All it takes to write to people: a talk, or a command that answers to no message (`inboundId` null). */
export type Sending = Pick<Talk, 'tx' | 'consultation' | 'ids' | 'now'> & {
  readonly inboundId: InboundId | null;
};

/** Holds the conversations of those who will be written to: before the consultation is, whatever is decided then. */
export async function holdPlaces(
  talk: Omit<Sending, 'inboundId'>,
  partners: readonly Partner[],
): Promise<readonly Conversation[]> {
  // Somebody may speak for several.
  const people = new Map(partners.filter(mayBeWrittenTo).map((one) => [one.person.id, one]));
  return directsOf(
    talk,
    talk.consultation.id,
    [...people.values()].map(({ person }) => person),
  );
}

/** Holds the conversations of everybody who takes part in that round, its rooms first: to be done before the round is changed. */
export async function holdRound(talk: Omit<Sending, 'inboundId'>, key: string): Promise<void> {
  const { tx, consultation } = talk;
  const round = await tx.rounds.byKey(consultation.id, key);
  if (round === null) return;
  const workshop = await tx.workshops.byRound(round.id);
  if (workshop !== null) await roomsOf(talk, workshop.id);
  const places = new Set((await tx.participations.of(round.id)).map(({ partnerId }) => partnerId));
  await holdPlaces(
    talk,
    (await tx.people.partners(consultation.id)).filter(({ id }) => places.has(id)),
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
  const conversations = await directsOf(
    talk,
    talk.consultation.id,
    partners.map(({ person }) => person),
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
