/** The documents that a cycle leaves, as the chat gave them: opened by something else than what wrote them, and compared. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { verifyFiles } from '../../../src/commands/open-data/verify-files.ts';
import type { Column } from '../../../src/core/open-data/columns.ts';
import { TABLE_NAMES, TABLES } from '../../../src/core/open-data/tables.ts';
import { hasChromium, launch } from '../../adapters/web/chromium.ts';
import { elementsOf, openDocx } from '../../report/docx-faults.ts';
import { figuresTypeset, fromMarkdown, whatIs } from '../../report/figures-in.ts';
import { openHtml } from '../../report/html-faults.ts';
import { hasPoppler, openPdf } from '../../report/pdf-faults.ts';
import { unzipped } from '../../report/unzipped.ts';
import { openXlsx } from '../../report/xlsx-faults.ts';

const OFFERED = {
  synthèse: ['html', 'pdf', 'docx', 'md', 'json'],
  'synthèse publique': ['html', 'pdf', 'docx', 'md', 'json'],
  propositions: ['xlsx', 'csv', 'json'],
  modération: ['html', 'md', 'json'],
  'graphique thèmes': ['png', 'svg'],
  'graphique convergences': ['png', 'svg'],
  'données ouvertes': ['zip', 'xlsx', 'json'],
  annexe: ['html', 'pdf', 'docx', 'md'],
  bilan: ['html', 'pdf', 'docx', 'md'],
  'procès-verbal': ['html', 'pdf', 'docx', 'md'],
} as const;

interface Asked {
  readonly name: keyof typeof OFFERED;
  readonly as: string;
}
/** What is quick to write and to read is enough in `npm test`. */
const LIGHT: readonly string[] = ['md', 'json', 'csv', 'zip'];
const FULL = process.env.CYCLE_PEOPLE !== undefined;

/** Every document in every format, as it is asked for in French. Of so few people that all is withheld there is no drawing. */
export const askedFor = (partners: number): readonly Asked[] =>
  Object.entries(OFFERED).flatMap(([name, formats]) =>
    name.startsWith('graphique') && partners < MANY
      ? []
      : formats.flatMap((as) => (FULL || LIGHT.includes(as) ? [{ name: name as Asked['name'], as }] : [])),
  );
const MANY = 100;
export type Documents = ReadonlyMap<Asked, Uint8Array>;

/** Of all of them, ms. */
export const OPENING = 600_000;
const text = (data: Uint8Array): string => Buffer.from(data).toString();

/** Each opens, its figures are the same in each format; the second time, somebody had left who is in `gone`, and nothing else changed. */
export async function expectOpened(documents: Documents, without: Documents, gone: RegExp): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'tour-cycle-'));
  const browser = FULL && hasChromium ? await launch() : null;
  try {
    const before = await allOpened(documents, dir, browser);
    const after = await allOpened(without, dir, browser);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const opened of [before, after]) for (const [name, formats] of opened) sameFigures(name, formats);
    for (const all of [documents, without].map(byName)) {
      if (FULL) sameTables(all.get('données ouvertes')!);
      if (FULL) sameProposals(all.get('propositions')!);
    }
    expectGone(before, after, gone);
  } finally {
    await browser?.close();
    rmSync(dir, { recursive: true });
  }
}

const byName = (documents: Documents): ReadonlyMap<string, ReadonlyMap<string, Uint8Array>> => {
  const all = new Map<string, Map<string, Uint8Array>>();
  for (const [{ name, as }, data] of documents) all.set(name, (all.get(name) ?? new Map()).set(as, data));
  return all;
};

type AllOpened = ReadonlyMap<string, ReadonlyMap<string, Opened>>;

async function allOpened(documents: Documents, dir: string, browser: Browser | null): Promise<AllOpened> {
  const all = new Map<string, Map<string, Opened>>();
  for (const [name, formats] of byName(documents))
    for (const [as, data] of formats) {
      const file = join(dir, `document.${as}`);
      writeFileSync(file, data);
      const one = await opened(as, file, data, browser);
      expect(one.faults, `${name} en ${as}`).toEqual([]);
      all.set(name, (all.get(name) ?? new Map()).set(as, one));
    }
  return all;
}

/** Words and name are in none any more; what is counted and cited is what it was. */
function expectGone(before: AllOpened, after: AllOpened, gone: RegExp): void {
  const held = [...before].flatMap(([name, formats]) =>
    [...formats].flatMap(([as, { holds }]) => (gone.exec(holds) !== null ? [`${name} en ${as}`] : [])),
  );
  expect(held).toEqual(expect.arrayContaining(['synthèse en md', 'propositions en csv', 'bilan en md']));
  for (const [name, formats] of after)
    for (const [as, { holds, says }] of formats) {
      expect(gone.exec(holds)?.[0], `${name} en ${as}`).toBeUndefined();
      const then = before.get(name)!.get(as)!.says;
      if (says !== null && then !== null)
        expect(whatIs(figuresTypeset(says)), `${name} en ${as}`).toEqual(
          whatIs(figuresTypeset(then.replace(gone, ''))),
        );
    }
}

