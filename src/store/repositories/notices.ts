import type { NoticeRow, Notices } from '../../app/ports/notices.ts';
import type { ConsultationId, DeliveryId, PersonId } from '../../core/ids.ts';
import { type Notice, Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';

export function notices(tx: Client): Notices {
  return {
    add: (rows) =>
      insert(
        tx,
        'Notice',
        rows.map((row) => ({
          ...row,
          dueAt: toDate(row.dueAt),
          answeredAt: toDateOrNull(row.answeredAt),
          createdAt: toDate(row.createdAt),
        })),
        Prisma.sql`ON CONFLICT (kind, "subjectId", "personId") DO NOTHING`,
      ),

    async on(kind, subjectId) {
      const rows = await tx.notice.findMany({
        where: { kind, subjectId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },

    async due(consultationId, now, limit) {
      const rows = await tx.notice.findMany({
        where: { consultationId, state: 'waiting', dueAt: { lte: toDate(now) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(read);
    },

    async queue(id, deliveryId) {
      const { count } = await tx.notice.updateMany({
        where: { id, state: 'waiting' },
        data: { state: 'queued', deliveryId },
      });
      return count === 1;
    },

    async postpone(id, dueAt) {
      await tx.notice.updateMany({ where: { id, state: 'waiting' }, data: { dueAt: toDate(dueAt) } });
    },

    async drop(id) {
      await tx.notice.updateMany({ where: { id, state: 'waiting' }, data: { state: 'dropped' } });
    },

    async answer(id, answer, at) {
      await tx.notice.updateMany({ where: { id }, data: { answer, answeredAt: toDate(at) } });
    },
  };
}

const read = (row: Notice): NoticeRow => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  personId: row.personId as PersonId,
  kind: row.kind as NoticeRow['kind'],
  subjectId: row.subjectId,
  state: row.state as NoticeRow['state'],
  dueAt: toInstant(row.dueAt),
  deliveryId: row.deliveryId as DeliveryId | null,
  answer: row.answer as NoticeRow['answer'],
  answeredAt: toInstantOrNull(row.answeredAt),
  createdAt: toInstant(row.createdAt),
});
