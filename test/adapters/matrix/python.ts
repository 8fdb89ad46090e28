/** A Python with Synapse and matrix-nio, in a virtual environment made once and kept in the user's cache. */
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
/** Milliseconds. Downloading it all takes about a minute. */
const INSTALLING = 10 * 60_000;

const run = promisify(execFile);

/** 3.10 or newer, able to make virtual environments with pip; null when there is none. */
export function findPython(): string | null {
  const asked = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';
  const named = process.env.PYTHON === undefined ? [] : [process.env.PYTHON];
  for (const python of [...named, 'python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10'])
    try {
      execFileSync(python, ['-c', asked], { stdio: 'ignore' });
      return python;
    } catch {}
  return null;
}

const python = findPython();
/** In CI it must be there: its absence fails. Elsewhere its tests are reported as not run. */
export const hasPython = python !== null || process.env.CI === 'true';
if (!hasPython)
  console.warn('NOT RUN on Matrix: no Python (3.10 or newer, with venv and pip) is here for a Synapse.');

/** The cache of this user, as the system wants it. */
function cacheDir(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const home =
    XDG_CACHE_HOME ||
    (process.platform === 'win32' && LOCALAPPDATA) ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  return join(home, 'tour-de-table');
}

/** The interpreter of an environment that has what `requirements.txt` says; made when it is missing. */
export async function environment(): Promise<string> {
  if (python === null)
    throw new Error('no Python (3.10 or newer, with venv and pip): Matrix can’t be tested');
  const version = execFileSync(python, ['-c', 'import sys; print(sys.version, sys.prefix)']);
  const named = createHash('sha256').update(readFileSync(REQUIREMENTS)).update(version).digest('hex');
  const cache = cacheDir();
  const dir = join(cache, `matrix-${named.slice(0, 12)}`);
  const interpreter = join(dir, 'bin', 'python');
  if (existsSync(join(dir, 'complete'))) return interpreter;
  mkdirSync(cache, { recursive: true });
  // Two workers want it at once; the lock goes with whoever holds it.
  const lock = new DatabaseSync(join(cache, 'matrix-lock.sqlite'));
  try {
    lock.exec(`PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = ${INSTALLING}; BEGIN EXCLUSIVE`);
    if (!existsSync(join(dir, 'complete'))) await make(cache, dir, interpreter);
  } finally {
    lock.close();
  }
  return interpreter;
}

async function make(cache: string, dir: string, interpreter: string): Promise<void> {
  // What was made for other versions, or half made.
  for (const name of readdirSync(cache))
    if (/^matrix-[0-9a-f]{12}$/u.test(name)) rmSync(join(cache, name), { recursive: true, force: true });
  const quiet = ['-q', '--no-input', '--disable-pip-version-check'];
  try {
    await run(python!, ['-m', 'venv', dir], { timeout: INSTALLING });
    await run(interpreter, ['-m', 'pip', 'install', ...quiet, '-r', REQUIREMENTS], { timeout: INSTALLING });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`Synapse can’t be installed into ${dir}: ${stderr || (error as Error).message}`);
  }
  writeFileSync(join(dir, 'complete.new'), `${new Date().toISOString()}\n`);
  renameSync(join(dir, 'complete.new'), join(dir, 'complete'));
}
