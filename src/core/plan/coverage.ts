/** What adjustments leave untouched: axes, types of actor, and proposals, each with the answer it was given. */
import type { DecisionStatus } from '../consultation/model.ts';
import type { ProposalId, Ref } from '../ids.ts';

export interface CoveredProposal {
  readonly id: ProposalId;
  readonly ref: Ref;
  readonly axis: string | null;
  readonly college: string | null;
  /** Decided or awaiting a body; null while nobody answered. */
  readonly status: DecisionStatus | null;
}

export interface CoveredAdjustment {
  readonly axis: string | null;
  readonly proposals: readonly ProposalId[];
}

export interface Coverage {
  /** Adjustments not withdrawn. */
  readonly adjustments: number;
  readonly proposals: number;
  readonly cited: number;
  /** Keys of axes that no adjustment touches, and of types of actor none of whose proposals is cited. */
  readonly axes: readonly string[];
  readonly colleges: readonly string[];
  /** Proposals that changed nothing, by the answer they were given; those without an answer last, as null. */
  readonly unchanged: readonly { readonly status: DecisionStatus | null; readonly refs: readonly Ref[] }[];
}

export function coverageOf(
  proposals: readonly CoveredProposal[],
  adjustments: readonly CoveredAdjustment[],
  known: { readonly axes: readonly string[]; readonly statuses: readonly DecisionStatus[] },
): Coverage {
  const cited = new Set(adjustments.flatMap((one) => one.proposals));
  const touched = new Set(adjustments.map(({ axis }) => axis));
  const left = proposals.filter(({ id }) => !cited.has(id));
  const spoke = [...new Set(proposals.flatMap(({ college }) => college ?? []))];
  const heard = new Set(proposals.filter(({ id }) => cited.has(id)).map(({ college }) => college));
  const order: readonly (DecisionStatus | null)[] = [...known.statuses, null];
  return {
    adjustments: adjustments.length,
    proposals: proposals.length,
    cited: proposals.length - left.length,
    axes: known.axes.filter((axis) => !touched.has(axis)),
    colleges: spoke.filter((college) => !heard.has(college)),
    unchanged: order.flatMap((status) => {
      const refs = left.filter((one) => one.status === status).map(({ ref }) => ref);
      return refs.length === 0 ? [] : [{ status, refs }];
    }),
  };
}
