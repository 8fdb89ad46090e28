import type { Attribution, Lang, Standing } from '../../core/consultation/model.ts';
import type {
  AttachmentId,
  ConversationId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import type { Tag } from '../../core/proposal/model.ts';
import type { Instant } from '../../core/time.ts';
import type { Act } from './acts.ts';
import type { Mail } from './mails.ts';
import type { Delivery } from './outbox.ts';
import type { Address, Capacity, RoleName } from './people.ts';

/** What is kept about one person, beside what the other repositories give of them. Instants are milliseconds. */
export interface PersonalRows {
  readonly since: Instant;
  readonly telephone: string | null;
  /** A platform. */
  readonly preferred: string | null;
  readonly organisations: readonly {
    readonly partnerId: PartnerId;
    readonly organisation: string;
    readonly acronym: string | null;
    readonly siret: string | null;
    readonly rna: string | null;
    readonly seat: string | null;
    /** Keys. */
    readonly territories: readonly string[];
    readonly jobTitle: string | null;
    readonly capacity: Capacity | null;
    readonly college: string;
    readonly substitute: boolean;
    readonly attribution: Attribution;
    readonly standing: Standing;
    readonly since: Instant;
  }[];
  /** Their addresses, the language each chat said they have there, and since when the account is closed. */
  readonly chats: readonly (Address & { readonly locale: string | null; readonly goneAt: Instant | null })[];
  readonly roles: readonly { readonly role: RoleName; readonly group: string | null }[];
  /** Every text of theirs, oldest first; `how` is the type of the event that brought it, null when none did. */
  readonly words: readonly {
    readonly id: WordsId;
    readonly at: Instant;
    readonly lang: Lang | null;
    readonly how: string | null;
  }[];
  readonly answers: readonly {
    readonly promptKey: string | null;
    readonly roundId: RoundId;
    readonly words: WordsId;
    readonly at: Instant;
    readonly deletedAt: Instant | null;
  }[];
  /** Of their proposals, replaced ones too. */
  readonly tags: readonly (Tag & {
    readonly proposalId: ProposalId;
    readonly at: Instant;
    readonly replacedAt: Instant | null;
  })[];
  readonly endorsements: readonly {
    readonly number: number;
    readonly at: Instant;
    readonly retractedAt: Instant | null;
  }[];
  readonly deliveries: readonly (Pick<Delivery, 'kind' | 'document' | 'state'> & {
    readonly at: Instant;
    readonly sentAt: Instant | null;
  })[];
  readonly letters: readonly (Pick<Mail, 'kind' | 'state' | 'sentAt'> & { readonly at: Instant })[];
  /** Files they sent; `state` of `core/attachment`. */
  readonly files: readonly {
    readonly number: number;
    readonly name: WordsId;
    readonly kind: string;
    readonly bytes: number;
    readonly sha256: string | null;
    readonly state: string;
    readonly reason: WordsId | null;
    readonly at: Instant;
    readonly proposals: readonly number[];
  }[];
  /** Tables of workshops they sat at. */
  readonly tables: readonly {
    readonly label: WordsId;
    readonly at: Instant;
    readonly confirmedAt: Instant | null;
    readonly proposals: readonly number[];
  }[];
  /** Workshops whose room they were in, or put dots in. */
  readonly workshops: readonly {
    readonly roundId: RoundId;
    readonly enteredAt: Instant | null;
    readonly leftAt: Instant | null;
    /** On groups, by number. */
    readonly dots: readonly { readonly group: number; readonly points: number }[];
  }[];
  readonly doubts: readonly {
    readonly kind: string;
    readonly at: Instant;
    readonly resolvedAt: Instant | null;
  }[];
  readonly acts: readonly Pick<Act, 'verb' | 'role' | 'subjectType' | 'subjectId' | 'at'>[];
}

export interface PersonErased {
  readonly words: number;
  readonly proposals: readonly ProposalId[];
  /** Their direct conversations, now a stranger's: a last word can still be sent there. */
  readonly conversations: readonly ConversationId[];
}

export interface PersonalRecords {
  of(id: PersonId): Promise<PersonalRows>;
  /**
   * Empties their words with the salts, their name, addresses, roles and contact details; what the team wrote for everybody stays.
   * `also` are words not yet known to be theirs.
   */
  erase(id: PersonId, at: Instant, also: readonly WordsId[]): Promise<PersonErased>;
  /** The other proposals that share a message with this one, and keep their words. */
  besides(id: ProposalId): Promise<readonly number[]>;
  /** Empties every message a proposal was written in; what other proposals took from them is kept apart first. */
  eraseProposal(id: ProposalId, at: Instant): Promise<void>;
}

/** What was erased, an id and a time: kept outside the database, so that no restore forgets it. */
export type Erasure =
  | { readonly person: PersonId; readonly at: Instant }
  | { readonly proposal: ProposalId; readonly at: Instant }
  | { readonly attachment: AttachmentId; readonly at: Instant };

export interface ErasureLedger {
  /** It is on the disk when this returns; the same twice is harmless. */
  record(erasure: Erasure): void;
}
