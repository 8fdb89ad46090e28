/** The bot whole, in one Slack workspace or several: a consultation, and whoever is enrolled in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import type { LoadedConsultation } from '../../../src/app/ports/consultations.ts';
import { type Bot, compose } from '../../../src/compose.ts';
import type { SlackSettings, WebSettings } from '../../../src/config.ts';
import type { Consultation } from '../../../src/core/consultation/model.ts';
import { type StoryClock, storyClock } from '../../../src/demo/story-clock.ts';
import { createLog } from '../../../src/log.ts';
import type { Database } from '../../../src/store/database.ts';
import { contentOf, enter, LILLE, type World } from '../../journeys/stage.ts';
import type { Asked } from './gateway.ts';
import { openSocketSide } from './socket.ts';
import { switching } from './switching.ts';
import { openWorkspace, type Seen, type Workspace } from './workspace.ts';

export interface House {
  readonly bot: Bot;
  readonly workspaces: readonly Workspace[];
  /** The first one. */
  readonly slack: Workspace;
  readonly clock: StoryClock;
  readonly content: Consultation;
  readonly consultation: LoadedConsultation;
  /** What was logged. */
  readonly lines: readonly string[];
  /** The next message to that person that nobody has read yet here; it must hold `text`. */
  next(userId: string, text: string | RegExp, at?: Workspace): Promise<Seen>;
  /** Says it, and reads the answer, which must hold `text`. */
  ask(userId: string, said: string, text: string | RegExp, at?: Workspace): Promise<Seen>;
  /** Everything said has reached the bot, and everything it had to answer has been posted. */
  quiet(): Promise<void>;
  /** The first message that holds `text` among those nobody has read yet here; what came before it is read then. */
  until(userId: string, text: string | RegExp, at?: Workspace): Promise<Seen>;
  /** Stops the bot, and starts another on the same database, with the tokens that are good now. */
  restart(): Promise<Bot>;
  close(): Promise<void>;
}

export interface Founding {
  readonly by: 'http' | 'socket';
  /** How many people each workspace has. */
  readonly people: readonly number[];
  readonly enrolled: (content: Consultation, workspaces: readonly Workspace[]) => readonly Newcomer[];
  readonly web?: WebSettings;
  readonly world?: World;
  /** Milliseconds the bot waits for an answer of Slack's. */
  readonly patience?: number;
  /** How many bots share the database, and what Slack posts; one when absent. */
  readonly instances?: number;
}

const TEAMS = ['T000000001', 'T000000002', 'T000000003'];

export const shownOf = ({ text }: Seen): string => text.replace(/[\u00a0\u202f]/gu, ' ');

const holds = (seen: Seen, text: string | RegExp): boolean =>
  typeof text === 'string' ? shownOf(seen).includes(text) : text.test(shownOf(seen));

