/** What people wrote is never run by the spreadsheet that opens a file: every table the program writes. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAsGiven, inertCell } from '../../src/core/cell.ts';
import type { Plan } from '../../src/core/plan/model.ts';
import { planSentencesIn } from '../../src/core/plan/sentences.ts';
import { linksCsv } from '../../src/report/links-csv.ts';
import { diffCsv, planCsv } from '../../src/report/plan-csv.ts';
import { planXlsx } from '../../src/report/plan-xlsx.ts';
import { proposalsCsv } from '../../src/report/proposals-csv.ts';
import { proposalsXlsx } from '../../src/report/proposals-xlsx.ts';
import { sampleProposals } from './sample.ts';
import { unzipped } from './unzipped.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  'x;=1+1',
  'x;"=1+1',
  'x; +cmd',
  'x,-2+3',
  'x\t@SUM(1)',
  'deux idées :\n- une\n- deux',
  "'=1+1",
  "x;''=1+1",
];
const say = planSentencesIn('fr');

const plan = (text: string): Plan<string> => ({
  key: 'plan',
  label: text,
  axes: [],
  objectives: [],
  actions: [
    {
      key: 'action',
      axis: null,
      objective: null,
      label: text,
      description: text,
      operator: text,
      partners: text,
      budget: { written: text, amounts: [] },
      means: text,
      calendar: null,
      indicators: [],
      state: 'planned',
      illustrative: false,
      notes: [text],
    },
  ],
});
const link = (text: string) => ({
  name: text,
  organisation: text,
  email: text,
  link: 'https://example.org/t/x',
  lang: 'fr',
  expires: '2026-12-20',
});
const proposal = (text: string) => ({ ...sampleProposals()[0]!, text, college: text });

const cellsOf = (csv: string, delimiter: string): readonly string[] =>
  (parse(csv, { bom: true, delimiter, relax_column_count: true }) as string[][]).flat();

test.each(HOSTILE)(
  '%j is text in each CSV, whichever separator a spreadsheet takes it to have, and is read back whole',
  (text) => {
    const tables: readonly (readonly [string, string])[] = [
      [linksCsv([link(text)], 'fr'), ';'],
      [linksCsv([link(text)], 'en'), ','],
      [planCsv(plan(text), say), ';'],
      [diffCsv([{ change: 'added', action: plan(text).actions[0]!, fields: [] } as const], say), ';'],
      [proposalsCsv([proposal(text)]), ','],
    ];
    for (const [csv, delimiter] of tables) {
      const cells = cellsOf(csv, delimiter);
      expect(cells.map(cellAsGiven)).toContain(text);
      expect(csv.split(/[;,\t\r\n]/u).filter((cell) => /^[\s"']*(?<!')[=+\-@＝＋－＠]/u.test(cell))).toEqual(
        [],
      );
    }
  },
);

test('any text comes back as it was, and prose with neither is not touched', () => {
  const anything = fc.string({ unit: fc.constantFrom(...'=+-@;,\t\n\r "\'aé＝😀') });
  fc.assert(fc.property(anything, (text) => cellAsGiven(inertCell(text)) === text));
  const prose = 'Un demi-poste, peut-être deux ; 3 - 1 = 2, écrire à a@b.fr';
  expect(inertCell(prose)).toBe(prose);
});

test.each(HOSTILE)('%j is text in each workbook', async (text) => {
  for (const made of [await planXlsx(plan(text), say), await proposalsXlsx([proposal(text)])]) {
    const sheets = [...unzipped(made)].filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/u);
  }
});
