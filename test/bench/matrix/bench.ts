/**
 * `npm run bench -- --matrix [--people 50] [--seconds 60] [--rooms 150] [--events 20000]`: through a real Synapse, encrypted,
 * the bot and the partners each in a process of their own. From a partner's message to the first answer, beside what
 * Synapse alone takes between two people in the same rhythm; start-up with rooms it knows; memory; events of a down-time.
 * With `--down-time` that alone; with `--postgres` the bot on PostgreSQL.
 * Targets: start-up under 5 s, p95 under 1 s, 400 MB, each event handled once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbedded } from '../../../src/store/embedded.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { startBot } from '../../adapters/matrix/bot-process.ts';
import { eventually, Partner } from '../../adapters/matrix/partner.ts';
import type { ProcessSettings } from '../../adapters/matrix/process.ts';
import { type Account, register, startSynapse } from '../../adapters/matrix/synapse.ts';
import { saidTwice } from '../../campaigns/twice.ts';
import { findPrograms, startCluster } from '../../cluster.ts';
import { crowd } from './crowd.ts';
import type { Waits } from './steady.ts';

export interface MatrixBench {
  readonly people: number;
  readonly seconds: number;
  readonly rooms: number;
  readonly events: number;
  /** Only the events of a down-time. */
  readonly downTime: boolean;
  readonly postgres: boolean;
}

const EVERY = 2_000;
/** Milliseconds: as long as it takes. */
const LONG = 60 * 60_000;

const show = (name: string, { messages, p50, p95, max }: Waits) =>
  console.log(
    `${name}: ${messages} messages, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms; load ${loadavg()[0]!.toFixed(1)}`,
  );
const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(0);

export async function benchMatrix(how: MatrixBench): Promise<void> {
  const cluster = how.postgres ? await startCluster(findPrograms()!) : null;
  const synapse = await startSynapse();
  const home = mkdtempSync(join(tmpdir(), 'tour-bench-matrix-'));
  const partners = crowd();
  const rhythms = [
    ['every 2 s among them', EVERY * how.people],
    ['every 2 s each', EVERY],
  ] as const;
  try {
    const account = await register(synapse.url, 'tour', false);
    const known: Account[] = [];
    for (let n = 0; n < how.rooms; n += 1)
      known.push(await register(synapse.url, `claire-${String(n).padStart(3, '0')}`, false));
    await partners.enter(synapse.url, known.slice(0, how.people), account.userId);
    const rachida = await register(synapse.url, 'rachida', false);
    const facilitator = await Partner.enter(synapse.url, rachida, account.userId);
    const settings: ProcessSettings = {
      url: synapse.url,
      account,
      home,
      facilitator: facilitator.userId,
      partners: known.map(({ userId }) => userId),
      since: Date.now(),
      matrix: true,
      ...(cluster === null ? {} : { databaseUrl: cluster.url }),
    };

    const first = startBot(settings);
    const ready = await first.ready;
    await facilitator.say('ouvrir plan-actions');
    await eventually(async () => (await facilitator.seen()).at(-1)?.text.includes('On envoie'), 'a preview');
    await facilitator.say('oui');
    const sent = performance.now();
    await partners.invited();
    const reached = seconds(sent);
    // Asked amid the others' rooms: an answer waits for none.
    const asked = performance.now();
    const before = (await facilitator.seen()).length;
    await facilitator.say('aide');
    await eventually(async () => (await facilitator.seen()).length > before, 'help', LONG);
    const amid = performance.now() - asked;
    const others = await first.left();
    await eventually(async () => (await first.left()) === 0, 'all are invited', LONG);
    console.log(
      `${how.rooms} invitations, each in a new encrypted room: ${how.people} read theirs after ${reached} s, all left after ${seconds(sent)} s; an answer with ${others} left took ${amid.toFixed(0)} ms`,
    );
    for (const [rhythm, every] of how.downTime ? [] : rhythms)
      show(
        `Synapse alone, ${how.people} people, one message ${rhythm}, read by another`,
        await partners.alone(how.seconds, every),
      );
    await partners.begin();
    for (const [rhythm, every] of how.downTime ? [] : rhythms)
      show(
        `the bot, ${how.people} people, one message ${rhythm} (target: p95 under 1000 ms)`,
        await partners.talk(how.seconds, every),
      );
    console.log(`memory of the bot: ${await first.memory()} MB (target: under 400)`);
    await first.stop();
    if (!how.downTime) await restarts(settings, ready);
    await downTime(settings, how, (each) => partners.flood(each));
    facilitator.leave();
  } finally {
    partners.leave();
    await synapse.stop();
    await cluster?.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function restarts(settings: ProcessSettings, firstReady: number): Promise<void> {
  const rooms = settings.partners.length;
  const again = async (name: string, over: Partial<ProcessSettings>) => {
    const bot = startBot({ ...settings, partners: [], ...over });
    const ready = await bot.ready;
    const memory = await bot.memory();
    await bot.stop();
    console.log(
      `started again ${name}: ready after ${ready} ms, ${memory} MB; load ${loadavg()[0]!.toFixed(1)}`,
    );
  };
  await again('without Matrix, as a baseline', { matrix: false });
  await again(
    `with ${rooms} encrypted rooms (targets: under 5000 ms, 400 MB; the first start: ${firstReady} ms)`,
    {},
  );
  const programs = findPrograms();
  if (programs === null) return;
  const cluster = await startCluster(programs);
  await again('on PostgreSQL, without Matrix', { matrix: false, databaseUrl: cluster.url });
  await again(`on PostgreSQL, with ${rooms} encrypted rooms`, { databaseUrl: cluster.url });
  await cluster.stop();
}

async function downTime(
  settings: ProcessSettings,
  { people, events }: MatrixBench,
  flood: (each: number) => Promise<void>,
): Promise<void> {
  const each = Math.ceil(events / people);
  const from = performance.now();
  const bot = startBot({ ...settings, partners: [] });
  await bot.ready;
  await eventually(async () => (await bot.left()) === 0, 'nothing is left', LONG);
  const before = await bot.handled();
  await bot.stop();
  await flood(each);
  console.log(`${each * people} messages written while the bot was down, in ${seconds(from)} s`);
  const started = performance.now();
  const after = startBot({ ...settings, partners: [] });
  await after.ready;
  let most = 0;
  // Counting its rows is work of the bot's own thread: rarely.
  do
    for (let n = 0; n < 10; n += 1) {
      most = Math.max(most, await after.memory());
      await pause(200);
    }
  while ((await after.handled()) < before + each * people || (await after.left()) > 0);
  const took = performance.now() - started;
  const handled = (await after.handled()) - before;
  await after.stop();
  const { databaseUrl, home } = settings;
  const database =
    databaseUrl === undefined ? await openEmbedded(join(home, 'data')) : await openPostgres(databaseUrl);
  const twice = saidTwice(await database.prisma.delivery.findMany());
  await database.close();
  console.log(
    `${handled} of ${each * people} handled (target: all), ${twice.length} answered twice (target: 0), all answered after ${(took / 1_000).toFixed(0)} s (${((1_000 * handled) / took).toFixed(0)} a second), at most ${most} MB`,
  );
}
