import { expect, test } from 'vitest';
import { COLUMNS } from '../../src/report/proposals-csv.ts';
import { proposalsXlsx } from '../../src/report/proposals-xlsx.ts';
import { sampleProposals } from './sample.ts';
import { unzipped } from './unzipped.ts';

const sheets = async (text: string) => {
  const rows = [{ ...sampleProposals()[0]!, text, versions: 3 }];
  const files = unzipped(await proposalsXlsx(rows));
  const all = [...files.values()].join('\n');
  return { files, all, first: files.get('xl/worksheets/sheet1.xml')! };
};
const HOSTILE = '=HYPERLINK("http://evil","x")';

test('a sheet of the proposals and a sheet that explains each column', async () => {
  const { files, all } = await sheets('Plus de locaux');
  expect(files.get('xl/workbook.xml')).toMatch(/name="proposals"[\s\S]*name="dictionary"/u);
  for (const column of COLUMNS) expect(all).toContain(`<t>${column}</t>`);
  expect(files.get('xl/worksheets/sheet2.xml')).toContain(`r="C${COLUMNS.length + 1}"`);
  expect(all).toContain('Plus de locaux');
});

test('numbers are numbers; what people wrote is text, which no spreadsheet runs', async () => {
  const { first, all } = await sheets(HOSTILE);
  expect(first).not.toContain('<f>');
  expect(all).toMatch(/=HYPERLINK\(&quot;|=HYPERLINK\("/u);
  const cells = [...first.matchAll(/<c r="([A-Z]+)2"([^>]*)>/gu)].map(([, column, attributes]) => [
    column,
    attributes!,
  ]);
  const typeOf = (name: (typeof COLUMNS)[number]) =>
    cells.find(([column]) => column === String.fromCharCode(65 + COLUMNS.indexOf(name)))![1];
  expect(typeOf('text')).toMatch(/t="(s|inlineStr)"/u);
  expect(typeOf('versions')).not.toMatch(/t="(s|inlineStr|str)"/u);
  expect(first).toMatch(/<v>3<\/v>/u);
});

test.each([
  ['what XML can’t hold', 'a\u0000b\u001b[31mc\ud800d\uffffe', '<t>ab[31mcde</t>'],
  ['marks of XML', '<b>&"\'</b>', '&lt;b&gt;&amp;'],
  ['line ends', 'une\ndeux', 'une\ndeux'],
])('a text with %s', async (_, text, expected) => {
  expect((await sheets(text)).all).toContain(expected);
});

test('a text longer than a cell is cut, whole characters, and says so', async () => {
  const { all } = await sheets('é'.repeat(32_765) + '😀'.repeat(10));
  const cell = /é+[^<]*/u.exec(all)![0];
  expect(cell.length).toBeLessThanOrEqual(32_767);
  expect(cell.endsWith('…')).toBe(true);
  expect(cell.isWellFormed()).toBe(true);
});
