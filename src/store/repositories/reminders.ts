import type { ReminderRow, Reminders } from '../../app/ports/rounds.ts';
import type { ConsultationId, DeliveryId, PersonId, RoundId } from '../../core/ids.ts';
import { Prisma, type Reminder } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function reminders(tx: Client): Reminders {
  return {
    async add(rows) {
      await insert(
        tx,
        'Reminder',
        rows.map((row) => ({ ...row, dueAt: toDate(row.dueAt), createdAt: toDate(row.createdAt) })),
        Prisma.sql`ON CONFLICT ("roundId", "personId", n) DO NOTHING`,
      );
    },

    async of(roundId) {
      const rows = await tx.reminder.findMany({
        where: { roundId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },

    async due(consultationId, now, limit) {
      const rows = await tx.reminder.findMany({
        where: { consultationId, state: 'waiting', dueAt: { lte: toDate(now) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(read);
    },

    async queue(id, deliveryId) {
      const { count } = await tx.reminder.updateMany({
        where: { id, state: 'waiting' },
        data: { state: 'queued', deliveryId },
      });
      return count === 1;
    },

    async postpone(id, dueAt) {
      await tx.reminder.updateMany({ where: { id, state: 'waiting' }, data: { dueAt: toDate(dueAt) } });
    },

    async drop(id) {
      await tx.reminder.updateMany({ where: { id, state: 'waiting' }, data: { state: 'dropped' } });
    },

    async callOff(personId, roundId) {
      const ofRound = roundId === null ? Prisma.empty : Prisma.sql`AND r."roundId" = ${roundId}::uuid`;
      await tx.$executeRaw`
        WITH pending AS (
          SELECT r.id, r.state, r."deliveryId" FROM "Reminder" r
          WHERE r."personId" = ${personId}::uuid AND r.state IN ('waiting', 'queued') ${ofRound}),
        unsent AS (
          UPDATE "Delivery" d SET state = 'dropped' FROM pending
          WHERE d.id = pending."deliveryId" AND d.state = 'queued' RETURNING d.id)
        UPDATE "Reminder" r SET state = 'dropped' FROM pending
        WHERE r.id = pending.id
          AND (pending.state = 'waiting' OR pending."deliveryId" IN (SELECT id FROM unsent))`;
    },
  };
}

const read = (row: Reminder): ReminderRow => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  roundId: row.roundId as RoundId,
  personId: row.personId as PersonId,
  n: row.n,
  state: row.state as ReminderRow['state'],
  dueAt: toInstant(row.dueAt),
  askedBy: row.askedBy as PersonId | null,
  deliveryId: row.deliveryId as DeliveryId | null,
  createdAt: toInstant(row.createdAt),
});
