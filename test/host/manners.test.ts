import { describe, expect, test } from 'vitest';
import type { MemoryChatOptions } from '../../adapters/memory/chat.ts';
import type { Manner } from '../../src/chat/manner.ts';
import type { ConsultationId, ConversationId, DeliveryId } from '../../src/core/ids.ts';
import { databases } from '../databases.ts';
import { ids, newPlatform, onDatabase, say } from './kit.ts';

const ROOM = 'atelier';
const AT = Date.UTC(2015, 2, 2);

describe.each(databases())('what is queued for a room, on $name', (database) => {
  const here = onDatabase(database);

  /** Queues texts for the room, each in its manner; deliveries in order. */
  const scene = async (chatOptions: MemoryChatOptions) => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform, chatOptions, listens: false });
    const consultationId = ids.next<ConsultationId>();
    const { id } = await store.transaction((tx) =>
      tx.conversations.lock({
        id: ids.next<ConversationId>(),
        platform: platform.name,
        workspace: 'main',
        kind: 'room',
        externalRef: ROOM,
        userId: null,
        at: AT,
      }),
    );
    const queue = async (text: string, manner?: Manner): Promise<DeliveryId> => {
      const delivery = ids.next<DeliveryId>();
      await store.transaction((tx) =>
        tx.outbox.add([
          {
            id: delivery,
            consultationId,
            conversationId: id,
            kind: 'workshop',
            document: { ...say(text), ...(manner === undefined ? {} : { manner }) },
            inboundId: null,
            roundId: null,
            notBefore: null,
            createdAt: AT,
          },
        ]),
      );
      return delivery;
    };
    const room = (userId = 'marc') =>
      platform.inbox(userId, { room: ROOM }).map(({ ref, text, thread }) => ({ ref, text, thread }));
    return { platform, queue, room, drain: () => drain.drain(id) };
  };

  test('a thread hangs on what an earlier delivery posted, and is named where there are no threads', async () => {
    for (const optionals of [true, false]) {
      const { queue, room, drain } = await scene({ optionals });
      const opening = await queue('Axe 1 : vos idées');
      await queue('Noté.', { as: 'post', thread: { root: { delivery: opening }, name: 'Axe 1' } });
      await drain();
      const [root, reply] = room();
      expect(reply).toMatchObject(
        optionals ? { text: 'Noté.', thread: root!.ref } : { text: 'Axe 1\n\nNoté.', thread: null },
      );
    }
  });

  test('of changes to one message that wait, the newest is made, and none where messages can’t change', async () => {
    for (const optionals of [true, false]) {
      const { queue, room, drain } = await scene({ optionals });
      const opening = await queue('0 idée');
      for (const count of [1, 2, 3]) await queue(`${count} idées`, { as: 'edit', of: opening });
      await drain();
      expect(room().map(({ text }) => text)).toEqual([optionals ? '3 idées' : '0 idée']);
      expect(await here.database.prisma.delivery.count({ where: { state: 'dropped' } })).toBeGreaterThan(0);
    }
  });

  test('what is for one person is whispered, or said in their direct conversation', async () => {
    for (const optionals of [true, false]) {
      const { platform, queue, room, drain } = await scene({ optionals });
      await queue('Qui êtes-vous ?', { as: 'whisper', to: 'claire' });
      await drain();
      expect(room()).toEqual([]);
      const seen = optionals ? room('claire').map(({ text }) => text) : platform.texts('claire');
      expect(seen).toEqual(['Qui êtes-vous ?']);
    }
  });

  test('a sign is put on a message, or its words are said', async () => {
    for (const optionals of [true, false]) {
      const { platform, queue, room, drain } = await scene({ optionals });
      const said = platform.say('claire', 'une halle', { room: ROOM });
      await queue('C’est noté.', { as: 'sign', on: said, emoji: '✅' });
      await drain();
      expect(platform.signs(said)).toEqual(optionals ? ['✅'] : []);
      expect(room().map(({ text }) => text)).toEqual(optionals ? [] : ['C’est noté.']);
    }
  });

  test('what went wrong for one person of a room is told to that person alone', async () => {
    const platform = newPlatform();
    await here.bot({
      platform,
      handle: async () => {
        throw new Error('a bug');
      },
    });
    platform.say('claire', 'une halle', { room: ROOM });
    await platform.settled();
    await platform.waitForCount('claire', 1, { room: ROOM });
    expect(platform.texts('marc', { room: ROOM })).toEqual([]);
  });

  test('what was asked in a room is answered there to that person alone, or in private: what waits for words always', async () => {
    const platform = newPlatform();
    const { receive } = await here.bot({
      platform,
      handle: async () => ({
        state: 'handled',
        consultationId: null,
        personId: null,
        replies: [
          { kind: 'notice', document: say('Trois tours sont ouverts.') },
          { kind: 'prompt', document: { ...say('Lequel ?'), asks: { which: true } } },
        ],
      }),
    });
    const ask = (id: string) =>
      receive({
        id,
        at: AT,
        platform: platform.name,
        workspace: 'main',
        from: { userId: 'claire', automatic: false },
        place: { kind: 'direct', ref: platform.direct('main', 'claire') },
        type: 'message',
        message: id,
        text: 'statut',
        replyTo: null,
        files: [],
        aside: ROOM,
      });
    await ask('1');
    await platform.waitForCount('claire', 1);
    expect(platform.texts('claire', { room: ROOM })).toEqual(['Trois tours sont ouverts.']);
    expect(platform.texts('marc', { room: ROOM })).toEqual([]);
    expect(platform.texts('claire')).toEqual(['Lequel ?']);
    platform.faults.failPosts({ transient: false });
    await ask('2');
    await platform.waitForCount('claire', 3);
    expect(platform.texts('claire')).toEqual(['Lequel ?', 'Trois tours sont ouverts.', 'Lequel ?']);
  });
});
