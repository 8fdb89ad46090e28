import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { troubled } from '../app/ports/trouble.ts';
import type { Instant } from '../core/time.ts';
import { layout, sessionOf, settleDirectory, start } from './embedded.ts';
import { readErasures, replayErasures } from './erasures.ts';
import { lockDirectory } from './lock.ts';
import type { Session } from './session.ts';

export interface Restored {
  /** Deliveries queued under an older generation are held back. */
  readonly generation: number;
  /** People whose erasure had to be repeated. */
  readonly erased: number;
  /** Where the database that was there before lies now; null when there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup in the place of the embedded database of a directory; the one before is kept beside it. Cut short, it
 * leaves the old database in place, or finishes at the next start. Throws DirectoryHeld while a process runs on it.
 */
export async function restore(file: string, directory: string, now: Instant): Promise<Restored> {
  const dir = resolve(directory);
  const dump = readDump(file);
  const lock = lockDirectory(dir);
  try {
    const { live, fresh, restored } = layout(dir);
    settleDirectory(dir);
    const { pglite } = await start(fresh, new Blob([dump])).catch((cause: unknown) => {
      rmSync(fresh, { recursive: true, force: true });
      throw new Error(
        `${file} could not be restored: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    });
    const after = await afterRestore(sessionOf(pglite), dir).finally(() => pglite.close());
    renameSync(fresh, restored);
    const aside = existsSync(live) ? `database-before-${stamp(now)}` : null;
    settleDirectory(dir, aside ?? undefined);
    return { ...after, aside: aside && join(dir, aside) };
  } finally {
    lock.release();
  }
}

/** What any restored database needs before anything is sent from it: a new generation, and the erasures again. */
export async function afterRestore(session: Session, dir: string): Promise<Omit<Restored, 'aside'>> {
  const erasures = readErasures(dir);
  const [installation] = await session.query<{ generation: number }>(
    'UPDATE "Installation" SET "generation" = "generation" + 1 RETURNING "generation"',
  );
  if (!installation) throw new Error('the database has no Installation row: it is not one of this program');
  return { generation: installation.generation, erased: await replayErasures(session, erasures) };
}

function readDump(file: string): Buffer<ArrayBuffer> {
  const packed = readFileSync(file);
  let dump: Buffer<ArrayBuffer>;
  try {
    dump = gunzipSync(packed);
  } catch (cause) {
    throw troubled(
      new Error(
        `${basename(file)} is not a whole backup: it is cut short or not a .tar.gz that "tour db backup" wrote.`,
        { cause },
      ),
      'backup-torn',
      { file: basename(file) },
    );
  }
  if (dump.toString('latin1', 257, 262) !== 'ustar')
    throw troubled(
      new Error(`${basename(file)} holds no database: give a .tar.gz that "tour db backup" wrote.`),
      'backup-foreign',
      { file: basename(file) },
    );
  return dump;
}

const stamp = (now: Instant) => new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
