import type { ProposalLink, ProposalLinks } from '../../app/ports/links.ts';
import type { ConsultationId, ProposalId } from '../../core/ids.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function links(tx: Client): ProposalLinks {
  return {
    async set(row) {
      await insert(
        tx,
        'ProposalLink',
        [{ ...row, at: toDate(row.at) }],
        Prisma.sql`ON CONFLICT ("proposalId", "otherId") DO UPDATE SET kind = excluded.kind, at = excluded.at`,
      );
    },

    async of(ids) {
      if (ids.length === 0) return [];
      const among = { in: [...ids] };
      const rows = await tx.proposalLink.findMany({
        where: { OR: [{ proposalId: among }, { otherId: among }] },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): ProposalLink => ({
          id: row.id,
          consultationId: row.consultationId as ConsultationId,
          proposalId: row.proposalId as ProposalId,
          otherId: row.otherId as ProposalId,
          kind: row.kind as ProposalLink['kind'],
          at: toInstant(row.at),
        }),
      );
    },
  };
}
