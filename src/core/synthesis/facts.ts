import type { QuoteRef, SynthesisProposal } from './model.ts';
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

/**
 * The most central quotable proposal, and the least central one of another person, of another college if any.
 * Objections are quoted among the disagreements, and here only when nothing else can be.
 */
export function quotesOf(members: readonly SynthesisProposal[]): QuoteRef[] {
  const open = members.filter((proposal) => proposal.attribution !== 'none');
  const quotable = open.some(({ kind }) => kind !== 'objection')
    ? open.filter(({ kind }) => kind !== 'objection')
    : open;
  const [central, ...rest] = quotable;
  if (central === undefined) return [];
  const others = rest.filter((other) => other.partnerId === null || other.partnerId !== central.partnerId);
  const second = others.findLast((other) => other.college !== central.college) ?? others.at(-1);
  return [central, ...(second ? [second] : [])].map(({ ref, extract }) => ({
    words: extract.words,
    start: extract.start,
    end: extract.end,
    proposal: ref,
  }));
}
