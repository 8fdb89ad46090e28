import type { AttachmentId, ConsultationId, ConversationId, InboundId, PersonId, WordsId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { FileKind } from './detect.ts';

/** `filed`: read, and nothing to take from it. `erased`: its content and name are gone for good. */
export type AttachmentState = 'waiting' | 'extracted' | 'filed' | 'erased';

/** A file somebody sent. Its content is kept apart. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly consultationId: ConsultationId;
  /** Its number in the consultation: `attachmentRef(number)` names it. */
  readonly number: number;
  readonly personId: PersonId;
  readonly conversationId: ConversationId;
  readonly inboundId: InboundId;
  readonly messageRef: string;
  /** Its place among the files of its message, from 0. */
  readonly place: number;
  readonly name: WordsId;
  readonly kind: FileKind;
  readonly bytes: number;
  /** In hexadecimal; null once its content is gone. */
  readonly sha256: string | null;
  readonly state: AttachmentState;
  /** Why nothing was taken from it. */
  readonly reason: WordsId | null;
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
}

/** A file of a message, fetched from its platform or not. */
export interface Offered {
  readonly name: WordsId;
  readonly file:
    | { readonly data: Uint8Array; readonly sha256: string }
    | { readonly fault: 'too-big' | 'failed' | 'cannot' };
}