export async function openHouse(database: Database, founding: Founding): Promise<House> {
  const { by, people, web, patience, world = LILLE } = founding;
  let bot: Bot | null = null;
  const others: Bot[] = [];
  let turn = 0;
  /** One after the other, as behind a balancer. */
  const url = () => {
    turn += 1;
    return `${[bot, ...others][turn % (1 + others.length)]?.slack?.url}${PATH}`;
  };
  // It outlives a bot.
  const kept: Database = { ...database, close: async () => {} };
  const secret = `secret-of-the-app-${Math.random()}`;
  const workspaces: Workspace[] = [];
  for (const [index, many] of people.entries())
    workspaces.push(
      await openWorkspace({
        bot: by === 'http' ? url : await openSocketSide(),
        people: many,
        team: TEAMS[index]!,
        scopes: SCOPES,
        secret,
      }),
    );
  const slack = workspaces[0]!;
  const connection: SlackSettings['connection'] =
    by === 'http'
      ? { by, signingSecret: secret, host: '127.0.0.1', port: 0 }
      : { by, appToken: slack.appToken };
  const content = await contentOf(world);
  const lines: string[] = [];
  const clock = storyClock(content.rounds.find(({ key }) => key === world.round)!.opensAt + 9 * 3_600_000);
  const between = workspaces.length === 1 ? null : await switching(workspaces);
  const apiUrl = between?.url ?? slack.apiUrl;
  const dataDir = mkdtempSync(join(tmpdir(), 'tour-slack-'));
  const settings = () => ({
    databaseUrl: null,
    dataDir,
    consultation: world.folder,
    lang: 'fr' as const,
    logLevel: 'info' as const,
    slack: {
      tokens: workspaces.map(({ botToken }) => botToken),
      connection,
      apiUrl,
      ...(patience === undefined ? {} : { patience }),
    },
    ...(web ? { web } : {}),
  });
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  const begin = () => compose(settings(), { database: kept, clock, chats: [], log, reading: null });
  bot = await begin();
  const consultation = await enter(bot, content, founding.enrolled(content, workspaces));
  await bot.start();
  while (others.length + 1 < (founding.instances ?? 1)) {
    const another = await begin();
    await another.start();
    others.push(another);
  }
  const read = new Map<string, number>();
  const house: House = {
    bot,
    workspaces,
    slack,
    clock,
    content,
    consultation,
    lines,
    async next(userId, text, at = slack) {
      const name = `${at.team} ${userId}`;
      const from = read.get(name) ?? 0;
      const seen = await vi.waitFor(
        async () => {
          const found = (await at.seen(userId))[from];
          if (found === undefined) throw new Error(`${userId} waits in vain for ${text}`);
          return found;
        },
        { timeout: 40_000, interval: 20 },
      );
      read.set(name, from + 1);
      if (!holds(seen, text))
        throw new Error(`${userId} should have read ${text}, and read:\n${shownOf(seen)}`);
      return seen;
    },
    async until(userId, text, at = slack) {
      const name = `${at.team} ${userId}`;
      const from = read.get(name) ?? 0;
      return vi.waitFor(
        async () => {
          const seen = (await at.seen(userId)).slice(from);
          const index = seen.findIndex((one) => holds(one, text));
          if (index < 0)
            throw new Error(
              `${userId} waits in vain for ${text}, and read:\n${seen.map(shownOf).join('\n')}`,
            );
          read.set(name, from + index + 1);
          return seen[index]!;
        },
        { timeout: 40_000, interval: 20 },
      );
    },
    async ask(userId, said, text, at = slack) {
      await at.say(userId, said);
      return house.next(userId, text, at);
    },
    async quiet() {
      for (const workspace of workspaces) await workspace.courier.settled();
      for (const one of [bot, ...others]) {
        await one?.drain.sweep();
        while (one?.drain.idleSince === null) await new Promise<void>((next) => setImmediate(next));
      }
    },
    async restart() {
      await bot?.stop();
      bot = await begin();
      await bot.start();
      return bot;
    },
    async close() {
      for (const one of [bot, ...others]) await one?.stop();
      await database.close();
      for (const workspace of workspaces) await workspace.close();
      between?.close();
      rmSync(dataDir, { recursive: true, force: true });
      const refused = workspaces.flatMap(({ gateway }) => [
        ...gateway.refused,
        ...gateway.asked.filter(unfolds).map(({ body }) => `unfolds links: ${JSON.stringify(body)}`),
      ]);
      if (refused.length > 0) throw new Error(refused.join('\n'));
    },
  };
  return house;
}

/** Slack would fetch what people's links lead to. */
const unfolds = ({ method, body }: Asked): boolean =>
  method === 'chat.postMessage' && (body.unfurl_links !== 'false' || body.unfurl_media !== 'false');

/** Enrolled by their account in that workspace. */
export const somebody = (
  name: string,
  slack: Workspace,
  userId: string,
  over: Partial<Newcomer> = {},
): Newcomer => ({
  name,
  lang: 'fr',
  addresses: [{ platform: 'slack', workspace: slack.team, userId }],
  roles: [],
  partner: null,
  ...over,
});
