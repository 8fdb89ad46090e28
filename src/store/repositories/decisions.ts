import type { Decisions } from '../../app/ports/decisions.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import type { DecisionId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function decisions(tx: Client): Decisions {
  return {
    async add(steps, consultationId) {
      await insert(
        tx,
        'DecisionStep',
        steps.map((step) => ({
          id: step.id,
          consultationId,
          proposalId: step.proposalId,
          body: step.body,
          status: step.status,
          reasonId: step.reason,
          decidedOn: step.decidedOn,
          recordedBy: step.recordedBy,
          recordedAt: toDate(step.recordedAt),
          reopens: step.reopens,
        })),
      );
    },

    async of(consultationId) {
      const rows = await tx.decisionStep.findMany({
        where: { consultationId },
        orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): DecisionStep => ({
          id: row.id as DecisionId,
          proposalId: row.proposalId as ProposalId,
          body: row.body,
          status: row.status as DecisionStep['status'],
          reason: row.reasonId as WordsId,
          decidedOn: row.decidedOn,
          recordedBy: row.recordedBy as PersonId,
          recordedAt: toInstant(row.recordedAt),
          reopens: row.reopens,
        }),
      );
    },
  };
}
