/** The rows of a sheet as people see them: merged cells filled, notes kept, formulas told from values. */
import type { SheetCell, SheetRow } from '../../core/plan/table/model.ts';
import { notesOf } from './notes.ts';
import { openParts, type Parts, WorkbookFault } from './parts.ts';
import { lineAndColumn, MOST_COLUMNS } from './place.ts';
import { type Shared, type SheetPart, sheetsOf } from './sheets.ts';
import { readXml } from './xml.ts';

const MOST_ROWS = 20_000;
/** Cells that merges may fill. */
const MOST_FILLED = 400_000;

export interface Workbook {
  /** In their order; hidden ones last. */
  readonly sheets: readonly string[];
  rows(sheet: string): Promise<readonly SheetRow[]>;
}

/** Throws WorkbookFault, and what opening the file throws. */
export const openWorkbook = async (file: string): Promise<Workbook> => workbookOf(await openParts(file));

export async function workbookOf(parts: Parts): Promise<Workbook> {
  const { sheets, shared } = await sheetsOf(parts);
  const ordered = [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  return {
    sheets: ordered.map(({ name }) => name),
    async rows(name) {
      const sheet = ordered.find((one) => one.name === name);
      if (!sheet) throw new WorkbookFault('sheet-unknown', { sheet: name });
      return rowsOf(parts, sheet, shared);
    },
  };
}

interface Found {
  text: string;
  formula: boolean;
}

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

async function rowsOf(parts: Parts, sheet: SheetPart, shared: Shared): Promise<SheetRow[]> {
  const { cells, merges } = cellsIn((await parts.text(sheet.part))!, shared);
  const notes = await notesOf(parts, sheet.part);
  const places = new Set([...cells.keys(), ...notes.keys()]);
  const filled = fill(cells, merges);
  const lines = [...new Set([...places, ...filled.keys()].map((place) => Math.floor(place / MOST_COLUMNS)))];
  lines.sort((a, b) => a - b);
  return lines.map((line): SheetRow => {
    const row: SheetCell[] = [];
    for (let column = 0; column < MOST_COLUMNS; column++) {
      const place = line * MOST_COLUMNS + column;
      const own = cells.get(place);
      const covered = filled.get(place);
      row.push({
        text: covered?.text ?? own?.text ?? '',
        note: notes.get(place) ?? null,
        formula: covered === undefined && (own?.formula ?? false),
        covered: covered?.from ?? null,
      });
    }
    const width = row.findLastIndex(({ text, note, formula }) => text !== '' || note !== null || formula) + 1;
    return { line, cells: row.slice(0, width) };
  });
}

/** Cells by place: a line, from 1, times MOST_COLUMNS, and a column from 0. */
function cellsIn(xml: string, shared: Shared): { cells: Map<number, Found>; merges: Merge[] } {
  const cells = new Map<number, Found>();
  const merges: Merge[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let formula = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        column = -1;
      } else if (name === 'c') {
        const at = attributes.r === undefined ? null : lineAndColumn(attributes.r);
        column = at?.column ?? column + 1;
        if (at) line = at.line;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
        formula = false;
      } else if (name === 'f') formula = true;
      else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(lineAndColumn);
        if (from && to) merges.push({ top: from.line, left: from.column, bottom: to.line, right: to.column });
      }
    },
    text(more, path) {
      const last = path.at(-1);
      if (last === 'v' || (last === 't' && path.includes('is') && !path.includes('rPh'))) value += more;
    },
    close(name) {
      if (name !== 'c' || column >= MOST_COLUMNS || (value === '' && !formula)) return;
      if (!Number.isInteger(line) || line < 1 || line > MOST_ROWS)
        throw new WorkbookFault('workbook-too-large', { most: MOST_ROWS });
      cells.set(line * MOST_COLUMNS + column, { text: shownAs(value, type, style, shared), formula });
    },
  });
  return { cells, merges };
}

function shownAs(value: string, type: string, style: number, shared: Shared): string {
  if (type === 's') return shared.texts[Number(value)] ?? '';
  if (type !== 'n') return value.replace(/_x000D_/gu, '');
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const shows = shared.formats[style] ?? 'number';
  // Twelve figures: what a spreadsheet shows of 0.1 + 0.2.
  const text = String(Number(number.toPrecision(12)));
  if (shows === 'number') return text;
  return shows === 'day' ? dayOf(number, shared.date1904) : `${text.replace('.', ',')} ${shows.unit}`;
}

const DAY = 86_400_000;

/** `JJ/MM/AAAA`. Day 60 of the older calendar is the 29 February 1900 that never was. */
function dayOf(serial: number, date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.floor(days) * DAY);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function fill(
  cells: ReadonlyMap<number, Found>,
  merges: readonly Merge[],
): Map<number, { text: string; from: 'above' | 'left' }> {
  const filled = new Map<number, { text: string; from: 'above' | 'left' }>();
  for (const { top, left, bottom, right } of merges) {
    const text = cells.get(top * MOST_COLUMNS + left)?.text;
    if (text === undefined || bottom > MOST_ROWS) continue;
    for (let line = top; line <= bottom; line++)
      for (let column = left; column <= Math.min(right, MOST_COLUMNS - 1); column++) {
        if (line === top && column === left) continue;
        if (filled.size >= MOST_FILLED) throw new WorkbookFault('workbook-too-large', { most: MOST_ROWS });
        filled.set(line * MOST_COLUMNS + column, { text, from: column > left ? 'left' : 'above' });
      }
  }
  return filled;
}
