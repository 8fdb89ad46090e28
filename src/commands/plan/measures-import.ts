/** `tour measures import FILE`: the measures of a year, from a table. */
import { importMeasures, type MeasuresImported, todayOf } from '../../app/plan/import-measures.ts';
import {
  type MeasureFault,
  type MeasureFaultCode,
  type MeasureTable,
  readMeasureRows,
} from '../../core/plan/table/measures.ts';
import { isRefusal } from '../../core/refusal.ts';
import { acting } from '../acting.ts';
import { type AsOptions, unlessDry } from '../as-somebody.ts';
import { consultationNamed } from '../consultation-named.ts';
import { type Context, count, type Lang, result, type Stop, say, unlessRefused } from '../context.ts';
import { faultyFile } from '../faulty-file.ts';
import { type Sheet, sheetsOf } from '../read-sheets.ts';
import { type ExitCode, onOneLine } from '../terminal.ts';
import { shown } from './fault-words.ts';
import { shownMeasure } from './measures.ts';
import { fromTable } from './table-file.ts';

export interface MeasuresImportOptions extends AsOptions {
  readonly dryRun?: boolean;
  readonly sheet?: string;
}

export async function measuresImport(
  context: Context,
  file: string,
  options: MeasuresImportOptions,
): Promise<ExitCode> {
  const sheets = await fromTable(context, file, (path) =>
    Array.fromAsync(sheetsOf(path, options.sheet ?? null)),
  );
  const imported = await unlessDry(context, options.dryRun ?? false, async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'measure.import' });
    const { rows, faults } = firstOf(sheets, (sheet) =>
      readMeasureRows(sheet.rows, todayOf(scene), context.calendar.dayIn),
    );
    if (faults.length > 0) throw faulty(context, file, faults);
    const done = await importMeasures(scene, rows, { lang: context.lang });
    if (!isRefusal(done) && 'faulty' in done) throw faulty(context, file, done.faulty);
    return unlessRefused(context, done);
  });
  const { recorded, same, indicators } = imported;
  const data = {
    dryRun: options.dryRun ?? false,
    recorded,
    same,
    indicators: indicators.map(shownMeasure),
  };
  return result(context, data, () => inWords(context, imported, data.dryRun));
}

/** The first sheet that names the columns; what is wrong with the first one when none does. */
function firstOf(sheets: readonly Sheet[], read: (sheet: Sheet) => MeasureTable): MeasureTable {
  const tables = sheets.map(read);
  return (
    tables.find(({ faults }) => !faults.some(({ code }) => code === 'header-missing')) ??
    tables[0] ?? { rows: [], faults: [NO_HEADER] }
  );
}

const NO_HEADER: MeasureFault = { code: 'header-missing', line: 1, column: 1, header: null, details: {} };

function inWords(context: Context, { recorded, same, indicators }: MeasuresImported, dry: boolean): string[] {
  const n = (figure: number) => count(context, figure);
  const head = say(
    context,
    `${dry ? 'Essai, rien n’est enregistré. ' : ''}${n(recorded)} ${recorded > 1 ? 'mesures notées' : 'mesure notée'}, ${n(same)} déjà là.`,
    `${dry ? 'Dry run, nothing is stored. ' : ''}${n(recorded)} ${recorded === 1 ? 'measure' : 'measures'} recorded, ${n(same)} there already.`,
  );
  const late = indicators.filter(({ progress }) => progress.pace === 'off-track').length;
  return late === 0
    ? [head]
    : [
        head,
        say(
          context,
          `${n(late)} ${late > 1 ? 'indicateurs sont' : 'indicateur est'} en retard : « npx tour plan alerts ».`,
          `${n(late)} ${late === 1 ? 'indicator is' : 'indicators are'} behind: "npx tour plan alerts".`,
        ),
      ];
}

const faulty = (context: Context, file: string, faults: readonly MeasureFault[]): Stop =>
  faultyFile(context, faults, (fault) => faultSaid(file, fault, context.lang), {
    fr: 'aucune mesure n’a été notée',
    en: 'no measure was recorded',
  });

type Details = ReturnType<typeof shown>;

