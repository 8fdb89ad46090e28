/**
 * What use cases need of the world. Repositories are bound to one transaction: a use case never sees the database.
 * All of them return plain rows of the core; a missing row is null.
 */
import type { Attribution, Consultation, Lang, Standing } from '../core/consultation/model.ts';
import type { DecisionStep } from '../core/decision/model.ts';
import type {
  AnswerId,
  ConsultationId,
  ConversationId,
  DeliveryId,
  InboundId,
  OrganisationId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  SynthesisId,
  WordsId,
} from '../core/ids.ts';
import type { Participation } from '../core/participation/model.ts';
import type { Lateness, Proposal, ProposalState, Tag, Version } from '../core/proposal/model.ts';
import type { Round } from '../core/round/model.ts';
import type { Commitment, SaltedWords } from '../core/synthesis/hash.ts';
import type { BaseRow, ParticipationCell, SynthesisBody } from '../core/synthesis/model.ts';
import type { Instant } from '../core/time.ts';

export interface Store {
  /**
   * Runs `body` in one transaction, committed when it resolves. Throws TransientError when the database could not be
   * reached, or lost a race, and running `body` again may help; whatever `body` throws passes through.
   */
  transaction<T>(body: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export class TransientError extends Error {
  readonly transient = true;
}

export interface Transaction {
  readonly consultations: Consultations;
  readonly people: People;
  readonly conversations: Conversations;
  readonly transcripts: Transcripts;
  readonly inbox: Inbox;
  readonly words: WordsRepository;
  readonly rounds: Rounds;
  readonly participations: Participations;
  readonly reminders: Reminders;
  readonly answers: Answers;
  readonly proposals: Proposals;
  readonly doubts: Doubts;
  readonly syntheses: Syntheses;
  readonly decisions: Decisions;
  readonly restitutions: Restitutions;
  readonly outbox: Outbox;
  readonly acts: Acts;
  readonly personal: PersonalRecords;
  readonly jobs: Jobs;
}

export interface LoadedConsultation {
  readonly id: ConsultationId;
  readonly contentId: string;
  readonly salt: string;
  readonly content: Consultation;
}

export interface Consultations {
  byId(id: ConsultationId): Promise<LoadedConsultation | null>;
  byKey(key: string): Promise<LoadedConsultation | null>;
  all(): Promise<readonly LoadedConsultation[]>;
  /** Makes the consultation, or adds an immutable content version and puts it in force. */
  save(row: {
    id: ConsultationId;
    contentId: string;
    salt: string;
    content: Consultation;
    at: Instant;
  }): Promise<LoadedConsultation>;
  /** Locks the consultation until the commit. Conversations are locked before it, never after. */
  lock(id: ConsultationId): Promise<void>;
  /** Locks the consultation until the commit, raises its revision and takes `numbers` proposal numbers. */
  advance(id: ConsultationId, numbers: number): Promise<{ firstNumber: number; revision: number }>;
}

export type RoleName = 'facilitator' | 'staff' | 'committee';

export interface Address {
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
}

export interface Person {
  readonly id: PersonId;
  readonly consultationId: ConsultationId;
  /** null once erased. */
  readonly name: string | null;
  readonly lang: Lang;
  readonly zone: string | null;
  readonly stoppedAt: Instant | null;
  readonly roles: readonly RoleName[];
  readonly addresses: readonly Address[];
}

export interface Partner {
  readonly id: PartnerId;
  readonly consultationId: ConsultationId;
  readonly person: Person;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly college: string;
  readonly attribution: Attribution;
  readonly standing: Standing;
}

/** One person to enrol; the same address or name in the same organisation again updates. */
export interface Enrolment {
  readonly personId: PersonId;
  readonly name: string;
  readonly lang: Lang;
  readonly addresses: readonly (Address & { readonly id: string })[];
  readonly roles: readonly { readonly id: string; readonly role: RoleName; readonly group: string | null }[];
  readonly partner: {
    readonly id: PartnerId;
    readonly organisationId: OrganisationId;
    readonly organisation: string;
    readonly college: string;
    readonly attribution: Attribution;
  } | null;
}

export interface People {
  /** The people this address stands for: one a consultation. */
  byAddress(address: Address): Promise<readonly Person[]>;
  byId(id: PersonId): Promise<Person | null>;
  /** By exact name, address user id or id; for the command line's `--as`. */
  find(consultationId: ConsultationId, who: string): Promise<Person | null>;
  enrol(consultationId: ConsultationId, people: readonly Enrolment[], at: Instant): Promise<void>;
  partnersOf(personId: PersonId): Promise<readonly Partner[]>;
  /** All partners of a consultation, of some colleges when given, in a stable order. */
  partners(consultationId: ConsultationId, colleges?: readonly string[]): Promise<readonly Partner[]>;
  withRole(consultationId: ConsultationId, role: RoleName): Promise<readonly Person[]>;
  setAttribution(id: PartnerId, attribution: Attribution): Promise<void>;
  setStopped(id: PersonId, at: Instant | null): Promise<void>;
  /** Personal links and sessions of an older generation are void; null when nobody has that address. */
  linkGeneration(consultationId: ConsultationId, address: Address): Promise<number | null>;
  revokeLinks(consultationId: ConsultationId, address: Address): Promise<void>;
}

export interface Conversation extends Pick<Address, 'platform' | 'workspace'> {
  readonly id: ConversationId;
  readonly consultationId: ConsultationId | null;
  readonly kind: 'direct' | 'room';
  /** null for a direct one not opened yet. */
  readonly externalRef: string | null;
  readonly userId: string | null;
  /** What the bot waits for; its shape is the bot's. */
  readonly focus: unknown;
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
  setRef(id: ConversationId, externalRef: string): Promise<void>;
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
  /** Edits and deletes already stored for a message, oldest first by the platform's time. */
  changesOf(
    conversationId: ConversationId,
    messageRef: string,
  ): Promise<readonly { type: 'edit' | 'delete'; at: Instant; wordsId: WordsId | null }[]>;
  /** The words an event brought; null when it brought none. */
  wordsOf(id: InboundId): Promise<WordsId | null>;
  /** Whose event it was; null when nobody's yet. */
  personOf(id: InboundId): Promise<PersonId | null>;
  failed(limit: number): Promise<readonly (InboundRow & { error: string | null })[]>;
}

export interface WordsRow {
  readonly id: WordsId;
  readonly consultationId: ConsultationId | null;
  readonly personId: PersonId | null;
  readonly text: string;
  readonly lang: Lang | null;
  readonly writtenAt: Instant;
}

export interface WordsRepository {
  /** Any string survives: NUL and lone surrogates are stored as U+FFFD, so that offsets stay true. */
  add(rows: readonly WordsRow[]): Promise<void>;
  /** Says whose words these are: they stay theirs, whoever sent them. */
  give(id: WordsId, consultationId: ConsultationId, personId: PersonId): Promise<void>;
  /** By id; null for what was erased, no entry for what never was. */
  texts(ids: readonly WordsId[]): Promise<ReadonlyMap<WordsId, string | null>>;
  /** With their secret salts, for commitments; erased ones are left out. */
  salted(ids: readonly WordsId[]): Promise<ReadonlyMap<WordsId, SaltedWords>>;
}

export interface Rounds {
  add(round: Round): Promise<void>;
  byId(id: RoundId): Promise<Round | null>;
  /** The newest of that key: a cancelled round may be opened anew. */
  byKey(consultationId: ConsultationId, key: string): Promise<Round | null>;
  /** Newest first. */
  of(consultationId: ConsultationId): Promise<readonly Round[]>;
  close(
    id: RoundId,
    as: { state: 'closed' | 'cancelled'; at: Instant; reason: WordsId | null },
  ): Promise<void>;
  /** False, and nothing changed, unless it is open and that is later than its close. */
  extend(id: RoundId, closesAt: Instant): Promise<boolean>;
  /** Open rounds whose close has come. */
  due(now: Instant): Promise<readonly Round[]>;
}

export interface Participations {
  add(rows: readonly Participation[]): Promise<void>;
  save(row: Participation): Promise<void>;
  find(roundId: RoundId, partnerId: PartnerId): Promise<Participation | null>;
  of(roundId: RoundId): Promise<readonly Participation[]>;
  /** Of one partner, newest round first. */
  ofPartner(partnerId: PartnerId): Promise<readonly Participation[]>;
  /** Marks as reached those whose invitation was delivered now. */
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

export interface Answer {
  readonly id: AnswerId;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  readonly promptKey: string | null;
  readonly conversationId: ConversationId;
  readonly messageRef: string;
  readonly wordsId: WordsId;
  /** The platform's time of the text in force. */
  readonly textAt: Instant;
  readonly deletedAt: Instant | null;
  readonly createdAt: Instant;
}

export interface Answers {
  add(row: Answer): Promise<void>;
  byMessage(conversationId: ConversationId, messageRef: string): Promise<Answer | null>;
  setText(id: AnswerId, words: WordsId, textAt: Instant): Promise<void>;
  setDeleted(id: AnswerId, at: Instant): Promise<void>;
}

/** A proposal with what lists and syntheses need beside it. */
export interface ProposalRow extends Proposal {
  readonly externalId: string | null;
  /** Set for imported texts only. */
  readonly attribution: Attribution | null;
  readonly revision: number;
  /** Current endorsements. */
  readonly endorsers: readonly PartnerId[];
}

export interface Proposals {
  /** `revision` from `consultations.advance`. */
  add(
    rows: readonly (Proposal & { externalId: string | null; attribution: Attribution | null })[],
    context: { contentId: string; revision: number },
  ): Promise<void>;
  byId(id: ProposalId): Promise<ProposalRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<ProposalRow | null>;
  byAnswer(answerId: AnswerId): Promise<readonly ProposalRow[]>;
  byPartner(partnerId: PartnerId): Promise<readonly ProposalRow[]>;
  /** All, in number order. */
  of(
    consultationId: ConsultationId,
    filter?: { roundId?: RoundId; states?: readonly ProposalState[] },
  ): Promise<readonly ProposalRow[]>;
  /** Those changed after a revision, in revision order: what a process catches up by. */
  changedSince(consultationId: ConsultationId, revision: number): Promise<readonly ProposalRow[]>;
  addVersion(id: ProposalId, version: Version & { id: string }, revision: number): Promise<void>;
  setState(
    id: ProposalId,
    state: ProposalState,
    mergedInto: ProposalId | null,
    revision: number,
  ): Promise<void>;
  setLateness(id: ProposalId, lateness: Lateness, revision: number): Promise<void>;
  /** Replaces the current tags of those dimensions; the former stay in the table, marked. */
  setTags(
    id: ProposalId,
    tags: readonly (Tag & { id: string })[],
    context: { contentId: string; at: Instant; revision: number },
  ): Promise<void>;
  endorse(row: {
    id: string;
    consultationId: ConsultationId;
    proposalId: ProposalId;
    partnerId: PartnerId;
    at: Instant;
  }): Promise<void>;
  retract(proposalId: ProposalId, partnerId: PartnerId, at: Instant): Promise<void>;
}

export interface Doubt {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly proposalId: ProposalId | null;
  readonly inboundId: InboundId | null;
  /** `axis`, `not-understood`, `late`… */
  readonly kind: string;
  readonly options: readonly string[];
  readonly raisedAt: Instant;
}

export interface Doubts {
  add(row: Doubt): Promise<void>;
  open(consultationId: ConsultationId): Promise<readonly Doubt[]>;
  /** Resolves the open doubts of that kind on a proposal. */
  resolve(proposalId: ProposalId, kind: string, at: Instant): Promise<void>;
  settle(id: string, at: Instant): Promise<void>;
}

export interface Published {
  readonly base: readonly BaseRow[];
  readonly participation: readonly ParticipationCell[];
}

export interface SynthesisRow {
  readonly id: SynthesisId;
  readonly consultationId: ConsultationId;
  /** 1, 2, 3… in its consultation. */
  readonly number: number;
  readonly contentId: string;
  readonly roundId: RoundId | null;
  readonly state: 'draft' | 'signed' | 'dropped';
  readonly body: SynthesisBody;
  readonly hash: string | null;
  /** Made when it is signed: what its words were, without them. */
  readonly commitments: readonly Commitment[] | null;
  readonly compiledAt: Instant;
  readonly signedBy: PersonId | null;
  readonly signedAt: Instant | null;
  readonly published: Published | null;
}

export interface Syntheses {
  /** Its number is given here; a draft before it is dropped. */
  add(row: Omit<SynthesisRow, 'number'>): Promise<SynthesisRow>;
  /** The newest draft or signed one. */
  latest(consultationId: ConsultationId): Promise<SynthesisRow | null>;
  latestSigned(consultationId: ConsultationId): Promise<SynthesisRow | null>;
  byId(id: SynthesisId): Promise<SynthesisRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<SynthesisRow | null>;
  saveDraft(id: SynthesisId, body: SynthesisBody): Promise<void>;
  sign(
    id: SynthesisId,
    as: {
      by: PersonId;
      at: Instant;
      hash: string;
      commitments: readonly Commitment[];
      published: Published;
    },
  ): Promise<void>;
  /** What signed syntheses before made public, oldest first. */
  published(consultationId: ConsultationId): Promise<readonly Published[]>;
}

export interface Decisions {
  add(steps: readonly DecisionStep[], consultationId: ConsultationId): Promise<void>;
  /** Oldest first. */
  of(consultationId: ConsultationId): Promise<readonly DecisionStep[]>;
}

export interface RestitutionRow {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  readonly proposalIds: readonly ProposalId[];
  readonly deliveryId: DeliveryId;
  readonly createdAt: Instant;
  /** When its delivery left, null until then. */
  readonly sentAt: Instant | null;
}

export interface Restitutions {
  add(rows: readonly Omit<RestitutionRow, 'sentAt'>[]): Promise<void>;
  of(consultationId: ConsultationId): Promise<readonly RestitutionRow[]>;
}

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
  readonly error: string | null;
  readonly messageRef: string | null;
  readonly sentAt: Instant | null;
}

export interface Outbox {
  /** Gives each its place in its conversation, in the order given. */
  add(rows: readonly NewDelivery[]): Promise<void>;
  /** Takes the lane of a conversation for `owner` until `until`; false when another holds it. */
  claim(conversationId: ConversationId, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(conversationId: ConversationId, owner: string): Promise<void>;
  /** The lane's first delivery neither sent, failed nor dropped, of this generation; with the owner checked. */
  next(conversationId: ConversationId, owner: string): Promise<Delivery | null>;
  /** Marks it as being sent, before the platform is called; false when the lane was lost. */
  begin(id: DeliveryId, owner: string, now: Instant, until: Instant): Promise<boolean>;
  sent(id: DeliveryId, messageRef: string, at: Instant): Promise<void>;
  retry(id: DeliveryId, error: string, notBefore: Instant): Promise<void>;
  fail(id: DeliveryId, error: string): Promise<void>;
  drop(roundId: RoundId, kinds?: readonly string[]): Promise<number>;
  /** When deliveries of those kinds left, or are to leave, since then. */
  left(
    conversationIds: readonly ConversationId[],
    kinds: readonly string[],
    since: Instant,
  ): Promise<ReadonlyMap<ConversationId, readonly Instant[]>>;
  /** Conversations with something to send now and no living owner. */
  lanes(now: Instant, limit: number): Promise<readonly ConversationId[]>;
  of(
    consultationId: ConsultationId,
    states: readonly Delivery['state'][],
    limit: number,
  ): Promise<readonly Delivery[]>;
}

export interface Act {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly actorId: PersonId;
  readonly role: string;
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids, keys and numbers only: no text. */
  readonly refs: Readonly<Record<string, string | number | readonly string[]>>;
  readonly at: Instant;
}

export interface Acts {
  add(row: Act): Promise<void>;
  of(consultationId: ConsultationId, subjectId?: string): Promise<readonly Act[]>;
  /** Those of these verbs, oldest first. */
  done(consultationId: ConsultationId, verbs: readonly string[]): Promise<readonly Act[]>;
}

/** What is kept about one person, beside what the other repositories give of them. Instants are milliseconds. */
export interface PersonalRows {
  readonly since: Instant;
  readonly organisations: readonly {
    readonly partnerId: PartnerId;
    readonly organisation: string;
    readonly acronym: string | null;
    readonly college: string;
    readonly substitute: boolean;
    readonly attribution: Attribution;
    readonly standing: Standing;
    readonly since: Instant;
  }[];
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
   * Empties their words with the salts, their name, addresses and roles; what the team wrote for everybody stays.
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
  | { readonly proposal: ProposalId; readonly at: Instant };

export interface ErasureLedger {
  /** It is on the disk when this returns; the same twice is harmless. */
  record(erasure: Erasure): void;
}

export interface Jobs {
  /** Queued with the transaction. `key` keeps one waiting job of that name and key. */
  send(
    name: string,
    data: Readonly<Record<string, string | number>>,
    options?: { key?: string; startAfter?: Instant },
  ): Promise<void>;
}

/** Time and identity, at the edge: use cases get their results as data. */
export interface Clock {
  now(): Instant;
}
export interface Ids {
  /** A new UUIDv7. */
  next<Id extends string = string>(): Id;
}
