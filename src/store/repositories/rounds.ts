import type { Rounds } from '../../app/ports/rounds.ts';
import type { ConsultationId, PersonId, RoundId } from '../../core/ids.ts';
import type { Round } from '../../core/round/model.ts';
import type { Round as RoundRow } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';
import { isUuid } from '../uuid.ts';

export function rounds(tx: Client): Rounds {
  return {
    async add(round) {
      await tx.round.createMany({
        data: {
          id: round.id,
          consultationId: round.consultationId,
          key: round.key,
          attempt: round.attempt,
          contentId: round.contentId,
          state: round.state,
          openedAt: toDate(round.openedAt),
          openedBy: round.openedBy,
          closesAt: toDate(round.closesAt),
          closedAt: toDateOrNull(round.closedAt),
        },
      });
    },

    async byId(id) {
      return isUuid(id) ? readOrNull(await tx.round.findUnique({ where: { id } })) : null;
    },

    async byKey(consultationId, key) {
      return readOrNull(
        await tx.round.findFirst({
          where: { consultationId, key },
          orderBy: { attempt: 'desc' },
        }),
      );
    },

    async of(consultationId) {
      const rows = await tx.round.findMany({
        where: { consultationId },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(readRound);
    },

    async close(id, { state, at, reason }) {
      const { count } = await tx.round.updateMany({
        where: { id, state: 'open' },
        data: { state, closedAt: toDate(at), closeReasonId: reason },
      });
      return count === 1;
    },

    async extend(id, closesAt) {
      const at = toDate(closesAt);
      const { count } = await tx.round.updateMany({
        where: { id, state: 'open', closesAt: { lt: at } },
        data: { closesAt: at },
      });
      return count === 1;
    },

    async reopen(id) {
      const { count } = await tx.round.updateMany({
        where: { id, state: 'closed' },
        data: { state: 'open', closedAt: null, closeReasonId: null },
      });
      return count === 1;
    },

    async due(now) {
      const rows = await tx.round.findMany({
        where: { state: 'open', closesAt: { lte: toDate(now) } },
        orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readRound);
    },
  };
}

const readOrNull = (row: RoundRow | null): Round | null => (row === null ? null : readRound(row));

export const readRound = (row: RoundRow): Round => ({
  id: row.id as RoundId,
  consultationId: row.consultationId as ConsultationId,
  key: row.key,
  attempt: row.attempt,
  contentId: row.contentId,
  state: row.state as Round['state'],
  openedAt: toInstant(row.openedAt),
  openedBy: row.openedBy as PersonId,
  closesAt: toInstant(row.closesAt),
  closedAt: toInstantOrNull(row.closedAt),
});
