import { stringify } from 'csv-stringify/sync';
import { inertCell } from '../core/cell.ts';
import type { ActionChange } from '../core/plan/diff.ts';
import type { Plan } from '../core/plan/model.ts';
import type { PlanSentences } from '../core/plan/sentences.ts';
import { planColumns } from './plan-table.ts';

/** UTF-8 with a byte order mark, semicolons as French spreadsheets save them; no cell runs as a formula. */
const written = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inertCell(cell) : cell))),
    { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/** The plan as a table, notes of the team included. */
export function planCsv(plan: Plan<string>, say: PlanSentences): string {
  const columns = planColumns(plan, say);
  return written([
    columns.map(({ title }) => title),
    ...plan.actions.map((action) => columns.map(({ cell }) => cell(action))),
  ]);
}

export const DIFF_TITLES = {
  fr: ['Changement', 'Clé', 'Action', 'Axe', 'Champ', 'Avant', 'Après'],
  en: ['Change', 'Key', 'Action', 'Axis', 'Field', 'Before', 'After'],
} as const;

/** A row a field that changed, one for each action added or removed. */
export function diffRows(changes: readonly ActionChange[], say: PlanSentences): string[][] {
  return changes.flatMap(({ change, action, fields }) => {
    const head = [say.change[change], action.key, action.label, action.axis ?? ''];
    if (change !== 'changed')
      return [
        [...head, '', change === 'removed' ? action.label : '', change === 'added' ? action.label : ''],
      ];
    const shown = (field: string, text: string | null): string =>
      text === null ? '' : field === 'state' ? (say.states[text as keyof typeof say.states] ?? text) : text;
    return fields.map(({ field, before, after }) => [
      ...head,
      say.fields[field],
      shown(field, before),
      shown(field, after),
    ]);
  });
}

export const diffCsv = (changes: readonly ActionChange[], say: PlanSentences): string =>
  written([DIFF_TITLES[say.lang], ...diffRows(changes, say)]);
