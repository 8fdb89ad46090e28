/** `tour proposals import FILE`: texts gathered elsewhere become proposals. */
import { type ImportAttribution, type Imported, importProposals } from '../app/proposal/import-proposals.ts';
import type { ImportFault } from '../app/proposal/import-row.ts';
import { type ReadFile, readImport } from '../app/proposal/read-import.ts';
import type { Consultation } from '../core/consultation/model.ts';
import { acting, team } from './acting.ts';
import { consultationNamed, contentOf, isFolder, putInForce } from './consultation-named.ts';
import { type Context, count, result, Stop, say, share, unlessRefused } from './context.ts';
import { formatFault } from './import-faults.ts';
import { readLines } from './read-lines.ts';
import { type ExitCode, onOneLine } from './terminal.ts';

export interface ImportOptions {
  readonly consultation?: string;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly attribution?: ImportAttribution;
}

const MOST_FAULTS_SHOWN = 20;
const STEP = 200;

export async function proposalsImport(
  context: Context,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const started = performance.now();
  const given = options.consultation;
  const folder = given !== undefined && isFolder(given) ? await contentOf(context, given) : null;
  const content = await mayImport(context, folder, options);
  const attribution = options.attribution ?? usual(content);

  const read = await readImport(linesOf(context, file), content, context.createReader(content), (rows) => {
    if (rows % STEP === 0)
      context.out.progress(
        say(context, `${count(context, rows)} textes lus…`, `${count(context, rows)} texts read…`),
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
  const imported = await allOrNothing(context, options.dryRun ?? false, async (tx) => {
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
  const report = reportOf(read, imported, { content, attribution, dryRun: options.dryRun ?? false, seconds });
  return result(context, report, () => inWords(context, report));
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

const usual = ({ rules }: Consultation): ImportAttribution =>
  rules.attribution.default !== 'none' && rules.attribution.allowed.some((one) => one !== 'none')
    ? 'college'
    : 'none';

async function* linesOf(context: Context, file: string) {
  try {
    yield* readLines(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error;
    throw new Stop(
      2,
      'file-unreadable',
      say(
        context,
        `${file} ne peut pas être lu (${code}) : donnez le chemin d’un fichier JSONL, une contribution par ligne.`,
        `${file} can't be read (${code}): give the path of a JSONL file, one contribution a line.`,
      ),
    );
  }
}

type Body<T> = (tx: Parameters<Parameters<Context['store']['transaction']>[0]>[0]) => Promise<T>;

/** In one transaction; a dry run does it all, then undoes it. */
async function allOrNothing<T>(context: Context, dryRun: boolean, body: Body<T>): Promise<T> {
  const done: T[] = [];
  const undone = new Stop(1, 'dry-run', 'dry run');
  try {
    await context.store.transaction(async (tx) => {
      done.push(await body(tx));
      if (dryRun) throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  return done.at(-1)!;
}

const isFaults = (value: object): value is readonly ImportFault[] => Array.isArray(value);

function faulty(context: Context, file: string, faults: readonly ImportFault[]): Stop {
  context.out.progress(null);
  for (const fault of faults.slice(0, MOST_FAULTS_SHOWN))
    context.out.error(formatFault(file, fault, context.lang));
  const more = faults.length - MOST_FAULTS_SHOWN;
  if (more > 0)
    context.out.error(
      say(context, `… et ${count(context, more)} autres.`, `… and ${count(context, more)} more.`),
    );
  const total = count(context, faults.length);
  const message = say(
    context,
    `${total} ${faults.length > 1 ? 'erreurs' : 'erreur'} : rien n’a été importé. Corrigez, puis relancez la même commande.`,
    `${total} ${faults.length > 1 ? 'errors' : 'error'}: nothing was imported. Mend the file, then run the same command again.`,
  );
  const problems = faults.map((fault) => ({ ...fault, message: formatFault(file, fault, context.lang) }));
  return new Stop(1, 'file-faulty', message, { faults: problems });
}

function reportOf(
  read: ReadFile,
  imported: Imported,
  also: {
    readonly content: Consultation;
    readonly attribution: ImportAttribution;
    readonly dryRun: boolean;
    readonly seconds: { readonly read: number; readonly stored: number };
  },
) {
  const { labels } = read;
  return {
    consultation: also.content.key,
    dryRun: also.dryRun,
    attribution: also.attribution,
    rows: read.rows.length,
    repeated: read.repeated,
    added: imported.added,
    already: imported.already,
    refs: imported.refs,
    withoutAxis: read.withoutAxis,
    doubtful: read.doubtful,
    labels: labels && {
      ...labels,
      rightShare: labels.right / labels.labelled,
      majorityShare: labels.majority / labels.labelled,
    },
    unreadFields: read.unread,
    seconds: also.seconds,
  };
}

function inWords(context: Context, report: ReturnType<typeof reportOf>): string[] {
  const n = (figure: number) => count(context, figure);
  const lines: string[] = [];
  const tell = (fr: string, en: string) => lines.push(say(context, fr, en));
  const refs = report.refs ? ` (${report.refs.join(' – ')})` : '';
  if (report.dryRun)
    tell(
      `Essai, rien n’est enregistré : ${n(report.added)} textes seraient importés dans « ${report.consultation} », ${n(report.already)} y sont déjà.`,
      `Dry run, nothing is stored: ${n(report.added)} texts would be imported into "${report.consultation}", ${n(report.already)} are there already.`,
    );
  else
    tell(
      `${n(report.added)} textes importés dans « ${report.consultation} »${refs}, ${n(report.already)} y étaient déjà.`,
      `${n(report.added)} texts imported into "${report.consultation}"${refs}, ${n(report.already)} were there already.`,
    );
  if (report.repeated > 0)
    tell(
      `Lignes répétées (même id, même texte), prises une fois : ${n(report.repeated)}.`,
      `Repeated lines (same id, same text), taken once: ${n(report.repeated)}.`,
    );
  tell(
    report.attribution === 'none'
      ? 'Leurs mots sont comptés, jamais cités (--attribution none).'
      : 'Leurs mots peuvent être cités, sans nom (--attribution college).',
    report.attribution === 'none'
      ? 'Their words are counted, never quoted (--attribution none).'
      : 'Their words may be quoted, without a name (--attribution college).',
  );
  tell(
    `Lecture : ${n(report.withoutAxis)} sans axe, ${n(report.doubtful)} où la machine hésite (« npx tour proposals list --unsure »).`,
    `Reading: ${n(report.withoutAxis)} without an axis, ${n(report.doubtful)} where the machine hesitates ("npx tour proposals list --unsure").`,
  );
  const { labels } = report;
  if (labels)
    tell(
      `Thèmes justes : ${share(context, labels.right, labels.labelled)} (${n(labels.right)} des ${n(labels.labelled)} textes étiquetés ; ${share(context, labels.majority, labels.labelled)} en disant toujours le thème le plus fréquent ; ${n(labels.withoutAxis)} sans axe, comptés faux). Les étiquettes ne servent pas à lire.`,
      `Right themes: ${share(context, labels.right, labels.labelled)} (${n(labels.right)} of ${n(labels.labelled)} labelled texts; ${share(context, labels.majority, labels.labelled)} by always saying the most frequent theme; ${n(labels.withoutAxis)} without an axis, counted as wrong). Labels are not used to read.`,
    );
  if (labels && labels.otherLabel > 0)
    tell(
      `${n(labels.otherLabel)} textes portent une autre étiquette : non comptés.`,
      `${n(labels.otherLabel)} texts carry another label: not counted.`,
    );
  if (report.unreadFields.length > 0) {
    const fields = onOneLine(report.unreadFields.slice(0, 12).join(', '), 120);
    tell(`Champs non repris : ${fields}.`, `Fields not kept: ${fields}.`);
  }
  const { read, stored } = report.seconds;
  tell(
    `En ${(read + stored).toFixed(1).replace('.', ',')} s (lecture ${read.toFixed(1).replace('.', ',')} s).`,
    `In ${(read + stored).toFixed(1)} s (reading ${read.toFixed(1)} s).`,
  );
  return lines;
}