const FR: Readonly<Record<MeasureFaultCode, (details: Details) => string>> = {
  'header-missing': () =>
    'je ne trouve pas la ligne des titres : il faut des colonnes « Action », « Date » et « Valeur » (et « Indicateur », « Source »).',
  'no-measure': () => 'il n’y a aucune mesure sous les titres.',
  formula: () => 'cette cellule est une formule : collez sa valeur à la place.',
  'cell-too-long': ({ length, longest }) =>
    `${length} caractères dans une cellule qui en attend ${longest} au plus.`,
  'control-character': () => 'cette cellule contient un caractère de contrôle (NUL…) : retapez-la.',
  'action-missing': () => 'il manque l’action.',
  'action-unknown': ({ found, near, choices }) =>
    choices === ''
      ? 'aucune action du plan n’a d’indicateur.'
      : `« ${found} » n’est pas une action mesurée du plan ; ${near}attendu : ${choices}.`,
  'indicator-which': ({ found, choices }) =>
    `l’action « ${found} » a plusieurs indicateurs : dites lequel, parmi ${choices}.`,
  'indicator-unknown': ({ found, action, near, choices }) =>
    `« ${found} » n’est pas un indicateur de « ${action} » ; ${near}attendu : ${choices}.`,
  'day-unknown': ({ found }) =>
    found === ''
      ? 'il manque le jour.'
      : `« ${found} » n’est pas un jour : attendu 2016-05-03 ou 03/05/2016.`,
  'day-to-come': ({ found }) => `${found} est encore à venir : une mesure dit ce qui a été constaté.`,
  'figure-unknown': ({ found }) =>
    found === ''
      ? 'il manque la valeur.'
      : `« ${found} » n’est pas un nombre, ou se lit de deux façons : attendu 12, 12,5 ou 1 200.`,
  'measured-twice': ({ found, day, first }) =>
    `« ${found} » a déjà une autre valeur le ${day}, à la ligne ${first} : gardez la bonne.`,
  'too-many-measures': ({ most }) => `plus de ${most} mesures : coupez le fichier en plusieurs.`,
};

const EN: Readonly<Record<MeasureFaultCode, (details: Details) => string>> = {
  'header-missing': () =>
    'I can’t find the line of titles: there must be columns "Action", "Date" and "Value" (and "Indicator", "Source").',
  'no-measure': () => 'there is no measure under the titles.',
  formula: () => 'this cell is a formula: paste its value instead.',
  'cell-too-long': ({ length, longest }) => `${length} characters in a cell that takes ${longest} at most.`,
  'control-character': () => 'this cell holds a control character (NUL…): type it again.',
  'action-missing': () => 'the action is missing.',
  'action-unknown': ({ found, near, choices }) =>
    choices === ''
      ? 'no action of the plan has an indicator.'
      : `"${found}" is no measured action of the plan; ${near}expected: ${choices}.`,
  'indicator-which': ({ found, choices }) =>
    `the action "${found}" has several indicators: say which one of ${choices}.`,
  'indicator-unknown': ({ found, action, near, choices }) =>
    `"${found}" is no indicator of "${action}"; ${near}expected: ${choices}.`,
  'day-unknown': ({ found }) =>
    found === '' ? 'the day is missing.' : `"${found}" is no day: 2016-05-03 or 03/05/2016 is expected.`,
  'day-to-come': ({ found }) => `${found} is still to come: a measure says what was found.`,
  'figure-unknown': ({ found }) =>
    found === ''
      ? 'the value is missing.'
      : `"${found}" is no number, or can be read two ways: 12, 12.5 or 1 200 is expected.`,
  'measured-twice': ({ found, day, first }) =>
    `"${found}" has another value of ${day} already, on line ${first}: keep the right one.`,
  'too-many-measures': ({ most }) => `more than ${most} measures: cut the file in several.`,
};

function faultSaid(file: string, { line, column, header, code, details }: MeasureFault, lang: Lang): string {
  const french = lang !== 'en';
  const title =
    header === null ? '' : french ? `« ${onOneLine(header, 40)} » : ` : `"${onOneLine(header, 40)}": `;
  return `${file}:${line}:${column}  ${title}${(french ? FR : EN)[code](shown(details, french))}`;
}
