import type { Attribution, Standing } from '../../core/consultation/model.ts';
import type {
  AnswerId,
  AttachmentId,
  ConsultationId,
  ConversationId,
  InboundId,
  PartnerId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import type { Lateness, Proposal, ProposalState, Tag, Version } from '../../core/proposal/model.ts';
import type { Instant } from '../../core/time.ts';

export interface Answer {
  readonly id: AnswerId;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  readonly promptKey: string | null;
  readonly conversationId: ConversationId;
  readonly messageRef: string;
  readonly wordsId: WordsId;
  /** The file it was taken from. */
  readonly attachmentId?: AttachmentId | null;
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
  readonly standing: Standing;
  readonly revision: number;
  /** Current endorsements, and those who sat at the table that said it. */
  readonly endorsers: readonly PartnerId[];
}

export interface Proposals {
  /** `revision` from `consultations.advance`. */
  add(
    /** Personal unless said otherwise. */
    rows: readonly (Proposal & {
      externalId: string | null;
      attribution: Attribution | null;
      standing?: Standing;
    })[],
    context: { contentId: string; revision: number },
  ): Promise<void>;
  byId(id: ProposalId): Promise<ProposalRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<ProposalRow | null>;
  byAnswer(answerId: AnswerId): Promise<readonly ProposalRow[]>;
  byPartner(partnerId: PartnerId): Promise<readonly ProposalRow[]>;
  /** Merged into one of these. */
  mergedInto(ids: readonly ProposalId[]): Promise<readonly ProposalRow[]>;
  /** Merged into what is out of force, or into what was split and has no part in force any more. */
  unanswered(consultationId: ConsultationId): Promise<readonly ProposalId[]>;
  /** Currently endorsed by that partner. */
  endorsedBy(partnerId: PartnerId): Promise<readonly ProposalRow[]>;
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
  setStanding(id: ProposalId, standing: Standing, revision: number): Promise<void>;
  setPartner(id: ProposalId, partner: PartnerId, revision: number): Promise<void>;
  setLateness(id: ProposalId, lateness: Lateness, revision: number): Promise<void>;
  /** Replaces the current tags of those dimensions; the former stay in the table, marked. */
  setTags(
    id: ProposalId,
    tags: readonly (Tag & { id: string })[],
    context: { contentId: string; at: Instant; revision: number },
  ): Promise<void>;
  /**
   * Puts back the tags that those set at `set` replaced. False, and nothing changed, when one of these is not in force any
   * more.
   */
  revertTags(
    id: ProposalId,
    set: Instant,
    context: { readonly at: Instant; readonly revision: number },
  ): Promise<boolean>;
  endorse(row: {
    id: string;
    consultationId: ConsultationId;
    proposalId: ProposalId;
    partnerId: PartnerId;
    at: Instant;
  }): Promise<void>;
  /** Current ones of a consultation, oldest first. */
  endorsements(
    consultationId: ConsultationId,
  ): Promise<readonly { proposalId: ProposalId; partnerId: PartnerId; at: Instant }[]>;
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
  /** False when it was settled already. */
  settle(id: string, at: Instant): Promise<boolean>;
}
