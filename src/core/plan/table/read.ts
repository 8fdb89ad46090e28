/** From the rows of a table to actions: merged cells, lines that only name an axis, totals and continued rows included. */
import { folded } from '../../person/names.ts';
import { type Columns, columnsOf, type Field, isHeader } from './columns.ts';
import type { SheetCell, SheetRow, TableFault, TableFaultCode, TableRemark } from './model.ts';
import { cellFault, isBlank, MOST_FAULTS, MOST_TITLES } from './rows.ts';

/** An action as its rows say it: texts only. */
export interface RawAction {
  readonly line: number;
  readonly axis: Said | null;
  readonly objective: string | null;
  readonly fields: ReadonlyMap<Field, Said>;
  readonly notes: readonly string[];
}

export interface Said {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface RawTable {
  readonly columns: Columns | null;
  readonly headerLine: number;
  readonly actions: readonly RawAction[];
  readonly faults: readonly TableFault[];
  readonly remarks: readonly TableRemark[];
}

const MOST_ACTIONS = 2_000;
const LONGEST_CELL = 8_000;
const AXIS = /^\s*(?:axe|axis|orientation)\b/iu;
const OBJECTIVE = /^\s*(?:objectif|objective|sous-axe|enjeu)\b/iu;
const TOTAL = /^(?:sous )?total\b/u;

export function readRows(rows: Iterable<SheetRow>): RawTable {
  const state = { axis: null as Said | null, objective: null as string | null };
  const actions: Draft[] = [];
  const faults: TableFault[] = [];
  const remarks: TableRemark[] = [];
  let columns: Columns | null = null;
  let headerLine = 0;
  let above = 0;
  for (const row of rows) {
    if (isBlank(row)) continue;
    if (faults.length >= MOST_FAULTS) break;
    if (columns === null) {
      const found = columnsOf(row);
      if (isHeader(found)) [columns, headerLine] = [found, row.line];
      else if (++above > MOST_TITLES) break;
      continue;
    }
    const heading = headingOf(row, columns);
    if (heading === 'again') continue;
    if (heading !== null) {
      if (AXIS.test(heading.text)) Object.assign(state, { axis: heading, objective: null });
      else state.objective = heading.text;
      continue;
    }
    take(row, columns, { state, actions, faults, remarks });
    if (actions.length > MOST_ACTIONS) {
      faults.push(fault('too-many-actions', row.line, 1, columns, { most: MOST_ACTIONS }));
      break;
    }
  }
  if (columns === null)
    faults.push({ code: 'header-missing', line: 1, column: 1, header: null, details: {} });
  else if (actions.length === 0 && faults.length === 0)
    faults.push(fault('no-action', headerLine, 1, columns));
  return { columns, headerLine, actions: actions.map(finished), faults, remarks };
}

interface Draft {
  readonly line: number;
  readonly axis: Said | null;
  readonly objective: string | null;
  readonly fields: Map<Field, Said>;
  readonly notes: string[];
}

const finished = (draft: Draft): RawAction => draft;

const fault = (
  code: TableFaultCode,
  line: number,
  column: number,
  columns: Columns | null,
  details: TableFault['details'] = {},
): TableFault => ({ code, line, column, header: columns?.headers[column - 1] || null, details });

/** A row that says one thing alone: an axis or an objective, of the rows below; or the titles once more. */
function headingOf({ line, cells }: SheetRow, columns: Columns): Said | 'again' | null {
  const said = cells.flatMap(({ text, covered }, at) =>
    text.trim() === '' || covered === 'left' ? [] : [{ text: text.trim(), line, column: at + 1, covered }],
  );
  const own = said.filter(({ covered }) => covered === null);
  const [one] = own;
  if (one && own.length === 1 && (AXIS.test(one.text) || OBJECTIVE.test(one.text))) {
    const action = columns.at.get('action')![0]!;
    if (
      one.column - 1 !== action ||
      cells.filter(({ covered }) => covered === 'left').length > 0 ||
      said.length === 1
    )
      return one;
  }
  const again = own.length > 1 && own.every(({ text, column }) => columns.headers[column - 1] === text);
  return again ? 'again' : null;
}

interface Taking {
  readonly state: { axis: Said | null; objective: string | null };
  readonly actions: Draft[];
  readonly faults: TableFault[];
  readonly remarks: TableRemark[];
}

function take(
  { line, cells }: SheetRow,
  columns: Columns,
  { state, actions, faults, remarks }: Taking,
): void {
  const before = faults.length;
  const cell = (at: number): SheetCell | null => cells[at] ?? null;
  const actionAt = columns.at.get('action')![0]!;
  const action = cell(actionAt);
  if (TOTAL.test(folded(cells.find(({ text }) => text.trim() !== '')?.text ?? ''))) {
    remarks.push({ code: 'total-left-out', line, column: 1, details: {} });
    return;
  }
  const fields = new Map<Field, Said>();
  const notes: string[] = [];
  for (const [field, places] of columns.at)
    for (const at of places) {
      const one = cell(at);
      if (one === null) continue;
      if (one.note !== null && one.covered === null) notes.push(one.note);
      const text = one.text.trim();
      if ((text === '' && !one.formula) || (one.covered === 'left' && places.includes(at - 1))) continue;
      const wrong = one.covered === null ? cellFault(one, LONGEST_CELL) : null;
      if (wrong)
        faults.push(fault(wrong, line, at + 1, columns, { length: one.text.length, longest: LONGEST_CELL }));
      const kept = fields.get(field);
      // Two columns of budget, or of partners: each says its title.
      const shown = places.length > 1 ? `${columns.headers[at]} : ${text}` : text;
      fields.set(
        field,
        kept ? { ...kept, text: `${kept.text}\n${shown}` } : { text: shown, line, column: at + 1 },
      );
    }
  if (faults.length > before) return;
  const axis = fields.get('axis');
  if (axis) state.axis = axis;
  if (axis && cell(columns.at.get('axis')![0]!)?.covered === null) state.objective = null;
  state.objective = fields.get('objective')?.text ?? state.objective;
  const last = actions.at(-1);
  const continued = action === null || action.text.trim() === '' || action.covered === 'above';
  if (!continued) {
    actions.push({ line, axis: state.axis, objective: state.objective, fields, notes });
    return;
  }
  if (!last) {
    faults.push(fault('action-missing', line, actionAt + 1, columns));
    return;
  }
  const added = join(last, fields);
  last.notes.push(...notes);
  if (added) remarks.push({ code: 'rows-joined', line, column: actionAt + 1, details: { first: last.line } });
}

const STRUCTURE: ReadonlySet<Field> = new Set(['axis', 'objective', 'action', 'key']);

/** What a continued row says more; a merged cell says nothing new. */
function join(draft: Draft, more: ReadonlyMap<Field, Said>): boolean {
  let added = false;
  for (const [field, said] of more) {
    if (STRUCTURE.has(field)) continue;
    const kept = draft.fields.get(field);
    if (kept?.text.split('\n').includes(said.text)) continue;
    draft.fields.set(field, kept ? { ...kept, text: `${kept.text}\n${said.text}` } : said);
    added = true;
  }
  return added;
}
