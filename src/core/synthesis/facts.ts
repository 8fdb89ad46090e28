import type { SynthesisProposal } from './model.ts';
import type { PeopleFact } from './sentences.ts';

/**
 * Distinct people behind some proposals, said only from `smallest` on and rounded down to a multiple of it: two
 * syntheses then never differ by a few people (C13). null when nothing may be said.
 */
export function peopleFact(proposals: readonly SynthesisProposal[], smallest: number): PeopleFact | null {
  const people = new Set(proposals.flatMap((proposal) => proposal.supporters)).size;
  const step = Math.max(1, smallest);
  const count = Math.floor(people / step) * step;
  return count === 0 ? null : { count, exact: step === 1 };
}
