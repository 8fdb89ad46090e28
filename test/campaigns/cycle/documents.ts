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
import { figuresIn, fromMarkdown, whatIs } from '../../report/figures-in.ts';
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
/** Every document in every format, as it is asked for in French. Of so few people that all is withheld there is no drawing. */
export const askedFor = (partners: number): readonly Asked[] =>
  Object.entries(OFFERED).flatMap(([name, formats]) =>
    name.startsWith('graphique') && partners < MANY
      ? []
      : formats.map((as) => ({ name: name as Asked['name'], as })),
  );
const MANY = 100;
export type Documents = ReadonlyMap<Asked, Uint8Array>;

/** Of all of them, ms. */
export const OPENING = 600_000;
const text = (data: Uint8Array): string => Buffer.from(data).toString();

export async function expectOpened(documents: Documents): Promise<void> {
  expect(documents.size).toBeGreaterThan(25);
  const dir = mkdtempSync(join(tmpdir(), 'tour-cycle-'));
  const browser = hasChromium ? await launch() : null;
  try {
    const by = new Map<string, Map<string, Uint8Array>>();
    for (const [{ name, as }, data] of documents) by.set(name, (by.get(name) ?? new Map()).set(as, data));
    for (const [name, formats] of by) {
      const said = new Map<string, string | null>();
      for (const [as, data] of formats) {
        const file = join(dir, `document.${as}`);
        writeFileSync(file, data);
        const { faults, says } = await opened(as, file, data, browser);
        expect(faults, `${name} en ${as}`).toEqual([]);
        said.set(as, says);
      }
      sameFigures(name, said);
    }
    sameTables(by.get('données ouvertes')!);
    sameProposals(by.get('propositions')!);
  } finally {
    await browser?.close();
    rmSync(dir, { recursive: true });
  }
}

interface Opened {
  readonly faults: readonly unknown[];
  /** null of what is no prose. */
  readonly says: string | null;
}

async function opened(as: string, file: string, data: Uint8Array, browser: Browser | null): Promise<Opened> {
  switch (as) {
    case 'docx': {
      const { faults, text, notes } = openDocx(data);
      return { faults, says: `${text}\n${notes}` };
    }
    case 'pdf': {
      if (!hasPoppler) return { faults: [], says: null };
      const { faults, text } = openPdf(file);
      return { faults, says: text };
    }
    case 'html': {
      if (browser === null) return { faults: [], says: null };
      const { faults, text } = await openHtml(browser, file);
      return { faults, says: text };
    }
    case 'md':
      return { faults: [], says: fromMarkdown(text(data)) };
    case 'xlsx':
      return { faults: openXlsx(data).faults, says: null };
    case 'zip': {
      const { faults, disagreements } = verifyFiles(Object.fromEntries(unzipped(data)));
      return { faults: [...faults, ...disagreements], says: null };
    }
    case 'json':
      JSON.parse(text(data));
      return { faults: [], says: null };
    case 'csv':
      parse(text(data), { bom: true, columns: true });
      return { faults: [], says: null };
    case 'svg': {
      const [{ name, attributes }] = elementsOf(text(data)) as [ReturnType<typeof elementsOf>[number]];
      const named = name === 'svg' && (attributes['aria-label'] ?? attributes['aria-labelledby']);
      return { faults: named ? [] : ['a drawing without words'], says: null };
    }
    case 'png':
      return { faults: text(data.subarray(1, 4)) === 'PNG' ? [] : ['no picture'], says: null };
    default:
      throw new Error(`nothing opens ${as}`);
  }
}

/** The office formats say the same; a page and Markdown add what leads around in them. */
function sameFigures(name: string, said: ReadonlyMap<string, string | null>): void {
  const docx = said.get('docx');
  if (docx == null) return;
  const figures = whatIs(figuresIn(docx));
  expect(figures.length, name).toBeGreaterThan(5);
  for (const [as, says] of said)
    if (says !== null)
      expect(whatIs(figuresIn(says)), `${name} en ${as}`).toEqual(
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
