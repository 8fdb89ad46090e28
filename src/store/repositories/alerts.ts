import type { Alerts } from '../../app/ports/alerts.ts';
import type { Alert, AlertLevel } from '../../core/plan/alert.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function alerts(tx: Client): Alerts {
  return {
    async add(all, consultationId) {
      await insert(
        tx,
        'IndicatorAlert',
        all.map(({ raisedAt, clearedAt, ...alert }) => ({
          ...alert,
          consultationId,
          raisedAt: toDate(raisedAt),
          clearedAt: clearedAt === null ? null : toDate(clearedAt),
        })),
      );
    },

    async standing(consultationId) {
      const rows = await tx.indicatorAlert.findMany({
        where: { consultationId, clearedAt: null },
        orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        ({ id, action, indicator, level, raisedAt }): Alert => ({
          id,
          action,
          indicator,
          level: level as AlertLevel,
          raisedAt: toInstant(raisedAt),
          clearedAt: null,
        }),
      );
    },

    async clear(ids, at) {
      await tx.indicatorAlert.updateMany({
        where: { id: { in: [...ids] }, clearedAt: null },
        data: { clearedAt: toDate(at) },
      });
    },
  };
}
