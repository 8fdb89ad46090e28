import type { ConsultationId, ConversationId, InboundId, PersonId, WordsId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface InboundRow {
  readonly id: InboundId;
  readonly platform: string;
  readonly workspace: string;
  readonly eventId: string;
  readonly type: string;
  readonly at: Instant;
  readonly messageRef: string | null;
  readonly wordsId: WordsId | null;
  /** Holds no text of a person. */
  readonly payload: unknown;
  readonly receivedAt: Instant;
}

export interface Inbox {
  /** False, and nothing stored, when that event is stored already. Waits for another process storing the same. */
  add(row: InboundRow): Promise<boolean>;
  settle(
    id: InboundId,
    as: {
      state: 'handled' | 'ignored' | 'failed';
      error?: string;
      consultationId?: ConsultationId | null;
      conversationId?: ConversationId | null;
      personId?: PersonId | null;
      /** What the event's author wrote: given the same consultation, and the same person unless it has one. */
      words?: readonly WordsId[];
    },
  ): Promise<void>;
  /** What somebody nobody knew said in their direct conversation is theirs. */
  adopt(conversationId: ConversationId, consultationId: ConsultationId, personId: PersonId): Promise<void>;
  /** Edits and deletes already stored for a message, oldest first by the platform's time. */
  changesOf(
    conversationId: ConversationId,
    messageRef: string,
  ): Promise<readonly { type: 'edit' | 'delete'; at: Instant; wordsId: WordsId | null }[]>;
  /** One that is kept and not handled yet; null for any other. */
  waiting(id: InboundId): Promise<InboundRow | null>;
  /** The words an event brought; null when it brought none. */
  wordsOf(id: InboundId): Promise<WordsId | null>;
  /** Whose event it was; null when nobody's yet. */
  personOf(id: InboundId): Promise<PersonId | null>;
  /** Where a message was said and when, by the platform; null for an event that is none. */
  messageOf(
    id: InboundId,
  ): Promise<{ conversationId: ConversationId; messageRef: string; words: WordsId; at: Instant } | null>;
  /** The newest other message of that conversation that was handled; null when there is none. */
  messageBefore(
    conversationId: ConversationId,
    id: InboundId,
  ): Promise<{ readonly id: InboundId; readonly words: WordsId } | null>;
  /** User ids of those who entered a room and did not leave it, as far as was told. */
  presentIn(conversationId: ConversationId): Promise<readonly string[]>;
  /** The newest first; of one consultation when given, with those nobody could say of which. */
  failed(
    limit: number,
    consultationId?: ConsultationId,
  ): Promise<readonly (InboundRow & { error: string | null })[]>;
}
