import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerDatabase } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { databases, serverCopy } from '../databases.ts';

describe.runIf(databases().length > 1)('a PostgreSQL server', () => {
  let url: string;
  let database: ServerDatabase;
  beforeAll(async () => {
    url = await serverCopy();
    database = await openPostgres(url, { max: 3 });
  });
  afterAll(() => database.close());

  test('a connection lost in a transaction rolls it back, and the next one goes through', async () => {
    const id = '01890000-0000-7000-8000-00000000000c';
    const write = (tx: Pick<ServerDatabase['prisma'], 'words'>) =>
      tx.words.create({ data: { id, text: 'x', writtenAt: new Date(0) } });
    await expect(
      database.prisma.$transaction(async (tx) => {
        await write(tx);
        const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await database.session((other) => other.query('SELECT pg_terminate_backend($1)', [row?.pid]));
        await tx.words.count();
      }),
    ).rejects.toThrow();
    await database.prisma.$transaction(write);
    expect(await database.prisma.words.count()).toBe(1);
  });

  test('raw SQL that fails leaves no half-open transaction to the next user of its connection', async () => {
    for (let n = 0; n < 4; n++)
      await expect(
        database.session(async (session) => {
          await session.exec('BEGIN');
          await session.query('SELECT 1 / 0');
        }),
      ).rejects.toThrow('division by zero');
    expect(await database.session((session) => session.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  test('several processes may open it', async () => {
    const others = await Promise.all([openPostgres(url, { max: 2 }), openPostgres(url, { max: 2 })]);
    expect(await Promise.all(others.map(({ prisma }) => prisma.installation.count()))).toEqual([1, 1]);
    await Promise.all(others.map((other) => other.close()));
  });

  test('a database that does not exist is no outage: waiting would not help', async () => {
    const missing = await openPostgres(`${url}_nowhere`).catch((error: unknown) => error);
    expect(missing).toMatchObject({ message: expect.stringMatching(/does not exist.*DATABASE_URL/) });
    expect(missing).not.toHaveProperty('transient');
    const away = await openPostgres('postgresql://tour@127.0.0.1:1/tour').catch((error: unknown) => error);
    expect(away).toMatchObject({ transient: true });
  });

  test('waits for the disk before it says yes; the embedded one does not, and it is said', async () => {
    const [row] = await database.session((session) =>
      session.query<{ synchronous_commit: string }>('SHOW synchronous_commit'),
    );
    expect(row?.synchronous_commit).toBe('on');
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').replace(/\s+/gu, ' ');
    expect(readme).toMatch(/une coupure de courant peut lui faire perdre les dernières secondes/u);
    expect(readme).toMatch(/Dès que des personnes comptent sur le service, donnez-lui PostgreSQL/u);
  });
});
