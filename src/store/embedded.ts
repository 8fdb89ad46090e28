import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { troubled } from '../app/ports/trouble.ts';
import { type EmbeddedDatabase, prepare, TRANSACTION_OPTIONS } from './database.ts';
import { PrismaClient } from './generated/client.ts';
import { lockDirectory } from './lock.ts';
import { makeApart } from './make-apart.ts';
import { pgliteAdapter } from './pglite-adapter.ts';
import type { Session } from './session.ts';

/** Where things lie in a data directory. `fresh` and `restored` are on their way to becoming `live`. */
export const layout = (dir: string) => ({
  live: join(dir, 'database'),
  fresh: join(dir, 'database-fresh'),
  restored: join(dir, 'database-restored'),
  backups: join(dir, 'backups'),
  erasures: join(dir, 'erasures.jsonl'),
});

/**
 * Opens the embedded database of a data directory, made when missing and migrated; `null` keeps it in memory.
 * `from` is a dump to start from instead of an empty database (in memory only; for a directory see `restore`).
 * Throws DirectoryHeld when another process has it.
 */
export async function openEmbedded(
  directory: string | null,
  options: { readonly from?: Blob } = {},
): Promise<EmbeddedDatabase> {
  if (directory === null) return serve(await start(null, options.from), null, () => {});
  const dir = resolve(directory);
  const lock = lockDirectory(dir);
  try {
    const { live, fresh } = layout(dir);
    settleDirectory(dir);
    // Whatever a kill leaves of a first start is thrown away whole: the rename makes it real. A folder of its own, since
    // whoever was making one outlives a kill for a moment.
    const making = `${fresh}-${randomUUID()}`;
    const applied = existsSync(live) ? null : await make(making);
    if (applied) renameSync(making, live);
    const started = await start(live);
    return serve({ ...started, ...(applied && { applied }) }, dir, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What another process could not make is made here, for its error. */
async function make(folder: string): Promise<readonly string[]> {
  const made = await makeApart(folder);
  if (made !== null) return made;
  const { pglite, applied } = await start(folder);
  await pglite.close();
  return applied;
}

/** Finishes a restore cut short after its database was complete, and clears what never became one. */
export function settleDirectory(dir: string, asideName = `database-before-${Date.now()}`): void {
  const { live, fresh, restored } = layout(dir);
  for (const name of readdirSync(dir))
    if (name.startsWith(basename(fresh))) rmSync(join(dir, name), { recursive: true, force: true });
  if (!existsSync(restored)) return;
  if (existsSync(live)) renameSync(live, join(dir, asideName));
  renameSync(restored, live);
}

interface Started {
  readonly pglite: PGlite;
  readonly applied: readonly string[];
}

/** A migrated PGlite on a folder that this process alone uses; `from` is a dump to fill an empty one with. */
export async function start(folder: string | null, from?: Blob): Promise<Started> {
  // Left by a killed process. The directory's lock says nobody is there.
  if (folder !== null) rmSync(join(folder, 'postmaster.pid'), { force: true });
  const pglite = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(from === undefined ? {} : { loadDataDir: from }),
    // The adapters read and write times without a zone.
    startParams: [
      ...PGlite.defaultStartParams,
      '-c',
      'shared_buffers=16MB',
      '-c',
      'timezone=UTC',
      '-c',
      'wal_recycle=off',
    ],
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw troubled(
      new Error(
        `The embedded database${folder === null ? '' : ` in ${folder}`} could not be opened: ${why}. If this persists, put a backup back: "npx tour db restore FILE".`,
        { cause },
      ),
      'database-broken',
      { folder: folder ?? '', why },
    );
  });
  try {
    return { pglite, applied: await prepare(sessionOf(pglite)) };
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

export const sessionOf = (pglite: PGlite): Session => ({
  async exec(script) {
    await pglite.exec(script);
  },
  async query<Row>(sql: string, params: readonly unknown[] = []) {
    return (await pglite.query<Row>(sql, [...params])).rows;
  },
});

function serve({ pglite, applied }: Started, dir: string | null, free: () => void): EmbeddedDatabase {
  const prisma = new PrismaClient({
    adapter: pgliteAdapter(pglite),
    transactionOptions: TRANSACTION_OPTIONS,
  });
  let closing: Promise<void> | undefined;
  return {
    kind: 'embedded',
    dir,
    pglite,
    prisma,
    applied,
    session: (body) => body(sessionOf(pglite)),
    close() {
      closing ??= prisma
        .$disconnect()
        .then(() => pglite.close())
        .finally(free);
      return closing;
    },
  };
}
