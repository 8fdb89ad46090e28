/**
 * The bot whole, in a process of its own. What it is told comes as one line of JSON (ProcessSettings); it says `ready` and
 * the address where it takes what Slack posts.
 */
import { createInterface } from 'node:readline';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { compose } from '../../../src/compose.ts';
import { storyClock } from '../../../src/demo/story-clock.ts';
import { createLog } from '../../../src/log.ts';
import { openEmbedded } from '../../../src/store/embedded.ts';
import { contentOf, enter, LILLE } from '../../journeys/stage.ts';

export interface ProcessSettings {
  readonly team: string;
  readonly token: string;
  readonly secret: string;
  readonly apiUrl: string;
  /** Of the database. */
  readonly home: string;
  readonly facilitator: string;
  /** Enrolled at the first start; none later. */
  readonly partners: readonly string[];
  /** When the story began, in milliseconds since 1970: its clock doesn't fall back when the process is another. */
  readonly since: number;
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const told = JSON.parse((await lines.next()).value as string) as ProcessSettings;
const content = await contentOf(LILLE);
const { opensAt } = content.rounds.find(({ key }) => key === LILLE.round)!;
const bot = await compose(
  {
    databaseUrl: null,
    dataDir: told.home,
    consultation: LILLE.folder,
    lang: 'fr',
    logLevel: 'error',
    slack: {
      tokens: [told.token],
      connection: { by: 'http', signingSecret: told.secret, host: '127.0.0.1', port: 0 },
      apiUrl: told.apiUrl,
    },
  },
  {
    database: await openEmbedded(`${told.home}/data`),
    chats: [],
    reading: null,
    clock: storyClock(opensAt + 9 * 3_600_000 + Date.now() - told.since),
    log: createLog({ level: 'error', destination: { write: (line) => void process.stderr.write(line) } }),
  },
);
const addresses = (userId: string) => [{ platform: 'slack', workspace: told.team, userId }];
if (told.partners.length > 0)
  await enter(bot, content, [
    {
      name: 'Rachida',
      lang: 'fr',
      addresses: addresses(told.facilitator),
      roles: ['facilitator', 'staff'],
      partner: null,
    },
    ...told.partners.map((userId, index) => ({
      name: `Claire ${index + 1}`,
      lang: 'fr',
      addresses: addresses(userId),
      roles: [],
      partner: {
        organisation: `Organisation ${index + 1}`,
        college: content.colleges[index % content.colleges.length]!.key,
      },
    })),
  ]);
await bot.start();
console.log(`ready ${bot.slack!.url}${PATH}`);
await lines.next();
await bot.stop();
process.exit();
