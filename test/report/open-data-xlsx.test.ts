/** The tables as a workbook, opened by what did not write it: this project's own reader, and openpyxl where it is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../src/commands/workbook/parts.ts';
import { workbookOf } from '../../src/commands/workbook/read.ts';
import { openTables } from '../../src/core/open-data/assemble.ts';
import type { Cell, Column } from '../../src/core/open-data/columns.ts';
import { TABLE_NAMES, TABLES } from '../../src/core/open-data/tables.ts';
import { openDataXlsx } from '../../src/report/open-data-xlsx.ts';
import { sourceOf } from './open-sample.ts';
import { unzipped } from './unzipped.ts';

const tables = openTables(sourceOf());
const openpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;
let made: Uint8Array;
beforeAll(async () => {
  made = await openDataXlsx(tables, 'fr');
});

/** As a spreadsheet shows a cell. */
const shown = (cell: Cell): string => {
  if (typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/u.test(cell)) return cell.split('-').reverse().join('/');
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
};

test('a sheet a subject, each row of each table as it is, and a sheet that explains every column', async () => {
  const workbook = await workbookOf(await partsOf(Buffer.from(made)));
  expect(workbook.sheets).toHaveLength(TABLE_NAMES.length + 1);
  expect(workbook.sheets.slice(0, 3)).toEqual(['Dictionnaire', 'Participation', 'Participation par axe']);
  const columns = TABLE_NAMES.flatMap((name) => Object.keys(TABLES[name].columns));
  const explained = await workbook.rows('Dictionnaire');
  expect(explained.slice(1).map((row) => row.cells[1]?.text)).toEqual(columns);
  for (const [at, name] of TABLE_NAMES.entries()) {
    const [head, ...rows] = await workbook.rows(workbook.sheets[at + 1]!);
    const keys = Object.keys(TABLES[name].columns);
    expect(
      head?.cells.map((cell) => cell.text),
      name,
    ).toEqual(keys);
    const expected = (tables[name] as readonly Readonly<Record<string, Cell>>[]).map((row) =>
      keys.map((key) => shown(row[key]!)),
    );
    expect(
      rows.map((row) => keys.map((_, place) => row.cells[place]?.text ?? '')),
      name,
    ).toEqual(expected);
  }
});

test('numbers are numbers, days days, and no text is a formula', () => {
  const files = unzipped(made);
  const sheetOf = (name: (typeof TABLE_NAMES)[number]) =>
    files.get(`xl/worksheets/sheet${TABLE_NAMES.indexOf(name) + 2}.xml`)!;
  for (const [name, xml] of files)
    if (name.startsWith('xl/worksheets/')) expect(xml, name).not.toMatch(/<f[ >]/u);
  for (const name of TABLE_NAMES) {
    const kinds = Object.values<Column>(TABLES[name].columns).map(({ kind }) => kind);
    for (const [, letter, line, attributes] of sheetOf(name).matchAll(/<c r="([A-Z])(\d+)"([^>]*)>/gu)) {
      if (line === '1') continue;
      const kind = kinds[letter!.charCodeAt(0) - 65]!;
      const text = /t="(?:s|inlineStr|str)"/u.test(attributes!);
      expect(text, `${name} ${letter}${line}`).toBe(['key', 'text', 'list'].includes(kind));
    }
  }
});

const dir = mkdtempSync(join(tmpdir(), 'tour-xlsx-'));
afterAll(() => rmSync(dir, { recursive: true }));
const READ = `
import sys, json, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [[type(c.value).__name__ + ":" + str(c.value) for c in row] for row in s.iter_rows()] for s in book}))
`;

test.skipIf(!openpyxl)('openpyxl (where Python has it) finds the same types and figures', () => {
  const file = join(dir, 'open.xlsx');
  writeFileSync(file, made);
  const read = JSON.parse(spawnSync('python3', ['-c', READ, file], { encoding: 'utf8' }).stdout);
  const [row] = tables.participation;
  expect(read.Participation[1]).toEqual([
    `str:${row!.college}`,
    `str:${row!.label}`,
    ...[row!.invited, row!.reached, row!.answered, row!.passed, row!.silent].map((one) => `int:${one}`),
  ]);
  expect(read.Participation[2]).toContain('NoneType:None');
  expect(read.Décisions[1]).toEqual(expect.arrayContaining(['datetime:2015-10-16 00:00:00', 'bool:True']));
  expect(read.Mesures[1]).toEqual(['str:a', 'str:structures', 'datetime:2016-05-03 00:00:00', 'float:4.5']);
  expect(read.Plan[1]).toContain('str:=SOMME(A1:A9)');
});
