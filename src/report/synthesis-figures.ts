import type { Figure, SynthesisDocument } from '../core/synthesis/model.ts';
import { participationPanel } from './chart.ts';
import { bdi, escapeHtml as esc, visible } from './people-text.ts';
import { axisName, collegeLabel } from './synthesis-outline.ts';
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
  const cells = (figures: readonly (Figure | undefined)[]): string =>
    figures
      .map((figure) => {
        if (figure === undefined) return '<td role="cell"></td>';
        if (figure !== null) return `<td role="cell">${esc(shownFigure(figure, wording))}</td>`;
        return `<td class="withheld" role="cell"><abbr title="${esc(wording.withheldWord)}">${esc(shownFigure(null, wording))}</abbr></td>`;
      })
      .join('');
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${esc(caption)}"><table role="table"><caption>${esc(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row" style="--columns:${columns.length - 1}">${columns.map((column) => `<th scope="col" role="columnheader">${esc(column)}</th>`).join('')}</tr></thead>`,
    `<tbody role="rowgroup">${rows.map(([label, figures]) => `<tr role="row" style="--columns:${figures.length}"><th scope="row" role="rowheader">${bdi(label)}</th>${cells(figures)}</tr>`).join('')}</tbody>`,
    '</table></div>',
  ].join('');
}
