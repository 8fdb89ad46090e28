/** Where a workshop is held, and what was posted there. */
import { v7 } from 'uuid';
import type { Workshops } from '../../../app/ports/workshops.ts';
import type { ConversationId, DeliveryId } from '../../../core/ids.ts';
import { type Client, DO_NOTHING, insert } from '../../insert.ts';
import { read } from './course.ts';

export const roomsOf = (
  tx: Client,
): Pick<Workshops, 'inRoom' | 'addRoom' | 'rooms' | 'setShown' | 'addPosts' | 'posts'> => ({
  async inRoom(conversationId) {
    const room = await tx.workshopRoom.findFirst({ where: { conversationId }, orderBy: { id: 'desc' } });
    const row = room && (await tx.workshop.findUnique({ where: { id: room.workshopId } }));
    return row && read(row);
  },

  async addRoom({ id, consultationId }, conversationId) {
    const row = { id: v7(), consultationId, workshopId: id, conversationId };
    await insert(tx, 'WorkshopRoom', [row], DO_NOTHING);
  },

  async rooms(workshopId) {
    const rows = await tx.workshopRoom.findMany({ where: { workshopId }, orderBy: { id: 'asc' } });
    return rows.map(({ conversationId, openingId, shown }) => ({
      conversation: conversationId as ConversationId,
      opening: openingId as DeliveryId | null,
      shown,
    }));
  },

  async setShown(workshopId, { conversation, opening, shown }) {
    await tx.workshopRoom.updateMany({
      where: { workshopId, conversationId: conversation },
      data: { openingId: opening, shown },
    });
  },

  async addPosts({ id, consultationId }, posts) {
    await insert(
      tx,
      'WorkshopPost',
      posts.map(({ delivery, conversation, about }) => ({
        deliveryId: delivery,
        consultationId,
        workshopId: id,
        conversationId: conversation,
        about,
      })),
    );
  },

  async posts(workshopId) {
    const rows = await tx.workshopPost.findMany({ where: { workshopId }, orderBy: { deliveryId: 'asc' } });
    return rows.map(({ deliveryId, conversationId, about }) => ({
      delivery: deliveryId as DeliveryId,
      conversation: conversationId as ConversationId,
      about,
    }));
  },
});
