import type { Doubt, Doubts } from '../../app/ports/proposals.ts';
import type { ConsultationId, InboundId, ProposalId } from '../../core/ids.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function doubts(tx: Client): Doubts {
  return {
    async add(row) {
      await insert(tx, 'Doubt', [
        {
          id: row.id,
          consultationId: row.consultationId,
          proposalId: row.proposalId,
          inboundId: row.inboundId,
          kind: row.kind,
          options: [...row.options],
          raisedAt: toDate(row.raisedAt),
        },
      ]);
    },

    async open(consultationId) {
      const rows = await tx.doubt.findMany({
        where: { consultationId, resolvedAt: null },
        orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): Doubt => ({
          id: row.id,
          consultationId: row.consultationId as ConsultationId,
          proposalId: row.proposalId as ProposalId | null,
          inboundId: row.inboundId as InboundId | null,
          kind: row.kind,
          options: row.options,
          raisedAt: toInstant(row.raisedAt),
        }),
      );
    },

    async settle(id, at) {
      const where = { id, resolvedAt: null };
      const { count } = await tx.doubt.updateMany({ where, data: { resolvedAt: toDate(at) } });
      return count === 1;
    },

    async resolve(proposalId, kind, at) {
      await tx.doubt.updateMany({
        where: { proposalId, kind, resolvedAt: null },
        data: { resolvedAt: toDate(at) },
      });
    },
  };
}
