import type { DecisionStatus } from '../consultation/model.ts';
import type { DecisionId, PersonId, ProposalId, Ref, WordsId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** One step of an answer: a body said this, that day. Rows are added, never changed; the latest of a body counts. */
export interface DecisionStep {
  readonly id: DecisionId;
  readonly proposalId: ProposalId;
  /** Key of a deciding body of the consultation. */
  readonly body: string;
  readonly status: DecisionStatus;
  readonly reason: WordsId;
  /** The business day the body decided, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** The answer was taken up again here: the bodies after this one speak anew, the former answer stands until then. */
  readonly reopens: boolean;
}

/** One row of restitution.json. */
export interface RestitutionEntry {
  readonly proposal: Ref;
  /** Of what it was merged into and was split since, the part whose answer this is: one entry each. Else null. */
  readonly part: Ref | null;
  readonly status: DecisionStatus;
  readonly reason: string;
  /** The deciding body, as people know it. */
  readonly decidedBy: string;
  readonly decidedOn: string;
  /** ISO 8601, when the author's message left; null when nobody can be reached. */
  readonly delivered: string | null;
  /** Whether the answer was disputed, and what the second reader said; null when nobody did. */
  readonly dispute: 'open' | 'upheld' | 'changed' | null;
}
