/** The minutes: what people wrote of them, and the signed ones. */
import type { WorkshopMinutes, Workshops } from '../../../app/ports/workshops.ts';
import type { PersonId, WordsId } from '../../../core/ids.ts';
import type { SignedMinutes } from '../../../core/workshop/minutes.ts';
import type { Prisma } from '../../generated/client.ts';
import type { Client } from '../../insert.ts';
import { toDate, toInstant } from '../../instants.ts';

export const minutesOf = (
  tx: Client,
): Pick<Workshops, 'minutes' | 'setIntroduction' | 'setNotes' | 'sign'> => ({
  async minutes(id): Promise<WorkshopMinutes> {
    const { introductionId, noteIds, minutes, signedBy, signedAt } = await tx.workshop.findUniqueOrThrow({
      where: { id },
    });
    return {
      introduction: introductionId as WordsId | null,
      notes: noteIds as WordsId[],
      signed:
        signedBy === null || signedAt === null
          ? null
          : {
              by: signedBy as PersonId,
              at: toInstant(signedAt),
              body: minutes as unknown as SignedMinutes,
            },
    };
  },

  async setIntroduction(id, words) {
    await tx.workshop.update({ where: { id }, data: { introductionId: words } });
  },

  async setNotes(id, notes) {
    await tx.workshop.update({ where: { id }, data: { noteIds: [...notes] } });
  },

  async sign(id, by, at, body) {
    const { count } = await tx.workshop.updateMany({
      where: { id, signedAt: null },
      data: { signedBy: by, signedAt: toDate(at), minutes: body as unknown as Prisma.InputJsonValue },
    });
    return count === 1;
  },
});
