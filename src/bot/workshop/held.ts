/** A workshop as those see it who speak of it: where it is held, who follows it from their own page, in which words. */

import { directsOf } from '../../app/directs.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Conversation } from '../../app/ports/conversations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Person } from '../../app/ports/people.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { WorkshopRoom } from '../../app/ports/workshops.ts';
import { contentOf } from '../../app/workshop/run-workshop.ts';
import type { Manner } from '../../chat/manner.ts';
import type { Lang, LocalText, RoundContent } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { ConversationId, DeliveryId, InboundId } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import type { Instant } from '../../core/time.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { documentOf, type Reply } from '../talk.ts';

export interface Edge {
  readonly tx: Transaction;
  readonly consultation: LoadedConsultation;
  readonly ids: Ids;
  readonly now: Instant;
  /** null when it answers to no message. */
  readonly inboundId: InboundId | null;
}

export interface Held extends Edge {
  readonly workshop: Workshop;
  readonly content: RoundContent;
}

/** With what its round asks; null when that round is cancelled. */
export async function heldOf(edge: Edge, workshop: Workshop): Promise<Held | null> {
  const content = await contentOf(edge, workshop);
  return content && { ...edge, workshop, content };
}

/** The newest one that people may still speak of: under way, or open for additions. */
export async function newestHeld(edge: Edge): Promise<Held | null> {
  for (const workshop of await edge.tx.workshops.of(edge.consultation.id)) {
    const round = await edge.tx.rounds.byId(workshop.roundId);
    if (round?.state === 'cancelled') continue;
    return heldOf(edge, workshop);
  }
  return null;
}

/** One language for everybody in the room: the consultation's first. */
export const roomLang = ({ consultation }: Pick<Edge, 'consultation'>): Lang =>
  consultation.content.languages[0];
export const roomSay = (edge: Pick<Edge, 'consultation'>): Phrases =>
  phrasesIn(roomLang(edge), edge.consultation.content.languages);
export const localIn = ({ consultation }: Pick<Edge, 'consultation'>, lang: Lang, text: LocalText): string =>
  inLang(text, lang, consultation.content.languages);

export interface Follower {
  readonly person: Person;
  readonly conversation: Conversation;
}

export interface Places {
  readonly rooms: readonly WorkshopRoom[];
  readonly followers: readonly Follower[];
}

/** Its rooms, locked. */
export async function roomsOf(
  { tx, now }: Pick<Edge, 'tx' | 'now'>,
  id: Workshop['id'],
): Promise<readonly WorkshopRoom[]> {
  const rooms = await tx.workshops.rooms(id);
  for (const { conversation } of rooms) {
    const room = await tx.conversations.byId(conversation);
    if (room) await tx.conversations.lock({ ...room, at: now });
  }
  return rooms;
}

/** Where it is to be told, locked: rooms, and the direct conversations of those who take part from elsewhere. */
export async function placesOf(edge: Edge, { id, roundId }: Workshop): Promise<Places> {
  const { tx, consultation } = edge;
  const rooms = await roomsOf(edge, id);
  const inRoom = new Set(
    (await tx.workshops.guests(id)).flatMap(({ person, leftAt }) => (leftAt === null ? (person ?? []) : [])),
  );
  const taking = new Set(
    (await tx.participations.of(roundId)).filter(takesPart).map(({ partnerId }) => partnerId),
  );
  const people = new Map<string, Person>();
  for (const { id: partner, person } of await tx.people.partners(consultation.id))
    if (taking.has(partner) && !inRoom.has(person.id) && mayBeTold(person)) people.set(person.id, person);
  const all = [...people.values()];
  const conversations = await directsOf(edge, consultation.id, all);
  return { rooms, followers: all.map((person, at) => ({ person, conversation: conversations[at]! })) };
}

const mayBeTold = ({ addresses, stoppedAt }: Person): boolean => addresses.length > 0 && stoppedAt === null;

export interface Told {
  readonly conversation: ConversationId;
  readonly lang: Lang;
  readonly reply: Pick<Reply, 'blocks' | 'choices'>;
  readonly manner?: Manner;
  readonly kind?: string;
}

/** Queues these; their deliveries, in order. */
export async function deliver(edge: Held, told: readonly Told[]): Promise<readonly DeliveryId[]> {
  const rows = told.map(({ conversation, lang, reply, manner, kind = 'workshop' }) => ({
    id: edge.ids.next<DeliveryId>(),
    consultationId: edge.consultation.id,
    conversationId: conversation,
    kind,
    document: { ...documentOf(reply, lang), ...(manner === undefined ? {} : { manner }) },
    inboundId: edge.inboundId,
    roundId: edge.workshop.roundId,
    notBefore: null,
    createdAt: edge.now,
  }));
  await edge.tx.outbox.add(rows);
  return rows.map(({ id }) => id);
}
