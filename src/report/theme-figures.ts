/** Who stands behind each theme, by type of actor: what the charts draw and the tables say. */
import type { SynthesisDocument } from '../core/synthesis/document.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { axisName, collegeLabel } from './synthesis-outline.ts';
import { numeral } from './typography.ts';
import type { Wording } from './wording.ts';

export interface ThemeRow {
  /** The number of its line, such as `1.3`; '' when the team took that line out. */
  readonly line: string;
  readonly label: string;
  readonly proposals: number;
  /** In the order of `colleges`. */
  readonly people: readonly Figure[];
}

export interface ThemeFigures {
  /** Counts are exact with 1; else rounded down to a multiple of it, and null below. */
  readonly step: number;
  readonly colleges: readonly { readonly label: string; readonly invited: number }[];
  /** Only themes of which some figure may be said. */
  readonly axes: readonly { readonly label: string; readonly themes: readonly ThemeRow[] }[];
  /** How many other themes there are: fewer than `step` people of each type of actor are behind them. */
  readonly others: number;
}

/** null for a synthesis compiled before themes were counted so, or when there is nothing that may be said of any. */
export function themeFigures(document: SynthesisDocument, wording: Wording): ThemeFigures | null {
  const keys = document.base.map(({ college }) => college);
  const all = document.axes.flatMap((axis) => {
    const themes = axis.themes.flatMap(({ label, proposals, people }, at): ThemeRow[] => {
      if (people.length === 0) return [];
      const counts = new Map(people.map((row) => [row.college, row.people]));
      const line = axis.lines.find(({ theme }) => theme === at)?.id ?? '';
      return [
        { line, label, proposals: proposals.length, people: keys.map((key) => counts.get(key) ?? null) },
      ];
    });
    return [{ label: axisName(document, axis.axis, wording), themes }];
  });
  const axes = all
    .map(({ label, themes }) => ({ label, themes: themes.filter((theme) => converging(theme) > 0) }))
    .filter(({ themes }) => themes.length > 0);
  if (axes.length === 0 || keys.length === 0) return null;
  const count = (rows: typeof all): number => rows.reduce((sum, { themes }) => sum + themes.length, 0);
  return {
    step: document.audience === 'public' ? Math.max(1, document.smallestFigure) : 1,
    colleges: document.base.map(({ college, invited }) => ({
      label: collegeLabel(document, college),
      invited,
    })),
    axes,
    others: count(all) - count(axes),
  };
}

/** `≥ 10`, `< 5`, or an exact count. */
export function behind(people: Figure, step: number, { lang }: Wording): string {
  if (step === 1) return numeral(people ?? 0, lang);
  return people === null || people === 0 ? `<\u00a0${step}` : `≥\u00a0${numeral(people, lang)}`;
}

/** How many types of actor stand behind a theme, as far as it may be said. */
export const converging = ({ people }: ThemeRow): number =>
  people.filter((one) => one !== null && one > 0).length;

/** Of several types of actor, those of most first; their axis with each. */
export const convergingThemes = ({ axes }: ThemeFigures): readonly (ThemeRow & { readonly axis: string })[] =>
  axes
    .flatMap(({ label, themes }) => themes.map((theme) => ({ ...theme, axis: label })))
    .filter((theme) => converging(theme) > 1)
    .toSorted((a, b) => converging(b) - converging(a) || b.proposals - a.proposals);

/** A row a theme: its axis and title, then each type of actor. */
export const themeTable = (
  figures: ThemeFigures,
  wording: Wording,
): (readonly [string, readonly string[]])[] =>
  figures.axes.flatMap(({ label, themes }) =>
    themes.map((theme): readonly [string, readonly string[]] => [
      `${label}${wording.colon}${theme.label === '' ? theme.line : theme.label}`,
      theme.people.map((people) => behind(people, figures.step, wording)),
    ]),
  );
