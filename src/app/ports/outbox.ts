import type {
  ConsultationId,
  ConversationId,
  DeliveryId,
  InboundId,
  PersonId,
  RoundId,
} from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Conversation } from './conversations.ts';

export interface NewDelivery {
  readonly id: DeliveryId;
  readonly consultationId: ConsultationId | null;
  readonly conversationId: ConversationId;
  readonly kind: string;
  /** A chat document; people's words by reference. */
  readonly document: unknown;
  readonly inboundId: InboundId | null;
  readonly roundId: RoundId | null;
  readonly notBefore: Instant | null;
  readonly createdAt: Instant;
}

export interface Delivery extends NewDelivery {
  readonly seq: number;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
  /** How many of them failed while it was looked for. */
  readonly lookups: number;
  /** The platform may have it already. */
  readonly doubtful: boolean;
  readonly error: string | null;
  readonly messageRef: string | null;
  readonly sentAt: Instant | null;
}

export interface Begun {
  readonly delivery: Delivery;
  readonly begun: boolean;
}

export interface Refused {
  readonly personId: PersonId;
  readonly by: 'chat' | 'mail';
}

/** A message that is kept up to date, and what it says now. */
export interface LiveDelivery extends Pick<Delivery, 'id' | 'conversationId' | 'roundId'> {
  /** Itself, or the newest of those that change it. */
  readonly latest: Pick<Delivery, 'kind' | 'document'>;
}

export interface Outbox {
  /**
   * Gives each its place in its conversation, in the order given. One that changes what another posted takes the place
   * of those that wait to do the same.
   */
  add(rows: readonly NewDelivery[]): Promise<void>;
  /** Takes the lane of a conversation for `owner` until `until`; null when another holds it. */
  claim(
    conversationId: ConversationId,
    owner: string,
    now: Instant,
    until: Instant,
  ): Promise<Conversation | null>;
  release(conversationId: ConversationId, owner: string): Promise<void>;
  /**
   * The lane's first delivery neither sent, failed nor dropped, of this generation, as it was; null when there is none,
   * or when the lane was lost. One that may be sent is marked as being sent, before the platform is called (`begun`);
   * otherwise the lane is left.
   */
  begin(conversationId: ConversationId, owner: string, now: Instant): Promise<Begun | null>;
  /** The newest of that kind in each conversation, posted at its end; not those that failed. */
  live(consultationId: ConsultationId, kind: string): Promise<readonly LiveDelivery[]>;
  byId(id: DeliveryId): Promise<Delivery | null>;
  /** The delivery a message of the bot's came from, by the platform's reference of it. */
  byMessage(conversationId: ConversationId, messageRef: string): Promise<Delivery | null>;
  /** The newest that ask something, the newest first; `shownAt` is null until they are sent. */
  asking(
    conversationId: ConversationId,
    most: number,
  ): Promise<readonly { readonly document: unknown; readonly shownAt: Instant | null }[]>;
  /** `messageRef` is null for what posted no message of its own. */
  sent(id: DeliveryId, messageRef: string | null, at: Instant): Promise<void>;
  retry(
    id: DeliveryId,
    error: string,
    notBefore: Instant,
    left?: { readonly doubtful: boolean; readonly looking: boolean },
  ): Promise<void>;
  fail(id: DeliveryId, error: string): Promise<void>;
  /** How many will not leave. One on its way may still arrive, and is not tried again when it does not. */
  drop(roundId: RoundId, kinds?: readonly string[]): Promise<number>;
  /** The same of what is for one person, in their direct conversations. */
  dropFor(personId: PersonId, roundId: RoundId, kinds: readonly string[]): Promise<number>;
  /** When deliveries of those kinds left, or are to leave, since then. */
  left(
    conversationIds: readonly ConversationId[],
    kinds: readonly string[],
    since: Instant,
  ): Promise<ReadonlyMap<ConversationId, readonly Instant[]>>;
  /** Conversations with something to send now and no living owner, or whoever owns them. The longest queued first. */
  lanes(now: Instant, limit: number, owned?: 'too'): Promise<readonly ConversationId[]>;
  /** When the first lane that may not be sent before a time later than `now` may be; null when none waits for one. */
  nextDue(now: Instant): Promise<Instant | null>;
  /** Whom that round could not be told: of what was last tried on a way to them, it was refused for good. */
  refused(roundId: RoundId): Promise<readonly Refused[]>;
  of(
    consultationId: ConsultationId,
    states: readonly Delivery['state'][],
    limit: number,
  ): Promise<readonly Delivery[]>;
}
