import type { DigestReader, Digests } from '../../app/ports/digests.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { DigestReader as Row } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toDateOrNull, toInstantOrNull } from '../instants.ts';

export function digests(tx: Client): Digests {
  return {
    async of(personId) {
      const row = await tx.digestReader.findUnique({ where: { personId } });
      return row === null ? null : read(row);
    },

    async save({ personId, consultationId, schedule, ...row }) {
      const data = {
        consultationId,
        sinceAt: toDateOrNull(row.sinceAt),
        readAt: toDateOrNull(row.readAt),
        weekday: schedule?.weekday ?? null,
        minute: schedule?.minute ?? null,
        always: row.always,
        nextAt: toDateOrNull(row.nextAt),
      };
      await tx.digestReader.upsert({ where: { personId }, create: { personId, ...data }, update: data });
    },

    async due(consultationId, now, limit) {
      const rows = await tx.digestReader.findMany({
        where: { consultationId, nextAt: { lte: toDate(now) } },
        orderBy: [{ nextAt: 'asc' }, { personId: 'asc' }],
        take: limit,
      });
      return rows.map(read);
    },

    async advance(personId, from, to) {
      const { count } = await tx.digestReader.updateMany({
        where: { personId, nextAt: toDate(from) },
        data: { nextAt: toDate(to) },
      });
      return count === 1;
    },
  };
}

const read = (row: Row): DigestReader => ({
  personId: row.personId as PersonId,
  consultationId: row.consultationId as ConsultationId,
  sinceAt: toInstantOrNull(row.sinceAt),
  readAt: toInstantOrNull(row.readAt),
  schedule: row.minute === null ? null : { weekday: row.weekday, minute: row.minute },
  always: row.always,
  nextAt: toInstantOrNull(row.nextAt),
});
