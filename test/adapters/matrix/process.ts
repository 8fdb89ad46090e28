/**
 * The bot whole, in a process of its own. What it is told comes as one line of JSON (ProcessSettings); it says `ready` and
 * the milliseconds that took, then what it is asked for: its `memory` in MB, how many messages are `left` to be sent, how
 * many it `handled`.
 */
import { createInterface } from 'node:readline';
import { compose } from '../../../src/compose.ts';
import { storyClock } from '../../../src/demo/story-clock.ts';
import { createLog } from '../../../src/log.ts';
import { openEmbedded } from '../../../src/store/embedded.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { contentOf, enter, LILLE } from '../../journeys/stage.ts';
import { settingsOf } from './bot.ts';
import { somebody } from './somebody.ts';
import type { Account } from './synapse.ts';

export interface ProcessSettings {
  readonly url: string;
  readonly account: Account;
  /** Of the database and of the keys. */
  readonly home: string;
  readonly facilitator: string;
  /** Enrolled at the first start. */
  readonly partners: readonly string[];
  /** False: the same bot without Matrix, to compare with. */
  readonly matrix: boolean;
  /** When the story began, in milliseconds since 1970: its clock doesn't fall back when the process is another. */
  readonly since: number;
  /** Of a PostgreSQL; the embedded database when absent. */
  readonly databaseUrl?: string;
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { url, account, home, facilitator, partners, matrix, since, databaseUrl } = JSON.parse(
  (await lines.next()).value as string,
) as ProcessSettings;
const content = await contentOf(LILLE);
const { opensAt } = content.rounds.find(({ key }) => key === LILLE.round)!;
const database =
  databaseUrl === undefined ? await openEmbedded(`${home}/data`) : await openPostgres(databaseUrl);
const bot = await compose(
  {
    databaseUrl: null,
    dataDir: home,
    consultation: LILLE.folder,
    lang: 'fr',
    logLevel: 'warn',
    ...(matrix ? { matrix: { ...settingsOf({ url }, account), inviters: [] } } : {}),
  },
  {
    database,
    chats: [],
    clock: storyClock(opensAt + 9 * 3_600_000 + Date.now() - since),
    log: createLog({ destination: { write: (line) => void process.stderr.write(line) } }),
  },
);
if (partners.length > 0)
  await enter(bot, content, [
    somebody('Rachida', facilitator, { roles: ['facilitator'] }),
    ...partners.map((userId, index) => {
      const college = content.colleges[index % content.colleges.length]!.key;
      return somebody(`Claire ${index}`, userId, {
        partner: { organisation: `Organisation ${index}`, college },
      });
    }),
  ]);
const began = performance.now();
await bot.start();
console.log(`ready ${Math.round(performance.now() - began)}`);
const figures: Readonly<Record<string, () => Promise<number>>> = {
  memory: async () => Math.round(process.memoryUsage.rss() / 2 ** 20),
  left: () => database.prisma.delivery.count({ where: { state: { in: ['queued', 'sending'] } } }),
  handled: () => database.prisma.inbound.count({ where: { type: 'message', state: 'handled' } }),
};
for await (const asked of lines) console.log(`${asked} ${await figures[asked]!()}`);
await bot.stop();
process.exit();
