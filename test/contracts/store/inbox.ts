import { describe, expect, test } from 'vitest';
import type { ConversationId, InboundId, WordsId } from '../../../src/core/ids.ts';
import { AT, id, inbound, type Subject, unique } from './scene.ts';

export const inboxStories = (subject: () => Subject) =>
  describe('inbox', () => {
    test('an event delivered four times is stored once', async () => {
      const { store } = subject();
      const event = unique('event');
      const answers: boolean[] = [];
      for (let times = 0; times < 4; times++)
        answers.push(await store.transaction((tx) => tx.inbox.add(inbound(event))));
      expect(answers).toEqual([true, false, false, false]);
      expect(await subject().database.prisma.inbound.count({ where: { eventId: event } })).toBe(1);
    });

    test('a duplicate leaves the transaction alive', async () => {
      const { store } = subject();
      const event = unique('event');
      await store.transaction((tx) => tx.inbox.add(inbound(event)));
      const other = await store.transaction(async (tx) => {
        await tx.inbox.add(inbound(event));
        return tx.inbox.add(inbound(unique('event')));
      });
      expect(other).toBe(true);
    });

    test('the same event id on another platform or workspace is another event', async () => {
      const { store } = subject();
      const event = unique('event');
      const stored = await store.transaction(async (tx) => [
        await tx.inbox.add(inbound(event)),
        await tx.inbox.add(inbound(event, { workspace: 'w2' })),
        await tx.inbox.add(inbound(event, { platform: 'other' })),
      ]);
      expect(stored).toEqual([true, true, true]);
    });

    test.each([
      ['commits: the second is told it is stored', true],
      ['rolls back: the second stores it', false],
    ])('two processes get one event; the first %s', async (_, commits) => {
      const { store, second, untilBlocked } = subject();
      const event = unique('event');
      const inside = Promise.withResolvers<void>();
      const first = store
        .transaction(async (tx) => {
          await tx.inbox.add(inbound(event));
          inside.resolve();
          await untilBlocked();
          if (!commits) throw new Error('died');
        })
        .catch(() => 'died');
      await inside.promise;
      expect(await second.transaction((tx) => tx.inbox.add(inbound(event)))).toBe(!commits);
      await first;
    });

    test('edits and deletes of a message come oldest first by the time of the platform', async () => {
      const { store } = subject();
      const conversationId = id<ConversationId>();
      const words = [id<WordsId>(), id<WordsId>()];
      const events = [
        { type: 'edit', at: AT + 20, wordsId: words[1]! },
        { type: 'delete', at: AT + 30, wordsId: null },
        { type: 'message', at: AT, wordsId: null },
        { type: 'edit', at: AT + 10, wordsId: words[0]! },
        { type: 'edit', at: AT + 15, wordsId: null, messageRef: 'another' },
      ];
      await store.transaction(async (tx) => {
        for (const event of events) {
          const row = inbound(unique('event'), { messageRef: 'm1', ...event });
          await tx.inbox.add(row);
          await tx.inbox.settle(row.id, { state: 'handled', conversationId });
        }
      });
      expect(await store.transaction((tx) => tx.inbox.changesOf(conversationId, 'm1'))).toEqual([
        { type: 'edit', at: AT + 10, wordsId: words[0] },
        { type: 'edit', at: AT + 20, wordsId: words[1] },
        { type: 'delete', at: AT + 30, wordsId: null },
      ]);
    });

    test('what failed is listed, newest first, with its error and as it came', async () => {
      const { store } = subject();
      const rows = [1, 2, 3].map((n) =>
        inbound(unique('event'), { receivedAt: AT + n, payload: { button: `pick-${n}` } }),
      );
      await store.transaction(async (tx) => {
        for (const row of rows) {
          await tx.inbox.add(row);
          await tx.inbox.settle(row.id, { state: row === rows[1] ? 'ignored' : 'failed', error: 'E\0RR' });
        }
      });
      const failed = await store.transaction((tx) => tx.inbox.failed(2));
      expect(failed).toEqual([
        { ...rows[2], error: 'E\ufffdRR' },
        { ...rows[0], error: 'E\ufffdRR' },
      ]);
    });

    test('settling says whose event it was, and only what is given changes', async () => {
      const { store, database } = subject();
      const row = inbound(unique('event'));
      const [conversationId, personId] = [id<ConversationId>(), id<never>()];
      await store.transaction((tx) => tx.inbox.add(row));
      const settle = (as: Parameters<typeof settleAs>[1]) => settleAs(row.id, as);
      const settleAs = (which: InboundId, as: { conversationId?: ConversationId; personId?: never }) =>
        store.transaction((tx) => tx.inbox.settle(which, { state: 'handled', ...as }));
      await settle({ conversationId });
      await settle({ personId });
      expect(await database.prisma.inbound.findUnique({ where: { id: row.id } })).toMatchObject({
        state: 'handled',
        conversationId,
        personId,
        consultationId: null,
      });
    });

    test('settling gives the words of an event to who wrote them', async () => {
      const { store, database } = subject();
      const wordsId = id<WordsId>();
      const row = inbound(unique('event'), { wordsId });
      const owner = { consultationId: id<never>(), personId: id<never>() };
      const stranger = { consultationId: null, personId: null };
      await store.transaction(async (tx) => {
        await tx.words.add([{ id: wordsId, ...stranger, text: 'bonjour', lang: null, writtenAt: AT }]);
        await tx.inbox.add(row);
      });
      const settle = (as: { consultationId: never | null; personId: never | null }) =>
        store.transaction((tx) => tx.inbox.settle(row.id, { state: 'handled', ...as, words: [wordsId] }));
      const written = () => database.prisma.words.findUnique({ where: { id: wordsId } });
      await settle(stranger);
      expect(await written()).toMatchObject(stranger);
      await settle(owner);
      expect(await written()).toMatchObject({ ...owner, text: 'bonjour' });
      expect(await database.prisma.inbound.findUnique({ where: { id: row.id } })).toMatchObject(owner);
    });

    test('an event says which words it brought', async () => {
      const { store } = subject();
      const wordsId = id<WordsId>();
      const [spoken, silent] = [inbound(unique('event'), { wordsId }), inbound(unique('event'))];
      const found = await store.transaction(async (tx) => {
        for (const row of [spoken, silent]) await tx.inbox.add(row);
        return [
          await tx.inbox.wordsOf(spoken.id),
          await tx.inbox.wordsOf(silent.id),
          await tx.inbox.wordsOf(id()),
          await tx.inbox.wordsOf('forged' as InboundId),
        ];
      });
      expect(found).toEqual([wordsId, null, null, null]);
    });
  });
