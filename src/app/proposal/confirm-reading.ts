import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/** The person says that what was entered for them is right: an act for each, by them. */
export async function confirmReading(
  scene: Scene,
  proposals: readonly ProposalRow[],
): Promise<readonly ProposalRow[] | Refusal> {
  for (const { id } of proposals) {
    const act = { verb: 'reading.confirm', subjectType: 'proposal', subjectId: id } as const;
    const done = await perform(scene, act, async () => true as const);
    if (done !== true) return done;
  }
  return proposals;
}
