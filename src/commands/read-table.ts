/** Texts to import from a CSV: separator `;`, `,` or tab, UTF-8 or Windows-1252, columns in any order. */
import { checkedRow, type Field, type ImportFault, type ImportRow } from '../app/proposal/import-row.ts';
import { rowsOf, separatorOf } from './partners/rows.ts';
import { encodingOf } from './partners/text-of.ts';

/** Names of columns, without accents and capitals. */
const NAMES: Readonly<Record<string, Field>> = {
  id: 'id',
  identifiant: 'id',
  reference: 'id',
  text: 'text',
  texte: 'text',
  contribution: 'text',
  lang: 'lang',
  language: 'lang',
  langue: 'lang',
  axis: 'axis',
  axe: 'axis',
  label: 'label',
  etiquette: 'label',
};

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '');

/** The rows under the line of names; empty ones are left out. A column of the fault is a cell's, 1-based. */
export async function* readTable(
  file: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<ImportRow | ImportFault> {
  const encoding = await encodingOf(file);
  const fault = (code: ImportFault['code'], line = 1, column = 1): ImportFault => ({
    line,
    column,
    code,
    details: {},
  });
  if (encoding === 'not-a-workbook' || encoding === 'not-text') return yield fault('not-a-table');
  const table = { encoding, separator: await separatorOf(file, encoding) };
  let names: readonly string[] | null = null;
  for await (const row of rowsOf(file, table, onBytes)) {
    if ('code' in row) return yield fault('bad-csv', row.line, row.column);
    const { line, cells } = row;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (names !== null) {
      yield read(cells, names, line);
      continue;
    }
    names = cells.map((cell) => cell.trim());
    const known = new Set(names.map((name) => NAMES[plain(name)]));
    if (!known.has('id') || !known.has('text')) return yield fault('no-header', line);
  }
}

function read(cells: readonly string[], names: readonly string[], line: number): ImportRow | ImportFault {
  const fields: Partial<Record<Field, string>> = {};
  const columns: Partial<Record<Field, number>> = {};
  const unread: string[] = [];
  for (const [index, name] of names.entries()) {
    const field = Object.hasOwn(NAMES, plain(name)) ? NAMES[plain(name)]! : null;
    if (field === null) {
      if (name !== '') unread.push(name);
      continue;
    }
    columns[field] = index + 1;
    fields[field] = field === 'text' ? (cells[index] ?? '') : (cells[index] ?? '').trim();
  }
  return checkedRow(fields, { line, unread, columnOf: (field) => columns[field] ?? 1 });
}
