/**
 * `npm run campaign -- [--kills 20] [--seed 1] [--messages 300] [--program "src/demo/main.ts --resume --dir DIR"]`
 * DIR in the program stands for the campaign's own directory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type KillReport, killCampaign } from './kill.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    messages: { type: 'string', default: '300' },
    program: { type: 'string' },
    least: { type: 'string', default: '800' },
    most: { type: 'string', default: '5000' },
  },
});

const echo = `${join(import.meta.dirname, 'echo.ts')} DIR ${values.messages}`;
const reports: KillReport[] = [];
const kills = () => reports.reduce((sum, report) => sum + report.kills, 0);
// A program done before it was killed often enough begins anew elsewhere.
for (let seed = Number(values.seed); kills() < Number(values.kills); seed += 1) {
  const dir = mkdtempSync(join(tmpdir(), 'tour-campaign-'));
  try {
    const program = (values.program ?? echo).split(' ').map((word) => (word === 'DIR' ? dir : word));
    const between = [Number(values.least), Number(values.most)] as const;
    const report = await killCampaign({ program, dir, kills: Number(values.kills) - kills(), seed, between });
    reports.push(report);
    const { starts, acknowledged, posted, wrongs } = report;
    console.log(
      `seed ${seed}: killed ${report.kills} times in ${starts} starts; ${acknowledged} messages acknowledged, ${posted} posted, ${wrongs.length} wrong`,
    );
    for (const wrong of wrongs.slice(0, 20)) console.log(`  ${wrong}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
if (reports.some(({ wrongs }) => wrongs.length > 0)) process.exitCode = 1;
