import type { Figure } from '../core/synthesis/model.ts';
import { escapeHtml } from './people-text.ts';
import type { Wording } from './wording.ts';

export interface Panel {
  /** Unique in the page: letters, digits and hyphens. */
  readonly id: string;
  readonly college: string;
  readonly invited: number;
  readonly bars: readonly { readonly label: string; readonly people: Figure }[];
}

const WIDTH = 320;
const ROW = 28;
const BAR = { x: 56, width: 174, height: 14 };

/**
 * One panel of the participation chart, as an SVG element: a bar an axis, the whole track being the people invited
 * (C8). A withheld figure is a hatched track. Colours come from the page's `--mark`, `--track` and `--ink`.
 */
export function participationPanel(panel: Panel, wording: Wording): string {
  const { id, invited } = panel;
  const height = panel.bars.length * ROW;
  const bars = panel.bars.map(({ label, people }, place) => {
    const y = place * ROW + (ROW - BAR.height) / 2;
    const baseline = place * ROW + ROW / 2 + 5;
    const length = invited === 0 || people === null ? 0 : (Math.min(people, invited) / invited) * BAR.width;
    const track = `<rect x="${BAR.x}" y="${y}" width="${BAR.width}" height="${BAR.height}" rx="2" fill="${
      people === null ? `url(#${id}-hatch)` : 'var(--track,#dfe5e4)'
    }"/>`;
    const mark =
      length === 0
        ? ''
        : `<rect x="${BAR.x}" y="${y}" width="${round(length)}" height="${BAR.height}" rx="2" fill="var(--mark,#12616b)"/>`;
    const value =
      people === null
        ? `<tspan class="quiet">${escapeHtml(wording.withheld)}</tspan>`
        : escapeHtml(wording.outOf(people, invited));
    return `<text x="0" y="${baseline}">${escapeHtml(label)}</text>${track}${mark}<text x="${BAR.x + BAR.width + 8}" y="${baseline}">${value}</text>`;
  });
  return [
    `<svg class="panel" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">${escapeHtml(`${panel.college}, ${wording.invited(invited)}`)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(panelInWords(panel, wording))}</desc>`,
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--paper,#fff)"/><rect width="1.5" height="6" fill="var(--hatch,#9aa8a7)"/></pattern></defs>`,
    `<g fill="var(--ink,#1b2224)" font-size="13.5">${bars.join('')}</g>`,
    '</svg>',
  ].join('');
}

/** What a panel shows, axis by axis. */
export const panelInWords = ({ bars, invited }: Omit<Panel, 'id'>, wording: Wording): string =>
  bars
    .map(({ label, people }) =>
      people === null ? `${label} ${wording.withheldWord}` : `${label} ${wording.outOf(people, invited)}`,
    )
    .join(', ');

const round = (length: number): number => Math.round(length * 10) / 10;
