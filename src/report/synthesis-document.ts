/** The synthesis, part by part, for the formats that put down parts: what `synthesis-outline.ts` says, in its order. */
import type { Ref } from '../core/ids.ts';
import { inRanges } from '../core/proposal/ranges.ts';
import type { AxisDocument, QuoteText, SynthesisDocument } from '../core/synthesis/document.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { heading, items, type Outline, type Part, quiet, type Span, text } from './outline.ts';
import { convergenceDrawn, participationDrawn, themesDrawn } from './synthesis-drawings.ts';
import {
  axisName,
  collegeLabel,
  consensusOf,
  editedLines,
  type Indexed,
  isSilent,
  outline,
  type Paragraph,
  proposalIndex,
  sidesOf,
  titledParts,
  unclassifiedParts,
  understoodRows,
  whereIs,
  withholds,
} from './synthesis-outline.ts';
import { validationsRead, viewsHead } from './synthesis-views.ts';
import { convergenceInWords } from './theme-chart.ts';
import { themeFigures, themeTable } from './theme-figures.ts';
import { longDate, shownFigure, type Wording, wordingIn } from './wording.ts';

export function synthesisOutline(document: SynthesisDocument): Outline {
  const wording = wordingIn(document.lang);
  const on = (at: number): string => longDate(at, wording, document.consultation.zone);
  const { signature, consultation } = document;
  const status =
    signature === null ? [wording.draft] : document.audience === 'public' ? [] : [wording.internal];
  return {
    lang: document.lang,
    eyebrow: wording.title(document.number),
    title: consultation.title,
    facts: [
      ...status,
      `${wording.for} ${consultation.asker}`,
      wording.compiled(on(document.compiledAt)),
      ...(signature === null ? [] : [wording.signed(signature.by, on(signature.at))]),
      ...(signature?.proofreaders?.length ? [wording.proofread(signature.proofreaders.join(', '))] : []),
    ],
    parts: [
      ...(document.introduction === null ? [] : [text(document.introduction)]),
      ...figures(document, wording),
      ...document.axes.flatMap((axis) => section(document, axis, wording, on)),
      ...(document.unclassified.length === 0
        ? []
        : [
            heading(2, wording.unclassified),
            ...unclassifiedParts(document, wording).flatMap(({ note, refs }) => [
              text(note),
              text(inRanges(refs, wording.to).join(', ')),
            ]),
          ]),
      heading(2, wording.index),
      quiet(wording.indexNote),
      ...items(...proposalIndex(document).map((entry) => entryOf(entry, wording))),
      heading(2, wording.about),
      text(wording.method(editedLines(document))),
      quiet(signature === null ? wording.draft : `${wording.hash} ${document.hash}`),
    ],
  };
}

const FIGURES = ['invited', 'reached', 'answered', 'passed', 'silent'] as const;

function figures(document: SynthesisDocument, wording: Wording): Part[] {
  if (document.base.length === 0) return [];
  const shown = (figure: Figure | undefined): string =>
    figure === undefined ? '' : shownFigure(figure, wording);
  const heard = understoodRows(document, wording);
  const chart = participationDrawn(document, wording);
  return [
    heading(2, wording.who),
    {
      is: 'table',
      caption: wording.baseCaption,
      head: [wording.college, ...FIGURES.map((name) => wording.columns[name])],
      rows: document.base.map((row) => [
        collegeLabel(document, row.college),
        ...FIGURES.map((name) => shown(row[name])),
      ]),
    },
    quiet(wording.basis),
    ...(document.participation.length === 0
      ? []
      : [
          {
            is: 'table' as const,
            caption: wording.chartCaption,
            head: [wording.college, ...document.axes.map(({ axis }) => axisName(document, axis, wording))],
            rows: document.base.map(({ college }) => [
              collegeLabel(document, college),
              ...document.axes.map(({ axis }) =>
                shown(
                  document.participation.find((cell) => cell.college === college && cell.axis === axis)
                    ?.people,
                ),
              ),
            ]),
          },
          ...(chart === null ? [] : [chart]),
        ]),
    ...ofThemes(document, wording),
    ...(withholds(document) ? [quiet(wording.withheldNote(document.smallestFigure))] : []),
    ...(heard.length === 0
      ? []
      : [
          heading(3, wording.understood.title),
          text(wording.understood.how),
          ...items(...heard.map(({ title, sentence }) => [`${title}${wording.understood.colon}${sentence}`])),
          ...(document.audience === 'public'
            ? [quiet(wording.understood.rounded(document.smallestFigure))]
            : []),
        ]),
    ...ofViews(document, wording),
  ];
}

