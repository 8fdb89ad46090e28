/** A consultation in Slack whose bot, in a process of its own on the embedded database, is killed and started again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface Scene {
  readonly slack: Workspace;
  readonly facilitator: string;
  readonly partners: readonly string[];
  bot: BotProcess;
  again(): Promise<void>;
  close(): Promise<void>;
}

export async function open(many: number): Promise<Scene> {
  let bot: BotProcess | null = null;
  const slack = await openWorkspace({
    bot: () => bot?.url ?? 'http://127.0.0.1:1',
    people: many + 1,
    scopes: SCOPES,
  });
  const facilitator = slack.newcomer();
  const partners = Array.from({ length: many }, () => slack.newcomer());
  const home = mkdtempSync(join(tmpdir(), 'tour-slack-'));
  const since = Date.now();
  const { team, secret, botToken: token, apiUrl } = slack;
  const settings = { team, token, secret, apiUrl, home, facilitator, since };
  bot = await startBot({ ...settings, partners });
  return {
    slack,
    facilitator,
    partners,
    get bot() {
      return bot!;
    },
    async again() {
      bot = await startBot({ ...settings, partners: [] });
    },
    async close() {
      await bot?.stop();
      await slack.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const posts = ({ slack }: Scene, since = 0) =>
  slack.gateway.asked.filter(({ method, at }) => method === 'chat.postMessage' && at >= since);

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

export const saw = async ({ slack }: Scene, userId: string, text: RegExp): Promise<boolean> =>
  (await slack.seen(userId)).some((one) => text.test(one.text));

/** How many invitations that person reads. */
export const invitations = async ({ slack }: Scene, userId: string): Promise<number> =>
  (await slack.seen(userId)).filter(({ text }) => /On commence/u.test(text)).length;

/** To be sent to everybody; when that was confirmed, in milliseconds since 1970. */
export async function beginFanOut(scene: Scene): Promise<number> {
  const { slack, facilitator } = scene;
  await slack.say(facilitator, 'ouvrir plan-actions');
  await until(() => saw(scene, facilitator, /On envoie/u));
  const since = Date.now();
  await slack.say(facilitator, 'oui');
  return since;
}

/** Resolves once so many people were written to since. */
export const reached = (scene: Scene, since: number, many: number): Promise<void> =>
  until(() => new Set(posts(scene, since).map(({ channel }) => channel)).size >= many);

/** Killed so often in the fan-out that began then, each time once another part of the people were written to; until all were. */
export async function kill(scene: Scene, since: number, times: number): Promise<void> {
  const { partners } = scene;
  for (let at = 1; at <= times; at += 1) {
    await reached(scene, since, Math.max(1, Math.floor((at * partners.length) / (times + 1))));
    await scene.bot.kill();
    await scene.again();
  }
  await until(async () => {
    const found = await Promise.all(partners.map((one) => invitations(scene, one)));
    return found.every((many) => many > 0);
  });
}
