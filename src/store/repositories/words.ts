import type { WordsRepository } from '../../app/ports/words.ts';
import type { WordsId } from '../../core/ids.ts';
import { type Client, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { isUuid } from '../uuid.ts';

export function words(tx: Client): WordsRepository {
  return {
    async add(rows) {
      await insert(
        tx,
        'Words',
        rows.map((row) => ({
          id: row.id,
          consultationId: row.consultationId,
          personId: row.personId,
          text: row.text,
          lang: row.lang,
          writtenAt: toDate(row.writtenAt),
        })),
      );
    },

    async give(id, consultationId, personId) {
      await tx.words.updateMany({ where: { id }, data: { consultationId, personId } });
    },

    async forget(id, at) {
      await tx.words.updateMany({
        where: { id, personId: null, erasedAt: null },
        data: { text: '', salt: '', erasedAt: toDate(at) },
      });
    },

    async texts(ids) {
      const wanted = ids.filter(isUuid);
      if (wanted.length === 0) return new Map();
      const rows = await tx.$queryRaw<{ id: WordsId; text: string | null }[]>`
        SELECT id, CASE WHEN "erasedAt" IS NULL THEN text END AS text
        FROM "Words" WHERE id = ANY(${wanted}::uuid[])`;
      return new Map(rows.map(({ id, text }) => [id, text]));
    },

    async salted(ids) {
      const wanted = ids.filter(isUuid);
      const rows = await tx.words.findMany({
        where: { id: { in: wanted }, erasedAt: null },
        select: { id: true, text: true, salt: true },
      });
      return new Map(rows.map(({ id, text, salt }) => [id as WordsId, { text, salt }]));
    },
  };
}
