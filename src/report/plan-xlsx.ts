import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Plan } from '../core/plan/model.ts';
import type { PlanSentences } from '../core/plan/sentences.ts';
import { planColumns } from './plan-table.ts';
import { inCell } from './xlsx-cell.ts';

/** The plan on one sheet, titles first: texts as text, which no spreadsheet runs, amounts as numbers. */
export async function planXlsx(plan: Plan<string>, say: PlanSentences): Promise<Uint8Array> {
  const columns = planColumns(plan, say);
  const head: Row = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }));
  const body = plan.actions.map(
    (action): Row =>
      columns.map(({ cell }) => {
        const value = cell(action);
        return typeof value === 'number'
          ? { value, type: Number, format: '#,##0 "€"' }
          : { value: inCell(value), type: String, wrap: true };
      }),
  );
  const made = await writeWorkbook([
    {
      data: [head, ...body],
      sheet: 'plan',
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
    },
  ]).toBuffer();
  return new Uint8Array(made);
}
