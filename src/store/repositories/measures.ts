import type { Measures } from '../../app/ports/measures.ts';
import type { PersonId, WordsId } from '../../core/ids.ts';
import type { Measure } from '../../core/plan/measure.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function measures(tx: Client): Measures {
  return {
    async add({ note, by, at, takenBackAt, toldAt, ...measure }, consultationId) {
      await insert(tx, 'IndicatorMeasure', [
        {
          ...measure,
          consultationId,
          noteId: note,
          recordedBy: by,
          recordedAt: toDate(at),
          takenBackAt: takenBackAt === null ? null : toDate(takenBackAt),
          toldAt: toldAt === null ? null : toDate(toldAt),
        },
      ]);
    },

    async of(consultationId) {
      const rows = await tx.indicatorMeasure.findMany({
        where: { consultationId },
        orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): Measure => ({
          id: row.id,
          action: row.action,
          indicator: row.indicator,
          value: row.value,
          day: row.day,
          note: row.noteId as WordsId | null,
          by: row.recordedBy as PersonId,
          at: toInstant(row.recordedAt),
          takenBackAt: row.takenBackAt === null ? null : toInstant(row.takenBackAt),
          toldAt: row.toldAt === null ? null : toInstant(row.toldAt),
        }),
      );
    },

    async takeBack(id, at) {
      await tx.indicatorMeasure.updateMany({
        where: { id, takenBackAt: null },
        data: { takenBackAt: toDate(at) },
      });
    },

    async markTold(ids, at) {
      await tx.indicatorMeasure.updateMany({
        where: { id: { in: [...ids] }, toldAt: null },
        data: { toldAt: toDate(at) },
      });
    },
  };
}
