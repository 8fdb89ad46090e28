/**
 * `npm run bench -- [--people 50] [--seconds 60] [--compile 10000] [--partners 10000] [--texts 20000] [--memory] [--reading] [--learning] [--compiling] [--matrix] [--slack] [--documents 10000]`: reading the
 * proposals (and with `--reading` nothing else); with `--matrix` Matrix alone, with `--slack` Slack (and with `--kills` its kills alone); with `--documents` the writing of every document alone; answer → receipt, the whole bot, embedded; the same while it learns
 * (and with `--learning` nothing else); a partners' file; a file of texts. With `--compiling` a whole
 * synthesis alone, database and plan with it, while one person talks.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AnalysisThread } from '../../src/analysis/thread.ts';
import { burst, steady, type Waits } from './answer-receipt.ts';
import { content, openBot, TEAM } from './bot.ts';
import { benchMatrix } from './matrix/bench.ts';
import { importPartnersFile } from './partners-file.ts';
import { importTexts } from './proposals-file.ts';
import { benchReading } from './reading/bench.ts';
import { whileCompiling } from './while-compiling.ts';
import { inThisThread, whileLearning } from './while-learning.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    compile: { type: 'string', default: '10000' },
    partners: { type: 'string', default: '10000' },
    texts: { type: 'string', default: '20000' },
    memory: { type: 'boolean', default: false },
    learning: { type: 'boolean', default: false },
    compiling: { type: 'boolean', default: false },
    reading: { type: 'boolean', default: false },
    matrix: { type: 'boolean', default: false },
    slack: { type: 'boolean', default: false },
    documents: { type: 'string' },
    kills: { type: 'boolean', default: false },
    rooms: { type: 'string', default: '150' },
    events: { type: 'string', default: '20000' },
    'down-time': { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
  },
});

if (values.matrix) {
  const [people, seconds, rooms, events] = [values.people, values.seconds, values.rooms, values.events].map(
    Number,
  ) as [number, number, number, number];
  const { 'down-time': downTime, postgres } = values;
  await benchMatrix({ people, seconds, rooms, events, downTime, postgres });
  process.exit();
}
if (values.documents !== undefined) {
  const { benchDocuments } = await import('./documents.ts');
  await benchDocuments(Number(values.documents));
  process.exit();
}
if (values.slack) {
  const { benchSlack, kills } = await import('./slack.ts');
  const people = Number(values.people);
  if (!values.kills) await benchSlack({ people, seconds: Number(values.seconds) });
  await kills(people);
  process.exit();
}
if (!values.learning && !values.compiling) await benchReading();
if (values.reading) process.exit();

const IDEAS = [
  'une avance de trésorerie en attendant les subventions',
  "quelqu'un pour monter les dossiers à Roubaix",
  'un poste de comptable partagé entre quatre associations',
  'des ateliers à Tourcoing pour faire connaître les coopératives',
  "- une pépinière d'entreprises solidaires\n- un fonds d'amorçage pour les projets de textile",
  'plus de clauses sociales dans les marchés publics de la métropole',
  'former les élu·es des communes du versant nord-est à ce que sont nos statuts',
  'un programme de recherche avec les universités sur le réemploi des déchets du bâtiment',
];

const dir = mkdtempSync(join(tmpdir(), 'tour-bench-'));
const opened = (name: string, thread?: AnalysisThread) => {
  mkdirSync(join(dir, name));
  const people = Number(values.people);
  return openBot({ dir: join(dir, name), people, memory: values.memory, ...(thread ? { thread } : {}) });
};
const show = (name: string, { messages, p50, p95, max }: Waits) =>
  console.log(
    `${name}: ${messages} messages, answer → receipt p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms`,
  );
const text = (person: number, n: number) => IDEAS[(person + 3 * n) % IDEAS.length]!;

const drafted = ({ draft, worked }: { readonly draft: number; readonly worked: number }) =>
  console.log(
    `draft ${(draft / 1_000).toFixed(1)} s after it was asked for, ${(worked / 1_000).toFixed(1)} s of processor time; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  );
if (values.compiling) {
  const { people, ...rest } = await opened('alone');
  const texts = Number(values.compile);
  const given = { ...rest, people: people.slice(0, 1), every: 2_000, asker: TEAM, texts, text };
  const alone = await whileCompiling(given);
  show(`one person, one message every 2 s, while ${texts} texts are compiled`, alone);
  drafted(alone);
  await rest.bot.stop();
  rmSync(dir, { recursive: true, force: true });
  process.exit();
}

for (const [how, thread] of [
  ['by the thread that answers, as a baseline', inThisThread],
  ['by a thread of its own', undefined],
] as const) {
  const { bot, ...rest } = await opened(thread ? 'here' : 'apart', thread);
  const learning = { ...rest, bot, corrector: TEAM, examples: 2_000, every: 2_000, seconds: 15 };
  show(
    `${rest.people.length} people, one message every 2 s, while a correction a second is learnt with 2,000 others ${how}`,
    await whileLearning(learning),
  );
  await bot.stop();
}
if (values.learning) {
  rmSync(dir, { recursive: true, force: true });
  process.exit();
}

const { bot, consultation, platform, people } = await opened('talk');
const waits = await steady({ platform, people, every: 2_000, seconds: Number(values.seconds), text });
show(`${people.length} people, one message every 2 s for ${values.seconds} s`, waits);
show(`${people.length} people at once`, await burst({ platform, people, text }));
const compiling = await whileCompiling({
  bot,
  consultation,
  platform,
  people,
  every: 2_000,
  asker: TEAM,
  texts: Number(values.compile),
  text,
});
show(`${people.length} people, one message every 2 s, while ${values.compile} texts are compiled`, compiling);
drafted(compiling);
await bot.stop();

const file = await importPartnersFile(content, {
  dir: join(dir, 'partners'),
  lines: Number(values.partners),
});
const seconds = ({ read, stored }: (typeof file)['first']) =>
  `read ${read.toFixed(1)} s, stored ${stored.toFixed(1)} s`;
console.log(
  `${file.lines} partners, ${file.megabytes.toFixed(1)} MB of CSV: ${seconds(file.first)}; again: ${seconds(file.again)}`,
);
console.log(
  `kept at most while it is read and checked: ${file.added.stream.toFixed(0)} MB; all its rows at once, unchecked: ${file.added.whole.toFixed(0)} MB, parsed in ${file.parsed.toFixed(1)} s`,
);
const texts = await importTexts(content, {
  dir: join(dir, 'texts'),
  rows: Number(values.texts),
  text: (row) => `${text(row, 1)}, et ${text(row, 2)}`,
});
console.log(
  `${texts.rows} texts, ${texts.megabytes.toFixed(1)} MB of CSV: read ${texts.read.toFixed(1)} s, stored ${texts.stored.toFixed(1)} s; kept at most while they are read: ${texts.added.toFixed(0)} MB`,
);
rmSync(dir, { recursive: true, force: true });
