/** What the tables of the open data must hold among themselves. */
import type { Cell, Column } from '../../core/open-data/columns.ts';
import { ALL } from '../../core/open-data/figures.ts';
import { csvOf } from '../../core/open-data/manifest.ts';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '../../core/open-data/tables.ts';
import type { Fault } from './tables-read.ts';

export const tableFaults = (tables: Tables, smallest: number): Fault[] => [
  ...unknown(tables),
  ...sums(tables),
  ...small(tables, smallest),
];

/** What is referred to is there. */
function* unknown(tables: Tables): Generator<Fault> {
  const of = (table: TableName, column: string) =>
    new Set((tables[table] as readonly Readonly<Record<string, Cell>>[]).map((row) => row[column]));
  const links: readonly (readonly [TableName, string, ReadonlySet<Cell | undefined>])[] = [
    ['citations', 'line', of('lines', 'line')],
    ['citations', 'proposal', of('proposals', 'proposal')],
    ['theme_proposals', 'proposal', of('proposals', 'proposal')],
    ['theme_proposals', 'axis', of('axes', 'axis')],
    ['themes', 'axis', of('axes', 'axis')],
    ['lines', 'axis', of('axes', 'axis')],
    ['lines', 'opposed', of('proposals', 'proposal')],
    ['proposals', 'merged_into', of('proposals', 'proposal')],
    ['proposals', 'single_on', of('axes', 'axis')],
    ['nuances', 'proposal', of('proposals', 'proposal')],
    ['decisions', 'proposal', of('proposals', 'proposal')],
    ['participation_by_axis', 'college', of('participation', 'college')],
    ['plan_actions', 'version', of('plan_versions', 'version')],
    ['adjustments', 'version', of('plan_versions', 'version')],
    ['adjustment_texts', 'adjustment', of('adjustments', 'adjustment')],
  ];
  for (const [table, column, known] of links)
    for (const [at, row] of (tables[table] as readonly Readonly<Record<string, Cell>>[]).entries())
      if (row[column] !== null && !known.has(row[column]))
        yield { code: 'unknown', file: csvOf(table), line: at + 2, column, what: String(row[column]) };
}

/** Reached are those who answered, passed or stayed silent; nobody is counted who was not invited. */
function* sums({ participation, participation_by_axis: byAxis, views }: Tables): Generator<Fault> {
  const file = csvOf('participation');
  for (const [at, { college, invited, reached, answered, passed, silent }] of participation.entries()) {
    const parts = [answered, passed, silent];
    const known = parts.filter((one) => one !== null);
    const sum = known.reduce((all, one) => all + one, 0);
    const whole = reached ?? invited;
    const wrong =
      sum > whole ||
      whole > invited ||
      (reached !== null && known.length === parts.length && sum !== reached);
    if (wrong) yield { code: 'sum', file, line: at + 2, what: college };
  }
  const rows = new Map(participation.map((row) => [row.college, row]));
  for (const [at, { college, axis, people }] of byAxis.entries()) {
    const row = rows.get(college);
    if (people !== null && row !== undefined && people > (row.answered ?? row.reached ?? row.invited))
      yield { code: 'sum', file: csvOf('participation_by_axis'), line: at + 2, what: `${college}, ${axis}` };
  }
  yield* ofViews(views);
}

/** Nobody has two views on one statement; what is said of all is what the rows of the types of actor show. */
function* ofViews(views: Tables['views']): Generator<Fault> {
  const file = csvOf('views');
  for (const [at, row] of views.entries()) {
    const what = `${row.round}, ${row.statement}, ${row.college}`;
    const parts = views.filter(
      (one) => one.round === row.round && one.statement === row.statement && one.college !== ALL,
    );
    const whole = (name: (typeof VIEWED)[number]): number =>
      parts.reduce((sum, one) => sum + (one[name] ?? 0), 0);
    const wrong =
      (row.agree ?? 0) + (row.reserve ?? 0) + (row.object ?? 0) > row.invited ||
      (row.college === ALL && VIEWED.some((name) => (row[name] ?? 0) !== whole(name)));
    if (wrong) yield { code: 'sum', file, line: at + 2, what };
  }
}
const VIEWED = ['invited', 'agree', 'reserve', 'object'] as const;

/** The counts of those invited always show. */
function* small(tables: Tables, smallest: number): Generator<Fault> {
  for (const table of TABLE_NAMES) {
    if (table === 'figures') continue;
    for (const [column, { kind }] of Object.entries<Column>(TABLES[table].columns)) {
      if (kind !== 'people') continue;
      for (const [at, row] of (tables[table] as readonly Readonly<Record<string, Cell>>[]).entries()) {
        const people = row[column] as number | null;
        if (people !== null && people !== 0 && people < smallest)
          yield { code: 'small', file: csvOf(table), line: at + 2, column };
      }
    }
  }
}
