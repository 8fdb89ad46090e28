import type {
  ConsultationId,
  ConversationId,
  DeliveryId,
  DraftId,
  PartnerId,
  PersonId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import type { RoundDraft } from '../../core/round/draft.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';

export interface Rounds {
  add(round: Round): Promise<void>;
  byId(id: RoundId): Promise<Round | null>;
  /** The newest of that key: a cancelled round may be opened anew. */
  byKey(consultationId: ConsultationId, key: string): Promise<Round | null>;
  /** Newest first. */
  of(consultationId: ConsultationId): Promise<readonly Round[]>;
  /** False, and nothing changed, unless it is open: the first close stands. */
  close(
    id: RoundId,
    as: { state: 'closed' | 'cancelled'; at: Instant; reason: WordsId | null },
  ): Promise<boolean>;
  /** False, and nothing changed, unless it is open and that is later than its close. */
  extend(id: RoundId, closesAt: Instant): Promise<boolean>;
  /** False, and nothing changed, unless it is closed. */
  reopen(id: RoundId): Promise<boolean>;
  /** Open rounds whose close has come. */
  due(now: Instant): Promise<readonly Round[]>;
}

/** A round put together in chat, by one person. */
export interface DraftRow {
  readonly id: DraftId;
  readonly consultationId: ConsultationId;
  readonly writtenBy: PersonId;
  /** null until it is opened; from then on nothing of it changes. */
  readonly key: string | null;
  readonly draft: RoundDraft;
  readonly updatedAt: Instant;
}

export interface Drafts {
  add(row: DraftRow): Promise<void>;
  byId(id: DraftId): Promise<DraftRow | null>;
  /** Their newest one that is not opened yet. */
  ofPerson(consultationId: ConsultationId, writtenBy: PersonId): Promise<DraftRow | null>;
  /** Of the whole team, not opened yet, oldest first. */
  waiting(consultationId: ConsultationId): Promise<readonly DraftRow[]>;
  /** Of an opened one nothing is kept. */
  save(id: DraftId, draft: RoundDraft, at: Instant): Promise<void>;
  drop(id: DraftId): Promise<void>;
  /**
   * Puts it among the rounds of its consultation, before one of the content's of the same key; false, and nothing
   * changed, when it was opened already.
   */
  open(id: DraftId, key: string, at: Instant): Promise<boolean>;
  /** Those opened, oldest first. */
  opened(consultationId: ConsultationId): Promise<readonly (DraftRow & { readonly key: string })[]>;
}

export interface Participations {
  add(rows: readonly Participation[]): Promise<void>;
  save(row: Participation): Promise<void>;
  find(roundId: RoundId, partnerId: PartnerId): Promise<Participation | null>;
  of(roundId: RoundId): Promise<readonly Participation[]>;
  /** Of one partner, newest round first. */
  ofPartner(partnerId: PartnerId): Promise<readonly Participation[]>;
  /** Marks as reached those whose invitation was delivered now, but for whoever a letter must reach. */
  reached(roundId: RoundId, conversationId: ConversationId, at: Instant): Promise<void>;
}

/** A reminder of a round to one person: queued, as a delivery, when it may leave, and only if it is still due then. */
export interface ReminderRow {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly personId: PersonId;
  /** 1, 2… for that person in that round. */
  readonly n: number;
  readonly state: 'waiting' | 'queued' | 'dropped';
  readonly dueAt: Instant;
  /** null for an automatic one. */
  readonly askedBy: PersonId | null;
  readonly deliveryId: DeliveryId | null;
  readonly createdAt: Instant;
}

export interface Reminders {
  /** Those whose number that person has already are left out. */
  add(rows: readonly ReminderRow[]): Promise<void>;
  /** All of a round, oldest first. */
  of(roundId: RoundId): Promise<readonly ReminderRow[]>;
  /** Waiting and due, of one consultation, the first ones first. */
  due(consultationId: ConsultationId, now: Instant, limit: number): Promise<readonly ReminderRow[]>;
  /** False when it does not wait any more: another process came first. */
  queue(id: string, deliveryId: DeliveryId): Promise<boolean>;
  postpone(id: string, dueAt: Instant): Promise<void>;
  drop(id: string): Promise<void>;
  /** The person was heard: what has not left yet, of that round or of all, will not. */
  callOff(personId: PersonId, roundId: RoundId | null): Promise<void>;
}
