/** DOCX and PDF, opened by something else than what wrote them: the same figures, references and words as the other formats. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser } from 'sax';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx, writePdf } from '../../src/compose/documents.ts';
import { heading, items, type Outline, text } from '../../src/report/outline.ts';
import { outlineHtml } from '../../src/report/outline-html.ts';
import { outlineMarkdown } from '../../src/report/outline-markdown.ts';
import { synthesisOutline } from '../../src/report/synthesis-document.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { sampleDocument } from './sample.ts';
import { unzipped } from './unzipped.ts';

const HOSTILE = '<script>alert(1)</script> *gras* [lien](https://x.example) \u202eretourné\u0007';
const made = sampleDocument();
const outline = synthesisOutline(made);
const reader = spawnSync('pdftotext', ['-v']).error === undefined;

/** Well formed, every part of it; what is written in it, in its order. */
function wordsOf(xml: string): string {
  const strict = parser(true);
  let said = '';
  strict.onerror = (error) => {
    throw error;
  };
  strict.ontext = (piece) => {
    said += piece;
  };
  strict.onopentag = ({ name }) => {
    if (['w:p', 'w:br', 'w:tc'].includes(name)) said += '\n';
  };
  strict.write(xml).close();
  return said;
}

const refsIn = (said: string): Set<string> => new Set(said.match(/P-\d{4,}/gu));
const plain = (said: string): string => said.replace(/[\s\u00a0\u202f]+/gu, ' ');
/** Each row of the tables of figures, as its cells follow each other. */
const rowsIn = (from: Outline): string[] =>
  from.parts.flatMap((part) => (part.is === 'table' ? part.rows.map((row) => plain(row.join(' '))) : []));

describe('a synthesis as DOCX', () => {
  let parts: ReadonlyMap<string, string>;
  let said: string;
  beforeAll(async () => {
    parts = unzipped(await writeDocx(outline));
    said = plain(wordsOf(parts.get('word/document.xml')!));
  });

  test('every part is well-formed XML, and what it refers to is there', () => {
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        'word/document.xml',
        'word/footnotes.xml',
        'word/styles.xml',
      ]),
    );
    for (const [name, xml] of parts)
      if (/\.(?:xml|rels)$/u.test(name)) expect(() => wordsOf(xml), name).not.toThrow();
    const called = [...parts.get('word/document.xml')!.matchAll(/<w:footnoteReference w:id="(\d+)"/gu)].map(
      ([, id]) => id!,
    );
    const noted = [...parts.get('word/footnotes.xml')!.matchAll(/<w:footnote [^>]*w:id="(\d+)"/gu)].map(
      ([, id]) => id!,
    );
    expect(called.length).toBeGreaterThan(3);
    expect(noted).toEqual(expect.arrayContaining(called));
  });

  test('headings are styled and listed in a table of contents, in the language it is in', () => {
    const xml = parts.get('word/document.xml')!;
    for (const style of ['Title', 'Heading1', 'Heading2'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(xml).toMatch(/TOC[^<]*\\o/u);
    const titles = outline.parts.flatMap((part) =>
      part.is === 'heading' && part.level === 2 ? [part.text] : [],
    );
    for (const title of titles) expect(said.split(plain(title)).length, title).toBeGreaterThan(2);
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>');
    expect(xml).toContain('<w:tblHeader/>');
  });

  test('the references and figures are those of the Markdown', () => {
    const markdown = synthesisMarkdown(made);
    const noted = plain(wordsOf(parts.get('word/footnotes.xml')!));
    expect(new Set([...refsIn(said), ...refsIn(noted)])).toEqual(refsIn(markdown));
    const tables = plain(markdown.replaceAll(/[|*\\]/gu, ' '));
    expect(rowsIn(outline).length).toBeGreaterThan(3);
    for (const row of rowsIn(outline)) {
      expect(said).toContain(row);
      expect(tables).toContain(row);
    }
  });
});

describe.skipIf(!reader)('a synthesis as PDF (without pdftotext nothing reads it here)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-pdf-'));
  const file = join(dir, 'synthesis.pdf');
  const run = (command: string, ...words: string[]) =>
    execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  beforeAll(async () => writeFileSync(file, await writePdf(outline)));
  afterAll(() => rmSync(dir, { recursive: true }));

  test('the references, figures and paragraphs are those of the other formats', () => {
    const said = plain(run('pdftotext', '-layout', file, '-'));
    expect(refsIn(said)).toEqual(refsIn(synthesisMarkdown(made)));
    const rows = outline.parts.flatMap((part) => (part.is === 'table' ? part.rows : []));
    // pdftotext guesses from the distance whether a narrow space is one.
    const bare = (text: string): string => text.replaceAll(/\s/gu, '');
    for (const row of rows) expect(bare(said)).toContain(bare(row.slice(1).join('')));
    for (const title of outline.parts.flatMap((part) => (part.is === 'heading' ? [part.text] : [])))
      expect(said, title).toContain(plain(title).slice(0, 30));
  });

  test('it is tagged, titled, in its language, and its fonts are in it', () => {
    const about = run('pdfinfo', file);
    expect(about).toMatch(/Tagged:\s+yes/u);
    expect(about).toContain(made.consultation.title.slice(0, 30));
    const fonts = run('pdffonts', file)
      .split('\n')
      .slice(2)
      .filter((row) => row.trim() !== '');
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/SourceSerif4.*\byes yes yes\b/u);
    const tags = run('pdfinfo', '-struct', file);
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'BlockQuote'])
      expect(tags).toMatch(new RegExp(`\\b${tag}\\b`, 'u'));
  });
});

test('words of people are words in every format', async () => {
  const hostile: Outline = {
    lang: 'fr',
    eyebrow: HOSTILE,
    title: HOSTILE,
    facts: [HOSTILE],
    parts: [
      heading(2, HOSTILE),
      text({ strong: HOSTILE }, HOSTILE, { quoted: HOSTILE }, { note: HOSTILE }),
      ...items([HOSTILE]),
      { is: 'quote', text: HOSTILE, by: HOSTILE },
      { is: 'table', caption: HOSTILE, head: [HOSTILE, 'n'], rows: [[HOSTILE, '1 | 2']] },
    ],
  };
  const markdown = outlineMarkdown(hostile);
  expect(markdown).not.toMatch(/(?<!\\)(?:<script|\[lien)/u);
  expect(markdown).toContain('1 \\| 2');
  const html = outlineHtml(hostile);
  expect(html).not.toContain('<script');
  const docx = unzipped(await writeDocx(hostile));
  for (const [name, xml] of docx) {
    expect(xml, name).not.toContain('<script');
    for (const one of ['\u202e', '\u0007']) expect(xml.includes(one), name).toBe(false);
    if (/\.(?:xml|rels)$/u.test(name)) expect(() => wordsOf(xml), name).not.toThrow();
  }
  expect((await writePdf(hostile)).length).toBeGreaterThan(1_000);
});

test('a draft, and one for the team, say so first', async () => {
  const { signature: _, ...draft } = sampleDocument();
  expect(synthesisOutline({ ...draft, signature: null }).facts[0]).toMatch(/^Brouillon interne/u);
  const internal = { ...made, audience: 'internal' as const };
  expect(synthesisOutline(internal).facts[0]).toMatch(/^Interne, ne pas diffuser/u);
});
