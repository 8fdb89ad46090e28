/** From the rows of a table of measures to figures of indicators: action, indicator, date, value, source, in any order. */
import { folded } from '../../person/names.ts';
import { figureIn } from '../measure.ts';
import type { SheetRow } from './model.ts';
import { cellFault, isBlank, MOST_FAULTS, MOST_TITLES } from './rows.ts';

const FIELDS = ['action', 'indicator', 'day', 'value', 'source'] as const;
type Field = (typeof FIELDS)[number];

const TITLES: Readonly<Record<Field, string>> = {
  action: 'action, cle action, cle de l action, code action, action key, intitule, intitule de l action',
  indicator:
    'indicateur, indicator, cle indicateur, cle de l indicateur, indicateur de resultat, indicator key',
  day: 'date, jour, day, date de la mesure, date de mesure, releve le, measured on, au',
  value: 'valeur, value, mesure, resultat, chiffre, figure, measure, result',
  source: 'source, sources, note, notes, remarque, commentaire, provenance, origine, comment',
};
const KNOWN: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => TITLES[field].split(', ').map((title) => [title, field] as const)),
);
const WANTED: readonly Field[] = ['action', 'day', 'value'];

export const MEASURE_FAULTS = [
  'header-missing',
  'no-measure',
  'formula',
  'cell-too-long',
  'control-character',
  'action-missing',
  'action-unknown',
  'indicator-which',
  'indicator-unknown',
  'day-unknown',
  'day-to-come',
  'figure-unknown',
  'measured-twice',
  'too-many-measures',
] as const;
export type MeasureFaultCode = (typeof MEASURE_FAULTS)[number];

export interface MeasureFault {
  readonly code: MeasureFaultCode;
  readonly line: number;
  /** The cell, from 1. */
  readonly column: number;
  /** The title of its column, where it has one. */
  readonly header: string | null;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What a line says; which action and indicator that is, the plan says. */
export interface MeasureRow {
  readonly line: number;
  readonly action: string;
  /** null where the cell is empty: the only one the action has. */
  readonly indicator: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number;
  readonly source: string | null;
  /** Where its cells are, for what the plan does not know. */
  readonly at: (field: 'action' | 'indicator' | 'value') => Pick<MeasureFault, 'line' | 'column' | 'header'>;
}

export interface MeasureTable {
  readonly rows: readonly MeasureRow[];
  readonly faults: readonly MeasureFault[];
}

const MOST_ROWS = 10_000;
const LONGEST = 2_000;

/** `today`: a local day. `dayIn`: a day as people write it, null when it is none. */
export function readMeasureRows(
  rows: Iterable<SheetRow>,
  today: string,
  dayIn: (text: string) => string | null,
): MeasureTable {
  const found: MeasureRow[] = [];
  const faults: MeasureFault[] = [];
  let titles: Titles | null = null;
  let above = 0;
  for (const row of rows) {
    if (isBlank(row)) continue;
    if (faults.length >= MOST_FAULTS) break;
    if (titles === null) {
      const here = titlesOf(row);
      if (WANTED.every((field) => here.at.has(field))) titles = here;
      else if (++above > MOST_TITLES) break;
      continue;
    }
    if (found.length >= MOST_ROWS) {
      faults.push(fault('too-many-measures', row.line, 1, titles, { most: MOST_ROWS }));
      break;
    }
    const read = rowIn(row, titles, today, dayIn);
    if ('faults' in read) faults.push(...read.faults);
    else found.push(read);
  }
  if (titles === null) faults.push({ code: 'header-missing', line: 1, column: 1, header: null, details: {} });
  else if (found.length === 0 && faults.length === 0)
    faults.push(fault('no-measure', titles.line, 1, titles));
  return { rows: found, faults };
}

interface Titles {
  readonly line: number;
  readonly headers: readonly string[];
  /** From 0; of two columns of one title, the first. */
  readonly at: ReadonlyMap<Field, number>;
}

function titlesOf({ line, cells }: SheetRow): Titles {
  const at = new Map<Field, number>();
  for (const [index, { text }] of cells.entries()) {
    const field = KNOWN.get(folded(text));
    if (field && !at.has(field)) at.set(field, index);
  }
  return { line, headers: cells.map(({ text }) => text.trim()), at };
}

const fault = (
  code: MeasureFaultCode,
  line: number,
  column: number,
  titles: Titles,
  details: MeasureFault['details'] = {},
): MeasureFault => ({ code, line, column, header: titles.headers[column - 1] || null, details });

function rowIn(
  { line, cells }: SheetRow,
  titles: Titles,
  today: string,
  dayIn: (text: string) => string | null,
): MeasureRow | { readonly faults: MeasureFault[] } {
  const faults: MeasureFault[] = [];
  const column = (field: Field) => (titles.at.get(field) ?? 0) + 1;
  const wrong = (field: Field, code: MeasureFaultCode, details: MeasureFault['details'] = {}) =>
    void faults.push(fault(code, line, column(field), titles, details));
  const said = (field: Field): string => {
    const index = titles.at.get(field);
    const cell = index === undefined ? undefined : cells[index];
    if (!cell) return '';
    const found = cellFault(cell, LONGEST);
    if (found === null) return cell.text.trim();
    wrong(field, found, found === 'cell-too-long' ? { length: cell.text.length, longest: LONGEST } : {});
    return '';
  };
  const [action, indicator, date, figure, source] = FIELDS.map(said) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const day = dayIn(date);
  const value = figureIn(figure);
  if (faults.length === 0) {
    if (action === '') wrong('action', 'action-missing');
    if (day === null) wrong('day', 'day-unknown', { found: date });
    else if (day > today) wrong('day', 'day-to-come', { found: day });
    if (value === null) wrong('value', 'figure-unknown', { found: figure });
  }
  if (faults.length > 0 || day === null || value === null) return { faults };
  return {
    line,
    action,
    indicator: indicator === '' ? null : indicator,
    day,
    value,
    source: source === '' ? null : source,
    at: (field) => ({ line, column: column(field), header: titles.headers[column(field) - 1] || null }),
  };
}
