/** The tables of the open data, read back from files that anybody may have changed. */
import { parse } from 'csv-parse/sync';
import { cellAsGiven } from '../../core/cell.ts';
import type { Cell, CellKind, Column } from '../../core/open-data/columns.ts';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '../../core/open-data/tables.ts';

/** Where something is wrong; a line and a column are 1-based. */
export interface Fault {
  readonly code:
    | 'missing'
    | 'unreadable'
    | 'hash'
    | 'sums'
    | 'manifest'
    | 'cell'
    | 'csv'
    | 'unknown'
    | 'document'
    | 'sum'
    | 'small';
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** What it is about: a table, a proposal, a figure. */
  readonly what?: string;
}

type AnyRow = Readonly<Record<string, Cell>>;

const FITS: Readonly<Record<CellKind, (cell: unknown) => boolean>> = {
  key: (cell) => typeof cell === 'string' && cell !== '',
  text: (cell) => cell === null || (typeof cell === 'string' && cell !== ''),
  count: (cell) => Number.isSafeInteger(cell) && (cell as number) >= 0,
  people: (cell) => cell === null || (Number.isSafeInteger(cell) && (cell as number) >= 0),
  place: (cell) => cell === null || (Number.isSafeInteger(cell) && (cell as number) > 0),
  number: (cell) => cell === null || Number.isFinite(cell),
  day: (cell) => cell === null || (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(cell)),
  yes: (cell) => typeof cell === 'boolean',
  list: (cell) => Array.isArray(cell) && cell.every((one) => typeof one === 'string' && one !== ''),
};

/** Every table of `data.json`, or what is wrong with it. */
export function tablesIn(
  parsed: unknown,
  file: string,
): { readonly tables: Tables | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const given = parsed as Readonly<Record<string, unknown>> | null;
  for (const name of TABLE_NAMES) {
    const rows = given?.[name];
    if (!Array.isArray(rows)) {
      faults.push({ code: 'cell', file, what: name });
      continue;
    }
    const columns = Object.entries<Column>(TABLES[name].columns);
    for (const [at, row] of rows.entries()) {
      const wrong = columns.find(([column, { kind }]) => !FITS[kind]((row as AnyRow | null)?.[column]));
      const more = Object.keys((row as object | null) ?? {}).find((key) => !(key in TABLES[name].columns));
      if (wrong || more !== undefined)
        faults.push({ code: 'cell', file, what: name, line: at + 1, column: wrong?.[0] ?? more! });
    }
  }
  return { tables: faults.length === 0 ? (given as unknown as Tables) : null, faults };
}

/** Where a CSV does not say what the same table of `data.json` says; the first place a row. */
export function differences(name: TableName, text: string, file: string, tables: Tables): readonly Fault[] {
  const columns = Object.entries<Column>(TABLES[name].columns);
  let read: string[][];
  try {
    read = parse(text, { bom: true, relax_column_count: true }) as string[][];
  } catch {
    return [{ code: 'unreadable', file }];
  }
  const [head = [], ...rows] = read;
  if (head.join(',') !== columns.map(([column]) => column).join(',')) return [{ code: 'csv', file, line: 1 }];
  const faults: Fault[] = [];
  const expected = tables[name] as readonly AnyRow[];
  for (let at = 0; at < Math.max(rows.length, expected.length); at++) {
    const [row, given] = [rows[at], expected[at]];
    const wrong =
      row === undefined || given === undefined || row.length !== columns.length
        ? columns[0]
        : columns.find(([column, { kind }], place) => !says(row[place]!, given[column]!, kind));
    if (wrong) faults.push({ code: 'csv', file, line: at + 2, column: wrong[0] });
  }
  return faults;
}

function says(written: string, cell: Cell, kind: CellKind): boolean {
  if (cell === null) return written === '';
  if (kind === 'list') return written === (cell as readonly string[]).join('; ');
  return typeof cell === 'string'
    ? cellAsGiven(written) === cell && written !== ''
    : written === String(cell);
}
