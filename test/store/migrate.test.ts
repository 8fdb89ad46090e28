import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { MIGRATIONS, migrate, readMigrations } from '../../src/store/migrate.ts';
import { databases } from '../databases.ts';

describe.each(databases())('migrations on $name', ({ open }) => {
  let database: Database;
  let folder: string;
  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  };
  const run = () => database.session((session) => migrate(session, folder));
  const tables = async () =>
    (
      await database.session((session) =>
        session.query<{ name: string }>(
          `SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE 'toy%' ORDER BY 1`,
        ),
      )
    ).map(({ name }) => name);

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tour-migrations-'));
    for (const { name, sql } of readMigrations(MIGRATIONS)) write(name, sql);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await database.session(async (session) => {
      await session.exec(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '9%'`);
      for (const name of await tables()) await session.exec(`DROP TABLE ${name}`);
    });
  });

  test('a database opened by the program has them all, and a second run does nothing', async () => {
    expect(await run()).toEqual([]);
  });

  test('new ones apply in the order of their names', async () => {
    write('9002_second', 'ALTER TABLE toy ADD COLUMN b int;');
    write('9001_first', 'CREATE TABLE toy (a int); CREATE TABLE toy_box (a int);');
    expect(await run()).toEqual(['9001_first', '9002_second']);
    expect(await tables()).toEqual(['toy', 'toy_box']);
  });

  test('one that fails half-way leaves nothing behind, and runs again once mended', async () => {
    write('9001_good', 'CREATE TABLE toy (a int);');
    write('9002_broken', 'CREATE TABLE toy_box (a int); SELECT 1 / 0; CREATE TABLE toy_car (a int);');
    await expect(run()).rejects.toThrow(/9002_broken.*division by zero/);
    expect(await tables()).toEqual(['toy']);
    write('9002_broken', 'CREATE TABLE toy_box (a int);');
    expect(await run()).toEqual(['9002_broken']);
    expect(await tables()).toEqual(['toy', 'toy_box']);
  });

  test('one edited after it was applied is refused, before anything new is applied', async () => {
    write('9001_first', 'CREATE TABLE toy (a int);');
    await run();
    write('9001_first', 'CREATE TABLE toy (a bigint);');
    write('9002_second', 'CREATE TABLE toy_box (a int);');
    await expect(run()).rejects.toThrow(/9001_first was edited after it was applied.*npm run migration/);
    expect(await tables()).toEqual(['toy']);
  });

  test('a database that a newer program migrated is refused by this one', async () => {
    write('9001_from_the_future', 'CREATE TABLE toy (a int);');
    await run();
    rmSync(join(folder, '9001_from_the_future'), { recursive: true });
    await expect(run()).rejects.toThrow(/newer than this program.*9001_from_the_future/);
  });

  test('programs that start together apply each of them once', async () => {
    write('9001_first', 'CREATE TABLE toy (a int);');
    const applied =
      database.kind === 'postgres'
        ? await Promise.all([run(), run(), run()])
        : [await run(), await run(), await run()];
    expect(applied.flat()).toEqual(['9001_first']);
  });
});
