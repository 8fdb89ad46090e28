/** What is handed on for one stored event, and what is wanted back; `Event` and `Said` are the chat's own. */
import type { Offered } from '../../core/attachment/model.ts';
import type { ConsultationId, InboundId, PersonId, RoundId, WordsId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Conversation } from './conversations.ts';
import type { Profile } from './profiles.ts';

export interface Arrived<Event> {
  readonly inboundId: InboundId;
  readonly event: Event;
  /** Locked until the commit. */
  readonly conversation: Conversation;
  /** The text of a message or an edit; null when it has none. */
  readonly wordsId: WordsId | null;
  readonly files: readonly Offered[];
  /** What the chat says of somebody nobody knows; absent where it wasn't asked or said nothing. */
  readonly profile?: Profile | null;
  /** Of what was written in a form, by field; nothing for other events. */
  readonly fieldWords: ReadonlyMap<string, WordsId>;
  readonly now: Instant;
}

export interface Outcome<Said> {
  readonly state: 'handled' | 'ignored';
  readonly consultationId: ConsultationId | null;
  readonly personId: PersonId | null;
  /** Said in that conversation, in this order. */
  readonly replies: readonly {
    readonly kind: string;
    readonly document: Said;
    readonly roundId?: RoundId | null;
    /** It changes where it is said, as nothing shown in passing can: it is never shown in another place. */
    readonly stays?: true;
  }[];
}
