import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { databases, embeddedCopy } from '../databases.ts';

describe.each(databases())('Prisma over $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.session((session) =>
      session.exec(`
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TABLE child (parent int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
      `),
    );
  });
  afterAll(() => database.close());

  test('an error that only the commit meets reaches the caller, and nothing is stored', async () => {
    await expect(
      database.prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO child VALUES (1)`),
    ).rejects.toThrow(/foreign ?key/i);
    const left = await database.prisma.$queryRaw`SELECT * FROM child`;
    expect(left).toEqual([]);
  });

  test('a transaction gets the isolation it asks for, the next one the default', async () => {
    const level = (isolationLevel?: 'Serializable' | 'RepeatableRead') =>
      database.prisma.$transaction(
        async (tx) => {
          const [row] = await tx.$queryRaw<{ level: string }[]>`
            SELECT current_setting('transaction_isolation') AS level`;
          return row?.level;
        },
        isolationLevel ? { isolationLevel } : {},
      );
    expect(await level('Serializable')).toBe('serializable');
    expect(await level('RepeatableRead')).toBe('repeatable read');
    expect(await level()).toBe('read committed');
  });

  test('a body that swallows the failure of a statement does not pass for committed', async () => {
    await expect(
      database.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO parent VALUES (7)`;
        await tx.$executeRaw`INSERT INTO parent VALUES (7)`.catch(() => undefined);
      }),
    ).rejects.toThrow();
    expect(await database.prisma.$queryRaw`SELECT * FROM parent WHERE id = 7`).toEqual([]);
  });

  test('what a body throws passes through, and its rows are gone', async () => {
    class Told extends Error {}
    await expect(
      database.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO parent VALUES (8)`;
        throw new Told();
      }),
    ).rejects.toThrow(Told);
    expect(await database.prisma.$queryRaw`SELECT * FROM parent WHERE id = 8`).toEqual([]);
  });

  test('transactions begun together all finish', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        database.prisma.$transaction(async (tx) => {
          await tx.$executeRaw`INSERT INTO parent VALUES (${100 + n})`;
          await tx.$queryRaw`SELECT count(*) FROM parent`;
        }),
      ),
    );
    expect(await database.prisma.$queryRaw`SELECT count(*)::int AS n FROM parent WHERE id >= 100`).toEqual([
      { n: 20 },
    ]);
  });

  test('an instant comes back as it went in, whatever the zone of the server', async () => {
    const at = new Date('2026-03-29T01:30:00.123Z');
    const id = '01890000-0000-7000-8000-000000000001';
    await database.prisma.words.create({ data: { id, text: 'é', writtenAt: at } });
    const row = await database.prisma.words.findUniqueOrThrow({ where: { id } });
    expect(row.writtenAt).toEqual(at);
    const [seen] = await database.prisma.$queryRaw<{ at: string }[]>`
      SELECT to_char("writtenAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS at FROM "Words"`;
    expect(seen?.at).toBe('2026-03-29 01:30:00.123');
  });

  test('a statement asked before goes on when its table was changed meanwhile', async () => {
    const all = () => database.prisma.$queryRawUnsafe('SELECT * FROM changing');
    await database.session((session) => session.exec('CREATE TABLE changing (a int)'));
    await database.prisma.$executeRaw`INSERT INTO changing VALUES (${1})`;
    expect(await all()).toEqual([{ a: 1 }]);
    await database.session((session) => session.exec("ALTER TABLE changing ADD b text DEFAULT 'deux'"));
    expect(await all()).toEqual([{ a: 1, b: 'deux' }]);
  });

  test('a statement that fails leaves the next ones as they are, and may be asked again', async () => {
    const add = (id: number) => database.prisma.$executeRaw`INSERT INTO parent VALUES (${id})`;
    expect(await add(20)).toBe(1);
    await expect(add(20)).rejects.toThrow(/unique/i);
    await expect(database.prisma.$queryRaw`SELECT nothing FROM parent`).rejects.toThrow(/nothing/);
    expect(await add(21)).toBe(1);
    expect(
      await database.prisma.$queryRaw`SELECT id FROM parent WHERE id = ANY(${[20, 21]}) ORDER BY id`,
    ).toEqual([{ id: 20 }, { id: 21 }]);
  });

  test('of many different statements, each says the same when it is asked again', async () => {
    const ask = (n: number) =>
      database.prisma.$queryRawUnsafe<{ n: number }[]>(`SELECT $1::int + ${n} AS n`, n);
    for (let again = 0; again < 2; again += 1)
      for (let n = 0; n < 200; n += 1) expect(await ask(n)).toEqual([{ n: 2 * n }]);
    const [{ count }] = (await database.session((session) =>
      session.query<{ count: number }>('SELECT count(*)::int AS count FROM pg_prepared_statements'),
    )) as [{ count: number }];
    expect(count).toBeLessThanOrEqual(150);
  });
});

test('on PGlite transactions that queue let timers and sockets in between', async () => {
  const { prisma, close } = await embeddedCopy();
  let turns = 0;
  const turn = () => {
    turns += 1;
    pending = setImmediate(turn);
  };
  let pending = setImmediate(turn);
  await Promise.all(
    Array.from({ length: 20 }, () =>
      prisma.$transaction((tx) => tx.$queryRaw`SELECT generation FROM "Installation"`),
    ),
  );
  clearImmediate(pending);
  expect(turns).toBeGreaterThanOrEqual(20);
  await close();
});

test('on PGlite a transaction that waited too long is given up, and the ones after it go on', async () => {
  const { prisma, close } = await embeddedCopy();
  const held = Promise.withResolvers<void>();
  const first = prisma.$transaction(async (tx) => {
    await tx.installation.count();
    await held.promise;
  });
  await expect(prisma.$transaction((tx) => tx.installation.count(), { maxWait: 50 })).rejects.toMatchObject({
    code: 'P2028',
  });
  held.resolve();
  await first;
  expect(await prisma.$transaction((tx) => tx.installation.count())).toBe(1);
  await expect(
    prisma.$transaction(
      async (tx) => {
        await tx.installation.count();
        await new Promise((resolve) => setTimeout(resolve, 200));
        await tx.installation.count();
      },
      { timeout: 50 },
    ),
  ).rejects.toMatchObject({ code: 'P2028' });
  expect(await prisma.$transaction((tx) => tx.installation.count())).toBe(1);
  await close();
});
