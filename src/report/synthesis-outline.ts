/** What the written forms of a synthesis share: the order of their parts and the names of axes and paragraphs. */
import { numberOf, type Ref } from '../core/ids.ts';
import type {
  AnnexEntry,
  AxisDocument,
  LineText,
  NuanceText,
  QuoteText,
  SynthesisDocument,
} from '../core/synthesis/document.ts';
import type { LineKind } from '../core/synthesis/model.ts';
import { TRANSVERSAL } from '../core/synthesis/model.ts';
import { withoutLabel } from '../core/synthesis/titles.ts';
import type { Wording } from './wording.ts';

export interface Paragraph {
  readonly id: string;
  /** How people name it: the axis's mark instead of its key. */
  readonly number: string;
  /** Label of its theme, when it heads one. */
  readonly heading: string | null;
  readonly text: string;
  readonly quotes: readonly QuoteText[];
  /** The other side of a disagreement. */
  readonly opposed: LineText['opposed'];
  readonly cites: readonly Ref[];
  /** What brings a nuance to what it cites; on its own line, what it is a nuance of. */
  readonly nuances: readonly NuanceText[];
  /** Those of `cites` that no quote of the paragraph names: all of them when some aren't quoted and it is a theme. */
  readonly unquoted: readonly Ref[];
  readonly edited: boolean;
}

export interface AxisOutline {
  readonly grouped: readonly Paragraph[];
  readonly singles: readonly Paragraph[];
  /** What of it the plan says already, and does not. */
  readonly besidePlan: readonly Paragraph[];
  readonly disagreements: readonly Paragraph[];
}

const OF_THE_PLAN: readonly LineKind[] = ['echo', 'absent'];
const APART: readonly LineKind[] = ['single', ...OF_THE_PLAN];

/** What is quoted of the other side of a disagreement. */
export const sidesOf = (opposed: LineText['opposed']): readonly QuoteText[] =>
  opposed === null ? [] : [opposed.quote, ...(opposed.other ? [opposed.other] : [])];

/** In the order the staff gave the lines; a theme's line brings the theme's quotes. */
export function outline(document: SynthesisDocument, axis: AxisDocument): AxisOutline {
  const paragraph = (line: LineText): Paragraph => {
    const theme = line.theme === null ? undefined : axis.themes[line.theme];
    const heading = theme?.label || null;
    const quotes = [...(theme?.quotes ?? []), ...(line.quote === null ? [] : [line.quote])];
    const shown = [...quotes, ...sidesOf(line.opposed)];
    const left = line.cites.filter((ref) => !shown.some((quote) => quote.proposal === ref));
    return {
      id: line.id,
      number: lineNumber(document, axis.axis, line.id),
      heading,
      text: heading !== null && !line.edited ? withoutLabel(line.text, heading) : line.text,
      quotes,
      opposed: line.opposed,
      cites: line.cites,
      nuances: line.kind === 'disagreement' ? [] : nuancesOf(document, line, shown),
      unquoted: theme !== undefined && left.length > 0 ? line.cites : left,
      edited: line.edited,
    };
  };
  return {
    grouped: axis.lines.filter((line) => !APART.includes(line.kind)).map(paragraph),
    singles: axis.lines.filter((line) => line.kind === 'single').map(paragraph),
    besidePlan: axis.lines.filter((line) => OF_THE_PLAN.includes(line.kind)).map(paragraph),
    disagreements: axis.disagreements.map(paragraph),
  };
}

/** Under its title each, what an axis has before its disagreements; none that is empty. */
export const titledParts = (
  { grouped, singles, besidePlan }: AxisOutline,
  wording: Wording,
): readonly { readonly title: string; readonly paragraphs: readonly Paragraph[] }[] =>
  [
    { title: wording.grouped, paragraphs: grouped },
    { title: wording.singles, paragraphs: singles },
    { title: wording.besidePlan, paragraphs: besidePlan },
  ].filter(({ paragraphs }) => paragraphs.length > 0);

/** What no axis has: those in force, and those whose words were erased. */
export const unclassifiedParts = (
  { unclassified, erased = [] }: SynthesisDocument,
  wording: Wording,
): readonly { readonly note: string; readonly refs: readonly Ref[] }[] =>
  [
    { note: wording.unclassifiedNote, refs: unclassified.filter((ref) => !erased.includes(ref)) },
    { note: wording.erasedNote, refs: unclassified.filter((ref) => erased.includes(ref)) },
  ].filter(({ refs }) => refs.length > 0);

/** Whether anything was said on it. */
export const isSilent = ({ grouped, singles }: AxisOutline): boolean => grouped.length + singles.length === 0;

/** What is said where no disagreement is shown; `name` writes a person's name in the format. */
export const consensusOf = (
  { noDisagreement, disagreementsLeft }: AxisDocument,
  wording: Wording,
  on: (at: number) => string,
  name: (said: string) => string = (said) => said,
): string =>
  noDisagreement === null
    ? disagreementsLeft
      ? wording.disagreementsLeft
      : wording.disagreementUnsigned
    : wording.noDisagreement(name(noDisagreement.by), on(noDisagreement.at));

