import type { AxisDocument, Figure, SynthesisDocument } from '../core/synthesis/model.ts';
import { escapeMarkdown as md } from './people-text.ts';
import {
  axisName,
  collegeLabel,
  outline,
  type Paragraph,
  proposalIndex,
  withholds,
} from './synthesis-outline.ts';
import { longDate, shownFigure, type Wording, wordingIn } from './wording.ts';

/** CommonMark with tables. People's words can't become markup, a link or a mention. */
export function synthesisMarkdown(document: SynthesisDocument): string {
  const wording = wordingIn(document.lang);
  const on = (at: number): string => longDate(at, wording, document.consultation.zone);
  const { signature } = document;
  const status =
    signature === null
      ? [`**${wording.draft}**`]
      : document.audience === 'public'
        ? []
        : [`**${wording.internal}**`];
  const blocks = [
    `# ${md(document.consultation.title)}`,
    `**${wording.title(document.number)}**`,
    ...status,
    [
      `- ${wording.for} ${md(document.consultation.asker)}`,
      `- ${wording.compiled(on(document.compiledAt))}`,
      ...(signature === null ? [] : [`- ${wording.signed(md(signature.by), on(signature.at))}`]),
    ].join('\n'),
    ...(document.introduction === null ? [] : [md(document.introduction)]),
    ...figures(document, wording),
    ...document.axes.flatMap((axis) => section(document, axis, wording, on)),
    ...(document.unclassified.length === 0
      ? []
      : [`## ${wording.unclassified}`, wording.unclassifiedNote, document.unclassified.join(', ')]),
    `## ${wording.index}`,
    wording.indexNote,
    proposalIndex(document)
      .map(([ref, lines]) => `- ${ref}\u00a0: ${lines.length > 0 ? lines.join(', ') : wording.none}`)
      .join('\n'),
    `## ${wording.about}`,
    wording.method,
    `${wording.hash} \`${document.hash}\``,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const FIGURES = ['invited', 'reached', 'answered', 'passed', 'silent'] as const;

function figures(document: SynthesisDocument, wording: Wording): string[] {
  if (document.base.length === 0) return [];
  const base = document.base.map((row): [string, (Figure | undefined)[]] => [
    collegeLabel(document, row.college),
    FIGURES.map((name) => row[name]),
  ]);
  const cells = document.base.map(({ college }): [string, (Figure | undefined)[]] => [
    collegeLabel(document, college),
    document.axes.map(
      ({ axis }) =>
        document.participation.find((cell) => cell.college === college && cell.axis === axis)?.people,
    ),
  ]);
  const names = document.axes.map(({ axis }) => axisName(document, axis, wording));
  return [
    `## ${wording.who}`,
    `${wording.baseCaption}.`,
    table([wording.college, ...FIGURES.map((name) => wording.columns[name])], base, wording),
    wording.basis,
    ...(document.participation.length === 0
      ? []
      : [`${wording.chartCaption}.`, table([wording.college, ...names], cells, wording)]),
    ...(withholds(document) ? [wording.withheldNote(document.smallestFigure)] : []),
  ];
}

function table(
  columns: readonly string[],
  rows: readonly (readonly [string, readonly (Figure | undefined)[]])[],
  wording: Wording,
): string {
  const shown = (figure: Figure | undefined): string =>
    figure === undefined ? '' : shownFigure(figure, wording);
  return [
    `| ${columns.join(' | ')} |`,
    `|---${'|---:'.repeat(columns.length - 1)}|`,
    ...rows.map(([label, cells]) => `| ${[md(label), ...cells.map(shown)].join(' | ')} |`),
  ].join('\n');
}

function section(
  document: SynthesisDocument,
  axis: AxisDocument,
  wording: Wording,
  on: (at: number) => string,
): string[] {
  const { grouped, singles, disagreements } = outline(axis);
  const part = (title: string, paragraphs: readonly Paragraph[]): string[] =>
    paragraphs.length === 0
      ? []
      : [`### ${title}`, ...paragraphs.flatMap((paragraph) => lineOf(paragraph, wording))];
  const { noDisagreement } = axis;
  const consensus =
    noDisagreement === null
      ? wording.disagreementUnsigned
      : wording.noDisagreement(md(noDisagreement.by), on(noDisagreement.at));
  return [
    `## ${axisName(document, axis.axis, wording)}. ${md(axis.title)}`,
    ...(axis.objective === '' ? [] : [`*${md(axis.objective)}*`]),
    ...(axis.introduction === null ? [] : [md(axis.introduction)]),
    ...(grouped.length + singles.length === 0 ? [wording.nothing] : []),
    ...part(wording.grouped, grouped),
    ...part(wording.singles, singles),
    `### ${wording.disagreements}`,
    ...(disagreements.length === 0
      ? [consensus]
      : disagreements.flatMap((paragraph) => lineOf(paragraph, wording))),
  ];
}

function lineOf(paragraph: Paragraph, wording: Wording): string[] {
  const edited = paragraph.edited ? ` (${wording.edited})` : '';
  const heading = paragraph.heading === null ? '' : ` ${md(paragraph.heading)}.`;
  return [
    `**${/^[\w.-]+$/.test(paragraph.id) ? paragraph.id : md(paragraph.id)}${heading}** ${md(paragraph.text)}${edited} [${paragraph.cites.join(', ')}]`,
    ...paragraph.quotes.map((quote) => {
      const by = [...(quote.by === null ? [] : [md(quote.by)]), quote.proposal].join(', ');
      return `> ${wording.open}${md(quote.text)}${quote.cut ? ` ${wording.more}` : ''}${wording.close} (${by})`;
    }),
  ];
}
