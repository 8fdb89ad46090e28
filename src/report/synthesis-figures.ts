import type { SynthesisDocument } from '../core/synthesis/document.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { participationPanel } from './chart.ts';
import { bdi, escapeHtml as esc, visible } from './people-text.ts';
import { axisName, collegeLabel } from './synthesis-outline.ts';
import { validationsRead, viewsHead } from './synthesis-views.ts';
import { convergenceChart, letterOf, themesByCollege } from './theme-chart.ts';
import { themeFigures, themeTable } from './theme-figures.ts';
import { shownFigure, type Wording } from './wording.ts';

const FIGURES = ['invited', 'reached', 'answered', 'passed', 'silent'] as const;

/** Figures by type of actor, against the invited base (C8); no percentage, no total that would undo a withholding. */
export const baseTable = (document: SynthesisDocument, wording: Wording): string =>
  table(
    wording.baseCaption,
    [wording.college, ...FIGURES.map((name) => wording.columns[name])],
    document.base.map((row) => [collegeLabel(document, row.college), FIGURES.map((name) => row[name])]),
    wording,
  );

/** How statements put to partners are seen; nothing when none was. */
export function viewsTables(document: SynthesisDocument, wording: Wording): string {
  const read = validationsRead(document, wording);
  if (read.length === 0) return '';
  const { title, how, rounded } = wording.views;
  return [
    `<h3>${esc(title)}</h3><p>${esc(how)}</p>`,
    ...read.flatMap((one) => [
      `<h4>${bdi(one.title)}</h4>`,
      ...one.statements.map(({ text, rows }) => table(text, viewsHead(wording), rows, wording)),
    ]),
    document.audience === 'public' ? `<p class="note">${esc(rounded(document.smallestFigure))}</p>` : '',
  ].join('\n');
}

/** The participation chart with its table; nothing when there is no figure by axis. */
export function participationFigure(document: SynthesisDocument, wording: Wording): string {
  if (document.participation.length === 0) return '';
  const cell = (college: string, axis: string): Figure | undefined =>
    document.participation.find((found) => found.college === college && found.axis === axis)?.people;
  const axes = document.axes
    .map(({ axis }) => axis)
    .filter((axis) => document.base.some(({ college }) => cell(college, axis) !== undefined));
  const panels = document.base.map(({ college, invited }, place) => {
    const label = visible(collegeLabel(document, college));
    const bars = axes.flatMap((axis) => {
      const people = cell(college, axis);
      return people === undefined ? [] : [{ label: axisName(document, axis, wording), people }];
    });
    const svg = participationPanel({ id: `s-panel-${place + 1}`, college: label, invited, bars }, wording);
    return `<div><p aria-hidden="true">${bdi(label)} <small>${esc(wording.invited(invited))}</small></p>${svg}</div>`;
  });
  return [
    `<figure><figcaption>${esc(wording.chartCaption)}<small>${esc(wording.chartHow)}</small></figcaption>`,
    `<div class="panels">${panels.join('')}</div>`,
    table(
      wording.table,
      [wording.college, ...axes.map((axis) => axisName(document, axis, wording))],
      document.base.map(({ college }) => [
        collegeLabel(document, college),
        axes.map((axis) => cell(college, axis)),
      ]),
      wording,
    ),
    '</figure>',
  ].join('\n');
}

/**
 * The roles keep it a table for screen readers where a phone's style lays it out otherwise. `undefined` is a cell that has no meaning: that college was not asked on that axis.
 */
function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly [string, readonly (Figure | undefined)[]])[],
  wording: Wording,
): string {
  const cellOf = (figure: Figure | undefined): string => {
    if (figure === undefined) return '<td role="cell"></td>';
    if (figure !== null) return `<td role="cell">${esc(shownFigure(figure, wording))}</td>`;
    return `<td class="withheld" role="cell"><abbr title="${esc(wording.withheldWord)}">${esc(shownFigure(null, wording))}</abbr></td>`;
  };
  return tableOf(
    caption,
    columns,
    rows.map(([label, figures]) => [label, figures.map(cellOf)]),
  );
}

const tableOf = (
  caption: string,
  columns: readonly (string | { readonly short: string; readonly label: string })[],
  rows: readonly (readonly [string, readonly string[]])[],
): string =>
  [
    `<div class="scroll" role="region" tabindex="0" aria-label="${esc(caption)}"><table role="table"><caption>${esc(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row" style="--columns:${columns.length - 1}">${columns.map(headed).join('')}</tr></thead>`,
    `<tbody role="rowgroup">${rows.map(([label, cells]) => `<tr role="row" style="--columns:${cells.length}"><th scope="row" role="rowheader">${bdi(label)}</th>${cells.join('')}</tr>`).join('')}</tbody>`,
    '</table></div>',
  ].join('');

const headed = (column: string | { readonly short: string; readonly label: string }): string =>
  typeof column === 'string'
    ? `<th scope="col" role="columnheader">${esc(column)}</th>`
    : `<th scope="col" role="columnheader" aria-label="${esc(visible(column.label))}">${column.short}</th>`;

/** Who stands behind each theme: the two drawings, and the table of the first; nothing where themes were not counted so. */
export function themeCharts(document: SynthesisDocument, wording: Wording): string {
  const figures = themeFigures(document, wording);
  if (figures === null) return '';
  const rows = themeTable(figures, wording).map(([label, cells]) => [label, cells] as const);
  return [
    `<figure class="themes">${themesByCollege(figures, wording, 's-themes').svg}</figure>`,
    tableOf(
      wording.themesCaption,
      // Letters of the drawing's legend: four names do not fit beside each other on a telephone.
      [wording.theme, ...figures.colleges.map(({ label }, at) => ({ short: letterOf(at), label }))],
      rows.map(([label, cells]) => [label, cells.map((cell) => `<td role="cell">${esc(cell)}</td>`)]),
    ),
    `<figure class="themes">${convergenceChart(figures, wording, 's-shared').svg}</figure>`,
  ].join('\n');
}
