/**
 * What use cases need of the world. Repositories are bound to one transaction: a use case never sees the database.
 * All of them return plain rows of the core; a missing row is null.
 */
import type { Acts } from './acts.ts';
import type { Adjustments } from './adjustments.ts';
import type { Alerts } from './alerts.ts';
import type { Attachments } from './attachments.ts';
import type { CommitteeSessions } from './committee.ts';
import type { Consultations } from './consultations.ts';
import type { Conversations, Transcripts } from './conversations.ts';
import type { Decisions, Disputes, Restitutions } from './decisions.ts';
import type { Digests } from './digests.ts';
import type { Jobs } from './edge.ts';
import type { Gates } from './gates.ts';
import type { Inbox } from './inbox.ts';
import type { ProposalLinks } from './links.ts';
import type { Mails } from './mails.ts';
import type { Measures } from './measures.ts';
import type { Notices } from './notices.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import type { PersonalRecords } from './personal.ts';
import type { Plans } from './plans.ts';
import type { Profiles } from './profiles.ts';
import type { Proofreadings, SynthesisEdits } from './proofreading.ts';
import type { Answers, Doubts, Proposals } from './proposals.ts';
import type { Ratings } from './ratings.ts';
import type { Reactions } from './reactions.ts';
import type { Drafts, Participations, Reminders, Rounds } from './rounds.ts';
import type { Syntheses } from './syntheses.ts';
import type { Tables } from './tables.ts';
import type { ThemesRepository } from './themes.ts';
import type { WordsRepository } from './words.ts';
import type { Workshops } from './workshops.ts';

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
  readonly profiles: Profiles;
  readonly conversations: Conversations;
  readonly transcripts: Transcripts;
  readonly inbox: Inbox;
  readonly words: WordsRepository;
  readonly rounds: Rounds;
  readonly drafts: Drafts;
  readonly participations: Participations;
  readonly reminders: Reminders;
  readonly reactions: Reactions;
  readonly answers: Answers;
  readonly attachments: Attachments;
  readonly proposals: Proposals;
  readonly doubts: Doubts;
  readonly links: ProposalLinks;
  readonly notices: Notices;
  readonly tables: Tables;
  readonly workshops: Workshops;
  readonly syntheses: Syntheses;
  /** Annual reports: papers of the same make, numbered apart. */
  readonly reports: Syntheses;
  readonly themes: ThemesRepository;
  readonly synthesisEdits: SynthesisEdits;
  readonly proofreadings: Proofreadings;
  readonly plans: Plans;
  readonly adjustments: Adjustments;
  readonly measures: Measures;
  readonly alerts: Alerts;
  readonly gates: Gates;
  readonly ratings: Ratings;
  readonly committee: CommitteeSessions;
  readonly decisions: Decisions;
  readonly restitutions: Restitutions;
  readonly disputes: Disputes;
  readonly digests: Digests;
  readonly outbox: Outbox;
  readonly mails: Mails;
  readonly acts: Acts;
  readonly personal: PersonalRecords;
  readonly jobs: Jobs;
}
