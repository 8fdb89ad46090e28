/**
 * `npm run campaign -- [--kills 20] [--seed 1] [--messages 300] [--program "some/program.ts DIR"]`: an echo and the demo,
 * each killed that often;
 * with `--cycle` the whole cycle for 150 people, on each chat; with `--matrix` the bot in Matrix, through a real Synapse, and nothing else; with `--slack` whole stories in Slack.
 * DIR in the program stands for the campaign's own directory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../generated.ts';
import { cycleCampaign } from './cycle/main.ts';
import { killCampaign } from './kill.ts';
import { killMatrix } from './matrix/main.ts';
import { slackCampaign } from './slack/main.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    messages: { type: 'string', default: '300' },
    program: { type: 'string' },
    least: { type: 'string', default: '800' },
    most: { type: 'string', default: '5000' },
    matrix: { type: 'boolean', default: false },
    slack: { type: 'boolean', default: false },
    cycle: { type: 'boolean', default: false },
  },
});

if (values.matrix) {
  await killMatrix(Number(values.kills), Number(values.seed));
  process.exit();
}

if (values.cycle) process.exit(await cycleCampaign());
if (values.slack) process.exit(await slackCampaign());

const PROGRAMS: Readonly<Record<string, string>> =
  values.program === undefined
    ? {
        echo: `${join(import.meta.dirname, 'echo.ts')} DIR ${values.messages}`,
        demo: `${join(ROOT, 'src/demo/main.ts')} --resume --dir DIR --out DIR/exports`,
      }
    : { program: values.program };

for (const [name, program] of Object.entries(PROGRAMS)) await kill(name, program);

/** A program done before it was killed often enough begins anew elsewhere. */
async function kill(name: string, program: string): Promise<void> {
  let kills = 0;
  const sum = { starts: 0, acknowledged: 0, posted: 0, wrong: 0 };
  const begun = performance.now();
  for (let seed = Number(values.seed); kills < Number(values.kills); seed += 1) {
    const dir = mkdtempSync(join(tmpdir(), 'tour-campaign-'));
    try {
      const report = await killCampaign({
        program: program.replaceAll('DIR', dir).split(' '),
        dir,
        kills: Number(values.kills) - kills,
        seed,
        between: [Number(values.least), Number(values.most)],
      });
      kills += report.kills;
      const { starts, acknowledged, posted, wrongs } = report;
      sum.starts += starts;
      sum.acknowledged += acknowledged;
      sum.posted += posted;
      sum.wrong += wrongs.length;
      console.log(
        `${name}, seed ${seed}: killed ${report.kills} times in ${starts} starts; ${acknowledged} messages acknowledged, ${posted} posted, ${wrongs.length} wrong`,
      );
      for (const wrong of wrongs.slice(0, 20)) console.log(`  ${wrong}`);
      if (wrongs.length > 0) process.exitCode = 1;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    `${name}: ${kills} kills in ${sum.starts} starts and ${seconds} s; ${sum.acknowledged} messages acknowledged, ${sum.posted} posted; ${sum.wrong} lost, left undone or said twice (target 0)`,
  );
}
