/** Every document in every format, opened by something else than what wrote it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx, writePdf } from '../../src/compose/documents.ts';
import { openTables } from '../../src/core/open-data/assemble.ts';
import { planSentencesIn } from '../../src/core/plan/sentences.ts';
import { moderationHtml } from '../../src/report/moderation-html.ts';
import { openDataXlsx } from '../../src/report/open-data-xlsx.ts';
import type { Part, Span } from '../../src/report/outline.ts';
import { planXlsx } from '../../src/report/plan-xlsx.ts';
import { proposalsXlsx } from '../../src/report/proposals-xlsx.ts';
import { hasChromium, launch } from '../adapters/web/chromium.ts';
import { openDocx } from './docx-faults.ts';
import { figuresIn, fromMarkdown, whatIs } from './figures-in.ts';
import { openHtml } from './html-faults.ts';
import { samplePlan, sourceOf } from './open-sample.ts';
import { PAPERS, type Paper, sampleLog, sampleProposals } from './papers.ts';
import { hasPoppler, openPdf } from './pdf-faults.ts';
import { openXlsx } from './xlsx-faults.ts';

const dir = mkdtempSync(join(tmpdir(), 'tour-papers-'));
afterAll(() => rmSync(dir, { recursive: true }));

const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/gu, '');

/** What the outline itself says, without what a format adds. */
const saidIn = ({ outline }: Paper): string =>
  [outline.eyebrow, outline.title, ...outline.facts, ...outline.parts.map(inPart)].join('\n');

function inPart(part: Part): string {
  switch (part.is) {
    case 'heading':
      return part.text;
    case 'text':
      return part.spans.map(inSpan).join('');
    case 'list':
      return part.items.map((item) => item.map(inSpan).join('')).join('\n');
    case 'quote':
      return `${part.text}\n${part.by ?? ''}`;
    case 'table':
      return [part.caption, ...part.head, ...part.rows.flat()].join('\n');
    case 'figure':
      return part.caption;
  }
}

const inSpan = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('note' in span) return ` ${span.note} `;
  return 'strong' in span ? span.strong : span.quoted;
};

describe.each(PAPERS)('%s', (name, paper) => {
  const figures = figuresIn(saidIn(paper));
  const drawn = paper.outline.parts.flatMap((part) => (part.is === 'figure' ? [part] : []));

  test('DOCX: Word would open it, it is easy to find one’s way in, and its figures are those of the others', async () => {
    const { faults, text, notes, alternatives } = openDocx(await writeDocx(paper.outline));
    expect(faults).toEqual([]);
    expect(whatIs(figuresIn(`${text}\n${notes}`))).toEqual(whatIs(figures));
    expect(alternatives.map(bare)).toEqual(drawn.map(({ alt }) => bare(alt)));
  });

  test.skipIf(!hasPoppler)(
    'PDF: tagged, its fonts in it, nothing out of the page, and its figures are those of the others',
    async () => {
      const file = join(dir, `${name}.pdf`);
      writeFileSync(file, await writePdf(paper.outline));
      const opened = openPdf(file);
      expect(opened.faults).toEqual([]);
      expect(whatIs(figuresIn(opened.text))).toEqual(whatIs(figures));
      expect(opened.figures).toBe(drawn.length);
      for (const part of paper.outline.parts)
        if (part.is === 'heading') expect(bare(opened.text)).toContain(bare(part.text));
    },
  );

  test('Markdown: its figures are those of the others', () => {
    expect(whatIs(figuresIn(fromMarkdown(paper.markdown)))).toEqual(expect.arrayContaining(whatIs(figures)));
  });
});

describe.skipIf(!hasChromium)('as a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([
    ...PAPERS.map(([name, paper]) => [name, paper.html, saidIn(paper)] as const),
    ['the log of moderation', moderationHtml(sampleLog), ''] as const,
  ])(
    '%s: no barrier by day or night, nothing wider than a telephone, the figures of the others',
    async (name, html, said) => {
      const file = join(dir, `${name}.html`);
      writeFileSync(file, html);
      const { faults, text } = await openHtml(browser, file);
      expect(faults).toEqual([]);
      expect(whatIs(figuresIn(text))).toEqual(expect.arrayContaining(whatIs(figuresIn(said))));
    },
  );
});

test.each([
  ['the proposals', () => proposalsXlsx(sampleProposals)],
  ['the open data', () => openDataXlsx(openTables(sourceOf()), 'fr')],
  ['the plan', () => planXlsx(samplePlan.versions.at(-1)!.plan, planSentencesIn('fr'))],
])('%s as a workbook: a spreadsheet would open it, and run nothing of it', async (_, write) => {
  const { faults, sheets } = openXlsx(await write());
  expect(faults).toEqual([]);
  expect(sheets.size).toBeGreaterThan(0);
  // Numbers are numbers.
  expect([...sheets.values()].flat(2).some((cell) => typeof cell === 'number')).toBe(true);
});
