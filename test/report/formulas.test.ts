/** What people wrote is never run by the spreadsheet that opens a file: every table the program writes. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
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

test.each(HOSTILE)('%j is text in each CSV, whole behind its apostrophe', (text) => {
  const tables: readonly (readonly [string, string])[] = [
    [linksCsv([link(text)], 'fr'), ';'],
    [linksCsv([link(text)], 'en'), ','],
    [planCsv(plan(text), say), ';'],
    [diffCsv([{ change: 'added', action: plan(text).actions[0]!, fields: [] } as const], say), ';'],
    [proposalsCsv([proposal(text)]), ','],
  ];
  for (const [csv, delimiter] of tables) {
    const cells = cellsOf(csv, delimiter);
    expect(cells).toContain(`'${text}`);
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
  }
});

test.each(HOSTILE)('%j is text in each workbook', async (text) => {
  for (const made of [await planXlsx(plan(text), say), await proposalsXlsx([proposal(text)])]) {
    const sheets = [...unzipped(made)].filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/u);
  }
});
