import type { RestitutionRow, Restitutions } from '../../app/ports/decisions.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../instants.ts';

type Row = Omit<RestitutionRow, 'createdAt' | 'sentAt'> & {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};

export function restitutions(tx: Client): Restitutions {
  return {
    async add(rows) {
      await insert(
        tx,
        'Restitution',
        rows.map((row) => ({
          id: row.id,
          consultationId: row.consultationId,
          roundId: row.roundId,
          partnerId: row.partnerId,
          n: row.n,
          proposalIds: [...row.proposalIds],
          stepIds: [...row.stepIds],
          deliveryId: row.deliveryId,
          createdAt: toDate(row.createdAt),
        })),
      );
    },

    async of(consultationId) {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT r.id, r."consultationId", r."roundId", r."partnerId", r.n, r."proposalIds",
          coalesce(r."stepIds", '{}') AS "stepIds", r."deliveryId", r."createdAt",
          d."sentAt"
        FROM "Restitution" r LEFT JOIN "Delivery" d ON d.id = r."deliveryId"
        WHERE r."consultationId" = ${consultationId}::uuid
        ORDER BY r."createdAt", r.id`;
      return rows.map((row) => ({
        ...row,
        createdAt: toInstant(row.createdAt),
        sentAt: toInstantOrNull(row.sentAt),
      }));
    },
  };
}
