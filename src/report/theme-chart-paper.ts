/**
 * The drawings of `theme-chart.ts` for a sheet: a theme a row, its types of actor beside it. Several drawings where one
 * would be taller than a page; each with its legend, since paper is read a page at a time.
 */
import { type Drawing, INK, Page, QUIET, TITLE } from './drawing.ts';
import {
  cell,
  convergenceInWords,
  dot,
  letterOf,
  MOST,
  MOST_OF_AXIS,
  mostBehind,
  themesInWords,
} from './theme-chart.ts';
import { behind, converging, convergingThemes, type ThemeFigures, type ThemeRow } from './theme-figures.ts';
import type { Wording } from './wording.ts';
import { wrapped } from './wrapped.ts';

const WIDTH = 720;
const EDGE = 2;
/** With its caption on one page of A4. */
const TALLEST = 940;
const GAP = 6;
const CELL = 26;
/** Characters of a theme's line, beside its figures. */
const FROM_FIGURES = 380;
const LABEL = { size: 13.5, most: 2, width: FROM_FIGURES - 16 };

type Axis = ThemeFigures['axes'][number];

/** Of each axis its first themes, and of all those a reader goes through; the table has every one. */
export function themesOnPaper(figures: ThemeFigures, wording: Wording): Drawing[] {
  const [shown, hidden] = firstThemes(figures);
  const most = mostBehind(figures);
  const sheets = onSheets(shown, legendHeight(figures));
  return sheets.map((axes, at) => {
    const page = new Page(WIDTH, EDGE);
    legend(page, figures, wording);
    for (const { label, themes } of axes) {
      axisHead(page, label, figures);
      for (const theme of themes)
        row(page, theme, wording, () => {
          const { x0, width } = columns(figures);
          for (const [n, people] of theme.people.entries()) {
            const x = x0 + n * (width + GAP);
            const ink = cell(page, people, { x, width, height: CELL, most });
            const count = behind(people, figures.step, wording);
            page.text(x + width / 2, count, `font-size="13" text-anchor="middle" ${ink}`, page.y + 18);
          }
        });
    }
    if (hidden > 0 && at === sheets.length - 1) {
      page.y += 8;
      page.lines(EDGE, wording.moreBelow(hidden), QUIET, { size: 12.5, most: 2 });
    }
    const says = themesInWords({ ...figures, axes }, wording);
    return page.drawn({ id: `p-themes-${at}`, title: wording.themesCaption, says });
  });
}

/** The themes several types of actor share; none where there is no such theme, which a sentence says. */
export function convergenceOnPaper(figures: ThemeFigures, wording: Wording): Drawing[] {
  const all = convergingThemes(figures);
  if (all.length === 0) return [];
  const page = new Page(WIDTH, EDGE);
  legend(page, figures, wording);
  page.y += 18;
  const shown = all.slice(0, MOST / 2);
  for (const theme of shown)
    row(
      page,
      theme,
      wording,
      () => {
        page.y += CELL / 2;
        for (const [at, people] of theme.people.entries())
          dot(page, people, { x: FROM_FIGURES + 14 + at * 32, at });
        const count = `${converging(theme)}/${figures.colleges.length}`;
        page.text(
          WIDTH - EDGE,
          count,
          `font-size="14" font-weight="bold" text-anchor="end" ${INK}`,
          page.y + 5,
        );
      },
      theme.axis,
    );
  if (all.length > shown.length) {
    page.y += 8;
    page.lines(EDGE, wording.moreBelow(all.length - shown.length), QUIET, { size: 12.5, most: 2 });
  }
  const says = convergenceInWords(figures, wording);
  return [page.drawn({ id: 'p-shared', title: wording.convergenceCaption, says })];
}

function firstThemes({ axes }: ThemeFigures): [Axis[], number] {
  let left = MOST;
  let hidden = 0;
  const shown = axes.flatMap((axis) => {
    const themes = axis.themes.slice(0, Math.min(MOST_OF_AXIS, left));
    hidden += axis.themes.length - themes.length;
    left -= themes.length;
    return themes.length === 0 ? [] : [{ ...axis, themes }];
  });
  return [shown, hidden];
}

/** Axes stay whole. */
function onSheets(axes: readonly Axis[], head: number): Axis[][] {
  const sheets: Axis[][] = [];
  let y = Number.POSITIVE_INFINITY;
  for (const axis of axes) {
    const height = 44 + axis.themes.reduce((all, theme) => all + rowHeight(theme), 0);
    if (y + height > TALLEST) {
      sheets.push([]);
      y = head;
    }
    sheets.at(-1)!.push(axis);
    y += height;
  }
  return sheets;
}

const linesOf = ({ label, line }: ThemeRow): number =>
  wrapped(label === '' ? line : label, Math.floor(LABEL.width / (LABEL.size * 0.56)), LABEL.most).length;
const rowHeight = (theme: ThemeRow): number => Math.max(CELL, (linesOf(theme) + 1) * 17) + 12;

const columns = ({ colleges }: ThemeFigures): { readonly x0: number; readonly width: number } => {
  const room = WIDTH - EDGE - FROM_FIGURES;
  const width = Math.min(64, (room - GAP * (colleges.length - 1)) / colleges.length);
  return { x0: WIDTH - EDGE - colleges.length * (width + GAP) + GAP, width };
};

/** What is at the left, and beside it what `draw` puts there. */
function row(page: Page, theme: ThemeRow, wording: Wording, draw: () => void, axis?: string): void {
  const { y } = page;
  page.y = y - 2;
  page.lines(EDGE, theme.label === '' ? theme.line : theme.label, INK, LABEL);
  const count = wording.proposalCount(theme.proposals);
  page.lines(EDGE, axis === undefined ? count : `${axis}, ${count}`, QUIET, { ...LABEL, size: 12, most: 1 });
  page.y = y + (rowHeight(theme) - 12 - CELL) / 2;
  draw();
  page.y = y + rowHeight(theme);
}

function axisHead(page: Page, label: string, figures: ThemeFigures): void {
  page.y += 32;
  page.text(EDGE, label, `${TITLE} font-size="15"`);
  const { x0, width } = columns(figures);
  for (const at of figures.colleges.keys())
    page.text(
      x0 + at * (width + GAP) + width / 2,
      letterOf(at),
      `${TITLE} font-size="13" text-anchor="middle"`,
    );
  page.y += 12;
}

const LEGEND = 19;
const legendHeight = ({ colleges }: ThemeFigures): number => colleges.length * LEGEND + EDGE;

/** One under the other: what they are called is long. */
function legend(page: Page, { colleges }: ThemeFigures, wording: Wording): void {
  for (const [at, { label, invited }] of colleges.entries()) {
    page.y += LEGEND;
    page.text(EDGE, letterOf(at), `${TITLE} font-size="13"`);
    const [name] = wrapped(label, 76, 1);
    page.text(EDGE + 20, `${name ?? ''}, ${wording.invited(invited)}`, `${INK} font-size="12.5"`);
  }
}
