import PDFDocument from 'pdfkit';
import {
  type Drawn,
  edged,
  fitted,
  type Outline,
  type Part,
  type Picture,
  picturesOf,
  type Span,
} from './outline.ts';
import { visible } from './people-text.ts';
import { type Shaper, shapedOnce } from './shaped-once.ts';
import { typeset } from './typography.ts';

type Face = 'text' | 'italic' | 'strong';
/** Files of one typeface: TrueType, with the licence to be embedded. */
export type Faces = Readonly<Record<Face, string>>;
const INK = '#1b2224';
const QUIET = '#556164';
const MARK = '#12616b';
const RULE = '#d5dbda';
const MARGIN = 62;
/** What a heading keeps beside it of what it heads: two lines of text. */
const TOGETHER = 36;
/** A table that takes less of a page is never cut; a part of one that goes on has this many rows at least. */
const UNCUT = 0.5;
const FEWEST = 3;
/** Width of the column that names the rows, where there are few others. */
const FIRST = 150;
/** What a drawing's caption may take, and how small a drawing may become to stay on its page. */
const CAPTION = 40;
const SMALLEST = 0.8;
/** Of headings and what is said quietly below them. */
const LONGEST_RUN = 8;
/** Where the text of a list begins. */
const BULLET = 16;
const SIZES = { 1: 24, 2: 16, 3: 12.5, 4: 11 } as const;

/** A4, its fonts embedded; headings, paragraphs, lists and tables are tagged, and listed as bookmarks. */
export async function outlinePdf(outline: Outline, faces: Faces, picture: Picture): Promise<Uint8Array> {
  const pictures = await picturesOf(outline, picture);
  const { lang, eyebrow, title, facts, parts } = outline;
  const set = (said: string) => visible(typeset(said, lang));
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang,
    displayTitle: true,
    info: { Title: set(title), Author: set(eyebrow) },
  });
  for (const [name, file] of Object.entries(faces)) {
    const { _font } = doc.registerFont(name, file).font(name) as unknown as { _font: { font: Shaper } };
    shapedOnce(_font.font);
  }
  const root = doc.struct('Document');
  doc.addStructure(root);
  const writer = new Writer(doc, root, set);
  writer.line('P', [{ text: set(eyebrow), face: 'strong', colour: MARK }], { size: 10 });
  writer.heading(1, set(title));
  for (const fact of facts) writer.line('P', [{ text: set(fact), colour: QUIET }], { size: 9.5, after: 1 });
  doc.moveDown(0.8);
  for (const [at, part] of parts.entries()) {
    if (part.is === 'heading') writer.keep(parts.slice(at, at + LONGEST_RUN));
    if (part.is === 'figure') writer.figure(part, pictures.get(part)!);
    else writer.part(part);
  }
  root.end();
  numberPages(doc);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

interface Piece {
  readonly text: string;
  readonly face?: Face;
  readonly colour?: string;
}
interface Look {
  readonly size?: number;
  readonly after?: number;
  readonly indent?: number;
}
type Doc = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

class Writer {
  readonly #doc: Doc;
  readonly #root: Structure;
  readonly #set: (said: string) => string;
  readonly #marks: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];

  constructor(doc: Doc, root: Structure, set: (said: string) => string) {
    this.#doc = doc;
    this.#root = root;
    this.#set = set;
  }

