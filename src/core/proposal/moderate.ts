import { ref } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Proposal } from './model.ts';

/** Whether it may be kept from publication, or given back to it. */
export function mayModerate(
  { number, state }: Pick<Proposal, 'number' | 'state'>,
  to: 'moderate' | 'reinstate',
  reasoned: boolean,
): Refusal | null {
  const named = { proposal: ref(number) };
  if (to === 'reinstate' && state !== 'moderated') return refuse('not-moderated', named);
  if (to === 'moderate' && state === 'moderated') return refuse('already-moderated', named);
  if (to === 'moderate' && state !== 'submitted' && state !== 'merged') return refuse('not-in-force', named);
  return reasoned ? null : refuse('moderation-needs-reason', named);
}
