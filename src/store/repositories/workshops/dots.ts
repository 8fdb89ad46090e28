/** What each person put where. */
import { v7 } from 'uuid';
import type { Workshops } from '../../../app/ports/workshops.ts';
import type { PartnerId, PersonId } from '../../../core/ids.ts';
import { Prisma } from '../../generated/client.ts';
import { type Client, insert } from '../../insert.ts';
import { toDate } from '../../instants.ts';

export const dotsOf = (tx: Client): Pick<Workshops, 'dots' | 'setDots'> => ({
  async dots(workshopId) {
    const rows = await tx.workshopDots.findMany({
      where: { workshopId, points: { gt: 0 } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ groupId, personId, partnerId, points }) => ({
      group: groupId,
      person: personId as PersonId,
      partner: partnerId as PartnerId,
      points,
    }));
  },

  async setDots({ id: workshopId, consultationId }, { group, person, partner, points }, at) {
    const row = {
      consultationId,
      workshopId,
      groupId: group,
      personId: person,
      partnerId: partner,
      points,
    };
    await insert(
      tx,
      'WorkshopDots',
      [{ id: v7(), ...row, at: toDate(at) }],
      Prisma.sql`ON CONFLICT ("workshopId", "personId", "groupId") DO UPDATE SET points = excluded.points,
        "partnerId" = excluded."partnerId", at = excluded.at`,
    );
  },
});
