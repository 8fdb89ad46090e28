/** A plan's table from a file: CSV as a spreadsheet saves it, or a workbook. */
import { type RawTable, readRows } from '../../core/plan/table/read.ts';
import { sheetsOf } from '../read-sheets.ts';

/** `sheet` is null for the first of a workbook that names columns. Throws WorkbookFault, and what opening throws. */
export async function readPlanTable(
  file: string,
  sheet: string | null,
): Promise<{ readonly raw: RawTable; readonly sheet: string | null }> {
  let first: { raw: RawTable; sheet: string | null } | null = null;
  for await (const { name, rows } of sheetsOf(file, sheet)) {
    const raw = readRows(rows);
    if (raw.columns !== null || sheet !== null) return { raw, sheet: name };
    first ??= { raw, sheet: name };
  }
  return first!;
}
