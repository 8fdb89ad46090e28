import type { Attribution, Rules } from '../consultation/model.ts';
import { counts } from './change.ts';
import type { Proposal } from './model.ts';

/**
 * Whether one partner's words may be shown to another: never when they are not to be quoted, or their author said so;
 * while the round is open only where the consultation shows others' words and their author agreed to it.
 */
export function mayShow(
  proposal: Pick<Proposal, 'state' | 'lateness'>,
  author: { readonly attribution: Attribution; readonly sharing: string | null },
  othersWords: Rules['othersWords'],
  open: boolean,
): boolean {
  if (!counts(proposal) || author.attribution === 'none' || author.sharing === 'hidden') return false;
  return !open || (othersWords === 'shown' && author.sharing === 'shown');
}

/** Asked once: where others' words are shown, of who may be quoted and was not asked yet. */
export const asksSharing = (
  { attribution, sharing }: { readonly attribution: Attribution; readonly sharing: string | null },
  othersWords: Rules['othersWords'],
): boolean => othersWords === 'shown' && attribution !== 'none' && sharing === null;
