/** The rows of a table as a spreadsheet saves it: a CSV, or each sheet of a workbook. */
import { cellAsGiven } from '../core/cell.ts';
import type { SheetRow } from '../core/plan/table/model.ts';
import { rowsOf, separatorOf } from './partners/rows.ts';
import { encodingOf } from './partners/text-of.ts';
import { WorkbookFault } from './workbook/parts.ts';
import { openWorkbook } from './workbook/read.ts';

/** Of a CSV. */
const MOST_ROWS = 20_000;

export interface Sheet {
  /** null for a CSV. */
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
}

/** `sheet` null: all of them, in their order. Throws WorkbookFault, and what opening throws. */
export async function* sheetsOf(file: string, sheet: string | null): AsyncGenerator<Sheet> {
  const encoding = await encodingOf(file);
  if (encoding === 'not-text') throw new WorkbookFault('not-a-workbook');
  if (encoding !== 'not-a-workbook') {
    const table = { encoding, separator: await separatorOf(file, encoding) };
    const rows: SheetRow[] = [];
    for await (const row of rowsOf(file, table)) {
      if ('code' in row) throw new WorkbookFault('csv-broken', { line: row.line });
      if (rows.length >= MOST_ROWS) throw new WorkbookFault('workbook-too-large', { most: MOST_ROWS });
      rows.push({ line: row.line, cells: row.cells.map(cellOf) });
    }
    yield { name: null, rows };
    return;
  }
  const workbook = await openWorkbook(file);
  for (const name of sheet === null ? workbook.sheets : [sheet])
    yield { name, rows: await workbook.rows(name) };
}

/** What an export wrote so that no spreadsheet runs it is read without its apostrophe. */
const cellOf = (text: string): SheetRow['cells'][number] => ({
  text: cellAsGiven(text),
  note: null,
  formula: /^=/u.test(text),
  covered: null,
});
