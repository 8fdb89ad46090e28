/** `tour plan import FILE`: the next version of the plan, from a table. */
import { importPlan, type PlanImported } from '../../app/plan/import-plan.ts';
import { planSentencesIn } from '../../core/plan/sentences.ts';
import type { TableFault } from '../../core/plan/table/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { acting } from '../acting.ts';
import { type AsOptions, unlessDry } from '../as-somebody.ts';
import { consultationNamed } from '../consultation-named.ts';
import { type Context, count, result, type Stop, say, unlessRefused } from '../context.ts';
import { faultyFile } from '../faulty-file.ts';
import type { ExitCode } from '../terminal.ts';
import { faultSaid, remarkSaid } from './fault-words.ts';
import { readPlanTable } from './read-table.ts';
import { fromTable } from './table-file.ts';

const MOST_REMARKS_SHOWN = 12;
const MOST_CHANGES_SHOWN = 20;

export interface PlanImportOptions extends AsOptions {
  readonly dryRun?: boolean;
  readonly label?: string;
  readonly sheet?: string;
}

export async function planImport(
  context: Context,
  file: string,
  options: PlanImportOptions,
): Promise<ExitCode> {
  const { raw, sheet } = await fromTable(context, file, (path) => readPlanTable(path, options.sheet ?? null));
  const label = options.label?.trim() || null;
  const imported = await unlessDry(context, options.dryRun ?? false, async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'plan.import' });
    const done = await importPlan(scene, { raw, label, lang: consultation.content.languages[0] });
    if (!isRefusal(done) && 'faulty' in done) throw faulty(context, file, done.faulty.faults);
    return unlessRefused(context, done);
  });
  const { number, read, diff, kept, notes } = imported;
  const data = {
    version: number,
    dryRun: options.dryRun ?? false,
    sheet,
    actions: read.actions.length,
    changes: diff.changes.map(({ change, action, fields }) => ({ change, key: action.key, fields })),
    unchanged: diff.same,
    unreadColumns: (raw.columns?.unread ?? []).map(({ header, column }) => ({ header, column: column + 1 })),
    kept,
    notes,
    remarks: read.remarks,
  };
  return result(context, data, () => inWords(context, file, imported, data));
}

function inWords(
  context: Context,
  file: string,
  { number, read, diff, kept, notes }: PlanImported,
  {
    dryRun,
    sheet,
    unreadColumns,
  }: { dryRun: boolean; sheet: string | null; unreadColumns: readonly { header: string }[] },
): string[] {
  const n = (figure: number) => count(context, figure);
  const sentences = planSentencesIn(context.lang);
  const from =
    sheet === null ? file : say(context, `${file}, feuille « ${sheet} »`, `${file}, sheet "${sheet}"`);
  const lines = [
    say(
      context,
      `${dryRun ? 'Essai, rien n’est enregistré. ' : ''}Version ${number} du plan : ${n(read.actions.length)} actions (${from}).`,
      `${dryRun ? 'Dry run, nothing is stored. ' : ''}Version ${number} of the plan: ${n(read.actions.length)} actions (${from}).`,
    ),
    sentences.summary(diff),
    ...diff.changes.slice(0, MOST_CHANGES_SHOWN).map((change) => `  ${sentences.changed(change)}`),
  ];
  const tell = (fr: string, en: string) => lines.push(say(context, fr, en));
  if (diff.changes.length > MOST_CHANGES_SHOWN)
    tell(
      `  … et ${n(diff.changes.length - MOST_CHANGES_SHOWN)} autres : « npx tour plan diff ».`,
      `  … and ${n(diff.changes.length - MOST_CHANGES_SHOWN)} more: "npx tour plan diff".`,
    );
  const fields = kept
    .map((field) => sentences.fields[field as keyof typeof sentences.fields] ?? field)
    .join(', ');
  if (kept.length > 0)
    tell(
      `Sans colonne, gardés de la version d’avant : ${fields}.`,
      `Without a column, kept from the version before: ${fields}.`,
    );
  if (unreadColumns.length > 0) {
    const titles = unreadColumns.map(({ header }) => say(context, `« ${header} »`, `"${header}"`)).join(', ');
    tell(`Colonnes que je ne lis pas : ${titles}.`, `Columns I don’t read: ${titles}.`);
  }
  if (notes > 0)
    tell(
      `${n(notes)} ${notes > 1 ? 'notes gardées' : 'note gardée'} pour l’équipe, jamais publiées.`,
      `${n(notes)} ${notes > 1 ? 'notes' : 'note'} kept for the team, never published.`,
    );
  for (const remark of read.remarks.slice(0, MOST_REMARKS_SHOWN))
    lines.push(remarkSaid(file, remark, context.lang));
  const more = read.remarks.length - MOST_REMARKS_SHOWN;
  if (more > 0)
    tell(
      `… et ${n(more)} autres remarques (--json les donne toutes).`,
      `… and ${n(more)} more remarks (--json gives them all).`,
    );
  return lines;
}

const faulty = (context: Context, file: string, faults: readonly TableFault[]): Stop =>
  faultyFile(context, faults, (fault) => faultSaid(file, fault, context.lang), {
    fr: 'le plan n’a pas changé',
    en: 'the plan has not changed',
  });
