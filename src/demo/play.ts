/** The scripted consultation, through the doors that people use, on a database of its own. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import { loadConsultation } from '../app/consultation/load-consultation.ts';
import { gatherDocuments } from '../app/documents/gather-documents.ts';
import type { Scene } from '../app/perform.ts';
import { enrolPeople } from '../app/person/enrol-people.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Transaction } from '../app/ports/store.ts';
import { showReport } from '../app/report/show-report.ts';
import { callBot } from '../commands/socket/call.ts';
import {
  type Bot,
  compose,
  documentFiles,
  lockDirectory,
  newSalt,
  proposalsXlsx,
  reportFiles,
} from '../compose.ts';
import { loadFolder } from '../content/load-folder.ts';
import { format } from '../content/problem.ts';
import { ref } from '../core/ids.ts';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import { createLog } from '../log.ts';
import { gatheredOnce } from './gathered-once.ts';
import { newcomers } from './newcomers.ts';
import { demoOptions } from './options.ts';
import { MOST_SECONDS, progressLine, summary } from './progress.ts';
import { withTarget } from './scenes/midterm.ts';
import { LEADER, NEIGHBOURS, neighboursOn } from './scenes/neighbours.ts';
import { tell } from './script.ts';
import { startAfresh } from './start-afresh.ts';
import { storyClock } from './story-clock.ts';
import { writeFiles } from './write-files.ts';

const CONSULTATION = 'prompts/mel-ess-2015-2020';
const HOUR = 3_600_000;
/** Where people are who are on no chat. */
const PAGE = { platform: 'web', workspace: 'main' };

const values = demoOptions();

const started = performance.now();
if (values.resume) mkdirSync(values.dir, { recursive: true });
else startAfresh(values.dir, lockDirectory);

const loaded = await loadFolder(CONSULTATION);
if (!loaded.ok) throw new Error(loaded.problems.map((problem) => format(problem)).join('\n'));
const content = withTarget(loaded.consultation);
const round = content.rounds.find(({ key }) => key === 'plan-actions')!;
/** Beside it, for its people only. */
const shownContent = {
  ...content,
  ...NEIGHBOURS,
  rules: { ...content.rules, othersWords: 'shown' as const },
};
const bodies = (form: string) => content.rounds.filter((one) => one.form === form);
const days = {
  digest: round.opensAt + 7 * 24 * HOUR + HOUR / 60,
  // The Monday morning after the close; in the afternoon of the days that decide.
  close: round.closesAt + 58 * HOUR,
  committee: bodies('decision')[0]!.closesAt - 8 * HOUR,
  council: bodies('decision').at(-1)!.closesAt - 8 * HOUR,
  report: bodies('decision').at(-1)!.closesAt + 40 * 24 * HOUR,
};

const letters = join(values.dir, 'letters');
const platform = new MemoryPlatform({ journal: join(values.dir, 'chat.jsonl'), now: () => clock.now() });
const clock = storyClock(platform.lastAt ?? round.opensAt);
const bot = await compose(
  {
    databaseUrl: null,
    dataDir: values.dir,
    consultation: CONSULTATION,
    lang: 'fr',
    logLevel: 'silent',
    // For those on no chat: any free port of this machine, and letters as files.
    web: { host: '127.0.0.1', port: 0, publicUrl: 'https://idees.example', secret: null },
    mail: {
      url: `file:${letters}`,
      withoutTls: false,
      from: 'idees@metropole.example',
      replyTo: null,
      perMinute: 600,
    },
  },
  {
    chats: [memoryChat(platform, { maxButtons: 5, deduplicates: false, maxText: 40_000 })],
    clock,
    log: createLog({ level: values.log as 'silent' }),
    reading: null,
  },
);
const consultation = await bot.store.transaction(async (tx) => {
  const loadedNow = await loadConsultation(tx, content, { ids: bot.ids, now: clock.now(), salt: newSalt() });
  await enrolPeople(tx, loadedNow, newcomers(platform.name), { ids: bot.ids, now: clock.now() });
  const beside = await loadConsultation(tx, shownContent, {
    ids: bot.ids,
    now: clock.now(),
    salt: newSalt(),
  });
  await enrolPeople(tx, beside, neighboursOn(platform.name, PAGE), { ids: bot.ids, now: clock.now() });
  return loadedNow;
});
await bot.start();

const told = await tell({
  stage: platform,
  clock,
  days,
  progress: progressLine(process.stderr),
  inForce: () =>
    bot.store.transaction(async (tx) =>
      (await tx.proposals.of(consultation.id, { states: ['submitted'] })).map((row) => ref(row.number)),
    ),
  gather: () => gatheredOnce(values.dir, () => gather(bot, consultation)),
  tick: () => bot.tick(),
  posted: async () => bot.post?.sweep(),
});
const links = join(values.out, 'links.csv');
mkdirSync(values.out, { recursive: true });
await byCommand(['partners', 'links', links, '-c', NEIGHBOURS.key, '--as', LEADER]);
const report = await annualReport(bot, consultation);
await bot.stop();
platform.close();
const files = writeFiles(values.out, {
  ...documentFiles(told.gathered),
  'proposals.xlsx': await proposalsXlsx(told.gathered.proposals),
  ...report,
  'digest.txt': told.digest,
  ...Object.fromEntries(letterIn(letters).map((path) => ['letter.eml', readFileSync(path)])),
});
files.push(links);
const seconds = (performance.now() - started) / 1000;
process.stdout.write(summary(told, files, seconds));
// A resumed one tells a part of the story.
if (seconds > MOST_SECONDS && !values.resume) {
  process.stderr.write(
    `La démonstration a pris ${seconds.toFixed(0)} s : plus que les ${MOST_SECONDS} qu’elle se donne.\n`,
  );
  process.exitCode = 1;
}

/** The invitation: the first letter there. */
function letterIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .filter((name) => name.endsWith('.eml'))
    .slice(0, 1)
    .map((name) => join(folder, name));
}

/** As `npx tour` does beside a bot that runs: the bot runs it. */
async function byCommand(words: readonly string[]): Promise<void> {
  const errors: string[] = [];
  const out = {
    print: () => {},
    error: (line: string) => void errors.push(line),
    progress: () => {},
    colour: false,
    width: null,
  };
  const { dir: dataDir } = values;
  const account = userInfo().username;
  const caller = { dataDir, out, lang: 'fr' as const, account, cwd: process.cwd(), watched: false };
  const exit = await callBot(words, { ...caller, colour: false, width: null });
  if (exit !== 0) throw new Error(`tour ${words.join(' ')}: ${errors.join(' ')}`);
}

async function gather(from: Bot, here: LoadedConsultation) {
  return readFrom(from, here, gatherDocuments);
}

async function annualReport(from: Bot, here: LoadedConsultation) {
  return reportFiles(await readFrom(from, here, (scene) => showReport(scene, null)));
}

/** As a member of the staff may. */
async function readFrom<Read>(
  from: Bot,
  { id }: LoadedConsultation,
  read: (scene: Scene<keyof Transaction> & { readonly tx: Transaction }) => Promise<Read | Refusal>,
): Promise<Read> {
  const result = await from.store.transaction(async (tx) => {
    const consultation = (await tx.consultations.byId(id))!;
    const person = (await tx.people.find(id, 'etienne'))!;
    const actor = { person, partners: await tx.people.partnersOf(person.id) };
    return read({ tx, consultation, actor, now: clock.now(), ids: from.ids });
  });
  if (isRefusal(result)) throw new Error(`the documents could not be gathered: ${result.code}`);
  return result;
}
