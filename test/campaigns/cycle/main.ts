/** `npm run campaign -- --cycle`: in full what `npm test` plays with four partners, and the page, Slack and Matrix beside. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../generated.ts';

const FULL = { CYCLE_PEOPLE: '150', CYCLE_MATRIX: '6' };

/** Resolves with the exit code. */
export function cycleCampaign(): Promise<number> {
  console.log(
    'Target: from the invitation to what is answered after the validation, by words alone; 150 people in conversations, on the page and in Slack, 6 in Matrix; each given back what became of theirs, and every document opened by other readers than what wrote it, its figures the same in each format.',
  );
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', 'test/campaigns/cycle'],
    { cwd: ROOT, stdio: 'inherit', env: { ...FULL, ...process.env } },
  );
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
