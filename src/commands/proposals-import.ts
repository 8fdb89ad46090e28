/** `tour proposals import FILE`: texts gathered elsewhere become proposals. */
import { stat } from 'node:fs/promises';
import { type ImportAttribution, importProposals } from '../app/proposal/import-proposals.ts';
import type { ImportFault } from '../app/proposal/import-row.ts';
import { readImport } from '../app/proposal/read-import.ts';
import { catchUp } from '../app/proposal/read-message.ts';
import type { Consultation } from '../core/consultation/model.ts';
import type { Reader } from '../core/proposal/reading.ts';
import { acting, team } from './acting.ts';
import { unlessDry } from './as-somebody.ts';
import { consultationNamed, contentOf, isFolder, putInForce } from './consultation-named.ts';
import { type Context, count, result, Stop, say, unlessRefused } from './context.ts';
import { faultyFile, unreadableFile } from './faulty-file.ts';
import { formatFault } from './import-faults.ts';
import { importReport, reportInWords } from './import-report.ts';
import { readLines } from './read-lines.ts';
import { readTable } from './read-table.ts';
import type { ExitCode } from './terminal.ts';

export interface ImportOptions {
  readonly consultation?: string;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly attribution?: ImportAttribution;
}

const STEP = 50;
/** Milliseconds of reading in a row. */
const TURN = 20;

export async function proposalsImport(
  context: Context,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const started = performance.now();
  const given = options.consultation;
  const folder = given !== undefined && isFolder(context, given) ? await contentOf(context, given) : null;
  const content = await mayImport(context, folder, options);
  const attribution = options.attribution ?? usual(content);

  const whole = await sizeOf(context, file);
  let share = 0;
  const lines = linesOf(context, file, (bytes) => {
    share = whole > 0 ? bytes / whole : 0;
  });
  const reader = context.createReader(content);
  await learnWhatIsThere(context, reader, content);
  const read = await readImport(breathing(lines), content, reader, (rows) => {
    if (rows % STEP === 0)
      context.out.progress(
        say(context, `${count(context, rows)} textes lus…`, `${count(context, rows)} texts read…`),
        share,
      );
  });
  if (isFaults(read)) throw faulty(context, file, read);
  if (read.rows.length === 0)
    throw new Stop(
      1,
      'file-empty',
      say(context, `${file} ne contient aucun texte.`, `${file} holds no text.`),
    );
  const readMs = performance.now() - started;

  context.out.progress(say(context, 'Enregistrement…', 'Storing…'));
  const imported = await unlessDry(context, options.dryRun ?? false, async (tx) => {
    const consultation = folder
      ? (await putInForce(context, tx, folder)).consultation
      : await consultationNamed(context, tx, given);
    const scene = await acting(context, tx, consultation, {
      as: options.as,
      verb: 'proposals.import',
      mayBeFirst: true,
    });
    const done = unlessRefused(context, await importProposals(scene, read.rows, attribution));
    if (isFaults(done)) throw faulty(context, file, done);
    return done;
  });
  const seconds = { read: readMs / 1000, stored: (performance.now() - started - readMs) / 1000 };
  const report = importReport(read, imported, {
    content,
    attribution,
    dryRun: options.dryRun ?? false,
    seconds,
  });
  return result(context, report, () => reportInWords(context, report));
}

/** Refuses before a long reading what would be refused after it; the content to read by. */
function mayImport(
  context: Context,
  folder: Consultation | null,
  options: ImportOptions,
): Promise<Consultation> {
  return context.store.transaction(async (tx) => {
    const consultation = folder
      ? await tx.consultations.byKey(folder.key)
      : await consultationNamed(context, tx, options.consultation);
    if (consultation && (await team(tx, consultation)).length > 0)
      await acting(context, tx, consultation, { as: options.as, verb: 'proposals.import' });
    return folder ?? consultation!.content;
  });
}

/** Texts are read with what people said of those before. */
async function learnWhatIsThere(context: Context, reader: Reader, content: Consultation): Promise<void> {
  await context.store.transaction(async (tx) => {
    const stored = await tx.consultations.byKey(content.key);
    if (stored) await catchUp(tx, { reader, revision: 0 }, stored.id);
  });
  await reader.settled();
}

/** A workbook is told to be one there. */
const TABLE = /\.(?:csv|tsv|xlsx|xlsm|xls|ods)$/iu;

const usual = ({ rules }: Consultation): ImportAttribution =>
  rules.attribution.default !== 'none' && rules.attribution.allowed.some((one) => one !== 'none')
    ? 'college'
    : 'none';

/** Bytes; 0 where it isn't known, as for a pipe. */
const sizeOf = (context: Context, file: string): Promise<number> =>
  stat(context.path(file)).then(
    ({ size }) => size,
    () => 0,
  );

/** Lets others have their turn: beside a bot, people wait for its answers meanwhile. */
async function* breathing<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for await (const row of rows) {
    yield row;
    if (performance.now() - since < TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

async function* linesOf(context: Context, file: string, onBytes: (read: number) => void) {
  try {
    const read = TABLE.test(file) ? readTable : readLines;
    yield* read(context.path(file), onBytes);
  } catch (error) {
    throw unreadableFile(context, file, error, {
      fr: 'un fichier JSONL ou CSV, une contribution par ligne',
      en: 'a JSONL or CSV file, one contribution a line',
    });
  }
}

const isFaults = (value: object): value is readonly ImportFault[] => Array.isArray(value);

const faulty = (context: Context, file: string, faults: readonly ImportFault[]): Stop =>
  faultyFile(context, faults, (fault) => formatFault(file, fault, context.lang), {
    fr: 'rien n’a été importé',
    en: 'nothing was imported',
  });