/** Where a proposal is cited, and what was joined to it; `number` writes a line's number in the format. */
export const whereIs = (
  { lines, joined, into }: Indexed,
  wording: Wording,
  number: (said: string) => string = (said) => said,
): string =>
  into === null
    ? [
        lines.map((line) => number(line.number)).join(', ') || wording.none,
        ...(joined.length > 0 ? [wording.joinedHere(joined.join(', '))] : []),
      ].join(' ; ')
    : wording.mergedInto(into);

/** A nuance that is quoted there already is named alone. */
const nuancesOf = (
  { nuances }: SynthesisDocument,
  { cites }: LineText,
  shown: readonly QuoteText[],
): readonly NuanceText[] =>
  nuances
    .filter(({ proposal, of }) => cites.includes(of) || (cites.length === 1 && cites[0] === proposal))
    .map((nuance) =>
      shown.some((quote) => quote.proposal === nuance.proposal) ? { ...nuance, quote: null } : nuance,
    );

/** The axes' own keys where all are short ("1", "2"…), else their places; the last section, of all axes, has a letter. */
export function axisMark(document: SynthesisDocument, axis: string): string {
  if (axis === TRANSVERSAL) return 'T';
  const keys = document.axes.map((one) => one.axis).filter((key) => key !== TRANSVERSAL);
  return keys.every((key) => key.length <= 2) ? axis : String(keys.indexOf(axis) + 1);
}

export const axisName = (document: SynthesisDocument, axis: string, wording: Wording): string =>
  axis === TRANSVERSAL ? wording.across : wording.axis(axisMark(document, axis));

/** `democratie.1` is 1.1 to people, when that axis comes first. */
const lineNumber = (document: SynthesisDocument, axis: string, id: string): string =>
  id.startsWith(`${axis}.`) ? `${axisMark(document, axis)}${id.slice(axis.length)}` : id;

export const collegeLabel = (document: SynthesisDocument, key: string): string =>
  document.colleges.find((college) => college.key === key)?.label ?? key;

export interface Indexed {
  readonly ref: Ref;
  /** In its author's words; null in a synthesis compiled before there was an annex. */
  readonly words: AnnexEntry | null;
  /** Joined to this one. */
  readonly joined: readonly Ref[];
  /** What it was joined to; null for one that stands for itself. */
  readonly into: Ref | null;
  readonly lines: readonly { readonly id: string; readonly number: string }[];
}

/** Each proposal with the lines that cite it, in the order of the references; none for the unclassified. */
export function proposalIndex(document: SynthesisDocument): Indexed[] {
  const index = new Map<Ref, { id: string; number: string }[]>(document.unclassified.map((ref) => [ref, []]));
  for (const { axis, lines, disagreements } of document.axes) {
    for (const { id, cites } of [...lines, ...disagreements]) {
      const line = { id, number: lineNumber(document, axis, id) };
      for (const ref of cites) index.set(ref, [...(index.get(ref) ?? []), line]);
    }
  }
  for (const { proposal } of document.merged) if (!index.has(proposal)) index.set(proposal, []);
  const words = new Map(document.annex.map((entry) => [entry.proposal, entry]));
  const into = new Map(document.merged.map((one) => [one.proposal, one.into]));
  const joined = Map.groupBy(document.merged, (one) => one.into);
  return [...index]
    .map(([ref, lines]) => ({
      ref,
      lines,
      words: words.get(ref) ?? null,
      joined: (joined.get(ref) ?? []).map(({ proposal }) => proposal),
      into: into.get(ref) ?? null,
    }))
    .sort((a, b) => a.ref.length - b.ref.length || (a.ref < b.ref ? -1 : 1));
}

/** From this many references on, a row of them is a wall: folded on screen, in ranges in Markdown. */
export const MANY_REFS = 13;

/** By number: among many, people look one up. */
export const inOrder = (refs: readonly Ref[]): Ref[] => refs.toSorted((a, b) => numberOf(a)! - numberOf(b)!);

export const withholds = (document: SynthesisDocument): boolean =>
  document.participation.some((cell) => cell.people === null) ||
  document.base.some((row) => [row.reached, row.answered, row.passed, row.silent].includes(null));

/** How many paragraphs people wrote or rewrote. */
export const editedLines = (document: SynthesisDocument): number =>
  document.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]).filter((line) => line.edited)
    .length;

/** What contributors answered when asked whether they were understood, a sentence a round. */
export const understoodRows = (
  document: SynthesisDocument,
  wording: Wording,
): readonly { readonly title: string; readonly sentence: string }[] =>
  document.understood.map((row) => ({
    title: row.title,
    sentence: wording.understood.row(row, document.audience === 'public' ? document.smallestFigure : 1),
  }));
