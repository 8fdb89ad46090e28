/** A workshop, and how far it is. */
import type { Workshops } from '../../../app/ports/workshops.ts';
import type { ConsultationId, RoundId } from '../../../core/ids.ts';
import { type Course, GATHERING } from '../../../core/workshop/course.ts';
import type { Workshop } from '../../../core/workshop/model.ts';
import type { Workshop as Row } from '../../generated/client.ts';
import { type Client, insert } from '../../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../../instants.ts';

const one = (row: Row | null): Workshop | null => row && read(row);

export const courseOf = (
  tx: Client,
): Pick<Workshops, 'add' | 'byId' | 'byRound' | 'of' | 'lock' | 'setCourse'> => ({
  async add(workshop) {
    await insert(tx, 'Workshop', [
      {
        id: workshop.id,
        consultationId: workshop.consultationId,
        roundId: workshop.roundId,
        openedAt: toDate(workshop.openedAt),
        ...columns(workshop.course),
      },
    ]);
  },

  byId: async (id) => one(await tx.workshop.findUnique({ where: { id } })),
  byRound: async (roundId) => one(await tx.workshop.findUnique({ where: { roundId } })),

  async of(consultationId) {
    const rows = await tx.workshop.findMany({ where: { consultationId }, orderBy: { id: 'desc' } });
    return rows.map(read);
  },

  async lock(id) {
    await tx.$queryRaw`SELECT id FROM "Workshop" WHERE id = ${id}::uuid FOR UPDATE`;
    return one(await tx.workshop.findUnique({ where: { id } }));
  },

  async setCourse(id, course, at) {
    const now = toDate(at);
    await tx.workshop.update({ where: { id }, data: columns(course) });
    if (course.state === 'running')
      await tx.workshop.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
    await tx.workshop.update({ where: { id }, data: { endedAt: course.state === 'ended' ? now : null } });
  },
});

const columns = (course: Course) => ({
  state: course.state,
  at: course.state === 'gathering' ? null : course.at,
  endsAt: course.state === 'running' ? toDate(course.endsAt) : null,
  leftMs: course.state === 'paused' ? course.left : null,
  warned: course.state === 'running' || course.state === 'paused' ? course.warned : false,
});

export const read = (row: Row): Workshop => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  roundId: row.roundId as RoundId,
  course: stateOf(row),
  openedAt: toInstant(row.openedAt),
  startedAt: toInstantOrNull(row.startedAt),
  endedAt: toInstantOrNull(row.endedAt),
});

function stateOf({ state, at, endsAt, leftMs, warned }: Row): Course {
  if (state === 'running' && endsAt !== null)
    return { state, at: at ?? 0, endsAt: toInstant(endsAt), warned };
  if (state === 'paused') return { state, at: at ?? 0, left: leftMs ?? 0, warned };
  return state === 'ended' ? { state, at: at ?? 0 } : GATHERING;
}
