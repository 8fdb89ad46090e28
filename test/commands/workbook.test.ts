/** Workbooks: read as people see them when a spreadsheet saved them, refused when they are hostile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partsOf, WorkbookFault } from '../../src/commands/workbook/parts.ts';
import { openWorkbook, workbookOf } from '../../src/commands/workbook/read.ts';
import { rowOf, workbookParts, zipped } from './zipped.ts';

const TABLE = join(import.meta.dirname, '../fixtures/plans/tableau.xlsx');

const open = async (parts: Parameters<typeof zipped>[0]) => workbookOf(await partsOf(zipped(parts)));
const textsOf = async (parts: Parameters<typeof zipped>[0]) =>
  (await (await open(parts)).rows('Plan')).map(({ line, cells }) => [line, ...cells.map(({ text }) => text)]);

async function refusedWith(read: () => Promise<unknown>): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof WorkbookFault) return error.code;
    throw error;
  }
  return 'read';
}
const codeOf = (parts: Parameters<typeof zipped>[0]) =>
  refusedWith(async () => {
    const workbook = await open(parts);
    return workbook.rows(workbook.sheets[0]!);
  });

describe('a workbook that openpyxl wrote', () => {
  test('merged cells are filled, days are days, notes are kept without their author', async () => {
    const workbook = await openWorkbook(TABLE);
    expect(workbook.sheets).toEqual(['Lisez-moi', 'Actions']);
    const rows = await workbook.rows('Actions');
    const line = (n: number) => rows.find((row) => row.line === n)!.cells;
    expect(
      line(4)
        .map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['Axe', 'Objectif opérationnel', "Intitulé de l'action"]);
    expect(line(8)[0]).toMatchObject({ text: 'Axe 1 : Créer et financer', covered: 'above' });
    expect(line(1)[3]).toMatchObject({ covered: 'left' });
    expect(line(5)[4]).toMatchObject({ text: '110', formula: false });
    expect(line(6)[6]!.text).toBe('01/03/2016');
    expect(line(6)[4]!.note).toBe('à confirmer avec la Région');
    expect(line(10)[4]).toMatchObject({ formula: true });
  });
});

describe('other ways to write the same', () => {
  test('runs, prefixes and cells without an address', async () => {
    const parts = workbookParts(
      '<row><c t="inlineStr"><is><r><t>Avance </t></r><r><t>rapide</t></r><rPh><t>x</t></rPh></is></c><c><v>1.5</v></c></row>',
    );
    expect(await textsOf(parts)).toEqual([[1, 'Avance rapide', '1.5']]);
    const sheet = parts['xl/worksheets/sheet1.xml'] as string;
    const prefixed = sheet.replace(/<(\/?)(\w)/gu, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
    expect(await textsOf({ ...parts, 'xl/worksheets/sheet1.xml': prefixed })).toEqual([
      [1, 'Avance rapide', '1.5'],
    ]);
  });

  test('an address in a cell is left where it is: nothing is fetched', async () => {
    const link =
      '<Relationship Id="rId9" Type="t/hyperlink" Target="http://169.254.169.254/" TargetMode="External"/>';
    expect(
      await textsOf({
        ...workbookParts(
          rowOf(1, 'Action', 'Pilote'),
          '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>',
        ),
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${link}</Relationships>`,
      }),
    ).toEqual([[1, 'Action', 'Pilote']]);
  });
});

describe('hostile workbooks', () => {
  const plain = workbookParts(rowOf(1, 'Action'));

  test('no archive, an old one, one cut short, one without a workbook', async () => {
    const bytes = zipped(plain);
    expect(await refusedWith(() => partsOf(Buffer.from('Action;Budget\n')))).toBe('not-a-workbook');
    expect(await refusedWith(() => partsOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('old-workbook');
    expect(await refusedWith(() => partsOf(bytes.subarray(0, bytes.length - 30)))).toBe('workbook-broken');
    expect(await codeOf({ 'word/document.xml': '<w/>' })).toBe('not-a-workbook');
    expect(await codeOf({ ...plain, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' })).toBe(
      'workbook-broken',
    );
  });

  test('a bomb is not unpacked, whether its directory tells the truth or not', async () => {
    const text = Buffer.alloc(41_000_000, 'a');
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf({ ...plain, 'xl/sharedStrings.xml': { text } })).toBe('workbook-too-large');
    expect(
      await codeOf({ ...plain, 'xl/sharedStrings.xml': { text: Buffer.alloc(4_000_000, 'a'), says: 1_000 } }),
    ).toBe('workbook-broken');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
    const parts = Object.fromEntries(Array.from({ length: 2_100 }, (_, n) => [`xl/x${n}.xml`, '<x/>']));
    expect(await codeOf({ ...plain, ...parts })).toBe('workbook-too-large');
  });

  test('entities, links to other files, macros and objects', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(
      await codeOf({ ...plain, 'xl/worksheets/sheet1.xml': `${lol}${plain['xl/worksheets/sheet1.xml']}` }),
    ).toBe('workbook-entities');
    expect(await codeOf({ ...plain, 'xl/externalLinks/externalLink1.xml': '<x/>' })).toBe('workbook-links');
    expect(await codeOf({ ...plain, 'xl/connections.xml': '<x/>' })).toBe('workbook-links');
    expect(await codeOf({ ...plain, 'xl/vbaProject.bin': 'x' })).toBe('workbook-macros');
    expect(await codeOf({ ...plain, 'xl/embeddings/oleObject1.bin': 'x' })).toBe('workbook-macros');
  });

  test('a merge of the whole sheet, a line far away, elements without end', async () => {
    const merged = workbookParts(
      rowOf(1, 'Action'),
      '<mergeCells><mergeCell ref="A1:GR20000"/></mergeCells>',
    );
    expect(await codeOf(merged)).toBe('workbook-too-large');
    expect(await codeOf(workbookParts(rowOf(1_048_576, 'Action')))).toBe('workbook-too-large');
    expect(await codeOf(workbookParts('<x>'.repeat(100_000)))).toBe('workbook-broken');
    expect(await textsOf(workbookParts('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toEqual([]);
  });

  test('damaged at random, it is refused or read, and nothing else', async () => {
    const bytes = readFileSync(TABLE);
    for (let at = 7; at < bytes.length; at += 211) {
      const damaged = Buffer.from(bytes);
      damaged[at] = damaged[at]! ^ 0xff;
      await refusedWith(async () => {
        const workbook = await workbookOf(await partsOf(damaged));
        for (const sheet of workbook.sheets) await workbook.rows(sheet);
      });
    }
  });
});
