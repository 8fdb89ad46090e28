import { expect, test } from 'vitest';
import { writeBeside } from '../../src/compose/office-thread.ts';
import { heading, type Outline, text } from '../../src/report/outline.ts';

const outline: Outline = {
  lang: 'fr',
  eyebrow: 'Plan',
  title: 'Synthèse n° 1',
  facts: ['le 20 avril 2015'],
  parts: Array.from({ length: 300 }, (_, n) => [
    heading(2, `Axe ${n}`),
    text('Trois propositions.', { note: 'P-0001' }),
  ]).flat(),
};

test('each office format is written beside the thread that answers, which goes on meanwhile', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const [docx, pdf] = await Promise.all([writeBeside('docx', outline), writeBeside('pdf', outline)]);
  clearInterval(turning);
  expect(Buffer.from(docx.subarray(0, 2)).toString()).toBe('PK');
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(turns).toBeGreaterThan(10);
});

test('what the writer throws is told to who asked', async () => {
  await expect(writeBeside('docx', { ...outline, parts: null as never })).rejects.toThrow(/null|iterable/u);
});
