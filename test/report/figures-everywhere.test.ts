/** One snapshot, every format, opened by something else than what wrote it: each figure is the same in all of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parser } from 'sax';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../src/commands/workbook/parts.ts';
import { workbookOf } from '../../src/commands/workbook/read.ts';
import { writeDocx, writePdf } from '../../src/compose/documents.ts';
import { openTables } from '../../src/core/open-data/assemble.ts';
import { openDataXlsx } from '../../src/report/open-data-xlsx.ts';
import { synthesisOutline } from '../../src/report/synthesis-document.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { openFiles, sourceOf } from './open-sample.ts';
import { sampleDocument } from './sample.ts';
import { unzipped } from './unzipped.ts';

/** By type of actor, its figures in the order of the columns: invited, reached, answered, passed, silent; then by axis. */
type Read = Readonly<Record<string, readonly (number | null)[]>>;

const document = sampleDocument();
const COLLEGES = document.colleges.map(({ label }) => label);
const reader = spawnSync('pdftotext', ['-v']).error === undefined;
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();

/** Of a text where each row of a table is its cells in their order: those after the name, both tables. */
function inText(text: string, width: readonly [number, number] = [5, 5]): Read {
  const said = plain(text);
  return Object.fromEntries(
    COLLEGES.map((label) => {
      const found: (number | null)[] = [];
      let from = 0;
      for (const cells of width) {
        const row = new RegExp(`${escaped(label)}((?: (?:\\d+|n\\. ?c\\.|–|—)){${cells}})`, 'u').exec(
          said.slice(from),
        );
        if (row === null) throw new Error(`no row of ${cells} cells for ${label}`);
        from += row.index + row[0].length;
        found.push(
          ...row[1]!.match(/\d+|n\. ?c\.|–|—/gu)!.map((cell) => (/\d/u.test(cell) ? Number(cell) : null)),
        );
      }
      return [label, found];
    }),
  );
}
const escaped = (text: string): string => plain(text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Text of an XML, its cells and paragraphs apart. */
function wordsIn(xml: string, apart: ReadonlySet<string>, without: ReadonlySet<string> = new Set()): string {
  const strict = parser(false, { lowercase: true });
  let said = '';
  let hidden = 0;
  strict.onopentag = ({ name, isSelfClosing }) => {
    if (without.has(name) && !isSelfClosing) hidden += 1;
    if (apart.has(name)) said += '\n';
  };
  strict.onclosetag = (name) => {
    if (without.has(name)) hidden -= 1;
    if (apart.has(name)) said += '\n';
  };
  strict.ontext = (piece) => {
    if (hidden === 0) said += piece;
  };
  strict.write(xml).close();
  return said;
}

const CELLS = new Set(['td', 'th', 'tr', 'w:p', 'w:tc', 'p', 'caption']);
const fromTables = (
  participation: readonly Readonly<Record<string, string | number | null>>[],
  byAxis: readonly Readonly<Record<string, string | number | null>>[],
): Read =>
  Object.fromEntries(
    participation.map((row) => [
      String(row.label),
      [
        ...['invited', 'reached', 'answered', 'passed', 'silent'].map((name) => figure(row[name])),
        ...byAxis.filter(({ college }) => college === row.college).map(({ people }) => figure(people)),
      ],
    ]),
  );
const figure = (cell: string | number | null | undefined): number | null =>
  cell === null || cell === undefined || cell === '' ? null : Number(cell);

const expected: Read = Object.fromEntries(
  document.base.map((row, at) => [
    COLLEGES[at]!,
    [
      row.invited,
      row.reached,
      row.answered,
      row.passed,
      row.silent,
      ...document.participation.filter(({ college }) => college === row.college).map(({ people }) => people),
    ],
  ]),
);

describe('the figures of participation', () => {
  const files = openFiles(document);
  const dir = mkdtempSync(join(tmpdir(), 'tour-figures-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  test('some are withheld, most are not', () => {
    const all = Object.values(expected).flat();
    expect(all).toHaveLength(40);
    expect(all.filter((one) => one === null).length).toBeGreaterThan(4);
    expect(all.filter((one) => one !== null).length).toBeGreaterThan(20);
  });

  test('Markdown', () => {
    expect(inText(synthesisMarkdown(document).replaceAll(/[|*\\]/gu, ' '))).toEqual(expected);
  });

  test('HTML', () => {
    const said = wordsIn(synthesisHtml(document), CELLS, new Set(['svg', 'style', 'script']));
    expect(inText(said)).toEqual(expected);
  });

  test('DOCX', async () => {
    const parts = unzipped(await writeDocx(synthesisOutline(document)));
    expect(inText(wordsIn(parts.get('word/document.xml')!, CELLS))).toEqual(expected);
  });

  test.skipIf(!reader)('PDF, through pdftotext', async () => {
    const file = join(dir, 'synthesis.pdf');
    writeFileSync(file, await writePdf(synthesisOutline(document)));
    const said = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    expect(inText(said)).toEqual(expected);
  });

  test('CSV', () => {
    const rows = (name: string) =>
      parse(files[name]!, { bom: true, columns: true }) as Record<string, string>[];
    expect(fromTables(rows('participation.csv'), rows('participation_by_axis.csv'))).toEqual(expected);
  });

  test('JSON: the tables, and the synthesis', () => {
    const data = JSON.parse(files['data.json']!);
    expect(fromTables(data.participation, data.participation_by_axis)).toEqual(expected);
    const { base } = JSON.parse(files['synthesis.json']!) as { base: Record<string, number | null>[] };
    for (const [at, { college: _, ...figures }] of base.entries())
      expect(Object.values(figures)).toEqual(expected[COLLEGES[at]!]!.slice(0, 5));
  });

  test('XLSX', async () => {
    const workbook = await workbookOf(
      await partsOf(Buffer.from(await openDataXlsx(openTables(sourceOf(document)), 'fr'))),
    );
    const rows = async (sheet: string) => {
      const [head, ...all] = (await workbook.rows(sheet)).map(({ cells }) => cells.map(({ text }) => text));
      return all.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])));
    };
    expect(fromTables(await rows('Participation'), await rows('Participation par axe'))).toEqual(expected);
  });
});

