import type { ConsultationId, ProposalId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

/** What an author said of two proposals: theirs is a nuance of the other one, or is to stay apart from it. */
export interface ProposalLink {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly proposalId: ProposalId;
  readonly otherId: ProposalId;
  readonly kind: 'nuance' | 'apart';
  readonly at: Instant;
}

export interface ProposalLinks {
  /** Said again of the same two, it takes the place of what was said before. */
  set(row: ProposalLink): Promise<void>;
  /** Those that name one of these on either side, oldest first. */
  of(ids: readonly ProposalId[]): Promise<readonly ProposalLink[]>;
}
