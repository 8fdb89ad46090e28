import type { ConsultationId, ConversationId, PersonId, RoundId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import type { Address } from './people.ts';

export interface NewMail {
  /** Of the delivery it says again; one of its own for a recap. */
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly personId: PersonId;
  readonly conversationId: ConversationId;
  readonly roundId: RoundId | null;
  readonly kind: string;
  readonly dueAt: Instant;
  readonly createdAt: Instant;
}

export interface Mail extends NewMail {
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
  /** A code, never a server's words. */
  readonly error: string | null;
  readonly sentAt: Instant | null;
}

/** What a letter is made of, as it stands now. */
export interface MailMatter {
  readonly consultationId: ConsultationId;
  readonly consultationKey: string;
  readonly address: Address;
  /** null once erased, or taken off the list. */
  readonly email: string | null;
  readonly lang: string;
  readonly stopped: boolean;
  /** Somebody else reads that mailbox too. */
  readonly shared: boolean;
  /** The chat document of the delivery; null for a recap. */
  readonly document: unknown;
  /** False when that delivery was called off. */
  readonly stands: boolean;
  readonly round: Round | null;
  /** The person's, in that round. */
  readonly participations: readonly Participation[];
}

/** Somebody with a mailbox who said something that counts since they last had a recap. */
export interface RecapCandidate {
  readonly personId: PersonId;
  readonly conversationId: ConversationId;
  readonly roundId: RoundId;
  readonly finished: boolean;
  /** When they last changed what they proposed, and when they last wrote at all. */
  readonly lastAct: Instant;
  readonly lastSaid: Instant;
}

/**
 * Letters. Those that say a delivery again are added by the outbox itself, with the delivery, for whoever has a
 * mailbox and did not stop.
 */
export interface Mails {
  /** Whether letters are sent at all; while they aren't, none is added by the outbox. */
  areSent(): Promise<boolean>;
  setSent(sent: boolean): Promise<void>;
  /** Those whose id is known already are left out. */
  add(rows: readonly NewMail[]): Promise<void>;
  /**
   * Takes one that is due until `until`, after the older ones of its person unless those were tried already; null when
   * there is none for this process.
   */
  take(now: Instant, until: Instant): Promise<Mail | null>;
  /** When the next one is due; null when none waits. */
  nextDue(): Promise<Instant | null>;
  /** null when the person or the conversation is not there any more. */
  matter(id: string): Promise<MailMatter | null>;
  /** An invitation sent is one that reached them. */
  sent(id: string, at: Instant): Promise<void>;
  /** Tried and put off. */
  retry(id: string, error: string, dueAt: Instant): Promise<void>;
  /** Not tried: it is as if it had not been taken. */
  giveBack(id: string, dueAt: Instant): Promise<void>;
  fail(id: string, error: string): Promise<void>;
  drop(id: string, why: string): Promise<void>;
  /** What a process that died was sending may be taken at once; for a database of one process only. */
  revive(now: Instant): Promise<void>;
  recapCandidates(consultationId: ConsultationId, since: Instant): Promise<readonly RecapCandidate[]>;
  /** How many of a round wait, and how many could not be delivered. */
  ofRound(roundId: RoundId): Promise<{ readonly waiting: number; readonly failed: number }>;
  of(
    consultationId: ConsultationId,
    states: readonly Mail['state'][],
    limit: number,
  ): Promise<readonly Mail[]>;
}
