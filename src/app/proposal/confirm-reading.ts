import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Act } from '../ports/acts.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/** The person says that what was read or entered for them is right: an act for each, by them, with what else it says. */
export async function confirmReading(
  scene: Scene,
  proposals: readonly ProposalRow[],
  refs: Act['refs'] = {},
): Promise<readonly ProposalRow[] | Refusal> {
  for (const { id } of proposals) {
    const act = { verb: 'reading.confirm', subjectType: 'proposal', subjectId: id, refs } as const;
    const done = await perform(scene, act, async () => true as const);
    if (done !== true) return done;
  }
  return proposals;
}