function ofViews(document: SynthesisDocument, wording: Wording): Part[] {
  const read = validationsRead(document, wording);
  if (read.length === 0) return [];
  return [
    heading(3, wording.views.title),
    text(wording.views.how),
    ...read.flatMap(({ title, statements }) => [
      heading(4, title),
      ...statements.map(({ text: said, rows }) => ({
        is: 'table' as const,
        caption: said,
        head: viewsHead(wording),
        rows: rows.map(([label, figures]) => [label, ...figures.map((one) => shownFigure(one, wording))]),
      })),
    ]),
    ...(document.audience === 'public' ? [quiet(wording.views.rounded(document.smallestFigure))] : []),
  ];
}

function ofThemes(document: SynthesisDocument, wording: Wording): Part[] {
  const figures = themeFigures(document, wording);
  if (figures === null) return [];
  return [
    ...themesDrawn(figures, wording),
    {
      is: 'table',
      caption: wording.themesCaption,
      head: [wording.theme, ...figures.colleges.map(({ label }) => label)],
      rows: themeTable(figures, wording).map(([label, cells]) => [label, ...cells]),
    },
    quiet(wording.themesHow(figures.step, figures.others)),
    ...convergenceDrawn(figures, wording),
    text(
      { strong: `${wording.convergenceCaption}${wording.colon.trimEnd()}` },
      ` ${convergenceInWords(figures, wording)}`,
    ),
  ];
}

function section(
  document: SynthesisDocument,
  axis: AxisDocument,
  wording: Wording,
  on: (at: number) => string,
): Part[] {
  const outlined = outline(document, axis);
  const { disagreements } = outlined;
  const partsOf = (paragraphs: readonly Paragraph[]): Part[] =>
    paragraphs.flatMap((one) => paragraphParts(one, wording));
  return [
    heading(2, `${axisName(document, axis.axis, wording)}. ${axis.title}`),
    ...(axis.objective === '' ? [] : [quiet(axis.objective)]),
    ...(axis.introduction === null ? [] : [text(axis.introduction)]),
    ...(isSilent(outlined) ? [text(wording.nothing)] : []),
    ...titledParts(outlined, wording).flatMap(({ title, paragraphs }) => [
      heading(3, title),
      ...partsOf(paragraphs),
    ]),
    heading(3, wording.disagreements),
    ...(disagreements.length === 0 ? [text(consensusOf(axis, wording, on))] : partsOf(disagreements)),
  ];
}

/** The paragraph calls to the proposals it cites; what is quoted of them follows. */
function paragraphParts(paragraph: Paragraph, wording: Wording): Part[] {
  const { number, heading: title, cites, quotes, opposed, nuances } = paragraph;
  const edited = paragraph.edited ? ` (${wording.edited})` : '';
  const said = (quote: QuoteText, refs: readonly Ref[]): Part => ({
    is: 'quote',
    text: `${quote.text}${quote.cut ? ` ${wording.more}` : ''}`,
    by: [...(quote.by === null ? [] : [quote.by]), ...refs].join(', ') || null,
  });
  return [
    text({ strong: `${number}${title === null ? '' : ` ${title}.`}` }, ` ${paragraph.text}${edited}`, {
      note: inRanges(cites, wording.to).join(', '),
    }),
    ...quotes.map((quote) => said(quote, cites.length === 1 ? [] : [quote.proposal])),
    ...(opposed === null
      ? []
      : [
          quiet(opposed.known ? wording.opposedKnown : wording.opposedBeside),
          ...sidesOf(opposed).map((quote) => said(quote, [quote.proposal])),
        ]),
    ...nuances.flatMap(({ proposal, of, quote }): Part[] => [
      quiet(wording.nuance(proposal, of)),
      ...(quote === null ? [] : [said(quote, [proposal])]),
    ]),
  ];
}

/** Where it is cited, what was joined to it, and its words. */
function entryOf(entry: Indexed, wording: Wording): Span[] {
  const { ref, words } = entry;
  const head: Span[] = [{ strong: ref }, ` (${whereIs(entry, wording)})`];
  if (words === null) return head;
  if (words.text === null) return [...head, `. ${wording.unquoted}`];
  return [
    ...head,
    `. ${wording.open}`,
    { quoted: words.text },
    `${wording.close}${words.by === null ? '' : ` (${words.by})`}`,
  ];
}
