/** What the written forms of a synthesis share: the order of their parts and the names of axes and paragraphs. */
import type { Ref } from '../core/ids.ts';
import type { AxisDocument, LineText, QuoteText, SynthesisDocument } from '../core/synthesis/model.ts';
import { TRANSVERSAL } from '../core/synthesis/model.ts';
import type { Wording } from './wording.ts';

export interface Paragraph {
  readonly id: string;
  /** Label of its theme, when it heads one. */
  readonly heading: string | null;
  readonly text: string;
  readonly quotes: readonly QuoteText[];
  readonly cites: readonly Ref[];
  readonly edited: boolean;
}

export interface AxisOutline {
  readonly grouped: readonly Paragraph[];
  readonly singles: readonly Paragraph[];
  readonly disagreements: readonly Paragraph[];
}

/** In the order the staff gave the lines; a theme's line brings the theme's quotes. */
export function outline(axis: AxisDocument): AxisOutline {
  const paragraph = (line: LineText): Paragraph => {
    const theme = line.theme === null ? undefined : axis.themes[line.theme];
    const heading = theme?.label || null;
    return {
      id: line.id,
      heading,
      text: heading !== null && !line.edited ? withoutLabel(line.text, heading) : line.text,
      quotes: [...(theme?.quotes ?? []), ...(line.quote === null ? [] : [line.quote])],
      cites: line.cites,
      edited: line.edited,
    };
  };
  return {
    grouped: axis.lines.filter((line) => line.kind !== 'single').map(paragraph),
    singles: axis.lines.filter((line) => line.kind === 'single').map(paragraph),
    disagreements: axis.disagreements.map(paragraph),
  };
}

/** The heading says the label already. */
function withoutLabel(text: string, label: string): string {
  const rest = text.startsWith(label) ? /^\u00a0?: (.+)$/su.exec(text.slice(label.length))?.[1] : undefined;
  return rest === undefined ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** "Axe 1": the key where it is short, else its place. */
export function axisName(document: SynthesisDocument, axis: string, wording: Wording): string {
  if (axis === TRANSVERSAL) return wording.across;
  const place = document.axes.findIndex((candidate) => candidate.axis === axis);
  return wording.axis(axis.length <= 2 ? axis : String(place + 1));
}

export const collegeLabel = (document: SynthesisDocument, key: string): string =>
  document.colleges.find((college) => college.key === key)?.label ?? key;

/** Each proposal with the lines that cite it, in the order of the references; none for the unclassified. */
export function proposalIndex(document: SynthesisDocument): [Ref, string[]][] {
  const index = new Map<Ref, string[]>(document.unclassified.map((ref) => [ref, []]));
  for (const axis of document.axes) {
    for (const line of [...axis.lines, ...axis.disagreements]) {
      for (const ref of line.cites) index.set(ref, [...(index.get(ref) ?? []), line.id]);
    }
  }
  return [...index].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
}

export const withholds = (document: SynthesisDocument): boolean =>
  document.participation.some((cell) => cell.people === null) ||
  document.base.some((row) => [row.reached, row.answered, row.passed, row.silent].includes(null));
