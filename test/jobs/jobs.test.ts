import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJobs, type Handlers, type JobRunner } from '../../src/jobs/runner.ts';
import type { Failure } from '../../src/jobs/work.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../databases.ts';

const CONVERSATION = '01890000-0000-7000-8000-00000000000a';
const OTHER = '01890000-0000-7000-8000-00000000000b';
const idle: Handlers = {
  drain: async () => {},
  tick: async () => {},
  sweep: async () => {},
  'compile-synthesis': async () => {},
};

describe.each(databases())('jobs on $name', ({ open }) => {
  let database: Database;
  let jobs: JobRunner;
  const failures: Failure[] = [];
  beforeAll(async () => {
    database = await open();
    jobs = await createJobs(database, { report: (failure) => failures.push(failure) });
  });
  afterAll(async () => {
    await jobs.stop();
    await database.close();
  });
  const waiting = () =>
    database.prisma.$queryRaw<{ name: string; key: string; data: unknown }[]>`
      SELECT name, singleton_key AS key, data FROM pgboss.job WHERE state = 'created' AND name <> '__pgboss__send-it'
      ORDER BY created_on`;
  const empty = () => database.prisma.$executeRaw`DELETE FROM pgboss.job`;

  test('a transaction that rolls back leaves no job', async () => {
    await expect(
      database.prisma.$transaction(async (tx) => {
        await jobs.sender(tx).send('drain', { conversationId: CONVERSATION });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await waiting()).toEqual([]);
  });

  test('a committed transaction leaves one job a key, and a second one of the same key breaks nothing', async () => {
    await database.prisma.$transaction(async (tx) => {
      const { send } = jobs.sender(tx);
      await send('drain', { conversationId: CONVERSATION }, { key: CONVERSATION });
      await send('drain', { conversationId: CONVERSATION }, { key: CONVERSATION });
      await send('drain', { conversationId: OTHER }, { key: OTHER });
      await tx.words.create({
        data: { id: CONVERSATION, text: 'still in the transaction', writtenAt: new Date(0) },
      });
    });
    await database.prisma.$transaction((tx) =>
      jobs.sender(tx).send('drain', { conversationId: OTHER }, { key: OTHER }),
    );
    expect(await waiting()).toEqual([
      { name: 'drain', key: CONVERSATION, data: { conversationId: CONVERSATION } },
      { name: 'drain', key: OTHER, data: { conversationId: OTHER } },
    ]);
    expect(await database.prisma.words.count({ where: { id: CONVERSATION } })).toBe(1);
    await empty();
  });

  test('jobs without a key are all kept', async () => {
    await database.prisma.$transaction(async (tx) => {
      await jobs.sender(tx).send('drain', { conversationId: OTHER });
      await jobs.sender(tx).send('drain', { conversationId: OTHER });
    });
    expect(await waiting()).toHaveLength(2);
    await empty();
  });

  test('a payload with anything but ids is refused before it is queued', async () => {
    await expect(
      database.prisma.$transaction((tx) =>
        jobs.sender(tx).send('drain', { conversationId: CONVERSATION, text: 'a secret' }),
      ),
    ).rejects.toThrow(/unrecognized/i);
    await expect(database.prisma.$transaction((tx) => jobs.sender(tx).send('drian', {}))).rejects.toThrow(
      'no job is called drian',
    );
    expect(await waiting()).toEqual([]);
  });

  test('a failing job is tried again, and what its error said is kept nowhere', async () => {
    const secret = 'what Claire wrote';
    let runs = 0;
    const done = Promise.withResolvers<void>();
    const cut = Promise.withResolvers<void>();
    await database.prisma.$transaction((tx) =>
      jobs.sender(tx).send('drain', { conversationId: CONVERSATION }, { key: CONVERSATION }),
    );
    await jobs.start({
      ...idle,
      async drain({ conversationId }) {
        expect(conversationId).toBe(CONVERSATION);
        runs += 1;
        if (runs === 1) {
          cut.resolve();
          throw new TypeError(secret);
        }
        done.resolve();
      },
    });
    await cut.promise;
    await done.promise;
    expect(failures).toMatchObject([{ job: 'drain', attempt: 1, last: false, error: 'TypeError' }]);
    const rows = await database.prisma.$queryRaw<
      { row: string }[]
    >`SELECT to_jsonb(job)::text AS row FROM pgboss.job`;
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
  });
});
