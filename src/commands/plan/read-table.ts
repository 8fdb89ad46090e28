/** A plan's table from a file: CSV as a spreadsheet saves it, or a workbook. */

import { cellAsGiven } from '../../core/cell.ts';
import type { SheetRow } from '../../core/plan/table/model.ts';
import { type RawTable, readRows } from '../../core/plan/table/read.ts';
import { rowsOf, separatorOf } from '../partners/rows.ts';
import { encodingOf } from '../partners/text-of.ts';
import { WorkbookFault } from '../workbook/parts.ts';
import { openWorkbook } from '../workbook/read.ts';

/** Bytes of a CSV. */
const MOST_ROWS = 20_000;

/** `sheet` is null for the first of a workbook that names columns. Throws WorkbookFault, and what opening throws. */
export async function readPlanTable(
  file: string,
  sheet: string | null,
): Promise<{ readonly raw: RawTable; readonly sheet: string | null }> {
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
    return { raw: readRows(rows), sheet: null };
  }
  const workbook = await openWorkbook(file);
  if (sheet !== null) return { raw: readRows(await workbook.rows(sheet)), sheet };
  let first: { raw: RawTable; sheet: string } | null = null;
  for (const name of workbook.sheets) {
    const raw = readRows(await workbook.rows(name));
    if (raw.columns !== null) return { raw, sheet: name };
    first ??= { raw, sheet: name };
  }
  return first!;
}

/** What an export wrote so that no spreadsheet runs it is read without its apostrophe. */
const cellOf = (text: string): SheetRow['cells'][number] => ({
  text: cellAsGiven(text),
  note: null,
  formula: /^=/u.test(text),
  covered: null,
});
