import type { Attachment, AttachmentState } from '../../core/attachment/model.ts';
import type { AttachmentId, ConsultationId, ConversationId, PersonId, WordsId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface AttachmentRow extends Attachment {
  /** Numbers of the proposals taken from it. */
  readonly proposals: readonly number[];
}

export interface Attachments {
  /** Numbers it, under the consultation's lock: `lock` first. */
  add(row: Omit<Attachment, 'number'>, data: Uint8Array): Promise<Attachment>;
  byId(id: AttachmentId): Promise<AttachmentRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<AttachmentRow | null>;
  /** In number order. */
  of(consultationId: ConsultationId, states: readonly AttachmentState[]): Promise<readonly AttachmentRow[]>;
  ofMessage(conversationId: ConversationId, messageRef: string): Promise<readonly AttachmentRow[]>;
  /** Bytes kept of that person now. */
  held(personId: PersonId): Promise<number>;
  /** null once it is gone. */
  content(id: AttachmentId): Promise<Uint8Array | null>;
  /** Throws Overtaken when it is no longer in the state it was read in. */
  settle(
    row: Pick<Attachment, 'id' | 'state'>,
    as: { readonly state: AttachmentState; readonly reason: WordsId | null; readonly at: Instant | null },
  ): Promise<void>;
  /** Removes its content and empties its name, for good. */
  erase(id: AttachmentId, at: Instant): Promise<void>;
  /** Removes the content of those that were dealt with before that; how many. */
  expire(before: Instant): Promise<number>;
}
