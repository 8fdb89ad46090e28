import type { Gates } from '../../app/ports/gates.ts';
import type { DebtOnRecord, Gate, Passage } from '../../core/gate/gate.ts';
import type { PersonId, WordsId } from '../../core/ids.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function gates(tx: Client): Gates {
  return {
    async add({ override, by, at, takenBackAt, ...passage }, consultationId) {
      await insert(tx, 'GatePassage', [
        {
          ...passage,
          consultationId,
          reasonId: override?.reason ?? null,
          debt: override?.debt ?? null,
          passedBy: by,
          passedAt: toDate(at),
          takenBackAt: takenBackAt === null ? null : toDate(takenBackAt),
        },
      ]);
    },

    async of(consultationId) {
      const rows = await tx.gatePassage.findMany({
        where: { consultationId },
        orderBy: [{ passedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): Passage => ({
          id: row.id,
          gate: row.gate as Gate,
          subject: row.subject,
          override:
            row.reasonId === null
              ? null
              : { debt: row.debt as unknown as DebtOnRecord, reason: row.reasonId as WordsId },
          by: row.passedBy as PersonId,
          at: toInstant(row.passedAt),
          takenBackAt: row.takenBackAt === null ? null : toInstant(row.takenBackAt),
        }),
      );
    },

    async takeBack(id, at) {
      await tx.gatePassage.updateMany({
        where: { id, takenBackAt: null },
        data: { takenBackAt: toDate(at) },
      });
    },
  };
}