/** Of each statement, in their order: all first, then by type of actor; invited, agree, with reservations, object. */
type Seen = readonly (readonly (readonly (number | null)[])[])[];

describe('the views on statements put to partners', () => {
  const seen: Seen = [
    [
      [108, 30, 5, 10],
      [48, 20, 5, null],
      [26, null, null, 5],
      [34, 10, null, 5],
    ],
    [
      [108, 55, 5, null],
      [48, 30, null, null],
      [26, 10, null, null],
      [34, 15, 5, null],
    ],
  ];
  const invited = COLLEGES.slice(0, 3);
  const files = openFiles(document);

  /** Rows of four cells after the words of each statement. */
  function inWords(text: string): Seen {
    const said = plain(text);
    return ['à durer & à se connaître', 'partout'].map((statement) => {
      const from = said.lastIndexOf(statement);
      return ['Ensemble', ...invited].map((label) => {
        const row = new RegExp(`${escaped(label)}((?: (?:\\d+|n\\. ?c\\.)){4})`, 'u').exec(said.slice(from));
        if (row === null) throw new Error(`no row of ${label} on ${statement}`);
        return row[1]!.match(/\d+|n\. ?c\./gu)!.map((cell) => (/\d/u.test(cell) ? Number(cell) : null));
      });
    });
  }
  const fromRows = (rows: readonly Readonly<Record<string, string | number | null>>[]): Seen =>
    [...Map.groupBy(rows, ({ statement }) => statement).values()].map((here) =>
      here.map((row) => ['invited', 'agree', 'reserve', 'object'].map((name) => figure(row[name]))),
    );

  test('Markdown, HTML and DOCX', async () => {
    expect(inWords(synthesisMarkdown(document).replaceAll(/[|*\\]/gu, ' '))).toEqual(seen);
    expect(
      inWords(
        wordsIn(synthesisHtml(document), CELLS, new Set(['svg', 'style', 'script'])).replaceAll('&amp;', '&'),
      ),
    ).toEqual(seen);
    const parts = unzipped(await writeDocx(synthesisOutline(document)));
    expect(inWords(wordsIn(parts.get('word/document.xml')!, CELLS))).toEqual(seen);
  });

  test.skipIf(!reader)('PDF, through pdftotext', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'tour-views-'));
    writeFileSync(join(dir, 's.pdf'), await writePdf(synthesisOutline(document)));
    const said = execFileSync('pdftotext', ['-raw', join(dir, 's.pdf'), '-'], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(inWords(said)).toEqual(seen);
  });

  test('CSV, JSON and XLSX', async () => {
    expect(fromRows(parse(files['views.csv']!, { bom: true, columns: true }))).toEqual(seen);
    expect(fromRows(JSON.parse(files['data.json']!).views)).toEqual(seen);
    expect(fromRows(JSON.parse(files['synthesis.json']!).views)).toEqual(seen);
    const workbook = await workbookOf(
      await partsOf(Buffer.from(await openDataXlsx(openTables(sourceOf(document)), 'fr'))),
    );
    const [head, ...rows] = (await workbook.rows('Avis')).map(({ cells }) => cells.map(({ text }) => text));
    expect(
      fromRows(rows.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])))),
    ).toEqual(seen);
  });
});

