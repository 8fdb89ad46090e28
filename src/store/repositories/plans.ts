import type { Plans, PlanVersionRow } from '../../app/ports/plans.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { PlanVersion } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function plans(tx: Client): Plans {
  return {
    async add(given) {
      const { consultationId } = given;
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
      const last = await tx.planVersion.aggregate({ where: { consultationId }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      await insert(tx, 'PlanVersion', [
        {
          id: given.id,
          consultationId,
          number,
          origin: given.origin,
          body: given.plan,
          decidedBy: given.decision?.body ?? null,
          decidedOn: given.decision?.decidedOn ?? null,
          adjustmentIds: given.adjustments,
          createdBy: given.createdBy,
          createdAt: toDate(given.createdAt),
        },
      ]);
      return { ...given, number };
    },

    async latest(consultationId) {
      const row = await tx.planVersion.findFirst({ where: { consultationId }, orderBy: { number: 'desc' } });
      return row === null ? null : read(row);
    },

    async byNumber(consultationId, number) {
      const row = await tx.planVersion.findUnique({
        where: { consultationId_number: { consultationId, number } },
      });
      return row === null ? null : read(row);
    },

    async of(consultationId) {
      const rows = await tx.planVersion.findMany({ where: { consultationId }, orderBy: { number: 'asc' } });
      return rows.map(read);
    },
  };
}

const read = (row: PlanVersion): PlanVersionRow => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  number: row.number,
  origin: row.origin as PlanVersionRow['origin'],
  plan: row.body as unknown as Plan,
  decision:
    row.decidedBy === null || row.decidedOn === null
      ? null
      : { body: row.decidedBy, decidedOn: row.decidedOn },
  adjustments: row.adjustmentIds,
  createdBy: row.createdBy as PersonId | null,
  createdAt: toInstant(row.createdAt),
});
