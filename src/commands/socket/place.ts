/** Where the socket of a data directory lies. Only the account that runs the bot can reach it. */
import { chmodSync, mkdtempSync, readlinkSync, renameSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** macOS ends a socket's path at 103 bytes, Linux at 107; what is longer is cut without a word. */
const LONGEST = 103;
const NAME = 'bot.sock';
const FOLDER = 'tour-socket-';

const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST;
const linkIn = (dir: string): string => join(resolve(dir), NAME);

/** The path to connect to; null where no bot can have left one. */
export function socketOf(dir: string): string | null {
  const link = linkIn(dir);
  return targetOf(link) ?? (fits(link) ? link : null);
}

/**
 * Makes the socket of a data directory that this process alone holds: `bind` listens at the path it is given. What a
 * killed process left is cleared first. Returns what removes it.
 */
export async function placeSocket(dir: string, bind: (path: string) => Promise<void>): Promise<() => void> {
  const link = linkIn(dir);
  clear(link);
  const near = fits(join(dirname(link), `${FOLDER}XXXXXX`, NAME));
  // Bound inside a folder that is closed to others: between bind and chmod, anybody could have connected.
  const folder = mkdtempSync(join(near ? dirname(link) : tmpdir(), FOLDER));
  const path = join(folder, NAME);
  await bind(path);
  chmodSync(path, 0o600);
  if (near) {
    renameSync(path, link);
    rmdirSync(folder);
  } else symlinkSync(path, link);
  return () => clear(link);
}

function clear(link: string): void {
  const folder = dirname(targetOf(link) ?? '');
  if (basename(folder).startsWith(FOLDER)) rmSync(folder, { recursive: true, force: true });
  rmSync(link, { force: true });
}

function targetOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}
