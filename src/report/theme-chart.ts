/**
 * Two drawings of who stands behind each theme, as SVG: by type of actor, and which themes several types share. Narrow
 * and tall, to be read on a telephone as they are; what a colour tells, a letter or a number tells too.
 */

import type { Figure } from '../core/synthesis/model.ts';
import { type Drawing, EDGE, HOLLOW, INK, Page, QUIET, TITLE } from './drawing.ts';
import { behind, converging, convergingThemes, type ThemeFigures, type ThemeRow } from './theme-figures.ts';
import type { Wording } from './wording.ts';

const WIDTH = 420;
const INNER = WIDTH - 2 * EDGE;
/** Themes of an axis, and in all: what a telephone scrolls through. */
export const MOST_OF_AXIS = 6;
export const MOST = 24;
/** Fills from few to many, with what is written on them: 4.5 to 1 at least. */
const SHADES = [
  ['var(--shade1,#d3e6e7)', 'var(--shade1-ink,#1b2224)'],
  ['var(--shade2,#8cc3c7)', 'var(--shade2-ink,#1b2224)'],
  ['var(--mark,#12616b)', 'var(--paper,#fff)'],
] as const;

/** Of a type of actor, in the drawings. */
export const letterOf = (at: number): string => String.fromCharCode(65 + (at % 26));

/** A row a theme, a cell a type of actor. */
export function themesByCollege(figures: ThemeFigures, wording: Wording, id: string): Drawing {
  const page = new Page(WIDTH);
  head(page, wording.themesCaption, wording.themesHow(figures.step, figures.others));
  legend(page, figures, wording, true);
  const most = mostBehind(figures);
  let left = MOST;
  let hidden = 0;
  for (const { label, themes } of figures.axes) {
    const shown = themes.slice(0, Math.min(MOST_OF_AXIS, left));
    hidden += themes.length - shown.length;
    left -= shown.length;
    if (shown.length === 0) continue;
    page.y += 14;
    page.lines(EDGE, label, TITLE, { size: 15, most: 1 });
    for (const theme of shown) {
      named(page, theme, wording);
      cells(page, theme, figures, { most, wording });
    }
  }
  if (hidden > 0) more(page, wording.moreThemes(hidden));
  return page.drawn({ id, title: wording.themesCaption, says: themesInWords(figures, wording) });
}

function cells(
  page: Page,
  { people }: ThemeRow,
  { step }: ThemeFigures,
  { most, wording }: { readonly most: number; readonly wording: Wording },
): void {
  const gap = 5;
  const perRow = Math.min(people.length, 5);
  const width = (INNER - gap * (perRow - 1)) / perRow;
  page.y += 8;
  for (const [at, one] of people.entries()) {
    if (at > 0 && at % perRow === 0) page.y += 36;
    const x = EDGE + (at % perRow) * (width + gap);
    const ink = cell(page, one, { x, width, height: 31, most });
    page.text(x + 8, letterOf(at), `font-size="13" font-weight="bold" ${ink}`, page.y + 20.5);
    const count = behind(one, step, wording);
    page.text(x + width - 8, count, `font-size="15" text-anchor="end" ${ink}`, page.y + 21);
  }
  page.y += 31;
}

/** Where a figure stands, the darker the more; the colour of what is written on it. */
export function cell(
  page: Page,
  people: Figure,
  { x, width, height, most }: { readonly x: number; width: number; height: number; most: number },
): string {
  const none = people === null || people === 0;
  const [fill, ink] = none
    ? ['none', 'var(--quiet,#556164)']
    : SHADES[Math.min(2, Math.floor(((people - 1) / most) * 3))]!;
  page.pieces.push(
    `<rect x="${x.toFixed(1)}" y="${Math.round(page.y)}" width="${width.toFixed(1)}" height="${height}" rx="4" fill="${fill}"${none ? ` ${HOLLOW}` : ''}/>`,
  );
  return `fill="${ink}"`;
}

/** The most people behind one theme in one type of actor. */
export const mostBehind = ({ axes }: ThemeFigures): number =>
  Math.max(1, ...axes.flatMap(({ themes }) => themes.flatMap(({ people }) => people.map((one) => one ?? 0))));

