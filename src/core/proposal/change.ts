import type { PartnerId } from '../ids.ts';
import { ref } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Dimension, Proposal, Tag } from './model.ts';

type Owned = Pick<Proposal, 'number' | 'partnerId' | 'state'>;

/** Whether this partner may change, withdraw or restore this proposal now. */
export function mayChange(
  proposal: Owned | null,
  partnerIds: readonly PartnerId[],
  to: 'revise' | 'withdraw' | 'restore',
): Refusal | null {
  // A proposal of somebody else is answered as one that isn't there: a reference tells nothing about others.
  if (!proposal?.partnerId || !partnerIds.includes(proposal.partnerId)) return refuse('no-such-proposal');
  const named = { proposal: ref(proposal.number) };
  if (proposal.state === 'erased') return refuse('no-such-proposal');
  if (proposal.state === 'moderated') return refuse('moderated', named);
  if (to === 'restore') return proposal.state === 'withdrawn' ? null : refuse('not-withdrawn', named);
  if (proposal.state === 'withdrawn') return refuse('already-withdrawn', named);
  if (proposal.state === 'merged') return refuse('already-merged', named);
  if (proposal.state === 'split') return refuse('already-split', named);
  return null;
}

export function mayMerge(
  from: Owned | null,
  into: (Owned & Pick<Proposal, 'lateness'>) | null,
): Refusal | null {
  if (!from || !into) return refuse('no-such-proposal');
  if (from.number === into.number) return refuse('merge-with-itself', { proposal: ref(from.number) });
  for (const one of [from, into])
    if (one.state !== 'submitted') return refuse('not-in-force', { proposal: ref(one.number) });
  return counts(into) ? null : refuse('late-not-accepted', { proposal: ref(into.number) });
}

/** The tags in force when these take the place of all tags of their dimensions. */
export function retag(tags: readonly Tag[], by: readonly Tag[]): Tag[] {
  const dimensions = new Set<Dimension>(by.map((tag) => tag.dimension));
  return [...tags.filter((tag) => !dimensions.has(tag.dimension)), ...by];
}

/** Counts in syntheses: in force, and not late without a facilitator's word. */
export const counts = (proposal: Pick<Proposal, 'state' | 'lateness'>): boolean =>
  proposal.state === 'submitted' && (proposal.lateness === 'in-time' || proposal.lateness === 'accepted');
