/** Where a PDF may end a page, as poppler reads its pages: what belongs together is on one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../src/compose/documents.ts';
import type { Part } from '../../src/report/outline.ts';
import { hasPoppler } from './pdf-faults.ts';

const dir = mkdtempSync(join(tmpdir(), 'tour-pages-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function pagesOf(parts: readonly Part[]): Promise<string[]> {
  const file = join(dir, 'pages.pdf');
  writeFileSync(file, await writePdf({ lang: 'fr', eyebrow: 'Plan', title: 'Annexe', facts: [], parts }));
  const said = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  return said.split('\f').filter((page) => page.trim() !== '');
}
const lines = (many: number): Part[] =>
  Array.from({ length: many }, (_, at): Part => ({ is: 'text', spans: [`Ligne ${at}.`] }));
const table = (rows: number): Part => ({
  is: 'table',
  caption: 'Invitations',
  head: ['Collège', 'Invitées'],
  rows: Array.from({ length: rows }, (_, at) => [`Rangée ${at}`, '12']),
});

describe.skipIf(!hasPoppler)('the pages of a PDF', () => {
  test('none ends on a heading, nor on what a heading says quietly', async () => {
    let ends = 0;
    for (let before = 12; before <= 26; before += 1) {
      const pages = await pagesOf([
        ...lines(before),
        { is: 'heading', level: 2, text: 'Axe deux' },
        { is: 'text', quiet: true, spans: ['Faire vivre le territoire.'] },
        { is: 'heading', level: 3, text: 'Une action' },
        ...lines(2).map((): Part => ({ is: 'text', spans: ['Ce qui suit.'] })),
      ]);
      const at = pages.findIndex((page) => page.includes('Axe deux'));
      expect(pages[at], `after ${before} lines`).toMatch(
        /Axe deux\s+Faire vivre le territoire\.\s+Une action\s+Ce qui suit/u,
      );
      if (at > 0) ends += 1;
    }
    expect(ends).toBeGreaterThan(2);
    expect(ends).toBeLessThan(15);
  });

  test('a short table is on one page with its caption', async () => {
    let moved = 0;
    for (let before = 8; before <= 28; before += 4) {
      const pages = await pagesOf([...lines(before), table(7)]);
      const at = pages.findIndex((page) => page.includes('Invitations'));
      for (const row of ['Collège Invitées', 'Rangée 0', 'Rangée 6']) expect(pages[at]).toContain(row);
      if (at > 0) moved += 1;
    }
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(6);
  });

  test('a long one has its titles on each page, and each of its rows once', async () => {
    const pages = await pagesOf([...lines(20), table(90)]);
    const held = pages.filter((page) => page.includes('Rangée'));
    expect(held.length).toBeGreaterThan(2);
    for (const page of held) {
      expect(page).toContain('Collège Invitées');
      expect(page.match(/Rangée/gu)!.length).toBeGreaterThanOrEqual(2);
    }
    expect(held.join('\n').match(/Rangée \d+/gu)).toEqual(
      Array.from({ length: 90 }, (_, at) => `Rangée ${at}`),
    );
  });
});