describe('what each line counts and cites', () => {
  const said = new Map<string, string>();
  const outline = synthesisOutline(document);
  beforeAll(async () => {
    said.set('Markdown', synthesisMarkdown(document).replaceAll('\\', ''));
    said.set('HTML', wordsIn(synthesisHtml(document), CELLS, new Set(['svg', 'style', 'script'])));
    const parts = unzipped(await writeDocx(outline));
    said.set(
      'DOCX',
      ['document', 'footnotes'].map((name) => wordsIn(parts.get(`word/${name}.xml`)!, CELLS)).join('\n'),
    );
    if (reader) {
      const dir = mkdtempSync(join(tmpdir(), 'tour-figures-'));
      writeFileSync(join(dir, 's.pdf'), await writePdf(outline));
      said.set('PDF', execFileSync('pdftotext', ['-raw', join(dir, 's.pdf'), '-'], { encoding: 'utf8' }));
      rmSync(dir, { recursive: true });
    }
    const files = openFiles(document);
    said.set('JSON', files['data.json']!);
    said.set('CSV', files['lines.csv']!);
  });

  test('every sentence is in every format, word for word', () => {
    // A title stands apart from its sentence; pages and typography put spaces and lines where they like.
    const bare = (text: string): string => text.replaceAll(/[\s«»“”"\\]/gu, '');
    const sentences = document.axes.flatMap(({ lines, disagreements }) =>
      [...lines, ...disagreements].map(({ text }) => bare(text.split(/\s:\s/u).at(-1)!.slice(1))),
    );
    expect(sentences.length).toBeGreaterThan(10);
    for (const [format, text] of said)
      for (const sentence of sentences) expect(bare(text), format).toContain(sentence);
  });

  test('the same references, in all of them', () => {
    const refs = (text: string) => [...new Set(text.match(/P-\d{4,}/gu))].sort();
    const all = refs(said.get('Markdown')!);
    expect(all.length).toBeGreaterThan(15);
    for (const format of ['HTML', 'DOCX', 'PDF'].filter((one) => said.has(one)))
      expect(refs(said.get(format)!), format).toEqual(all);
    expect(refs(openFiles(document)['proposals.csv']!)).toEqual(all);
  });
});
