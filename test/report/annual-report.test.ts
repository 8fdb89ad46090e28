/** The annual report in each format, from one outline. */
import { describe, expect, test } from 'vitest';
import { writeDocx, writePdf } from '../../src/compose/documents.ts';
import type { ReportDocument } from '../../src/core/report/document.ts';
import { outlineHtml } from '../../src/report/outline-html.ts';
import { outlineMarkdown } from '../../src/report/outline-markdown.ts';
import { reportOutline } from '../../src/report/report-outline.ts';
import { sampleDocument } from './sample.ts';
import { unzipped } from './unzipped.ts';

const HOSTILE = '<script>alert(1)</script> *gras*';
const made = sampleDocument();
const report = (over: Partial<ReportDocument> = {}): ReportDocument => ({
  document: made,
  facts: {
    year: 2016,
    from: '2016-01-01',
    to: '2016-12-31',
    plan: 3,
    adopted: [{ version: 3, body: 'le Conseil', decidedOn: '2016-10-01' }],
    alerts: [{ level: 'missed', text: '« Emplois partagés », Postes : 12.' }],
    debt: { answers: {}, adjustments: {}, disputes: [2] },
    heard: 25,
    rated: [
      { question: 'said', answered: 40, content: 35 },
      { question: 'again', answered: null, content: null },
    ],
  },
  publishedOn: null,
  debt: [
    { body: 'le Comité', refs: ['P-0004', 'P-0001', 'P-0002', 'P-0003'] },
    { body: 'le Conseil', refs: ['A-2'] },
  ],
  passedOver: [
    { phase: 'Écriture du plan', on: '2016-04-17', reason: HOSTILE },
    { phase: null, on: '2017-01-10', reason: null },
  ],
  ...over,
});
const outline = reportOutline(report());

const SAID = [
  'Bilan annuel 2016',
  'Du 1er janvier 2016 au 31 décembre 2016, version 3 du plan.',
  'au moins 25 personnes',
  'Version 3 du plan, adoptée par le Conseil le 1er octobre 2016.',
  'Cible manquée',
  'le Comité doit encore une réponse à P-0001 à P-0004.',
  'le Conseil doit encore une réponse à A-2.',
  'La phase « Écriture du plan » a été close le 17 avril 2016',
  'Au moins 40 réponses, dont au moins 35 « tout à fait » ou « plutôt ».',
  'Trop peu de réponses pour en publier le nombre.',
  '[effacé]',
];
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/gu, '')
    .replace(/\\/gu, '')
    .replace(/&amp;/gu, '&')
    .replace(/[\s\u00a0\u202f]+/gu, ' ');

describe('an annual report', () => {
  test.each([
    ['a page', async () => outlineHtml(outline)],
    ['Markdown', async () => outlineMarkdown(outline)],
    ['DOCX', async () => unzipped(await writeDocx(outline)).get('word/document.xml')!],
  ])(
    'as %s, says what was decided, what is late, what is owed, and what was passed over',
    async (_, write) => {
      const text = await write();
      for (const said of SAID) expect(plain(text)).toContain(said);
      expect(text).not.toContain('<script>alert');
    },
  );

  test('as PDF, it is one', async () =>
    expect(
      Buffer.from(await writePdf(outline))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-'));

  test('without a count that would be small, it says none', () => {
    const { facts } = report();
    expect(outlineMarkdown(reportOutline(report({ facts: { ...facts, heard: null } })))).not.toMatch(
      /vient des mots/u,
    );
  });

  test('with nothing owed and nothing passed over, it says so', () => {
    const { facts } = report();
    const clean = report({
      debt: [],
      passedOver: [],
      facts: { ...facts, debt: { ...facts.debt, disputes: [] } },
    });
    const text = plain(outlineMarkdown(reportOutline(clean)));
    expect(text).toContain('Chaque contribution a sa réponse.');
    expect(text).not.toContain('passé outre');
  });
});
