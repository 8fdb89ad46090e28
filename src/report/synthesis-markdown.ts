import type { Ref } from '../core/ids.ts';
import { inRanges } from '../core/proposal/ranges.ts';
import type { AxisDocument, QuoteText, SynthesisDocument } from '../core/synthesis/document.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { escapeMarkdown as md } from './people-text.ts';
import {
  axisName,
  collegeLabel,
  consensusOf,
  editedLines,
  type Indexed,
  isSilent,
  MANY_REFS,
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
import { typesetDocument } from './typography.ts';
import { longDate, shownFigure, type Wording, wordingIn } from './wording.ts';

/** CommonMark with tables. People's words can't become markup, a link or a mention. */
export function synthesisMarkdown(published: SynthesisDocument): string {
  const document = typesetDocument(published);
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
      ...(signature?.proofreaders?.length
        ? [`- ${wording.proofread(signature.proofreaders.map(md).join(', '))}`]
        : []),
    ].join('\n'),
    ...(document.introduction === null ? [] : [md(document.introduction)]),
    ...figures(document, wording),
    ...document.axes.flatMap((axis) => section(document, axis, wording, on)),
    ...(document.unclassified.length === 0
      ? []
      : [
          `## ${wording.unclassified}`,
          ...unclassifiedParts(document, wording).flatMap(({ note, refs }) => [note, refList(refs, wording)]),
        ]),
    `## ${wording.index}`,
    wording.indexNote,
    proposalIndex(document)
      .map((entry) => entryOf(entry, wording))
      .join('\n'),
    `## ${wording.about}`,
    wording.method(editedLines(document)),
    document.signature === null ? wording.draft : `${wording.hash} \`${document.hash}\``,
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
    ...ofThemes(document, wording),
    ...(withholds(document) ? [wording.withheldNote(document.smallestFigure)] : []),
    ...heard(document, wording),
    ...seen(document, wording),
  ];
}

function ofThemes(document: SynthesisDocument, wording: Wording): string[] {
  const figures = themeFigures(document, wording);
  if (figures === null) return [];
  const columns = [wording.theme, ...figures.colleges.map(({ label }) => label)];
  const line = (cells: readonly string[]): string => `| ${cells.map(md).join(' | ')} |`;
  return [
    `${wording.themesCaption}.`,
    [
      line(columns),
      `|---|${'---:|'.repeat(figures.colleges.length)}`,
      ...themeTable(figures, wording).map(([label, cells]) => line([label, ...cells])),
    ].join('\n'),
    wording.themesHow(figures.step, figures.others),
    `**${wording.convergenceCaption}${wording.colon.trimEnd()}** ${md(convergenceInWords(figures, wording))}`,
  ];
}

function heard(document: SynthesisDocument, wording: Wording): string[] {
  const rows = understoodRows(document, wording);
  if (rows.length === 0) return [];
  return [
    `### ${wording.understood.title}`,
    wording.understood.how,
    rows.map(({ title, sentence }) => `- ${md(title)}${wording.understood.colon}${sentence}`).join('\n'),
    ...(document.audience === 'public' ? [wording.understood.rounded(document.smallestFigure)] : []),
  ];
}

function seen(document: SynthesisDocument, wording: Wording): string[] {
  const read = validationsRead(document, wording);
  if (read.length === 0) return [];
  return [
    `### ${wording.views.title}`,
    wording.views.how,
    ...read.flatMap(({ title, statements }) => [
      `#### ${md(title)}`,
      ...statements.flatMap(({ text, rows }) => [md(text), table(viewsHead(wording), rows, wording)]),
    ]),
    ...(document.audience === 'public' ? [wording.views.rounded(document.smallestFigure)] : []),
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
  const outlined = outline(document, axis);
  const { disagreements } = outlined;
  const linesOf = (paragraphs: readonly Paragraph[]): string[] =>
    paragraphs.flatMap((paragraph) => lineOf(paragraph, wording));
  return [
    `## ${axisName(document, axis.axis, wording)}. ${md(axis.title)}`,
    ...(axis.objective === '' ? [] : [`*${md(axis.objective)}*`]),
    ...(axis.introduction === null ? [] : [md(axis.introduction)]),
    ...(isSilent(outlined) ? [wording.nothing] : []),
    ...titledParts(outlined, wording).flatMap(({ title, paragraphs }) => [
      `### ${title}`,
      ...linesOf(paragraphs),
    ]),
    `### ${wording.disagreements}`,
    ...(disagreements.length === 0 ? [consensusOf(axis, wording, on, md)] : linesOf(disagreements)),
  ];
}

/** One line of the annex: where it is cited, what was joined to it, and its words. */
function entryOf(entry: Indexed, wording: Wording): string {
  const { ref, words } = entry;
  const head = wording.indexed(ref, whereIs(entry, wording, plainNumber));
  if (words === null) return head;
  if (words.text === null) return `${head}. ${wording.unquoted}`;
  return `${head}. ${wording.open}${md(words.text)}${wording.close}${words.by === null ? '' : ` (${md(words.by)})`}`;
}

/** `1.1` begins no list inside a paragraph. */
const plainNumber = (number: string): string => (/^[\w.-]+$/.test(number) ? number : md(number));

function lineOf(paragraph: Paragraph, wording: Wording): string[] {
  const { cites, quotes } = paragraph;
  const edited = paragraph.edited ? ` (${wording.edited})` : '';
  const heading = paragraph.heading === null ? '' : ` ${md(paragraph.heading)}.`;
  const many = cites.length >= MANY_REFS;
  const alone = cites.length === 1;
  return [
    `**${plainNumber(paragraph.number)}${heading}** ${md(paragraph.text)}${edited}${many ? '' : ` [${refList(cites, wording)}]`}`,
    ...quotes.map((quote) => {
      const by = [...(quote.by === null ? [] : [md(quote.by)]), ...(alone ? [] : [quote.proposal])].join(
        ', ',
      );
      const said = quoted(quote, wording);
      return `> ${said}${by === '' ? '' : ` (${by})`}`;
    }),
    ...(paragraph.opposed === null
      ? []
      : [
          `*${paragraph.opposed.known ? wording.opposedKnown : wording.opposedBeside}*`,
          ...sidesOf(paragraph.opposed).map(
            (quote) =>
              `> ${quoted(quote, wording)} (${[...(quote.by === null ? [] : [md(quote.by)]), quote.proposal].join(', ')})`,
          ),
        ]),
    ...paragraph.nuances.flatMap(({ proposal, of, quote }) =>
      quote === null
        ? [`*${wording.nuance(proposal, of)}*`]
        : [
            `*${wording.nuance(proposal, of)}*`,
            `> ${quoted(quote, wording)} (${[...(quote.by === null ? [] : [md(quote.by)]), proposal].join(', ')})`,
          ],
    ),
    ...(many ? [`[${wording.proposals(cites.length)} ${refList(cites, wording)}]`] : []),
  ];
}

const quoted = (quote: QuoteText, wording: Wording): string =>
  `${wording.open}${md(quote.text)}${quote.cut ? ` ${wording.more}` : ''}${wording.close}`;

/** In the order given; long ones sorted, and three or more in a row as a range. */
function refList(refs: readonly Ref[], wording: Wording): string {
  if (refs.length < MANY_REFS) return refs.join(', ');
  return inRanges(refs, wording.to).join(', ');
}
