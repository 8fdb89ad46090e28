import type { ExportedProposal } from '../../core/proposal/exported.ts';
import type { Refusal } from '../../core/refusal.ts';
import { exported } from '../documents/gather-documents.ts';
import { perform, type Scene } from '../perform.ts';

/** All proposals as they stand, for those who run the consultation to look at. */
export async function listProposals(
  scene: Scene<'proposals' | 'words' | 'people'>,
): Promise<readonly ExportedProposal[] | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'proposals.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => exported(scene, await tx.proposals.of(consultation.id)));
}
