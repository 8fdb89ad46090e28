import type {
  Proofreading,
  Proofreadings,
  SynthesisEdit,
  SynthesisEdits,
} from '../../app/ports/proofreading.ts';
import type { ConsultationId, PersonId, SynthesisId, WordsId } from '../../core/ids.ts';
import type { Touched } from '../../core/synthesis/history.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';

export function proofreadings(tx: Client): Proofreadings {
  return {
    async ask({ remark, ...row }) {
      const data = {
        ...row,
        remarkId: remark,
        askedAt: toDate(row.askedAt),
        readAt: toDateOrNull(row.readAt),
      };
      const { askedBy, askedAt, readAt, remarkId } = data;
      await tx.proofreading.upsert({
        where: { synthesisId_readerId: { synthesisId: row.synthesisId, readerId: row.readerId } },
        create: data,
        update: { askedBy, askedAt, readAt, remarkId },
      });
    },

    async of(synthesisId) {
      const rows = await tx.proofreading.findMany({
        where: { synthesisId },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        ({ remarkId, ...row }): Proofreading => ({
          id: row.id,
          consultationId: row.consultationId as ConsultationId,
          synthesisId: row.synthesisId as SynthesisId,
          readerId: row.readerId as PersonId,
          askedBy: row.askedBy as PersonId,
          askedAt: toInstant(row.askedAt),
          readAt: toInstantOrNull(row.readAt),
          remark: remarkId as WordsId | null,
        }),
      );
    },

    async read(id, at, remark) {
      await tx.proofreading.update({ where: { id }, data: { readAt: toDate(at), remarkId: remark } });
    },
  };
}

export function synthesisEdits(tx: Client): SynthesisEdits {
  return {
    async add(row) {
      await insert(tx, 'SynthesisEdit', [
        { ...row, at: toDate(row.at), undoneAt: toDateOrNull(row.undoneAt) },
      ]);
    },

    async of(synthesisId) {
      const rows = await tx.synthesisEdit.findMany({
        where: { synthesisId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): SynthesisEdit => ({
          id: row.id,
          consultationId: row.consultationId as ConsultationId,
          synthesisId: row.synthesisId as SynthesisId,
          personId: row.personId as PersonId,
          edit: row.edit,
          before: row.before as unknown as Touched,
          after: row.after as unknown as Touched,
          at: toInstant(row.at),
          undoneAt: toInstantOrNull(row.undoneAt),
        }),
      );
    },

    async undo(id, at) {
      await tx.synthesisEdit.update({ where: { id }, data: { undoneAt: toDate(at) } });
    },
  };
}
