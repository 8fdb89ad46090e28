/**
 * Every document of a consultation of thousands of proposals, from one signed synthesis: seconds a document, all of
 * them beside the limit, and the memory of the process. On the embedded database, in memory.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherDocuments } from '../../src/app/documents/gather-documents.ts';
import { keepWords } from '../../src/app/words/keep-words.ts';
import { verifyFiles } from '../../src/commands/open-data/verify-files.ts';
import { run } from '../../src/commands/program.ts';
import { documentFiles, officeFiles } from '../../src/compose/documents.ts';
import { openCore } from '../../src/compose/open-core.ts';
import { zip } from '../../src/compose/zip.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { maintenance } from '../../src/store/maintenance.ts';

const GOAL = 60;
const AT = Date.parse('2026-03-12T12:00:00Z');
const SUBJECTS =
  'trésorerie comptable vélo marché clauses formation atelier banque garantie achats réseau emploi jardin loyer école cantine textile logement'.split(
    ' ',
  );

/** Of some length: what people write in a form is two or three sentences. */
const said = (n: number): string => {
  const some = [1, 3, 7, 11].map((step) => SUBJECTS[(n * step + (n >> 4)) % SUBJECTS.length]!);
  return `Il nous faudrait une aide pour ${some[0]} et ${some[1]} dans le quartier ${n % 700}. Aujourd’hui, chaque structure cherche ${some[2]} de son côté, avec des bénévoles qui s’épuisent. Un appui commun (${some[3]}) serait vite amorti.`;
};

export async function benchDocuments(proposals: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'tour-documents-'));
  const core = await openCore({ databaseUrl: null, dataDir: dir }, await openEmbedded(null));
  const tour = async (...words: string[]) => {
    const errors: string[] = [];
    const exit = await run(words, {
      lang: 'fr',
      account: 'bench',
      clock: { now: () => AT },
      database: { databaseUrl: null, dataDir: dir },
      maintenance: async () => maintenance,
      path: (given) => given,
      beside: async () => null,
      open: async () => ({ ...core, close: async () => {} }),
      out: {
        print: () => {},
        error: (line) => void errors.push(line),
        progress: () => {},
        colour: false,
        width: null,
      },
    });
    if (exit !== 0) throw new Error(errors.join('\n'));
  };
  await tour('consultation', 'load', 'prompts/mel-ess-2015-2020');
  await tour('people', 'add', 'Solène', '--role', 'staff');
  const file = join(dir, 'texts.jsonl');
  writeFileSync(
    file,
    Array.from(
      { length: proposals },
      (_, n) => `${JSON.stringify({ id: `t${n}`, text: said(n), axis: String((n % 5) + 1) })}\n`,
    ).join(''),
  );
  const as = ['--as', 'Solène'];
  await timed(`${proposals} texts imported`, () => tour('proposals', 'import', file, ...as));
  await timed('synthesis drafted', () => tour('synthesis', 'compile', ...as));
  const axes = ['1', '2', '3', '4', '5'].flatMap((axis) => ['--without-disagreement', axis]);
  await tour('synthesis', 'sign', '--accept-titles', ...axes, ...as);
  await core.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const person = (await tx.people.find(consultation!.id, 'Solène'))!;
    const by = person.id;
    const scene = {
      tx,
      consultation: consultation!,
      actor: { person, partners: [] },
      now: AT,
      ids: core.ids,
    };
    const reason = await keepWords(scene, 'Le service instruit la proposition.');
    const rows = await tx.proposals.of(consultation!.id);
    for (const body of ['equipe', 'comite', 'conseil'])
      await tx.decisions.add(
        rows.map(({ id }) => ({
          id: core.ids.next(),
          proposalId: id,
          body,
          status: 'to-be-studied',
          reason,
          decidedOn: '2026-03-10',
          recordedBy: by,
          recordedAt: AT,
          reopens: false,
        })),
        consultation!.id,
      );
  });

  const before = process.memoryUsage().rss;
  const started = performance.now();
  const busy = process.cpuUsage();
  const gathered = await timed('read from the database', () =>
    core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      const person = (await tx.people.find(consultation!.id, 'Solène'))!;
      const found = await gatherDocuments({
        tx,
        consultation: consultation!,
        actor: { person, partners: [] },
        now: AT,
        ids: core.ids,
      });
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    }),
  );
  const texts = await timed('HTML, Markdown, JSON and CSV, public and internal', async () =>
    documentFiles(gathered),
  );
  const table = await timed('the proposals’ workbook', () => core.proposalsWorkbook(gathered.proposals));
  const office = await timed('DOCX and PDF, public and internal', () => officeFiles(gathered));
  const open = await timed('open data', async () => core.openDataFiles(gathered));
  const packed = await timed('its ZIP', async () => zip(open));
  const workbook = await timed('its workbook', () => core.openDataWorkbook(gathered));
  const took = (performance.now() - started) / 1000;
  const bytes = [...Object.values(texts), table, ...Object.values(office), packed, workbook].reduce(
    (all, one) => all + Buffer.byteLength(one),
    0,
  );
  console.log(
    `${proposals} proposals, every document: ${took.toFixed(1)} s (${cpuSince(busy)} of a processor), ${(bytes / 1e6).toFixed(0)} MB of files (goal < ${GOAL} s); memory ${mega(before)} before, ${mega(process.memoryUsage().rss)} after, ${mega(process.resourceUsage().maxRSS * 1024)} at most`,
  );
  const verified = await timed('verified from the files alone', async () => verifyFiles(open));
  console.log(
    `${verified.figures} figures, ${verified.faults.length + verified.disagreements.length} that differ`,
  );
  for (const [name, one] of Object.entries(office))
    console.log(`  ${name}: ${(one.length / 1e6).toFixed(1)} MB`);
  await core.close();
  rmSync(dir, { recursive: true, force: true });
}

/** What a busy machine does not stretch. */
const cpuSince = (before: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1e6).toFixed(1)} s`;
};

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const busy = process.cpuUsage();
  const done = await act();
  console.log(
    `  ${what}: ${((performance.now() - since) / 1000).toFixed(1)} s, ${cpuSince(busy)} of a processor`,
  );
  return done;
}
