import type { ExportedProposal } from '../../core/proposal/exported.ts';
import type { Refusal } from '../../core/refusal.ts';
import { exported } from '../documents/gather-documents.ts';
import { perform, type Scene } from '../perform.ts';

/** All proposals as they stand, for the staff: an internal document, signed synthesis or not. */
export async function exportProposals(
  scene: Scene<'proposals' | 'words' | 'people'>,
): Promise<readonly ExportedProposal[] | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'documents.export',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { document: 'proposals' },
  } as const;
  return perform(scene, act, async () => exported(scene, await tx.proposals.of(consultation.id)));
}
