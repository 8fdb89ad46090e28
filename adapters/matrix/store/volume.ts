/** The folder of the Matrix account's keys: one process at a time, and it knows at once when it isn't the one any more. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Volume {
  readonly sql: DatabaseSync;
  /** Aborted once the folder is not this process's any more: whatever was made of it must end there and then. */
  readonly lost: AbortSignal;
  /** The disk refused a write, or the like: as good as lost. */
  giveUp(why: unknown): void;
  close(): void;
}

/** SQLite's word for a file that another connection has locked. */
const BUSY = 5;
/** Milliseconds. */
const LOOK = 1_000;

/**
 * Makes the folder when missing; null while another process has it. The lock is the kernel's, on the database itself: it
 * goes with the process, `kill -9` included. A file that was moved away or put in its place is another one: lost. With
 * `known` it is not made anew: a volume that was unmounted leaves an empty folder, where a new device would remove ours.
 */
export function takeVolume(dir: string, how: { readonly known: boolean } = { known: false }): Volume | null {
  const file = join(dir, 'matrix.sqlite');
  if (how.known && !existsSync(file)) return null;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const sql = new DatabaseSync(file);
  try {
    // Without shared memory: on a volume that several machines mount there is none.
    sql.exec(
      'PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT',
    );
  } catch (error) {
    sql.close();
    if ((error as { errcode?: number }).errcode === BUSY) return null;
    throw error;
  }
  const lost = new AbortController();
  const own = statSync(file);
  const timer = setInterval(() => {
    try {
      const now = statSync(file);
      if (now.ino !== own.ino || now.dev !== own.dev) throw new Error('another file is in its place');
    } catch (error) {
      giveUp(error);
    }
  }, LOOK);
  timer.unref();

  function giveUp(why: unknown): void {
    clearInterval(timer);
    lost.abort(why);
  }
  return {
    sql,
    lost: lost.signal,
    giveUp,
    close() {
      clearInterval(timer);
      if (sql.isOpen) sql.close();
    },
  };
}
