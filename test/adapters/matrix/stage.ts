/** The bot whole, on a homeserver: a consultation, and people with accounts there, on two kinds of clients. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import { type Bot, compose } from '../../../src/compose.ts';
import type { Consultation } from '../../../src/core/consultation/model.ts';
import { type StoryClock, storyClock } from '../../../src/demo/story-clock.ts';
import { createLog } from '../../../src/log.ts';
import type { Database } from '../../../src/store/database.ts';
import { contentOf, enter, LILLE_SHOWN, type World } from '../../journeys/stage.ts';
import { settingsOf } from './bot.ts';
import { type NioPeople, nioPeople } from './nio.ts';
import { eventually, Partner } from './partner.ts';
import type { SharedSynapse } from './shared.ts';
import { somebody } from './somebody.ts';
import type { Account } from './synapse.ts';

export interface Line {
  readonly ref: string;
  readonly text: string;
}

export interface Stage {
  readonly bot: Bot;
  readonly account: Account;
  /** Of the homeserver. */
  readonly url: string;
  readonly clock: StoryClock;
  /** What was logged. */
  readonly lines: readonly string[];
  readonly facilitator: string;
  /** Those of `Cast.members`. */
  readonly members: readonly string[];
  /** On the bot's own SDK, and on matrix-nio. */
  readonly partners: readonly string[];
  readonly nio: NioPeople;
  readonly sdk: ReadonlyMap<string, Partner>;
  say(userId: string, text: string): Promise<string>;
  seen(userId: string): Promise<readonly Line[]>;
  /** The next message to that person that nobody has read yet here; it must hold `text`. */
  next(userId: string, text: string | RegExp): Promise<Line>;
  /** The same, past those that don't hold it. */
  until(userId: string, text: string | RegExp): Promise<Line>;
  /** Says it, and reads the answer, which must hold `text`. */
  ask(userId: string, said: string, text: string | RegExp): Promise<Line>;
  close(): Promise<void>;
}

export interface Cast {
  /** Partners on the SDK and on matrix-nio. */
  readonly sdk: number;
  readonly nio: number;
  /** Others, of a part of their own, on the SDK. */
  readonly members?: number;
  readonly world?: World;
  /** Who they are in the consultation, in the place of a facilitator and of a partner each. */
  readonly enrolled?: (people: Accounts, content: Consultation) => readonly Newcomer[];
}

export interface Accounts {
  readonly facilitator: string;
  readonly members: readonly string[];
  readonly partners: readonly string[];
}

export const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ').replaceAll('’', "'");

const holds = (line: Line, text: string | RegExp): boolean =>
  typeof text === 'string' ? plainly(line.text).includes(text) : text.test(plainly(line.text));

export async function openStage(database: Database, synapse: SharedSynapse, cast: Cast): Promise<Stage> {
  const account = await synapse.register();
  const home = mkdtempSync(join(tmpdir(), 'tour-matrix-'));
  const world = cast.world ?? LILLE_SHOWN;
  const content = await contentOf(world);
  const lines: string[] = [];
  const clock = storyClock(content.rounds.find(({ key }) => key === world.round)!.opensAt + 9 * 3_600_000);
  const settings = {
    databaseUrl: null,
    dataDir: home,
    consultation: world.folder,
    lang: 'fr',
    logLevel: 'info',
    matrix: { ...settingsOf(synapse, account), inviters: [] },
  } as const;
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  const bot = await compose(settings, { database, clock, chats: [], log });
  const nio = await nioPeople(synapse.url, account.userId);
  const sdk = new Map<string, Partner>();
  const onSdk = async () => {
    const partner = await Partner.enter(synapse.url, await synapse.register(), account.userId);
    sdk.set(partner.userId, partner);
    return partner.userId;
  };
  const onNio = async () => {
    const person = await synapse.register();
    await nio.enter(person);
    return person.userId;
  };
  const facilitator = await onSdk();
  const members: string[] = [];
  for (let many = 0; many < (cast.members ?? 0); many += 1) members.push(await onSdk());
  const partners: string[] = [];
  for (let many = 0; many < cast.sdk; many += 1) partners.push(await onSdk());
  for (let many = 0; many < cast.nio; many += 1) partners.push(await onNio());
  const enrolled = cast.enrolled?.({ facilitator, members, partners }, content) ?? [
    somebody('Rachida', facilitator, { roles: ['facilitator', 'staff'] }),
    ...partners.map((userId, index) =>
      somebody(`Claire ${index + 1}`, userId, {
        partner: {
          organisation: `Organisation ${index + 1}`,
          college: content.colleges[index % content.colleges.length]!.key,
        },
      }),
    ),
  ];
  await enter(bot, content, enrolled);
  await bot.start();
  const read = new Map<string, number>();
  const unread = async (userId: string, text: string | RegExp): Promise<Line> => {
    const from = read.get(userId) ?? 0;
    const line = await eventually(
      async () => (await stage.seen(userId))[from],
      `${userId} reads ${text}, and not only ${(await stage.seen(userId)).at(-1)?.text}`,
    );
    read.set(userId, from + 1);
    return line;
  };
  const stage: Stage = {
    bot,
    account,
    url: synapse.url,
    clock,
    lines,
    facilitator,
    members,
    partners,
    nio,
    sdk,
    say: (userId, text) => sdk.get(userId)?.say(text) ?? nio.say(userId, text),
    seen: async (userId) => {
      const partner = sdk.get(userId);
      return partner === undefined ? (await nio.seen(userId)).seen : partner.seen();
    },
    async next(userId, text) {
      const line = await unread(userId, text);
      if (!holds(line, text))
        throw new Error(`${userId} should have read ${text}, and read:\n${plainly(line.text)}`);
      return line;
    },
    async until(userId, text) {
      for (;;) {
        const line = await unread(userId, text);
        if (holds(line, text)) return line;
      }
    },
    async ask(userId, said, text) {
      await stage.say(userId, said);
      return stage.next(userId, text);
    },
    async close() {
      for (const partner of sdk.values()) partner.leave();
      await nio.close();
      await bot.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return stage;
}
