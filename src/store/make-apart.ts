import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAKER = fileURLToPath(new URL('make.ts', import.meta.url));

/**
 * Has an embedded database made by another process: it takes half a gigabyte for a moment, which this one would never
 * give back whole. The names of its migrations; null when that process failed, and nothing is in the folder.
 */
export async function makeApart(folder: string): Promise<readonly string[] | null> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  try {
    const made = await promisify(execFile)(process.execPath, ['--liftoff-only', MAKER, folder], { env });
    return JSON.parse(made.stdout) as string[];
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
}
