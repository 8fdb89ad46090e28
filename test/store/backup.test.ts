import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/core/ids.ts';
import { BACKUP_RULES, backup, backupWhenIdle, expireBackups, listBackups } from '../../src/store/backup.ts';
import type { EmbeddedDatabase } from '../../src/store/database.ts';
import { layout, openEmbedded } from '../../src/store/embedded.ts';
import { readErasures, recordErasure } from '../../src/store/erasures.ts';
import { restore } from '../../src/store/restore.ts';

const NOON = Date.parse('2026-03-12T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let seed: string;
let dir: string;
beforeAll(async () => {
  seed = mkdtempSync(join(tmpdir(), 'tour-seed-'));
  await (await openEmbedded(seed)).close();
});
afterAll(() => rmSync(seed, { recursive: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tour-backup-'));
  cpSync(seed, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const person = (consultationId: string) => ({
  id: randomUUID(),
  consultationId,
  name: 'Personne fictive',
  lang: 'fr',
  createdAt: new Date(NOON),
});
const words = (personId: string, text: string) => ({
  id: randomUUID(),
  personId,
  text,
  writtenAt: new Date(NOON),
});
const texts = async (database: EmbeddedDatabase) =>
  (await database.prisma.words.findMany({ orderBy: { writtenAt: 'asc' } })).map(({ text }) => text).sort();

test('a restored backup holds what was there, in a new generation, without the words erased since', async () => {
  const consultation = randomUUID();
  const claire = person(consultation);
  const omar = person(consultation);
  let database = await openEmbedded(dir);
  await database.prisma.person.createMany({ data: [claire, omar] });
  await database.prisma.words.createMany({ data: [words(claire.id, 'un local'), words(omar.id, 'un vélo')] });
  const { file, bytes } = await backup(database, NOON);
  expect(bytes).toBeGreaterThan(100_000);
  await database.prisma.words.create({ data: words(omar.id, 'written after the backup') });
  recordErasure(dir, { person: claire.id as string as PersonId, at: NOON + HOUR });
  await database.close();

  const restored = await restore(file, dir, NOON + 2 * HOUR);
  expect(restored).toEqual({
    generation: 2,
    erased: 1,
    aside: join(dir, 'database-before-20260312T140000Z'),
  });
  database = await openEmbedded(dir);
  expect(await texts(database)).toEqual(['', 'un vélo']);
  expect(await database.prisma.words.findFirst({ where: { personId: claire.id } })).toMatchObject({
    text: '',
    erasedAt: new Date(NOON + HOUR),
  });
  expect(await database.prisma.person.findUnique({ where: { id: claire.id } })).toMatchObject({ name: null });
  expect(await database.prisma.installation.findFirst()).toMatchObject({ generation: 2 });
  await database.close();

  expect(await restore(file, dir, NOON + 3 * HOUR)).toMatchObject({ generation: 2, erased: 1 });
});

test('a file that is no backup leaves the database as it was', async () => {
  const cut = join(dir, 'cut.tar.gz');
  writeFileSync(cut, gzipSync(Buffer.alloc(100_000, 'x')).subarray(0, 60));
  await expect(restore(cut, dir, NOON)).rejects.toThrow('cut.tar.gz is not a whole backup');
  const other = join(dir, 'other.tar.gz');
  writeFileSync(other, gzipSync('hello'));
  await expect(restore(other, dir, NOON)).rejects.toThrow('other.tar.gz holds no database');
  const database = await openEmbedded(dir);
  expect(await database.prisma.installation.findFirst()).toMatchObject({ generation: 1 });
  await expect(restore(cut, dir, NOON)).rejects.toThrow();
  await database.close();
});

test('a directory in use is not restored over', async () => {
  const database = await openEmbedded(dir);
  const { file } = await backup(database, NOON);
  await expect(restore(file, dir, NOON)).rejects.toThrow(`process ${process.pid}`);
  await database.close();
});

test('a restore cut short between its two renames is finished at the next start', async () => {
  let database = await openEmbedded(dir);
  await database.prisma.words.create({ data: words(randomUUID(), 'the restored one') });
  await database.close();
  const { live, restored } = layout(dir);
  cpSync(live, restored, { recursive: true });
  rmSync(live, { recursive: true });
  database = await openEmbedded(dir);
  expect(await texts(database)).toEqual(['the restored one']);
  await database.close();
  expect(existsSync(restored)).toBe(false);
});

test('an erasure cut short by a crash does not count, one that cannot be read stops the restore', () => {
  const id = randomUUID() as string as PersonId;
  recordErasure(dir, { person: id, at: NOON });
  appendFileSync(layout(dir).erasures, '{"person":"');
  expect(readErasures(dir)).toEqual([{ person: id, at: NOON }]);
  appendFileSync(layout(dir).erasures, '\n');
  expect(() => readErasures(dir)).toThrow(/erasures.jsonl, line 2: expected/);
});

test('backups past their number or age are removed, the newest stays whatever its age', () => {
  const { backups } = layout(dir);
  mkdirSync(backups, { recursive: true });
  const put = (at: number) =>
    writeFileSync(join(backups, `${new Date(at).toISOString().replaceAll(':', '-')}.tar.gz`), 'x');
  const days = (n: number) => NOON - n * 24 * HOUR;
  for (let n = 20; n >= 1; n--) put(days(n * 2));
  writeFileSync(join(backups, '2026-01-01T00-00-00.000Z.tar.gz.part'), 'x');
  writeFileSync(join(backups, 'notes.txt'), 'kept: not ours');
  expireBackups(dir, NOON, { ...BACKUP_RULES, keep: 12 });
  expect(listBackups(dir).map(({ at }) => (NOON - at) / (24 * HOUR))).toEqual(
    Array.from({ length: 12 }, (_, n) => (n + 1) * 2),
  );
  expireBackups(dir, NOON + 400 * 24 * HOUR);
  expect(readdirSync(backups).sort()).toEqual(['2026-03-10T12-00-00.000Z.tar.gz', 'notes.txt']);
});

test('the running program backs up when it is due, and goes on', async () => {
  const database = await openEmbedded(dir);
  expect(await backupWhenIdle(database, { now: NOON, idleSince: NOON - 1_000 })).toBe(null);
  expect(await backupWhenIdle(database, { now: NOON, idleSince: NOON - MINUTE })).toMatchObject({ at: NOON });
  expect(await backupWhenIdle(database, { now: NOON + HOUR, idleSince: NOON - MINUTE })).toBe(null);
  await database.prisma.words.create({ data: words(randomUUID(), 'after') });
  expect(await texts(database)).toEqual(['after']);
  await database.close();
});
