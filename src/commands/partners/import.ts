/** `tour partners import FILE`: the partners, as an administration keeps them in a spreadsheet. */
import { importPartners } from '../../app/person/import-partners.ts';
import type { FileFault } from '../../app/person/partners-file/fault.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import { acting, team } from '../acting.ts';
import { unlessDry } from '../as-somebody.ts';
import { consultationNamed, contentOf, isFolder, putInForce } from '../consultation-named.ts';
import { type Context, count, result, Stop, say, unlessRefused } from '../context.ts';
import { faultyFile, unreadableFile } from '../faulty-file.ts';
import type { ExitCode } from '../terminal.ts';
import { formatFault } from './fault-words.ts';
import { type FirstReading, readAgain, readFirst } from './read-file.ts';
import { reportInWords, reportOf } from './report.ts';

export interface PartnersImportOptions {
  readonly consultation?: string;
  readonly as?: string;
  readonly dryRun?: boolean;
  /** Of lines that say none. */
  readonly college?: string;
  readonly slackWorkspace?: string;
}

const STEP = 200;

export async function partnersImport(
  context: Context,
  file: string,
  options: PartnersImportOptions,
): Promise<ExitCode> {
  const started = performance.now();
  const given = options.consultation;
  const folder = given !== undefined && isFolder(context, given) ? await contentOf(context, given) : null;
  const content = await mayImport(context, folder, options);
  const college = collegeOf(context, content, options.college);
  const source = { file: context.path(file), content, slackWorkspace: options.slackWorkspace ?? null };
  const first = await reading(context, file, () =>
    readFirst(source, (share) => context.out.progress(say(context, 'Relecture…', 'Reading…'), share)),
  );
  if ('code' in first) throw faulty(context, file, [first]);
  if (first.faults.length > 0) throw faulty(context, file, first.faults);
  if (first.lines === 0)
    throw new Stop(1, 'file-empty', say(context, `${file} n’a aucune ligne.`, `${file} has no line.`));
  const readMs = performance.now() - started;

  const lines = () =>
    readAgain(source, first, (done) => {
      if (done % STEP === 0) context.out.progress(progress(context, done, first), done / first.lines);
    });
  const imported = await unlessDry(context, options.dryRun ?? false, async (tx) => {
    const consultation = folder
      ? (await putInForce(context, tx, folder)).consultation
      : await consultationNamed(context, tx, given);
    const scene = await acting(context, tx, consultation, {
      as: options.as,
      verb: 'partners.import',
      mayBeFirst: true,
    });
    const done = await importPartners(scene, {
      lines: lines(),
      named: first.named,
      organisations: first.organisations,
      college,
      page: context.page,
      newUserId: () => context.newSalt().slice(0, 32),
    });
    if (isFaults(done)) throw faulty(context, file, done);
    return unlessRefused(context, done);
  });
  const seconds = { read: readMs / 1000, stored: (performance.now() - started - readMs) / 1000 };
  const report = reportOf(first, imported, {
    file,
    consultation: content.key,
    dryRun: options.dryRun ?? false,
    seconds,
  });
  return result(context, report, () => reportInWords(context, report));
}

const progress = (context: Context, done: number, { lines }: FirstReading): string =>
  say(
    context,
    `${count(context, done)} lignes sur ${count(context, lines)}…`,
    `${count(context, done)} lines of ${count(context, lines)}…`,
  );

/** Refuses before a long reading what would be refused after it; the content to read by. */
function mayImport(
  context: Context,
  folder: Consultation | null,
  options: PartnersImportOptions,
): Promise<Consultation> {
  return context.store.transaction(async (tx) => {
    const consultation = folder
      ? await tx.consultations.byKey(folder.key)
      : await consultationNamed(context, tx, options.consultation);
    if (consultation && (await team(tx, consultation)).length > 0)
      await acting(context, tx, consultation, { as: options.as, verb: 'partners.import' });
    return folder ?? consultation!.content;
  });
}

function collegeOf(context: Context, { colleges }: Consultation, given: string | undefined): string | null {
  if (given === undefined) return null;
  const keys = colleges.map(({ key }) => key);
  if (keys.includes(given)) return given;
  throw new Stop(
    2,
    'college-unknown',
    say(
      context,
      `--college « ${given} » n’est pas un type d’acteur de cette consultation ; attendu : ${keys.join(', ')}.`,
      `--college "${given}" is no type of actor of this consultation; expected: ${keys.join(', ')}.`,
    ),
  );
}

async function reading<T>(context: Context, file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unreadableFile(context, file, error, { fr: 'un fichier CSV', en: 'a CSV file' });
  }
}

type Done = Awaited<ReturnType<typeof importPartners>>;
const isFaults = (done: Done): done is readonly FileFault[] => Array.isArray(done);

const faulty = (context: Context, file: string, faults: readonly FileFault[]): Stop =>
  faultyFile(context, faults, (fault) => formatFault(file, fault, context.lang), {
    fr: 'aucune personne n’a été inscrite',
    en: 'nobody was enrolled',
  });
