import type { ProposalState } from '../../core/proposal/model.ts';
import type { Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/**
 * Takes proposals out of force. What had been merged into them, or into what they were all the parts of, stands on its
 * own again, and facilitators hear of it: nobody's words leave with somebody else's. The consultation is locked; `revision` is its new one.
 */
export async function takeOut(
  { tx, consultation, ids, now }: Scene<'proposals' | 'doubts'>,
  rows: readonly Pick<ProposalRow, 'id'>[],
  as: Extract<ProposalState, 'withdrawn' | 'moderated' | 'erased'>,
  revision: number,
): Promise<void> {
  if (rows.length === 0) return;
  for (const { id } of rows) await tx.proposals.setState(id, as, null, revision);
  for (const id of await tx.proposals.unanswered(consultation.id)) {
    await tx.proposals.setState(id, 'submitted', null, revision);
    await tx.doubts.add({
      id: ids.next(),
      consultationId: consultation.id,
      proposalId: id,
      inboundId: null,
      kind: 'alone-again',
      options: [],
      raisedAt: now,
    });
  }
}