/** Filled where that type of actor is behind the theme. */
export function dot(page: Page, people: Figure, { x, at }: { readonly x: number; at: number }): void {
  const here = people !== null && people > 0;
  page.pieces.push(
    `<circle cx="${x}" cy="${page.y}" r="13" ${here ? 'fill="var(--mark,#12616b)"' : `fill="none" ${HOLLOW}`}/>`,
  );
  const fill = here ? 'var(--paper,#fff)' : 'var(--quiet,#556164)';
  page.text(
    x,
    letterOf(at),
    `font-size="14" font-weight="bold" text-anchor="middle" fill="${fill}"`,
    page.y + 5,
  );
}

/** The themes of several types of actor, a letter each. */
export function convergenceChart(figures: ThemeFigures, wording: Wording, id: string): Drawing {
  const page = new Page(WIDTH);
  head(page, wording.convergenceCaption, wording.convergenceHow(figures.step));
  legend(page, figures, wording, false);
  const all = convergingThemes(figures);
  const shown = all.slice(0, MOST / 2);
  if (shown.length === 0) {
    page.y += 10;
    page.lines(EDGE, wording.noConvergence(figures.step), INK, { size: 15, most: 3 });
  }
  for (const theme of shown) {
    named(page, theme, wording, theme.axis);
    const count = wording.ofColleges(converging(theme), figures.colleges.length);
    page.y += 23;
    for (const [at, one] of theme.people.entries()) dot(page, one, { x: EDGE + 14 + at * 34, at });
    page.text(WIDTH - EDGE, count, `font-size="14" text-anchor="end" ${INK}`, page.y + 5);
    page.y += 13;
  }
  if (all.length > shown.length) more(page, wording.moreThemes(all.length - shown.length));
  return page.drawn({ id, title: wording.convergenceCaption, says: convergenceInWords(figures, wording) });
}

function head(page: Page, title: string, how: string): void {
  page.lines(EDGE, title, `font-weight="bold" ${INK}`, { size: 18, most: 3 });
  page.y += 4;
  page.lines(EDGE, how, QUIET, { size: 13.5, most: 4 });
}

/** `base`: with how many were invited. */
function legend(page: Page, { colleges }: ThemeFigures, wording: Wording, base: boolean): void {
  page.y += 8;
  for (const [at, { label, invited }] of colleges.entries()) {
    page.y += 4;
    page.text(
      EDGE,
      letterOf(at),
      'font-size="14" font-weight="bold" fill="var(--link,#0d5560)"',
      page.y + 18.5,
    );
    page.lines(EDGE + 20, label, INK, { size: 14, most: 2, width: INNER - 20 });
    if (base) page.lines(EDGE + 20, wording.invited(invited), QUIET, { size: 13, most: 1 });
  }
}

function named(page: Page, { label, line, proposals }: ThemeRow, wording: Wording, axis?: string): void {
  page.y += 10;
  page.lines(EDGE, label === '' ? line : label, `font-weight="bold" ${INK}`, { size: 15, most: 3 });
  const count = wording.proposalCount(proposals);
  page.lines(EDGE, axis === undefined ? count : `${axis}, ${count}`, QUIET, { size: 13.5, most: 1 });
}

function more(page: Page, words: string): void {
  page.y += 12;
  page.lines(EDGE, words, QUIET, { size: 13.5, most: 2 });
}

/** The same in words; `short` names a theme by the number of its line. */
export const themesInWords = (figures: ThemeFigures, wording: Wording, short = false): string =>
  figures.axes
    .map(
      ({ label, themes }) =>
        `${label}${wording.colon}${themes.map((theme) => `${short ? theme.line : theme.label || theme.line} (${theme.people.map((people, at) => `${figures.colleges[at]!.label} ${behind(people, figures.step, wording)}`).join(', ')})`).join(wording.semicolon)}.`,
    )
    .join(' ');

export const convergenceInWords = (figures: ThemeFigures, wording: Wording, short = false): string => {
  const all = convergingThemes(figures);
  if (all.length === 0) return wording.noConvergence(figures.step);
  return `${all.map((theme) => `${short ? theme.line : theme.label || theme.line}${wording.colon}${wording.ofColleges(converging(theme), figures.colleges.length)}`).join(wording.semicolon)}.`;
};

/** As a picture: on paper's white, in the colours it falls back on, with the letters of a server that may have none. */
export function asPicture({ svg, width, height }: Drawing): string {
  return svg
    .replace('<svg class="themes"', `<svg width="${width}" height="${height}" font-family="DejaVu Sans"`)
    .replace('</desc>', `</desc><rect width="${width}" height="${height}" fill="#fff"/>`)
    .replace(/var\(--[a-z0-9-]+,(#[0-9a-f]+)\)/gu, '$1');
}
