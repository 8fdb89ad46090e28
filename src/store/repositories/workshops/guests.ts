/** Who is there, and what was said by people nobody knows yet. */
import { v7 } from 'uuid';
import type { Workshops } from '../../../app/ports/workshops.ts';
import type { ConversationId, InboundId, PersonId, WordsId } from '../../../core/ids.ts';
import type { Guest } from '../../../core/workshop/model.ts';
import { Prisma, type WorkshopGuest as Row } from '../../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../../instants.ts';
import { storable } from '../../storable.ts';

export const guestsOf = (
  tx: Client,
): Pick<Workshops, 'enter' | 'leave' | 'setAsked' | 'guests' | 'keepSaying' | 'sayings' | 'takeSaying'> => ({
  async enter({ id, consultationId }, conversationId, { platform, workspace, userId, person, at }) {
    const known = { workshopId: id, conversationId, userId: storable(userId) };
    await insert(
      tx,
      'WorkshopGuest',
      [
        {
          id: v7(),
          consultationId,
          ...known,
          platform,
          workspace,
          personId: person,
          enteredAt: toDate(at),
        },
      ],
      Prisma.sql`ON CONFLICT ("workshopId", "conversationId", "userId") DO UPDATE
        SET "personId" = coalesce(excluded."personId", "WorkshopGuest"."personId"), "leftAt" = NULL`,
    );
    return guest(await tx.workshopGuest.findFirstOrThrow({ where: known }));
  },

  async leave(workshopId, conversationId, userId, at) {
    await tx.workshopGuest.updateMany({
      where: { workshopId, conversationId, userId: storable(userId) },
      data: { leftAt: toDate(at) },
    });
  },

  async setAsked(id, at) {
    await tx.workshopGuest.update({ where: { id }, data: { askedAt: toDate(at) } });
  },

  async guests(workshopId) {
    const rows = await tx.workshopGuest.findMany({ where: { workshopId }, orderBy: { id: 'asc' } });
    return rows.map((row) => ({ ...guest(row), platform: row.platform, workspace: row.workspace }));
  },

  async keepSaying({ id, consultationId }, saying) {
    const { guest: guestId, inbound, words, at, ...rest } = saying;
    const row = { consultationId, workshopId: id, guestId, inboundId: inbound, wordsId: words };
    await insert(tx, 'WorkshopSaying', [{ ...rest, ...row, at: toDate(at) }], DO_NOTHING);
  },

  async sayings(workshopId) {
    const rows = await tx.workshopSaying.findMany({
      where: { workshopId, takenAt: null },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => ({
      id: row.id,
      guest: row.guestId,
      inbound: row.inboundId as InboundId,
      messageRef: row.messageRef,
      promptKey: row.promptKey,
      words: row.wordsId as WordsId,
      at: toInstant(row.at),
    }));
  },

  async takeSaying(id, at) {
    const { count } = await tx.workshopSaying.updateMany({
      where: { id, takenAt: null },
      data: { takenAt: toDate(at) },
    });
    return count === 1;
  },
});

const guest = (row: Row): Guest => ({
  id: row.id,
  conversation: row.conversationId as ConversationId,
  userId: row.userId ?? '',
  person: row.personId as PersonId | null,
  enteredAt: toInstant(row.enteredAt),
  leftAt: toInstantOrNull(row.leftAt),
  askedAt: toInstantOrNull(row.askedAt),
});
