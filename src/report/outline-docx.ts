import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { edged, fitted, type Outline, type Part, type Picture, picturesOf, type Span } from './outline.ts';
import { visible } from './people-text.ts';
import { typeset } from './typography.ts';

/** Georgia and Calibri's place is taken by what the reader has: nothing is embedded in a text meant to be edited. */
const FONT = 'Georgia';
const INK = '1b2224';
const QUIET = '556164';
const MARK = '12616b';
const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
/** Of an A4 page within its margins, in pixels of 1/96 inch, with a caption above. */
const ROOM = { width: 600, height: 860 };
/** Headings from which a table of contents helps. */
const CONTENTS_FROM = 4;
/** Of an A4 page within its margins, in twentieths of a point. */
const TEXT_WIDTH = 9026;
/** What names the rows takes more room than a figure. */
const FIRST_COLUMN = 0.34;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'c3cdcf' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = {
  top: RULE,
  bottom: RULE,
  insideHorizontal: RULE,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
} as const;

/** WordprocessingML: styled headings, a table of contents, real lists and footnotes; rows of tables are named. */
export async function outlineDocx(outline: Outline, picture: Picture): Promise<Uint8Array> {
  const pictures = await picturesOf(outline, picture);
  const { lang, eyebrow, title, facts, parts } = outline;
  const set = (said: string) => visible(typeset(said, lang));
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  let notes = 0;
  const called = (note: string): FootnoteReferenceRun => {
    const id = ++notes;
    footnotes[id] = {
      children: [new Paragraph({ style: 'FootnoteText', children: lines(set(note), {}) })],
    };
    return new FootnoteReferenceRun(id);
  };
  /** What looks alike is one run. */
  const runs = (spans: readonly Span[], quiet = false): (TextRun | FootnoteReferenceRun)[] => {
    const plain = quiet ? { color: QUIET, size: 18 } : {};
    const done: (TextRun | FootnoteReferenceRun)[] = [];
    let open = '';
    const close = () => {
      if (open !== '') done.push(...lines(open, plain));
      open = '';
    };
    for (const one of spans) {
      if (typeof one === 'string') open += edged(one, set);
      else if ('quoted' in one) open += visible(one.quoted);
      else {
        close();
        if ('strong' in one) done.push(...lines(set(one.strong), { ...plain, bold: true }));
        else done.push(called(one.note));
      }
    }
    close();
    return done;
  };
  const block = (part: Part, at: number): (Paragraph | Table)[] => {
    switch (part.is) {
      case 'heading':
        return [new Paragraph({ heading: LEVELS[part.level], children: lines(set(part.text), {}) })];
      case 'text':
        return [new Paragraph({ children: runs(part.spans, part.quiet), keepNext: underHeading(parts, at) })];
      case 'quote':
        return [
          new Paragraph({
            style: 'Quote',
            children: [
              ...lines(visible(part.text), {}),
              ...(part.by === null
                ? []
                : [new TextRun({ text: ` (${set(part.by)})`, color: QUIET, size: 18 })]),
            ],
          }),
        ];
      case 'list':
        return part.items.map(
          (item) => new Paragraph({ numbering: { reference: 'items', level: 0 }, children: runs(item) }),
        );
      case 'table':
        return [captionOf(set(part.caption)), tableOf(part, set)];
      case 'figure':
        return [
          captionOf(set(part.caption)),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: pictures.get(part)!,
                transformation: fitted(part, ROOM),
                altText: { name: set(part.caption), title: set(part.caption), description: set(part.alt) },
              }),
            ],
          }),
        ];
    }
  };
  const named = parts.filter(({ is }) => is === 'heading').length;
  const body = parts.flatMap(block);
  const file = new Document({
    title: set(title),
    creator: set(eyebrow),
    description: set(facts.join(' ')),
    styles: STYLES(lang),
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    footnotes,
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ style: 'Eyebrow', children: lines(set(eyebrow), {}) }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: lines(set(title), {}) }),
          ...facts.map((fact) => new Paragraph({ style: 'Fact', children: lines(set(fact), {}) })),
          ...(named < CONTENTS_FROM
            ? []
            : [
                new Paragraph({ style: 'Fact', children: [] }),
                // Without page numbers: only Word could fill them in, and it would ask each reader first.
                new TableOfContents(undefined, {
                  hyperlink: true,
                  headingStyleRange: '1-2',
                  pageNumbersEntryLevelsRange: '1-2',
                  beginDirty: false,
                }),
              ]),
          ...body,
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

/** A line break of the text is one in the paragraph. */
const lines = (text: string, style: { readonly [name: string]: unknown }): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, ...style, ...(at > 0 ? { break: 1 } : {}) }));

const captionOf = (said: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text: said, color: QUIET })],
  });

function tableOf({ head, rows }: Extract<Part, { is: 'table' }>, set: (said: string) => string): Table {
  const cell = (text: string, at: number, strong: boolean) =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
          spacing: { after: 0 },
          children: [new TextRun({ text: set(text), bold: strong, size: 20 })],
        }),
      ],
    });
  const first = Math.max(1 / head.length, FIRST_COLUMN);
  const widths = head.map((_, at) =>
    Math.round(TEXT_WIDTH * (at === 0 || head.length === 1 ? first : (1 - first) / (head.length - 1))),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text, at) => cell(text, at, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) }),
      ),
    ],
  });
}

const STYLES = (lang: string) => {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 22,
          color: INK,
          language: { value: /^fr\b/iu.test(lang) ? 'fr-FR' : 'en-GB' },
        },
        // Without its rule, some readers take the height of a line for exact: titles overlap, and drawings are cut.
        paragraph: { spacing: { after: 120, line: 290, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 44, bold: true, color: INK },
        paragraph: { spacing: { after: 160 } },
      },
      heading1: heading(32, 480),
      heading2: heading(26, 320),
      heading3: heading(23, 240),
    },
    paragraphStyles: [
      { id: 'Eyebrow', name: 'Eyebrow', basedOn: 'Normal', run: { color: MARK, bold: true, size: 20 } },
      {
        id: 'Fact',
        name: 'Fact',
        basedOn: 'Normal',
        run: { color: QUIET, size: 20 },
        paragraph: { spacing: { after: 40 } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { italics: true },
        paragraph: { indent: { left: 400 } },
      },
    ],
  };
};

/** What a heading says quietly goes to the next page with what comes after it, as the heading does. */
function underHeading(parts: readonly Part[], at: number): boolean {
  const [part, before] = [parts[at], parts[at - 1]];
  if (part?.is !== 'text' || !part.quiet) return false;
  return before?.is === 'heading' || underHeading(parts, at - 1);
}
