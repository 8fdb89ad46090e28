import type { Standing } from '../consultation/model.ts';
import type { ProposalState, Tag } from './model.ts';

/** One row of proposals.json: a document for the staff. */
export interface ExportedProposal {
  readonly ref: string;
  readonly axis: string | null;
  /** '' once erased. */
  readonly text: string;
  readonly college: string | null;
  readonly tags: readonly Pick<Tag, 'dimension' | 'value' | 'source' | 'confidence'>[];
  readonly state: ProposalState;
  /** How far it commits the organisation. */
  readonly standing: Standing;
  /** How many versions it had. */
  readonly versions: number;
  /** How many people stand behind it: author, authors of what was merged into it, endorsers. */
  readonly supporters: number;
}
