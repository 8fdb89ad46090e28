/** The bot whole, in a Slack workspace: a consultation, and people with accounts there. */
import { vi } from 'vitest';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import { type Bot, compose } from '../../../src/compose.ts';
import type { SlackSettings } from '../../../src/config.ts';
import { type StoryClock, storyClock } from '../../../src/demo/story-clock.ts';
import { createLog } from '../../../src/log.ts';
import type { Database } from '../../../src/store/database.ts';
import { contentOf, enter, LILLE } from '../../journeys/stage.ts';
import { openSocketSide } from './socket.ts';
import { openWorkspace, type Seen, type Workspace } from './workspace.ts';

export interface Stage {
  readonly bot: Bot;
  readonly slack: Workspace;
  readonly clock: StoryClock;
  /** What was logged. */
  readonly lines: readonly string[];
  /** User ids: `facilitator`, then partners. */
  readonly facilitator: string;
  readonly partners: readonly string[];
  /** The next message to that person that nobody has read yet here; it must hold `text`. */
  next(userId: string, text: string | RegExp): Promise<Seen>;
  /** Says it, and reads the answer, which must hold `text`. */
  ask(userId: string, said: string, text: string | RegExp): Promise<Seen>;
  close(): Promise<void>;
}

export async function openStage(
  database: Database,
  { by, partners: many }: { readonly by: 'http' | 'socket'; readonly partners: number },
): Promise<Stage> {
  let bot: Bot | null = null;
  const slack = await openWorkspace({
    bot: by === 'http' ? () => `${bot?.slack?.url}${PATH}` : await openSocketSide(),
    people: many + 1,
    scopes: SCOPES,
  });
  const connection: SlackSettings['connection'] =
    by === 'http'
      ? { by, signingSecret: slack.secret, host: '127.0.0.1', port: 0 }
      : { by, appToken: slack.appToken };
  const content = await contentOf(LILLE);
  const lines: string[] = [];
  const clock = storyClock(content.rounds.find(({ key }) => key === LILLE.round)!.opensAt + 9 * 3_600_000);
  const settings = {
    databaseUrl: null,
    dataDir: '',
    consultation: LILLE.folder,
    lang: 'fr',
    logLevel: 'info',
    slack: { tokens: [slack.botToken], connection, apiUrl: slack.apiUrl },
  } as const;
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  bot = await compose(settings, { database, clock, chats: [], log });
  const facilitator = slack.newcomer();
  const partners = Array.from({ length: many }, () => slack.newcomer());
  const somebody = (name: string, userId: string, over: Partial<Newcomer>): Newcomer => ({
    name,
    lang: 'fr',
    addresses: [{ platform: 'slack', workspace: slack.team, userId }],
    roles: [],
    partner: null,
    ...over,
  });
  await enter(bot, content, [
    somebody('Rachida', facilitator, { roles: ['facilitator'] }),
    ...partners.map((userId, index) =>
      somebody(`Claire ${index + 1}`, userId, {
        partner: {
          organisation: `Organisation ${index + 1}`,
          college: content.colleges[index % content.colleges.length]!.key,
        },
      }),
    ),
  ]);
  await bot.start();
  const read = new Map<string, number>();
  const stage: Stage = {
    bot,
    slack,
    clock,
    lines,
    facilitator,
    partners,
    async next(userId, text) {
      const from = read.get(userId) ?? 0;
      const seen = await vi.waitFor(
        async () => {
          const found = (await slack.seen(userId))[from];
          if (found === undefined) throw new Error(`${userId} waits in vain for ${text}`);
          return found;
        },
        { timeout: 20_000, interval: 20 },
      );
      read.set(userId, from + 1);
      const shown = seen.text.replace(/[\u00a0\u202f]/gu, ' ');
      if (typeof text === 'string' ? !shown.includes(text) : !text.test(shown))
        throw new Error(`${userId} should have read ${text}, and read:\n${shown}`);
      return seen;
    },
    async ask(userId, said, text) {
      await slack.say(userId, said);
      return stage.next(userId, text);
    },
    async close() {
      await bot?.stop();
      await slack.close();
      if (slack.gateway.refused.length > 0) throw new Error(slack.gateway.refused.join('\n'));
    },
  };
  return stage;
}
