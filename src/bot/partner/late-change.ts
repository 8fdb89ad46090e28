/** After the close what was said in time changes no more by itself: the wish to change it goes to the team. */
import type { RoundId } from '../../core/ids.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { refs } from './describe.ts';
import { closedOn, isOpen } from './place.ts';

/** null when these may be changed: their round is open, or they came late and nobody settled them yet. */
export async function lateChange(
  talk: Talk,
  proposals: readonly Pick<Proposal, 'number' | 'roundId' | 'lateness'>[],
): Promise<Reply | null> {
  const settled = proposals.filter((one) => one.lateness !== 'pending');
  const [first] = settled;
  const round = first?.roundId ? await talk.tx.rounds.byId(first.roundId as RoundId) : null;
  if (!round || isOpen(talk, { round })) return null;
  await leaveDoubt(talk, 'correction');
  return answer(talk.say.lateChange(closedOn(talk, { round }), refs(talk, settled), settled.length > 1));
}
