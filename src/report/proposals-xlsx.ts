import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { ExportedProposal } from '../core/proposal/exported.ts';
import { COLUMNS, cellsOf } from './proposals-csv.ts';
import { explained } from './proposals-dictionary.ts';
import { inCell } from './xlsx-cell.ts';

const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = { ref: 10, text: 80, tags: 60 };

/**
 * `proposals.xlsx`: a sheet of the rows of `proposals.csv`, numbers as numbers, and a sheet that explains the columns.
 * A text is a cell of text, which no spreadsheet runs; one longer than a cell is cut, and ends with `…`.
 */
export async function proposalsXlsx(rows: readonly ExportedProposal[]): Promise<Uint8Array> {
  const head = (titles: readonly string[]): Row =>
    titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row): Row => {
    const cells = cellsOf(row);
    return COLUMNS.map((column) => {
      const value = cells[column];
      return typeof value === 'number'
        ? { value, type: Number }
        : { value: inCell(value), type: String, wrap: column === 'text' };
    });
  });
  const dictionary = explained().map(
    ({ column, fr, en }): Row => [
      { value: column, type: String },
      { value: fr, type: String, wrap: true },
      { value: en, type: String, wrap: true },
    ],
  );
  const made = await writeWorkbook([
    {
      data: [head(COLUMNS), ...body],
      sheet: 'proposals',
      stickyRowsCount: 1,
      columns: COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 16 })),
    },
    {
      data: [head(['colonne', 'contenu', 'content']), ...dictionary],
      sheet: 'dictionary',
      stickyRowsCount: 1,
      columns: [{ width: 16 }, { width: 80 }, { width: 80 }],
    },
  ]).toBuffer();
  return new Uint8Array(made);
}
