/**
 * `npm run bench -- [--people 50] [--seconds 60] [--compile 10000] [--partners 10000] [--memory] [--reading]`: reading the proposals (and with
 * `--reading` nothing else); answer → receipt, the whole bot, embedded; a partners' file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { enrolPeople } from '../../src/app/person/enrol-people.ts';
import { compose, newSalt } from '../../src/compose.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { createLog } from '../../src/log.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { burst, steady, type Waits } from './answer-receipt.ts';
import { importPartnersFile } from './partners-file.ts';
import { benchReading } from './reading/bench.ts';
import { whileCompiling } from './while-compiling.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    compile: { type: 'string', default: '10000' },
    partners: { type: 'string', default: '10000' },
    memory: { type: 'boolean', default: false },
    reading: { type: 'boolean', default: false },
  },
});

await benchReading();
if (values.reading) process.exit();

const CONSULTATION = 'prompts/mel-ess-2015-2020';
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

const loaded = await loadFolder(CONSULTATION);
if (!loaded.ok) throw new Error(`${CONSULTATION} has errors: see npx tour check`);
const content = loaded.consultation;
const round = content.rounds.find(({ form }) => form === 'written')!;
const dir = mkdtempSync(join(tmpdir(), 'tour-bench-'));
const started = Date.now();
const clock = { now: () => round.opensAt + 9 * 3_600_000 + Date.now() - started };
const platform = new MemoryPlatform({ now: clock.now });
const bot = await compose(
  { databaseUrl: null, dataDir: dir, consultation: CONSULTATION, lang: 'fr', logLevel: 'silent' },
  {
    chats: [memoryChat(platform, { maxButtons: 5 })],
    clock,
    log: createLog({ level: 'silent' }),
    reading: null,
    database: await openEmbedded(values.memory ? null : dir),
  },
);
const people = Array.from({ length: Number(values.people) }, (_, index) => `personne-${index + 1}`);
const address = (userId: string) => [{ platform: platform.name, workspace: 'main', userId }];
const consultation = await bot.store.transaction(async (tx) => {
  const made = await loadConsultation(tx, content, {
    ids: bot.ids,
    now: clock.now(),
    salt: newSalt(),
  });
  const newcomers = [
    ...people.map((userId, index) => ({
      name: `Personne fictive ${index + 1}`,
      lang: 'fr',
      addresses: address(userId),
      roles: [],
      partner: {
        organisation: `Association fictive ${index + 1}`,
        college: round.audience[index % round.audience.length]!,
      },
    })),
    {
      name: 'Animatrice fictive',
      lang: 'fr',
      addresses: address('animatrice'),
      roles: ['facilitator' as const, 'staff' as const],
      partner: null,
    },
  ];
  await enrolPeople(tx, made, newcomers, { ids: bot.ids, now: clock.now() });
  return made;
});
await bot.start();
platform.say('animatrice', `ouvrir ${round.key}`);
await platform.waitFor('animatrice');
platform.say('animatrice', 'oui');
await Promise.all(people.map((person) => platform.waitFor(person, undefined, { within: 30_000 })));
await burst({ platform, people, text: () => 'oui' });

const show = (name: string, { messages, p50, p95, max }: Waits) =>
  console.log(
    `${name}: ${messages} messages, answer → receipt p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms`,
  );
const text = (person: number, n: number) => IDEAS[(person + 3 * n) % IDEAS.length]!;
const waits = await steady({ platform, people, every: 2_000, seconds: Number(values.seconds), text });
show(`${people.length} people, one message every 2 s for ${values.seconds} s`, waits);
show(`${people.length} people at once`, await burst({ platform, people, text }));
const compiling = await whileCompiling({
  bot,
  consultation,
  platform,
  people,
  every: 2_000,
  asker: 'animatrice',
  texts: Number(values.compile),
  text,
});
show(`${people.length} people, one message every 2 s, while ${values.compile} texts are compiled`, compiling);
console.log(`draft ${(compiling.draft / 1_000).toFixed(1)} s after it was asked for`);
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
rmSync(dir, { recursive: true, force: true });
