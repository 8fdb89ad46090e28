import type { NoticeRow, Notices } from '../../app/ports/notices.ts';
import type { ConsultationId, DeliveryId, PersonId, ProposalId } from '../../core/ids.ts';
import type { ReviewAnswer } from '../../core/participation/understood.ts';
import { type Notice, type NoticeAnswer, Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function notices(tx: Client): Notices {
  return {
    add: (rows) =>
      insert(
        tx,
        'Notice',
        rows.map((row) => ({
          ...row,
          dueAt: toDate(row.dueAt),
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

    async answer(row) {
      await insert(tx, 'NoticeAnswer', [{ ...row, at: toDate(row.at) }]);
    },

    async retract(id) {
      await tx.noticeAnswer.deleteMany({ where: { id } });
    },

    async answers(ids) {
      if (ids.length === 0) return new Map();
      const rows = await tx.noticeAnswer.findMany({
        where: { noticeId: { in: [...ids] } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      const found = Map.groupBy(rows, ({ noticeId }) => noticeId);
      return new Map([...found].map(([id, given]) => [id, given.map(readAnswer)]));
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
  createdAt: toInstant(row.createdAt),
});

const readAnswer = (row: NoticeAnswer): ReviewAnswer => ({
  answer: row.answer as ReviewAnswer['answer'],
  proposalId: row.proposalId as ProposalId | null,
  at: toInstant(row.at),
});
