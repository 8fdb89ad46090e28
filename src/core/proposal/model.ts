import type { Kind } from '../consultation/model.ts';
import type { AnswerId, ConsultationId, PartnerId, ProposalId, RoundId, WordsId } from '../ids.ts';
import type { Instant } from '../time.ts';

/**
 * `moderated`: kept from publication by the team; its author alone still reads it. `split`: several
 * proposals took its place, and are answered for it.
 */
export type ProposalState = 'submitted' | 'merged' | 'withdrawn' | 'moderated' | 'split' | 'erased';

/** An extract of something a person wrote: UTF-16 offsets into the text behind `words`. */
export interface Extract {
  readonly words: WordsId;
  readonly start: number;
  readonly end: number;
}

export interface Version extends Extract {
  /** 1, 2, 3… */
  readonly n: number;
  readonly at: Instant;
}

export const DIMENSIONS = ['axis', 'theme', 'territory', 'kind', 'subject'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type TagSource = 'machine' | 'partner' | 'facilitator';

export interface Tag {
  readonly dimension: Dimension;
  /** An axis key, a theme key, a territory key, a Kind or a subject key. */
  readonly value: string;
  readonly source: TagSource;
  /** 0…1; 1 when a person said so. */
  readonly confidence: number;
  /** For an axis: false when it is only a cross-reference ("A, avec un renvoi vers B"). */
  readonly main: boolean;
}

/** A late proposal (after the close) counts only once a facilitator accepted it. */
export type Lateness = 'in-time' | 'pending' | 'accepted' | 'declined';

export interface Proposal {
  readonly id: ProposalId;
  readonly consultationId: ConsultationId;
  /** Its number in the consultation: `ref(number)` names it. */
  readonly number: number;
  /** null for texts imported without a known author. */
  readonly partnerId: PartnerId | null;
  readonly roundId: RoundId | null;
  readonly promptKey: string | null;
  readonly answerId: AnswerId | null;
  readonly state: ProposalState;
  readonly lateness: Lateness;
  readonly mergedInto: ProposalId | null;
  /** The proposal it is a part of. */
  readonly splitFrom?: ProposalId | null;
  /** The table of a workshop that said it: there is no single author then. */
  readonly table?: string | null;
  /** Oldest first; at least one, the last is current. */
  readonly versions: readonly Version[];
  readonly tags: readonly Tag[];
  readonly submittedAt: Instant;
}

export const current = (proposal: Pick<Proposal, 'versions'>): Version => proposal.versions.at(-1)!;

const mainValue = (proposal: Pick<Proposal, 'tags'>, dimension: Dimension): string | null =>
  proposal.tags.find((tag) => tag.dimension === dimension && tag.main)?.value ?? null;

/** What people, not a machine, say it mainly is. */
export const saidOf = (proposal: Pick<Proposal, 'tags'>, dimension: Dimension): string | null =>
  proposal.tags.find((tag) => tag.dimension === dimension && tag.main && tag.source !== 'machine')?.value ??
  null;

export const axisOf = (proposal: Pick<Proposal, 'tags'>): string | null => mainValue(proposal, 'axis');
/** Key of the content's theme it mainly has. */
export const themeOf = (proposal: Pick<Proposal, 'tags'>): string | null => mainValue(proposal, 'theme');
export const kindOf = (proposal: Pick<Proposal, 'tags'>): Kind | null =>
  mainValue(proposal, 'kind') as Kind | null;