interface Opened {
  readonly faults: readonly unknown[];
  /** null of what is no prose. */
  readonly says: string | null;
  /** All its texts. */
  readonly holds: string;
}
const prose = (faults: readonly unknown[], says: string): Opened => ({ faults, says, holds: says });
const data = (holds: string, faults: readonly unknown[] = []): Opened => ({ faults, says: null, holds });

async function opened(as: string, file: string, bytes: Uint8Array, browser: Browser | null): Promise<Opened> {
  switch (as) {
    case 'docx': {
      const { faults, text, notes } = openDocx(bytes);
      return prose(faults, `${text}\n${notes}`);
    }
    case 'pdf': {
      if (!hasPoppler) return data('');
      const { faults, text } = openPdf(file);
      return prose(faults, text);
    }
    case 'html': {
      if (browser === null) return data(text(bytes));
      const { faults, text: says } = await openHtml(browser, file);
      return { faults, says, holds: text(bytes) };
    }
    case 'md':
      return prose([], fromMarkdown(text(bytes)));
    case 'xlsx': {
      const { faults, sheets } = openXlsx(bytes);
      return data([...sheets.values()].flat(2).join('\n'), faults);
    }
    case 'zip': {
      const files = unzipped(bytes);
      const { faults, disagreements } = verifyFiles(Object.fromEntries(files));
      return data([...files.values()].join('\n'), [...faults, ...disagreements]);
    }
    case 'json':
      JSON.parse(text(bytes));
      return data(text(bytes));
    case 'csv':
      parse(text(bytes), { bom: true, columns: true });
      return data(text(bytes));
    case 'svg': {
      const [{ name, attributes }] = elementsOf(text(bytes)) as [ReturnType<typeof elementsOf>[number]];
      const named = name === 'svg' && (attributes['aria-label'] ?? attributes['aria-labelledby']);
      return data(text(bytes), named ? [] : ['a drawing without words']);
    }
    case 'png':
      return data('', text(bytes.subarray(1, 4)) === 'PNG' ? [] : ['no picture']);
    default:
      throw new Error(`nothing opens ${as}`);
  }
}

/** The office formats say the same; a page and Markdown add what leads around in them. */
function sameFigures(name: string, formats: ReadonlyMap<string, Opened>): void {
  const docx = formats.get('docx')?.says;
  if (docx == null) return;
  const figures = whatIs(figuresTypeset(docx));
  expect(figures.length, name).toBeGreaterThan(5);
  for (const [as, { says }] of formats)
    if (says !== null)
      expect(whatIs(figuresTypeset(says)), `${name} en ${as}`).toEqual(
        as === 'pdf' ? figures : expect.arrayContaining(figures),
      );
}

type Cells = Readonly<Record<string, unknown>>;
const figure = (cell: unknown): number | null =>
  cell === null || cell === undefined || cell === '' ? null : Number(cell);
const rowsOf = (csv: string): Cells[] => parse(csv, { bom: true, columns: true });

/** By the titles of its columns, the rows of a sheet. */
function inSheet([head, ...rows]: readonly (readonly unknown[])[]): Cells[] {
  return rows.map((row) => Object.fromEntries(head!.map((title, at) => [String(title), row[at] ?? null])));
}

/** Every number of every table of the open data, in its three formats. */
function sameTables(formats: ReadonlyMap<string, Uint8Array>): void {
  const files = unzipped(formats.get('zip')!);
  const json = JSON.parse(text(formats.get('json')!)) as Readonly<Record<string, Cells[]>>;
  const sheets = [...openXlsx(formats.get('xlsx')!).sheets.values()].slice(1);
  let compared = 0;
  for (const [at, table] of TABLE_NAMES.entries()) {
    const columns = Object.entries<Column>(TABLES[table].columns).flatMap(([column, { kind }]) =>
      ['count', 'people', 'number'].includes(kind) ? [column] : [],
    );
    const figures = (rows: readonly Cells[]) => rows.map((row) => columns.map((one) => figure(row[one])));
    const expected = figures(json[table]!);
    compared += expected.flat().length;
    expect(figures(rowsOf(files.get(`${table}.csv`)!)), `${table}.csv`).toEqual(expected);
    expect(figures(inSheet(sheets[at]!)), `sheet ${table}`).toEqual(expected);
  }
  expect(compared).toBeGreaterThan(100);
}

function sameProposals(formats: ReadonlyMap<string, Uint8Array>): void {
  const refs = rowsOf(text(formats.get('csv')!)).map(({ ref }) => ref);
  expect(refs.length).toBeGreaterThan(3);
  const [sheet] = openXlsx(formats.get('xlsx')!).sheets.values();
  expect(inSheet(sheet!).map(({ ref }) => ref)).toEqual(refs);
  const all = (said: string) => [...new Set(said.match(/P-\d{4,}/gu))].sort();
  expect(all(text(formats.get('json')!))).toEqual(all(refs.join(' ')));
}
