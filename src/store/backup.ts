import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '../core/time.ts';
import type { EmbeddedDatabase } from './database.ts';
import { layout } from './embedded.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A dump holds up every answer for up to a second, so it waits for a quiet moment, but not for ever. */
export const BACKUP_RULES = {
  quiet: MINUTE,
  every: 6 * HOUR,
  atLatest: DAY,
  keep: 14,
  expireAfter: 30 * DAY,
};

export interface Backup {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
}

export interface Activity {
  readonly now: Instant;
  /** Since when nothing happens; null while something does. */
  readonly idleSince: Instant | null;
  /** When the newest backup was made; null without any. */
  readonly lastBackup: Instant | null;
}

/** Whether to back up now: something happened since the last one, and it is quiet or high time. */
export function backupDue({ now, idleSince, lastBackup }: Activity, rules = BACKUP_RULES): boolean {
  const since = lastBackup ?? Number.NEGATIVE_INFINITY;
  const changed = idleSince === null || idleSince > since;
  if (!changed) return false;
  const quiet = idleSince !== null && now - idleSince >= rules.quiet;
  const age = now - since;
  return (quiet && age >= rules.every) || (lastBackup !== null && age >= rules.atLatest);
}

/** Backs up when it is due, then lets old backups go; null when it was not due, or the database is in memory. */
export async function backupWhenIdle(
  database: EmbeddedDatabase,
  moment: Omit<Activity, 'lastBackup'>,
  rules = BACKUP_RULES,
): Promise<Backup | null> {
  if (database.dir === null) return null;
  const lastBackup = listBackups(database.dir)[0]?.at ?? null;
  if (!backupDue({ ...moment, lastBackup }, rules)) return null;
  const made = await backup(database, moment.now);
  expireBackups(database.dir, moment.now, rules);
  return made;
}

/** Writes `backups/<time>.tar.gz` in the data directory, whole or not at all. The database goes on afterwards. */
export async function backup(database: EmbeddedDatabase, now: Instant): Promise<Backup> {
  if (database.dir === null) throw new Error('a database in memory has no directory to be backed up to');
  const { backups } = layout(database.dir);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const file = join(backups, `${new Date(now).toISOString().replaceAll(':', '-')}.tar.gz`);
  const unfinished = `${file}.part`;
  await database.pglite.exec('CHECKPOINT');
  const dump = await database.pglite.dumpDataDir('none');
  try {
    await pipeline(
      Readable.fromWeb(dump.stream() as Parameters<typeof Readable.fromWeb>[0]),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    const written = openSync(unfinished, 'r');
    fsyncSync(written);
    closeSync(written);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { file, at: now, bytes: statSync(file).size };
}

/** Newest first. */
export function listBackups(dir: string): readonly Backup[] {
  const { backups } = layout(dir);
  return readFolder(backups)
    .flatMap((name) => {
      const at = instantOf(name);
      const file = join(backups, name);
      return at === null ? [] : [{ file, at, bytes: statSync(file).size }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Removes backups past their number or age (people's erased words leave with them); the newest always stays. */
export function expireBackups(dir: string, now: Instant, rules = BACKUP_RULES): readonly string[] {
  const expired = listBackups(dir)
    .slice(1)
    .filter(({ at }, index) => index + 1 >= rules.keep || now - at > rules.expireAfter);
  for (const { file } of expired) rmSync(file, { force: true });
  for (const name of readFolder(layout(dir).backups))
    if (name.endsWith('.part')) rmSync(join(layout(dir).backups, name), { force: true });
  return expired.map(({ file }) => basename(file));
}

function instantOf(name: string): Instant | null {
  const found = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.tar\.gz$/.exec(name);
  const at = found ? Date.parse(`${found[1]}:${found[2]}:${found[3]}`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
