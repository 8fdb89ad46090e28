import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stop } from '../../src/commands/context.ts';
import { dbBackup, dbMigrate, dbRestore, dbRestored } from '../../src/commands/db.ts';
import type { ExitCode, Terminal } from '../../src/commands/terminal.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { maintenance } from '../../src/store/maintenance.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { databases, serverCopy } from '../databases.ts';

const NOON = Date.parse('2026-03-12T12:00:00Z');
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tour-db-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** What the operator types, on these settings, and what is said: a refusal's message after its exit code. */
const operator = () => {
  const lines: string[] = [];
  const out: Terminal = {
    print: (line) => void lines.push(line),
    error: (line) => void lines.push(line),
    progress: () => {},
    colour: false,
    width: null,
  };
  const context = { maintenance, now: NOON, lang: 'en', json: false, out } as const;
  const tried = async (command: Promise<ExitCode>): Promise<ExitCode> => {
    try {
      return await command;
    } catch (error) {
      lines.push((error as Error).message);
      return error instanceof Stop ? error.exit : 1;
    }
  };
  return { lines, context, tried };
};

test('an operator migrates, backs up, is told of the backups, and restores one', async () => {
  const settings = { databaseUrl: null, dataDir };
  const { lines, context, tried } = operator();
  expect(await tried(dbRestore(settings, context, null))).toBe(2);
  expect(await tried(dbMigrate(settings, context))).toBe(0);
  expect(await tried(dbMigrate(settings, context))).toBe(0);
  expect(await tried(dbBackup(settings, context))).toBe(0);
  const file = join(dataDir, 'backups', '2026-03-12T12-00-00.000Z.tar.gz');
  expect(await tried(dbRestore(settings, context, null))).toBe(2);
  expect(await tried(dbRestore(settings, context, file))).toBe(0);
  expect(await tried(dbRestored(settings, context))).toBe(2);
  const migrations = readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  expect(lines.map((line) => line.replace(/\d\.\d MB/, 'n MB'))).toEqual([
    'There is no backup to restore here.',
    `Migrations applied: ${migrations.join(', ')}.`,
    'The database is up to date: no migration to apply.',
    `Backup written: ${file} (n MB).`,
    `Which backup? npx tour db restore FILE\n  ${file}`,
    'The backup is restored.',
    `The database before is kept in ${join(dataDir, 'database-before-20260312T120000Z')}.`,
    'Generation 2: what waited to be sent in the backup will not leave.',
    'People whose erasure was repeated: 0.',
    'Nothing to do: "tour db restore" did it already for the embedded database.',
  ]);
});

test('while a bot runs on the directory, the operator is told which process', async () => {
  const running = await openEmbedded(dataDir);
  const { lines, context, tried } = operator();
  expect(await tried(dbBackup({ databaseUrl: null, dataDir }, context))).toBe(1);
  expect(lines[0]).toContain(`is in use by process ${process.pid}`);
  await running.close();
});

test.runIf(databases().length > 1)(
  'PostgreSQL is backed up by its own tools, then told it was restored',
  async () => {
    const databaseUrl = await serverCopy();
    const settings = { databaseUrl, dataDir };
    const { lines, context, tried } = operator();
    expect(await tried(dbMigrate(settings, context))).toBe(0);
    expect(await tried(dbBackup(settings, context))).toBe(2);
    expect(await tried(dbRestore(settings, context, 'tour.dump'))).toBe(2);
    expect(await tried(dbRestored(settings, context))).toBe(0);
    expect(lines.join('\n')).toMatch(/pg_dump.*[\s\S]*npx tour db restored[\s\S]*Generation 2/);
    const database = await openPostgres(databaseUrl, { max: 2 });
    expect(await database.prisma.installation.findFirst()).toMatchObject({ generation: 2 });
    await database.close();
  },
);

test('a server that is not there is said to be so, without its password', async () => {
  const { lines, context, tried } = operator();
  const databaseUrl = 'postgresql://tour:hunter2@127.0.0.1:1/tour';
  expect(await tried(dbMigrate({ databaseUrl, dataDir }, context))).toBe(1);
  expect(lines[0]).toMatch(
    /^PostgreSQL at 127\.0\.0\.1:1\/tour could not be used: .*ECONNREFUSED.*DATABASE_URL/,
  );
  expect(lines[0]).not.toContain('hunter2');
});
