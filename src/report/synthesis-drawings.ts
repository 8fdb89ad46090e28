/** The drawings of a synthesis, for the formats that hold pictures; beside each stands the table of its figures. */
import type { SynthesisDocument } from '../core/synthesis/document.ts';
import { chartDrawing } from './chart-picture.ts';
import type { Drawing } from './drawing.ts';
import type { Drawn } from './outline.ts';
import { axisName, collegeLabel } from './synthesis-outline.ts';
import { asPicture } from './theme-chart.ts';
import { convergenceOnPaper, themesOnPaper } from './theme-chart-paper.ts';
import type { ThemeFigures } from './theme-figures.ts';
import type { Wording } from './wording.ts';

const drawn = ({ svg, width, height, says }: Drawing, caption: string): Drawn => ({
  is: 'figure',
  caption,
  alt: says,
  svg,
  width,
  height,
});

/** Who contributed, by type of actor and axis; null where nothing was asked by axis. */
export function participationDrawn(document: SynthesisDocument, wording: Wording): Drawn | null {
  const panels = document.base.map(({ college, invited }) => ({
    college: collegeLabel(document, college),
    invited,
    bars: document.axes.flatMap(({ axis }) => {
      const cell = document.participation.find((one) => one.college === college && one.axis === axis);
      return cell === undefined ? [] : [{ label: axisName(document, axis, wording), people: cell.people }];
    }),
  }));
  if (panels.every(({ bars }) => bars.length === 0)) return null;
  const drawing = chartDrawing({ lang: document.lang, title: '', panels });
  return drawn(drawing, `${wording.chartCaption}. ${wording.chartHow}`);
}

export const themesDrawn = (figures: ThemeFigures, wording: Wording): Drawn[] =>
  themesOnPaper(figures, wording).map((one, at) =>
    drawn(
      { ...one, svg: asPicture(one) },
      at === 0
        ? `${wording.themesCaption}. ${wording.themesHow(figures.step, figures.others)}`
        : `${wording.themesCaption} (${wording.continued})`,
    ),
  );

export const convergenceDrawn = (figures: ThemeFigures, wording: Wording): Drawn[] =>
  convergenceOnPaper(figures, wording).map((one) =>
    drawn(
      { ...one, svg: asPicture(one) },
      `${wording.convergenceCaption}. ${wording.convergenceHow(figures.step)}`,
    ),
  );
