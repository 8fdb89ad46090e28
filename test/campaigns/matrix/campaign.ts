/** The bot in Matrix is killed (`kill -9`) in a fan-out and while partners write; then the server's memory is compared with its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { layout, start } from '../../../src/store/embedded.ts';
import { type BotProcess, startBot } from '../../adapters/matrix/bot-process.ts';
import { nioPeople } from '../../adapters/matrix/nio.ts';
import { eventually } from '../../adapters/matrix/partner.ts';
import type { ProcessSettings } from '../../adapters/matrix/process.ts';
import type { SharedSynapse } from '../../adapters/matrix/shared.ts';
import { seeded } from '../seeded.ts';
import { compare } from './compare.ts';
import { onNio, onSdk, type Writer, write } from './people.ts';

export interface MatrixCampaign {
  readonly synapse: SharedSynapse;
  /** Partners who write, on the bot's own SDK and on matrix-nio; and those who are asked and never come. */
  readonly sdk: number;
  readonly nio: number;
  readonly absent: number;
  readonly kills: number;
  readonly seed: number;
  /** ms after it is ready, within which it is killed; one time in four it is killed while it starts. */
  readonly within: number;
  /** What each partner says at least. */
  readonly messages: number;
  /** A dump of a migrated database: making one takes longer than all the rest. */
  readonly template?: string;
}

export interface MatrixReport {
  /** Before all were invited, and after. */
  readonly inFanOut: number;
  readonly whileWriting: number;
  readonly said: number;
  readonly posted: number;
  /** Empty when nothing was lost, said twice or can't be opened. */
  readonly wrongs: readonly string[];
}

/** Milliseconds. */
const LONG = 10 * 60_000;

export async function matrixCampaign(how: MatrixCampaign): Promise<MatrixReport> {
  const { synapse } = how;
  const home = mkdtempSync(join(tmpdir(), 'tour-kills-'));
  const account = await synapse.register();
  const nio = await nioPeople(synapse.url, account.userId);
  const random = seeded(how.seed);
  const writers: Writer[] = [];
  let bot: BotProcess | null = null;
  try {
    const facilitator = await onSdk(synapse.url, await synapse.register(), account.userId);
    writers.push(facilitator);
    const partners: Writer[] = [];
    for (let n = 0; n < how.sdk; n += 1)
      partners.push(await onSdk(synapse.url, await synapse.register(), account.userId));
    for (let n = 0; n < how.nio; n += 1) partners.push(await onNio(nio, await synapse.register()));
    writers.push(...partners);
    const invited = partners.map(({ userId }) => userId);
    for (let n = 0; n < how.absent; n += 1) invited.push((await synapse.register()).userId);
    const settings: ProcessSettings = {
      url: synapse.url,
      account,
      home,
      facilitator: facilitator.userId,
      partners: [],
      matrix: true,
      since: Date.now(),
    };
    if (how.template !== undefined) {
      mkdirSync(join(home, 'data'));
      const from = new Blob([readFileSync(how.template)]);
      const { pglite } = await start(layout(join(home, 'data')).live, from);
      await pglite.close();
    }
    bot = startBot({ ...settings, partners: invited });
    await bot.ready;
    const said = [await facilitator.say('ouvrir plan-actions')];
    await eventually(async () => (await facilitator.seen()).at(-1)?.text.includes('On envoie'), 'a preview');
    said.push(await facilitator.say('oui'));

    let kills = 0;
    let met = 0;
    const writing = partners.map(async (one) => {
      const own = write(one, (count) => count >= how.messages && kills >= how.kills);
      own.catch(() => {});
      await eventually(async () => (await one.heard()) > 0, `${one.userId} is invited`, LONG);
      met += 1;
      return own;
    });
    const all = Promise.all(writing);
    all.catch(() => {});
    let inFanOut = 0;
    while (kills < how.kills) {
      const early = kills > 0 && random() < 0.25;
      if (early) await pause(random() * 3_000);
      else await bot.ready.then(() => pause(random() * how.within));
      await bot.kill();
      kills += 1;
      if (met < partners.length) inFanOut += 1;
      bot = startBot(settings);
    }
    await bot.ready;
    said.push(...(await all).flat());
    const last = bot;
    await eventually(async () => (await last.left()) === 0, 'nothing is left', LONG);
    await last.stop();
    bot = null;
    const wrongs = await compare({ url: synapse.url, account, home, writers, invited, said });
    return { inFanOut, whileWriting: kills - inFanOut, said: said.length, ...wrongs };
  } finally {
    await bot?.kill();
    for (const writer of writers) writer.leave();
    await nio.close();
    rmSync(home, { recursive: true, force: true });
  }
}
