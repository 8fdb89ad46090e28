import { describe, expect, test } from 'vitest';
import { AT, consultation, direct, id, inbound, type Subject, unique } from './scene.ts';

export const transactionStories = (subject: () => Subject) =>
  describe('transactions', () => {
    const words = () => ({
      id: id<never>(),
      consultationId: null,
      personId: null,
      text: 'mot',
      lang: null,
      writtenAt: AT,
    });

    test('what a body throws passes through, and its rows and jobs are gone', async () => {
      const { store, database } = subject();
      class Told extends Error {}
      const row = words();
      await expect(
        store.transaction(async (tx) => {
          await tx.words.add([row]);
          await tx.jobs.send('drain', { conversationId: id<string>() });
          throw new Told();
        }),
      ).rejects.toThrow(Told);
      expect(await store.transaction((tx) => tx.words.texts([row.id]))).toEqual(new Map());
      expect(await jobs(database)).toEqual([]);
    });

    test('a job commits with the rows', async () => {
      const { store, database } = subject();
      const conversationId = id<string>();
      await store.transaction(async (tx) => {
        await tx.words.add([words()]);
        await tx.jobs.send('drain', { conversationId }, { key: conversationId });
      });
      expect(await jobs(database)).toEqual([{ data: { conversationId } }]);
    });

    test('a mistake of the program is not taken for an outage, and is not tried again and again', async () => {
      const { store } = subject();
      let runs = 0;
      const error = await store
        .transaction(async (tx) => {
          runs++;
          await tx.consultations.advance('no id' as never, 1);
        })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toHaveProperty('transient');
      expect(runs).toBe(1);
    });

    test('a burst of 50 transactions waits for its turn, and all are stored', async () => {
      const { store, second, database } = subject();
      const prefix = unique('burst');
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (n % 2 ? store : second).transaction(async (tx) => {
            await tx.conversations.lock(
              direct({ externalRef: `${prefix} ${n % 5}`, userId: `${prefix} ${n % 5}` }),
            );
            await tx.inbox.add(inbound(`${prefix} ${n}`));
          }),
        ),
      );
      expect(await database.prisma.inbound.count({ where: { eventId: { startsWith: prefix } } })).toBe(50);
      expect(
        await database.prisma.conversation.count({ where: { externalRef: { startsWith: prefix } } }),
      ).toBe(5);
    });

    test('whoever finds the same key taken a moment ago runs again, and sees who took it', async () => {
      const { store, second, untilBlocked } = subject();
      const { id: consultationId, contentId } = await consultation(store);
      const open = (one: typeof store, opened: () => Promise<void>) =>
        one.transaction(async (tx) => {
          if (await tx.rounds.byKey(consultationId, 'r1')) return 'open already';
          const closesAt = AT + 1;
          const row = {
            id: id<never>(),
            consultationId,
            key: 'r1',
            attempt: 1,
            contentId,
            state: 'open',
            openedAt: AT,
          } as const;
          await tx.rounds.add({ ...row, openedBy: id(), closesAt, closedAt: null });
          await opened();
          return 'opened';
        });
      const inside = Promise.withResolvers<void>();
      const first = open(store, async () => {
        inside.resolve();
        await untilBlocked();
      });
      await inside.promise;
      const results = await Promise.all([first, open(second, async () => {})]);
      expect(results).toEqual(['opened', 'open already']);
    });
  });

const jobs = (database: Subject['database']) =>
  database.prisma.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'drain' ORDER BY created_on`;
