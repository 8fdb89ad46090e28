/** `npm run campaign -- --matrix [--kills 20] [--seed 1]`: that many kills in a fan-out, and as many while partners write. */
import type { SharedSynapse } from '../../adapters/matrix/shared.ts';
import { register, startSynapse } from '../../adapters/matrix/synapse.ts';
import { type MatrixCampaign, matrixCampaign } from './campaign.ts';

type Stage = Pick<MatrixCampaign, 'sdk' | 'nio' | 'absent' | 'messages'>;

const STAGES: Readonly<Record<string, Stage>> = {
  'in a fan-out': { sdk: 2, nio: 2, absent: 146, messages: 3 },
  'while partners write': { sdk: 4, nio: 4, absent: 0, messages: 10 },
};

export async function killMatrix(kills: number, firstSeed: number): Promise<void> {
  const { url, stop } = await startSynapse();
  let people = 0;
  const synapse: SharedSynapse = {
    url,
    register(as = { admin: false }) {
      people += 1;
      return register(url, `person-${people}`, as.admin);
    },
  };
  try {
    for (const [name, stage] of Object.entries(STAGES)) {
      const begun = performance.now();
      const sum = { kills: 0, inFanOut: 0, said: 0, posted: 0, wrong: 0 };
      for (let seed = firstSeed; sum.kills < kills; seed += 1) {
        const report = await matrixCampaign({
          synapse,
          ...stage,
          kills: kills - sum.kills,
          seed,
          within: 4_000,
        });
        const { inFanOut, whileWriting, said, posted, wrongs } = report;
        sum.kills += inFanOut + whileWriting;
        sum.inFanOut += inFanOut;
        sum.said += said;
        sum.posted += posted;
        sum.wrong += wrongs.length;
        for (const wrong of wrongs.slice(0, 20)) console.log(`  ${wrong}`);
        if (wrongs.length > 0) process.exitCode = 1;
      }
      const seconds = ((performance.now() - begun) / 1000).toFixed(0);
      console.log(
        `Matrix, ${name}: ${sum.kills} kills (${sum.inFanOut} before all were invited) in ${seconds} s; ${sum.said} messages said, ${sum.posted} posted; ${sum.wrong} lost, said twice or not opened (target 0)`,
      );
    }
  } finally {
    await stop();
  }
}