  part(part: Exclude<Part, Drawn>): void {
    switch (part.is) {
      case 'heading':
        this.heading(part.level, this.#set(part.text));
        break;
      case 'text': {
        const [colour, look] = part.quiet ? [QUIET, { size: 9 }] : [INK, {}];
        this.line('P', this.#pieces(part.spans, colour), look);
        break;
      }
      case 'quote': {
        const by = part.by === null ? [] : [{ text: ` (${this.#set(part.by)})`, colour: QUIET }];
        this.line('BlockQuote', [{ text: visible(part.text), face: 'italic' }, ...by], { indent: BULLET });
        break;
      }
      case 'list':
        this.#list(part.items);
        break;
      case 'table':
        this.#table(part);
    }
  }

  #list(all: readonly (readonly Span[])[]): void {
    const list = this.#doc.struct('L');
    this.#root.add(list);
    for (const item of all) {
      const entry = this.#doc.struct('LI');
      list.add(entry);
      this.#bullet(entry);
      this.line('LBody', this.#pieces(item, INK), { indent: BULLET, after: 3, within: entry });
      entry.end();
    }
    list.end();
    this.#doc.moveDown(0.3);
  }

  /** A heading, those right below it, what they say quietly, and the first lines of what follows are on one page. */
  keep(parts: readonly Part[]): void {
    const doc = this.#doc;
    let room = 0;
    for (const part of parts) {
      if (part.is === 'heading') room += this.#height(this.#set(part.text), 'strong', SIZES[part.level]) + 20;
      else if (part.is === 'text' && part.quiet)
        room += this.#height(joined(this.#pieces(part.spans, QUIET))[0]?.text ?? '', 'text', 9) + 6;
      else {
        room += TOGETHER;
        break;
      }
    }
    if (doc.y + room > doc.page.height - MARGIN) doc.addPage();
  }

  #height(text: string, face: Face, size: number, width = this.#doc.page.width - 2 * MARGIN): number {
    return this.#doc
      .font(face)
      .fontSize(size)
      .heightOfString(text, { width, lineGap: size * 0.22 });
  }

  heading(level: 1 | 2 | 3 | 4, text: string): void {
    const doc = this.#doc;
    if (level > 1 && doc.y > MARGIN) doc.moveDown(level === 2 ? 1.1 : 0.7);
    this.line(`H${level}`, [{ text, face: 'strong' }], { size: SIZES[level], after: level === 1 ? 8 : 4 });
    if (level === 1 || level === 4) return;
    while ((this.#marks.at(-1)?.level ?? 0) >= level) this.#marks.pop();
    const parent = this.#marks.at(-1)?.item ?? doc.outline;
    this.#marks.push({ level, item: parent.addItem(text.replaceAll('\n', ' ')) });
  }

  /** One tagged paragraph of pieces that follow each other. */
  line(tag: string, pieces: readonly Piece[], look: Look & { readonly within?: Structure } = {}): void {
    const { size = 10.5, after = 6, indent = 0, within = this.#root } = look;
    const doc = this.#doc;
    const shown = joined(pieces.filter(({ text }) => text !== ''));
    if (shown.length === 0) return;
    within.add(
      doc.struct(tag, {}, () => {
        doc.x = MARGIN + indent;
        for (const [at, { text, face: name = 'text', colour = INK }] of shown.entries())
          doc
            .font(name)
            .fontSize(size)
            .fillColor(colour)
            .text(text, {
              continued: at < shown.length - 1,
              lineGap: size * 0.22,
              width: doc.page.width - 2 * MARGIN - indent,
            });
      }),
    );
    doc.y += after;
  }

  /** Where the item begins; both go to the next page together. */
  #bullet(entry: Structure): void {
    const doc = this.#doc;
    if (doc.y > doc.page.height - MARGIN - 16) doc.addPage();
    const { y } = doc;
    const draw = () => {
      doc
        .font('text')
        .fontSize(10.5)
        .fillColor(MARK)
        .text('•', MARGIN + 4, y, { lineBreak: false });
    };
    entry.add(doc.struct('Lbl', {}, draw));
    doc.y = y;
  }

  #pieces(spans: readonly Span[], colour: string): Piece[] {
    return spans.map((one): Piece => {
      if (typeof one === 'string') return { text: edged(one, this.#set), colour };
      if ('strong' in one) return { text: this.#set(one.strong), face: 'strong', colour };
      if ('quoted' in one) return { text: visible(one.quoted), colour };
      // A page's foot is only known once the page is full: what it would say stands in the text.
      return { text: ` [${this.#set(one.note)}]`, colour: MARK };
    });
  }

  /** On one page with its caption. */
  figure({ caption, alt, ...drawn }: Drawn, png: Uint8Array): void {
    const doc = this.#doc;
    const width = doc.page.width - 2 * MARGIN;
    const whole = { width, height: doc.page.height - 2 * MARGIN - CAPTION };
    const left = { width, height: doc.page.height - MARGIN - doc.y - CAPTION };
    const small = left.height < fitted(drawn, whole).height * SMALLEST;
    if (small) doc.addPage();
    const { width: wide, height } = fitted(drawn, small ? whole : left);
    this.line('Caption', [{ text: this.#set(caption), colour: QUIET }], { size: 9.5 });
    const { y } = doc;
    const options = {
      alt: this.#set(alt),
      bbox: [MARGIN, y, MARGIN + wide, y + height],
    } as unknown as PDFKit.Mixins.StructureElementOptions;
    this.#root.add(
      doc.struct('Figure', options as never, () =>
        doc.image(Buffer.from(png), MARGIN, y, { width: wide, height }),
      ),
    );
    doc.x = MARGIN;
    doc.y = y + height + 10;
  }

  #table({ caption, head, rows }: Extract<Part, { is: 'table' }>): void {
    const doc = this.#doc;
    const even = head.length > 6;
    const width = doc.page.width - 2 * MARGIN;
    const widthOf = (at: number) =>
      even ? width / head.length : at === 0 ? FIRST : (width - FIRST) / (head.length - 1);
    const tall = (cells: readonly string[], face: Face) =>
      9 + Math.max(...cells.map((text, at) => this.#height(this.#set(text), face, 9, widthOf(at) - 4)));
    const top = tall(head, 'strong');
    const heights = rows.map((cells) => tall(cells, 'text'));
    const whole = heights.reduce((sum, one) => sum + one, top);
    const page = doc.page.height - 2 * MARGIN;
    const left = () => doc.page.height - MARGIN - doc.y - CAPTION;
    const begun = heights.slice(0, FEWEST).reduce((sum, one) => sum + one, top);
    if (whole > left() && (whole < page * UNCUT || begun > left())) doc.addPage();
    this.line('Caption', [{ text: this.#set(caption), colour: QUIET }], { size: 9.5 });
    for (let from = 0; from === 0 || from < rows.length; ) {
      if (from > 0) doc.addPage();
      let room = doc.page.height - MARGIN - doc.y - top;
      let to = from;
      while (to < rows.length && (to === from || heights[to]! <= room)) room -= heights[to++]!;
      this.#rows(head, rows.slice(from, to), even);
      if (to === from) break;
      from = to;
    }
    doc.moveDown(0.6);
  }

  /** Of a table, what stands on one page, under its titles. */
  #rows(head: readonly string[], rows: readonly (readonly string[])[], even: boolean): void {
    const doc = this.#doc;
    doc.font('text').fontSize(9).fillColor(INK);
    const row = (cells: readonly string[], headed: boolean) =>
      cells.map((text, at) => ({
        text: this.#set(text),
        type: headed || at === 0 ? 'TH' : 'TD',
        ...(headed ? { scope: 'Column' } : at === 0 ? { scope: 'Row' } : {}),
        font: { src: headed ? 'strong' : 'text', size: 9 },
      }));
    doc.x = MARGIN;
    doc.table({
      structParent: this.#root,
      defaultStyle: { border: [0, 0, 0.5, 0], borderColor: RULE, padding: [4, 4, 4, 0], align: 'right' },
      columnStyles: (at: number) => (at === 0 ? { align: 'left', ...(even ? {} : { width: FIRST }) } : {}),
      data: [row(head, true), ...rows.map((cells) => row(cells, false))],
    } as unknown as PDFKit.Mixins.TableOptionsWithData);
    doc.x = MARGIN;
  }
}

/** What looks alike is one piece: a line may end within a piece as the language has it, between two anywhere. */
const joined = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    if (last === undefined || last.face !== piece.face || last.colour !== piece.colour) all.push(piece);
    else all[all.length - 1] = { ...last, text: last.text + piece.text };
    return all;
  }, []);

/** At the foot of each page, as an artefact: nobody who listens to the text hears it. */
function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    doc.markContent('Artifact', { type: 'Pagination', subtype: 'Footer' } as never);
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc
      .font('text')
      .fontSize(8.5)
      .fillColor(QUIET)
      .text(`${at - start + 1} / ${count}`, MARGIN, doc.page.height - MARGIN / 1.6, {
        width: doc.page.width - 2 * MARGIN,
        align: 'right',
        lineBreak: false,
      });
    doc.page.margins.bottom = bottom;
    doc.endMarkedContent();
  }
}
