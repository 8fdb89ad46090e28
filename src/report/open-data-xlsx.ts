import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Cell, CellKind, Column } from '../core/open-data/columns.ts';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '../core/open-data/tables.ts';
import { CELL_KINDS } from './open-data-dictionary.ts';
import { inCell } from './xlsx-cell.ts';

const WIDTHS: Readonly<Record<CellKind, number>> = {
  key: 18,
  text: 50,
  count: 12,
  people: 12,
  place: 10,
  number: 14,
  day: 12,
  yes: 10,
  list: 30,
};
/** Named so in the language of the documents; a workbook takes 31 characters and neither : nor /. */
const SHEETS: Readonly<Record<TableName, readonly [fr: string, en: string]>> = {
  participation: ['Participation', 'Participation'],
  participation_by_axis: ['Participation par axe', 'Participation by axis'],
  understood: ['Bien compris', 'Understood'],
  views: ['Avis', 'Views'],
  axes: ['Axes', 'Axes'],
  themes: ['Thèmes', 'Themes'],
  theme_proposals: ['Propositions par thème', 'Proposals by theme'],
  theme_people: ['Thèmes par collège', 'Themes by type of actor'],
  lines: ['Lignes', 'Lines'],
  citations: ['Citations', 'Citations'],
  proposals: ['Propositions', 'Proposals'],
  nuances: ['Nuances', 'Nuances'],
  decisions: ['Décisions', 'Decisions'],
  plan_versions: ['Versions du plan', 'Plan versions'],
  plan_actions: ['Plan', 'Plan'],
  plan_indicators: ['Indicateurs', 'Indicators'],
  measures: ['Mesures', 'Measures'],
  adjustments: ['Ajustements', 'Adjustments'],
  adjustment_texts: ['Textes des ajustements', 'Adjustment texts'],
  figures: ['Chiffres', 'Figures'],
};

/**
 * The tables of the open data in one workbook, a sheet each, after one that explains their columns: days are days,
 * numbers numbers, and a text is a cell of text, which no spreadsheet runs.
 */
export async function openDataXlsx(tables: Tables, lang: string): Promise<Uint8Array> {
  const french = /^fr\b/iu.test(lang);
  const named = (name: TableName): string => SHEETS[name][french ? 0 : 1];
  const dictionary = TABLE_NAMES.flatMap((name) =>
    Object.entries<Column>(TABLES[name].columns).map(([column, { kind, fr, en }]): Row => {
      const said = french ? [CELL_KINDS[kind].fr, fr] : [CELL_KINDS[kind].en, en];
      return [named(name), column, ...said].map((value) => ({
        value: value.replaceAll('`', ''),
        type: String,
        wrap: true,
      }));
    }),
  );
  const made = await writeWorkbook([
    {
      data: [
        head(french ? ['feuille', 'colonne', 'type', 'contenu'] : ['sheet', 'column', 'type', 'content']),
        ...dictionary,
      ],
      sheet: french ? 'Dictionnaire' : 'Dictionary',
      stickyRowsCount: 1,
      columns: [24, 16, 30, 90].map((width) => ({ width })),
    },
    ...TABLE_NAMES.map((name) => {
      const columns = Object.entries<Column>(TABLES[name].columns);
      const rows = tables[name] as readonly Readonly<Record<string, Cell>>[];
      return {
        data: [
          head(columns.map(([column]) => column)),
          ...rows.map((row): Row => columns.map(([column, { kind }]) => typed(row[column]!, kind))),
        ],
        sheet: named(name),
        stickyRowsCount: 1,
        columns: columns.map(([, { kind }]) => ({ width: WIDTHS[kind] })),
      };
    }),
  ]).toBuffer();
  return new Uint8Array(made);
}

const head = (titles: readonly string[]): Row =>
  titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));

function typed(cell: Cell, kind: CellKind): Row[number] {
  if (cell === null) return null;
  if (kind === 'day')
    return { value: new Date(`${cell as string}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  const text = typeof cell === 'string' ? cell : cell.join('; ');
  return { value: inCell(text), type: String, wrap: kind === 'text' };
}
