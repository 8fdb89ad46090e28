import type { Ratings } from '../../app/ports/ratings.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Grade, Rated, Rating } from '../../core/rating/rating.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function ratings(tx: Client): Ratings {
  return {
    async put({ person, at, ...rating }, consultationId) {
      await insert(
        tx,
        'ProcessRating',
        [{ ...rating, consultationId, personId: person, at: toDate(at) }],
        Prisma.sql`ON CONFLICT ("consultationId", "personId", question) DO UPDATE SET grade = EXCLUDED.grade, at = EXCLUDED.at`,
      );
    },

    async of(consultationId) {
      const rows = await tx.processRating.findMany({
        where: { consultationId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        (row): Rating => ({
          id: row.id,
          person: row.personId as PersonId | null,
          question: row.question as Rated,
          grade: row.grade as Grade,
          at: toInstant(row.at),
        }),
      );
    },
  };
}
