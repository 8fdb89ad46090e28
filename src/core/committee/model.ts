/** A session of a body that has members: papers sent before, positions taken until it closes, and what it decided. */
import type { SessionRules } from '../consultation/model.ts';
import type { PersonId, ProposalId, WordsId } from '../ids.ts';
import type { Instant } from '../time.ts';

export interface Session {
  readonly id: string;
  /** 1, 2, 3… in its consultation. */
  readonly number: number;
  /** Key of the body. */
  readonly body: string;
  readonly state: 'convened' | 'closed' | 'cancelled';
  /** As they were when it was convened. */
  readonly rules: SessionRules;
  readonly closesAt: Instant;
  readonly convenedBy: PersonId;
  readonly convenedAt: Instant;
  readonly closedAt: Instant | null;
  /** In the order of their groups. */
  readonly members: readonly Member[];
  /** In the order they are dealt with. */
  readonly items: readonly Item[];
  /** Rows are added, never changed; oldest first. */
  readonly positions: readonly Position[];
  readonly overrides: readonly Override[];
}

export interface Member {
  readonly person: PersonId;
  /** Key of their group; null for somebody in none. */
  readonly group: string | null;
  /** Who speaks for them where they say nothing. */
  readonly proxy: PersonId | null;
  readonly remindedAt: Instant | null;
}

/** Closing it says: taken as it stands, but for `except`; sent back; or no longer this body's to decide. */
export type Outcome = 'passed' | 'returned' | 'moot';

export interface Item {
  readonly id: string;
  /** From 1. */
  readonly place: number;
  readonly about: Adjusted | Answered;
  /** null until the session is closed. */
  readonly outcome: Outcome | null;
}

/** One adjustment of the plan, in the text that is asked about now. */
export interface Adjusted {
  readonly is: 'adjustment';
  readonly adjustment: string;
  readonly version: number;
  /** The text the session began with: a later one was reworded on the way. */
  readonly first: number;
}

/** The answers that await the body, all together; each of them may be objected to. */
export interface Answered {
  readonly is: 'answers';
  readonly proposals: readonly ProposalId[];
}

/** With it, against it (an objection, under consent), or neither. */
export const STANDS = ['agree', 'object', 'abstain'] as const;
export type Stand = (typeof STANDS)[number];

export interface Position {
  readonly id: string;
  readonly item: string;
  /** Of the adjustment's text; 0 for answers. */
  readonly version: number;
  /** One of the answers; null for the whole item. */
  readonly proposal: ProposalId | null;
  readonly member: PersonId;
  readonly stand: Stand;
  readonly reason: WordsId | null;
  readonly at: Instant;
}

/** Objections heard and not followed, with the reason on record (C11). */
export interface Override {
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly proposal: ProposalId | null;
  readonly reason: WordsId;
  readonly by: PersonId;
  readonly at: Instant;
}

export const versionOf = ({ about }: Pick<Item, 'about'>): number =>
  about.is === 'adjustment' ? about.version : 0;
