import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEAD_LETTER } from '../../src/jobs/names.ts';
import { createJobs, type Handlers, type JobRunner } from '../../src/jobs/runner.ts';
import type { Failure } from '../../src/jobs/work.ts';
import type { Database } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { databases } from '../databases.ts';

const CONVERSATION = '01890000-0000-7000-8000-00000000000a';
const OTHER = '01890000-0000-7000-8000-00000000000b';
const idle: Handlers = {
  drain: async () => {},
  tick: async () => {},
  sweep: async () => {},
  mail: async () => {},
  'fetch-files': async () => {},
  'group-workshop': async () => {},
  scrub: async () => {},
  'find-themes': async () => {},
  'show-workshop': async () => {},
  'show-silence': async () => {},
  'compile-synthesis': async () => {},
};

describe.each(databases())('jobs on $name', ({ open }) => {
  let database: Database;
  let jobs: JobRunner;
  const failures: Failure[] = [];
  beforeAll(async () => {
    database = await open();
    jobs = await createJobs(database, { report: (failure) => failures.push(failure), pollSeconds: 0.5 });
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

  test('a failing job is tried again, a poisoned one is laid aside, and no text of theirs is kept', async () => {
    const secret = 'what Claire wrote';
    await database.prisma.$transaction(async (tx) => {
      const { send } = jobs.sender(tx);
      await send('drain', { conversationId: CONVERSATION }, { key: CONVERSATION });
      await send('drain', { conversationId: OTHER }, { key: 'poison' });
      await tx.$executeRaw`UPDATE pgboss.job SET data = '{"conversationId": 7}' WHERE singleton_key = 'poison'`;
    });
    let runs = 0;
    const done = Promise.withResolvers<void>();
    await jobs.start({
      ...idle,
      async drain({ conversationId }) {
        expect(conversationId).toBe(CONVERSATION);
        runs += 1;
        if (runs === 1) throw Object.assign(new TypeError(secret), { code: 'P2002', detail: secret });
        done.resolve();
      },
    });
    await done.promise;
    expect(failures.toSorted((a, b) => a.error.localeCompare(b.error))).toMatchObject([
      { job: 'drain', attempt: 1, last: true, error: 'payload' },
      { job: 'drain', attempt: 1, last: false, error: 'TypeError:P2002' },
    ]);
    const rows = await database.prisma.$queryRaw<{ row: string }[]>`
      SELECT to_jsonb(job)::text AS row FROM pgboss.job`;
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    expect(
      await database.prisma.$queryRaw`SELECT name, data FROM pgboss.job WHERE name = ${DEAD_LETTER}`,
    ).toEqual([{ name: DEAD_LETTER, data: { conversationId: 7 } }]);
  });
});

test('what a killed process was doing runs again as soon as the next one starts', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-jobs-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hanging.ts'), dir, CONVERSATION], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const database = await openEmbedded(dir);
  const jobs = await createJobs(database, { report: () => {}, pollSeconds: 0.5 });
  const again = Promise.withResolvers<string>();
  const started = performance.now();
  await jobs.start({
    ...idle,
    async drain({ conversationId }) {
      again.resolve(conversationId);
    },
  });
  expect(await again.promise).toBe(CONVERSATION);
  // Its own expiry would have taken two minutes.
  expect(performance.now() - started).toBeLessThan(20_000);
  await jobs.stop();
  await database.close();
  rmSync(dir, { recursive: true });
});
