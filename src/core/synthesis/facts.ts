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

/** Up to this many members, all are of the theme; in larger groups the outer half is left to the references. */
const ALL_CENTRAL = 4;

/**
 * The most central quotable proposal, and another person's that differs from it and is still of the theme: the farthest
 * one within the central half, of another college if any. Objections are quoted among the disagreements, and here only
 * when nothing else can be.
 */
export function quotesOf(members: readonly SynthesisProposal[]): QuoteRef[] {
  const open = members.filter((proposal) => proposal.attribution !== 'none');
  const quotable = open.some(({ kind }) => kind !== 'objection')
    ? open.filter(({ kind }) => kind !== 'objection')
    : open;
  const [central, ...rest] = quotable;
  if (central === undefined) return [];
  const others = rest.filter((other) => other.partnerId === null || other.partnerId !== central.partnerId);
  const half = new Set(members.slice(0, Math.max(ALL_CENTRAL, Math.ceil(members.length / 2))));
  const inner = others.filter((other) => half.has(other));
  const second = inner.findLast((other) => other.college !== central.college) ?? inner.at(-1) ?? others[0];
  return [central, ...(second ? [second] : [])].map(({ ref, extract }) => ({
    words: extract.words,
    start: extract.start,
    end: extract.end,
    proposal: ref,
  }));
}
