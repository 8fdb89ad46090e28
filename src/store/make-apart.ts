import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** ms; on a slow machine it takes twenty seconds. */
const PATIENCE = 120_000;
const MAKER = fileURLToPath(new URL('make.ts', import.meta.url));

/**
 * Has an embedded database made by another process: it takes half a gigabyte for a moment, which this one would never
 * give back whole. The names of its migrations; null when that process failed, and nothing is in the folder.
 */
export async function makeApart(folder: string): Promise<readonly string[] | null> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const maker = spawn(process.execPath, ['--liftoff-only', MAKER, folder], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: AbortSignal.timeout(PATIENCE),
    killSignal: 'SIGKILL',
  });
  // Told by the end of what it says.
  maker.on('error', () => {});
  maker.stdin.on('error', () => {});
  try {
    for await (const line of createInterface(maker.stdout)) return JSON.parse(line) as string[];
  } finally {
    maker.kill('SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true });
  return null;
}
