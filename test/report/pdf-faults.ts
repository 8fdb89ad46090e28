/** A PDF read by poppler: its structure, its fonts, its words, and its pages as pictures. */
import { execFileSync, spawnSync } from 'node:child_process';

export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const run = (command: string, ...words: string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });

export interface Opened {
  readonly faults: readonly string[];
  /** Without the pages' numbers. */
  readonly text: string;
  readonly figures: number;
}

/** Points: nothing is written nearer to the paper's edge. */
const CLEAR = 24;

export function openPdf(file: string): Opened {
  const faults: string[] = [];
  const about = run('pdfinfo', file);
  if (!/Tagged:\s+yes/u.test(about)) faults.push('not tagged');
  if (!/Title:\s+\S/u.test(about)) faults.push('no title');
  const pages = Number(/Pages:\s+(\d+)/u.exec(about)?.[1]);
  const fonts = run('pdffonts', file)
    .split('\n')
    .slice(2)
    .filter((row) => row.trim() !== '');
  // Embedded, only what is used of it, and with what its signs mean.
  for (const font of fonts) if (!/\byes yes yes\b/u.test(font)) faults.push(`font: ${font}`);

  const tags = run('pdfinfo', '-struct', file);
  const levels = [...tags.matchAll(/^\s*H(\d)\b/gmu)].map(([, level]) => Number(level));
  if (levels[0] !== 1) faults.push('its first heading is not of the first level');
  for (const [at, level] of levels.entries())
    if (at > 0 && level > levels[at - 1]! + 1) faults.push(`heading ${at + 1} jumps to level ${level}`);
  const figures = [...tags.matchAll(/^\s*Figure\b/gmu)].length;

  const grey = execFileSync('pdftoppm', ['-r', '36', '-gray', file], { maxBuffer: 1e9 });
  const seen = sheets(grey);
  if (seen.length !== pages) faults.push(`${seen.length} of ${pages} pages can be drawn`);
  for (const [at, sheet] of seen.entries()) {
    if (!sheet.some((row) => row.some(inked))) faults.push(`page ${at + 1} is empty`);
    const edge = Math.floor((CLEAR * 36) / 72);
    const crossed = sheet.some((row, y) =>
      row.some(
        (grey, x) =>
          inked(grey) && (x < edge || x >= row.length - edge || y < edge || y >= sheet.length - edge / 2),
      ),
    );
    if (crossed) faults.push(`page ${at + 1}: something runs out of the page`);
  }
  const text = run('pdftotext', '-raw', file, '-').replace(/^\d+ \/ \d+$/gmu, '');
  return { faults, text, figures };
}

/** Small quiet letters too, drawn at half the size of a screen. */
const inked = (grey: number): boolean => grey < 235;

/** Rows of greys, a page each: binary PGM files one after the other. */
function sheets(bytes: Buffer): Uint8Array[][] {
  const pages: Uint8Array[][] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', at, at + 40));
    if (head === null) throw new Error('no picture of a page');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    pages.push(
      Array.from({ length: height }, (_, y) => bytes.subarray(from + y * width, from + (y + 1) * width)),
    );
    at = from + width * height;
  }
  return pages;
}
