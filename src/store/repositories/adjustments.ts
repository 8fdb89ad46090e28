import { v7 } from 'uuid';
import type { Adjustments } from '../../app/ports/adjustments.ts';
import type { ConsultationId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import type {
  AdjustedFields,
  Adjustment,
  AdjustmentStep,
  AdjustmentVersion,
} from '../../core/plan/adjustment.ts';
import type { AdjustmentVersion as VersionRow } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function adjustments(tx: Client): Adjustments {
  const write = (adjustmentId: string, consultationId: ConsultationId, version: AdjustmentVersion) =>
    insert(tx, 'AdjustmentVersion', [
      {
        id: v7(),
        consultationId,
        adjustmentId,
        n: version.n,
        kind: version.kind,
        action: version.action,
        axis: version.axis,
        fields: version.fields,
        proposalIds: version.proposals,
        writtenBy: version.by,
        at: toDate(version.at),
      },
    ]);
  return {
    async add({ id, consultationId, basis, line, first, createdAt }) {
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
      const last = await tx.adjustment.aggregate({ where: { consultationId }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      await insert(tx, 'Adjustment', [
        { id, consultationId, number, basis, line, state: 'open', createdAt: toDate(createdAt) },
      ]);
      await write(id, consultationId, first);
      return { id, number, basis, line, state: 'open', versions: [first] };
    },

    async revise({ id }, consultationId, version) {
      await write(id, consultationId, version);
    },

    async setState(id, state) {
      await tx.adjustment.update({ where: { id }, data: { state } });
    },

    async of(consultationId) {
      const rows = await tx.adjustment.findMany({ where: { consultationId }, orderBy: { number: 'asc' } });
      const versions = Map.groupBy(
        await tx.adjustmentVersion.findMany({ where: { consultationId }, orderBy: { n: 'asc' } }),
        ({ adjustmentId }) => adjustmentId,
      );
      return rows.map(
        ({ id, number, basis, line, state }): Adjustment => ({
          id,
          number,
          basis,
          line,
          state: state as Adjustment['state'],
          versions: (versions.get(id) ?? []).map(read),
        }),
      );
    },

    async addSteps(steps, consultationId) {
      await insert(
        tx,
        'AdjustmentStep',
        steps.map(({ reason, recordedAt, ...step }) => ({
          ...step,
          consultationId,
          reasonId: reason,
          recordedAt: toDate(recordedAt),
        })),
      );
    },

    async steps(consultationId) {
      const rows = await tx.adjustmentStep.findMany({
        where: { consultationId },
        orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): AdjustmentStep => ({
          id: row.id,
          adjustmentId: row.adjustmentId,
          version: row.version,
          body: row.body,
          status: row.status as AdjustmentStep['status'],
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

const read = (row: VersionRow): AdjustmentVersion => ({
  n: row.n,
  kind: row.kind as AdjustmentVersion['kind'],
  action: row.action,
  axis: row.axis,
  fields: row.fields as AdjustedFields,
  proposals: row.proposalIds as ProposalId[],
  by: row.writtenBy as PersonId,
  at: toInstant(row.at),
});
