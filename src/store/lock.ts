import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A data directory that another process works on. `pid` is null when it could not be read. */
export class DirectoryHeld extends Error {
  readonly pid: number | null;

  constructor(dir: string, pid: number | null, cause: unknown) {
    const who = pid === null ? 'another process' : `process ${pid}`;
    super(
      `${dir} is in use by ${who}. The embedded database takes one process at a time: stop that one first${pid === null ? '' : ` (kill ${pid})`}, choose another data directory, or use PostgreSQL (DATABASE_URL).`,
      { cause },
    );
    this.pid = pid;
  }
}

export interface DirectoryLock {
  release(): void;
}

/** A collected DatabaseSync closes its file and frees the lock, so each is kept reachable while it is held. */
const held = new Set<DatabaseSync>();

/**
 * Makes the directory when missing and holds it for this process. The lock is the kernel's (SQLite's, on a file): it
 * goes with the process, `kill -9` included. Throws DirectoryHeld at once when another holds it, this process too.
 */
export function lockDirectory(dir: string): DirectoryLock {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const holder = join(dir, 'holder.pid');
  const file = new DatabaseSync(join(dir, 'lock.sqlite'));
  try {
    // The journal in memory: a crash leaves no journal behind for the next one to roll back.
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new DirectoryHeld(dir, readPid(holder), error);
  }
  writeFileSync(holder, `${process.pid}\n`);
  held.add(file);
  return {
    release() {
      if (!held.delete(file)) return;
      rmSync(holder, { force: true });
      file.close();
    },
  };
}

function readPid(holder: string): number | null {
  try {
    const pid = Number(readFileSync(holder, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
