/** `npm run campaign -- --slack`: in full what `npm test` plays small, each way Slack can reach the bot. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../generated.ts';

const FULL = {
  SLACK_PEOPLE: '150',
  SLACK_WORKSHOP: '40',
  SLACK_DELIVERIES: '1000',
  SLACK_PAYLOADS: '20000',
  SLACK_KILLS: '20',
};
const SUITES = [
  'test/campaigns/slack',
  'test/adapters/slack/campaign.test.ts',
  'test/adapters/slack/payloads.test.ts',
  'test/adapters/slack/killed.test.ts',
];

/** Resolves with the exit code. */
export function slackCampaign(): Promise<number> {
  console.log(
    'Targets: each criterion holds and everybody is given back, once, by HTTP and by a socket; 40 ideas, each cited once;',
    'every delivery posted in order, none twice, with one call in five failing; 20,000 broken requests, each answered within 3 s; after 20 kills in a fan-out one invitation each.',
  );
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...SUITES],
    { cwd: ROOT, stdio: 'inherit', env: { ...FULL, ...process.env } },
  );
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
