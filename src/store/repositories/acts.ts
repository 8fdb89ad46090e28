import type { Act, Acts } from '../../app/ports/acts.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Act as ActRow } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function acts(tx: Client): Acts {
  return {
    async add(row) {
      await insert(tx, 'Act', [
        {
          id: row.id,
          consultationId: row.consultationId,
          actorId: row.actorId,
          role: row.role,
          verb: row.verb,
          subjectType: row.subjectType,
          subjectId: row.subjectId,
          refs: row.refs,
          at: toDate(row.at),
        },
      ]);
    },

    async of(consultationId, subjectId) {
      const rows = await tx.act.findMany({
        where: { consultationId, ...(subjectId === undefined ? {} : { subjectId }) },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },

    async last(consultationId, actorId, verbs, since) {
      const row = await tx.act.findFirst({
        where: { consultationId, actorId, verb: { in: [...verbs] }, at: { gte: toDate(since) } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
      });
      return row === null ? null : read(row);
    },

    async by(consultationId, actorId, since) {
      const rows = await tx.act.findMany({
        where: { consultationId, actorId, at: { gte: toDate(since) } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },

    async done(consultationId, verbs) {
      const rows = await tx.act.findMany({
        where: { consultationId, verb: { in: [...verbs] } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },
  };
}

const read = (row: ActRow): Act => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  actorId: row.actorId as PersonId | null,
  role: row.role,
  verb: row.verb,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  refs: row.refs as Act['refs'],
  at: toInstant(row.at),
});
