import type {
  AttachmentId,
  ConsultationId,
  ConversationId,
  DeliveryId,
  InboundId,
  PartnerId,
  PersonId,
  WordsId,
} from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Address } from './people.ts';

export interface Conversation extends Pick<Address, 'platform' | 'workspace'> {
  readonly id: ConversationId;
  readonly consultationId: ConsultationId | null;
  readonly kind: 'direct' | 'room';
  /** null for a direct one not opened yet. */
  readonly externalRef: string | null;
  readonly userId: string | null;
  /** What the bot waits for; its shape is the bot's. */
  readonly focus: unknown;
  /** Who speaks there when it is not the person of the address. */
  readonly speakerId: PersonId | null;
  /** In whose name, for somebody who speaks for several organisations. */
  readonly partnerId: PartnerId | null;
}

export interface NewConversation extends Pick<Address, 'platform' | 'workspace'> {
  readonly id: ConversationId;
  readonly kind: 'direct' | 'room';
  readonly externalRef: string | null;
  readonly userId: string | null;
  readonly at: Instant;
}

export interface Conversations {
  /**
   * Finds the conversation by its reference, or (direct) by the other person's user id, makes it when missing, notes
   * the reference when it was not known or the person now writes from another, and locks its row until the commit.
   */
  lock(place: NewConversation): Promise<Conversation>;
  /** The direct conversations with these addresses, made when missing; not opened on the platform, locked. In order. */
  directs(
    people: readonly (Address & { id: ConversationId; consultationId: ConsultationId; at: Instant })[],
  ): Promise<readonly Conversation[]>;
  byId(id: ConversationId): Promise<Conversation | null>;
  setConsultation(id: ConversationId, consultationId: ConsultationId): Promise<void>;
  setFocus(id: ConversationId, focus: unknown): Promise<void>;
  setVoice(id: ConversationId, voice: Pick<Conversation, 'speakerId' | 'partnerId'>): Promise<void>;
  setRef(id: ConversationId, externalRef: string): Promise<void>;
  /** Whoever it is with is shown a home beside it, from then on. */
  noteHome(id: ConversationId, at: Instant): Promise<void>;
  /** The user id of whoever is shown a home beside the direct conversation of that reference; null for nobody. */
  homeBeside(
    place: Pick<Conversation, 'platform' | 'workspace'> & { externalRef: string },
  ): Promise<string | null>;
}

/** One line of a direct conversation: what the person said (in its last version), or what was delivered to them. */
export interface TranscriptRow {
  readonly row: InboundId | DeliveryId;
  readonly kind: 'message' | 'choice' | 'delivery';
  /** When it was received or sent; for a delivery on its way, the time given. */
  readonly at: Instant;
  /** The platform's reference of what the person said, or of the message whose button they pressed; null for a delivery. */
  readonly messageRef: string | null;
  readonly wordsId: WordsId | null;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** The value of a choice; null when it is in `wordsId`. */
  readonly value: string | null;
  /** Of a message; `attachment` is null when it is not kept, or no longer. */
  readonly files: readonly {
    readonly name: WordsId;
    readonly bytes: number;
    readonly attachment: AttachmentId | null;
  }[];
  /** The chat document of a delivery, or of the message whose button was pressed. */
  readonly document: unknown;
}

export interface Transcripts {
  /** The newest rows that match all that is asked, at most `limit`, oldest first. */
  of(
    address: Address,
    asked: {
      readonly now: Instant;
      readonly limit: number;
      readonly before?: { readonly at: Instant; readonly row: string };
      /** Received, sent or changed then or later. */
      readonly since?: Instant;
      /** What the person said under these references. */
      readonly said?: readonly string[];
    },
  ): Promise<readonly TranscriptRow[]>;
}
