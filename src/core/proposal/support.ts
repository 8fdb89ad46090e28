import { type PartnerId, ref } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Proposal } from './model.ts';

type Supported = Pick<Proposal, 'number' | 'partnerId'> & { readonly endorsers: readonly PartnerId[] };

/** Whether one may support it: one's own counts without. `shown`: whether one may read it at all. */
export function maySupport(
  proposal: Supported | null,
  own: readonly PartnerId[],
  asked: { readonly number: number; readonly shown: boolean; readonly open: boolean },
): Refusal | null {
  const named = { proposal: ref(asked.number) };
  if (proposal?.partnerId && own.includes(proposal.partnerId)) return refuse('support-own', named);
  if (!proposal || !asked.shown) return refuse('not-shown-to-you', named);
  if (proposal.endorsers.some((one) => own.includes(one))) return refuse('already-supported', named);
  return asked.open ? null : refuse('support-closed', named);
}
