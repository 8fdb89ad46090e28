import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In every directory a demo made: only such a directory is ever emptied. */
const MARK = 'demo.txt';
const LOCK = ['lock.sqlite', 'holder.pid'];

/**
 * An empty directory for a new demo. One that an earlier demo left is emptied, under the lock that a running demo
 * holds. Throws, and touches nothing, when the directory holds anything else, or another process works on it.
 */
export function startAfresh(dir: string, lockDirectory: (dir: string) => { release(): void }): void {
  const found = existsSync(dir) ? readdirSync(dir).filter((name) => !LOCK.includes(name)) : [];
  if (found.length > 0 && !found.includes(MARK))
    throw new Error(
      `${dir} n'est pas le dossier d'une démonstration : il n'est pas touché. Donnez-en un autre avec --dir. / ${dir} is not a demo's folder: it is left alone. Give another one with --dir.`,
    );
  mkdirSync(dir, { recursive: true });
  const lock = lockDirectory(dir);
  try {
    for (const name of found) rmSync(join(dir, name), { recursive: true, force: true });
    writeFileSync(
      join(dir, MARK),
      'Tour de table, démonstration : ce dossier peut être effacé. / A demo: this folder may be deleted.\n',
    );
  } finally {
    lock.release();
  }
}
