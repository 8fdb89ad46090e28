import type { Ref } from '../core/ids.ts';
import type { AxisDocument, NuanceText, QuoteText, SynthesisDocument } from '../core/synthesis/document.ts';
import { standAlone } from './page.ts';
import { bdi, escapeHtml as esc, visible } from './people-text.ts';
import { baseTable, participationFigure, themeCharts, viewsTables } from './synthesis-figures.ts';
import {
  axisName,
  editedLines,
  type Indexed,
  inOrder,
  isSilent,
  MANY_REFS,
  outline,
  type Paragraph,
  proposalIndex,
  sidesOf,
  titledParts,
  unclassifiedParts,
  understoodRows,
  withholds,
} from './synthesis-outline.ts';
import { SYNTHESIS_STYLE } from './synthesis-style.ts';
import { typesetDocument } from './typography.ts';
import { longDate, type Wording, wordingIn } from './wording.ts';

/** People's words are escaped and isolated. */
export function synthesisHtml(published: SynthesisDocument): string {
  const document = typesetDocument(published);
  const wording = wordingIn(document.lang);
  const page: Page = { document, wording };
  const title = visible(document.consultation.title);
  return standAlone({
    lang: document.lang,
    title: `${wording.title(document.number)}, ${title}`,
    style: `${SYNTHESIS_STYLE}${document.audience === 'internal' ? onEachSheet(wording.internalShort) : ''}`,
    body: [
      `<a class="skip" href="#${anchor('text')}">${esc(wording.skip)}</a>`,
      head(page),
      `<main id="${anchor('text')}">`,
      document.introduction === null ? '' : `<p class="lead">${bdi(document.introduction)}</p>`,
      participation(page),
      ...document.axes.map((axis) => axisSection(page, axis)),
      unclassified(page),
      index(page),
      '</main>',
      foot(page),
    ].filter((part) => part !== ''),
  });
}

/** Paper goes from hand to hand: each sheet says that it is internal. */
const onEachSheet = (text: string): string =>
  `\n@page{@bottom-left{content:"${text.replace(/["\\<]/gu, '')}";font:9pt system-ui,sans-serif;color:#8a4b08}}`;

interface Page {
  readonly document: SynthesisDocument;
  readonly wording: Wording;
}

/** Every id of the page starts alike and holds only safe characters, whatever the key. */
const anchor = (...parts: string[]): string =>
  [
    's',
    ...parts.map((part) =>
      part.replace(/[^A-Za-z0-9.]/g, (found) => `_${found.codePointAt(0)!.toString(16)}`),
    ),
  ].join('-');

const onDate = ({ document, wording }: Page, at: number): string =>
  longDate(at, wording, document.consultation.zone);

function head(page: Page): string {
  const { document, wording } = page;
  const { signature } = document;
  const draft =
    document.audience === 'public' && signature !== null
      ? ''
      : `<p class="draft${document.audience === 'internal' && signature !== null ? ' internal' : ''}">${esc(signature === null ? wording.draft : wording.internal)}</p>`;
  const facts = [
    `${esc(wording.for)} ${bdi(document.consultation.asker)}`,
    esc(wording.compiled(onDate(page, document.compiledAt))),
    signature === null ? '' : `${signed(wording.signed, signature.by, onDate(page, signature.at))}`,
    signature?.proofreaders?.length ? signed(wording.proofread, signature.proofreaders.join(', '), '') : '',
  ].filter((fact) => fact !== '');
  const entries = document.axes.map(
    (axis) =>
      `<li><a href="#${anchor('axis', axis.axis)}"><span>${esc(axisName(document, axis.axis, wording))}</span> <span>${bdi(axis.title)}</span></a></li>`,
  );
  return [
    '<header>',
    draft,
    `<p class="eyebrow">${esc(wording.title(document.number))}</p>`,
    `<h1>${bdi(document.consultation.title)}</h1>`,
    `<ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`,
    `<nav aria-labelledby="${anchor('contents')}"><h2 id="${anchor('contents')}">${esc(wording.contents)}</h2><ol>${entries.join('')}</ol></nav>`,
    '</header>',
  ].join('\n');
}

/** A sentence of the wording around a person's name. */
function signed(sentence: (by: string, on: string) => string, by: string, on: string): string {
  const [before, after] = sentence('\u0000', on).split('\u0000');
  return `${esc(before!)}${bdi(by)}${esc(after!)}`;
}

function participation({ document, wording }: Page): string {
  if (document.base.length === 0) return '';
  const id = anchor('who');
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${esc(wording.who)}</h2>`,
    baseTable(document, wording),
    `<p class="note">${esc(wording.basis)}</p>`,
    withholds(document) ? `<p class="note">${esc(wording.withheldNote(document.smallestFigure))}</p>` : '',
    participationFigure(document, wording),
    themeCharts(document, wording),
    heard(document, wording),
    viewsTables(document, wording),
    '</section>',
  ].join('\n');
}

/** "Did we understand you?" and what contributors last answered, round by round. */
function heard(document: SynthesisDocument, wording: Wording): string {
  const rows = understoodRows(document, wording);
  if (rows.length === 0) return '';
  const { title, how, colon, rounded } = wording.understood;
  const items = rows.map((row) => `<li>${bdi(row.title)}${esc(colon)}${esc(row.sentence)}</li>`).join('');
  const open =
    document.audience === 'public' ? `<p class="note">${esc(rounded(document.smallestFigure))}</p>` : '';
  return `<h3>${esc(title)}</h3><p>${esc(how)}</p><ul>${items}</ul>${open}`;
}

function axisSection(page: Page, axis: AxisDocument): string {
  const { document, wording } = page;
  const id = anchor('axis', axis.axis);
  const outlined = outline(document, axis);
  const { disagreements } = outlined;
  return [
    `<section class="axis" aria-labelledby="${id}">`,
    `<h2 id="${id}"><span class="eyebrow">${esc(axisName(document, axis.axis, wording))} </span>${bdi(axis.title)}</h2>`,
    axis.objective === '' ? '' : `<p class="objective">${bdi(axis.objective)}</p>`,
    axis.introduction === null ? '' : `<p class="lead">${bdi(axis.introduction)}</p>`,
    isSilent(outlined) ? `<p>${esc(wording.nothing)}</p>` : '',
    ...titledParts(outlined, wording).map(({ title, paragraphs }) => part(page, title, paragraphs)),
    '<div class="disagreements">',
    `<h3>${esc(wording.disagreements)}</h3>`,
    ...disagreements.map((paragraph) => line(page, paragraph)),
    disagreements.length > 0 ? '' : `<p>${consensus(page, axis)}</p>`,
    '</div>',
    '</section>',
  ]
    .filter((piece) => piece !== '')
    .join('\n');
}

const consensus = (page: Page, { noDisagreement, disagreementsLeft }: AxisDocument): string =>
  noDisagreement === null
    ? esc(disagreementsLeft ? page.wording.disagreementsLeft : page.wording.disagreementUnsigned)
    : signed(page.wording.noDisagreement, noDisagreement.by, onDate(page, noDisagreement.at));

const part = (page: Page, title: string, paragraphs: readonly Paragraph[]): string =>
  [`<h3>${esc(title)}</h3>`, ...paragraphs.map((paragraph) => line(page, paragraph))].join('\n');

function line({ wording }: Page, paragraph: Paragraph): string {
  const edited = paragraph.edited ? ` <span class="edited">(${esc(wording.edited)})</span>` : '';
  return [
    `<div class="line" id="${anchor('line', paragraph.id)}">`,
    `<span class="number">${esc(paragraph.number)}</span>`,
    paragraph.heading === null ? '' : `<h4>${bdi(paragraph.heading)}</h4>`,
    `<p>${bdi(paragraph.text)}${edited}</p>`,
    ...paragraph.quotes.map((quote) => quotation(quote, wording)),
    otherSide(paragraph, wording),
    ...paragraph.nuances.map((nuance) => nuanced(nuance, wording)),
    cited(paragraph.unquoted, wording),
    '</div>',
  ].join('');
}

/** What a disagreement stands against, in words too. */
const otherSide = ({ opposed }: Paragraph, wording: Wording): string =>
  opposed === null
    ? ''
    : `<p class="note against">${esc(opposed.known ? wording.opposedKnown : wording.opposedBeside)}</p>${sidesOf(
        opposed,
      )
        .map((quote) => quotation(quote, wording))
        .join('')}`;

function nuanced({ proposal, of, quote }: NuanceText, wording: Wording): string {
  const [before, between, after] = wording.nuance('\u0000', '\u0000').split('\u0000');
  const said = `${esc(before!)}${toProposal(proposal)}${esc(between!)}${toProposal(of)}${esc(after!)}`;
  return `<p class="note against">${said}</p>${quote === null ? '' : quotation(quote, wording)}`;
}

/** Many of them fold; paper shows all. */
function cited(refs: readonly Ref[], wording: Wording): string {
  if (refs.length === 0) return '';
  const many = refs.length >= MANY_REFS;
  const links = (many ? inOrder(refs) : refs).map(toProposal).join(' ');
  const row = `<p class="cites" role="group" aria-label="${esc(wording.cites)}">${links}</p>`;
  if (!many) return row;
  return `<details class="cited"><summary>${esc(wording.cited(refs.length))}</summary>${row}</details>`;
}

function quotation(quote: QuoteText, wording: Wording): string {
  const more = quote.cut ? ` ${wording.more}` : '';
  const by = [...(quote.by === null ? [] : [bdi(quote.by)]), toProposal(quote.proposal)].join(', ');
  return `<blockquote><p>${wording.open}${bdi(quote.text)}${more}${wording.close}</p><p class="by">${by}</p></blockquote>`;
}

const toProposal = (ref: Ref): string => `<a href="#${anchor('proposal', ref)}">${esc(ref)}</a>`;

function unclassified({ document, wording }: Page): string {
  if (document.unclassified.length === 0) return '';
  const id = anchor('unclassified');
  const parts = unclassifiedParts(document, wording).map(
    ({ note, refs }) => `<p class="note">${esc(note)}</p>${cited(refs, wording)}`,
  );
  return `<section aria-labelledby="${id}"><h2 id="${id}">${esc(wording.unclassified)}</h2>${parts.join('')}</section>`;
}

function index({ document, wording }: Page): string {
  const id = anchor('index');
  const entries = proposalIndex(document).map((entry) => {
    const { ref, lines, words, joined, into } = entry;
    const links = lines
      .map(({ id, number }) => `<a href="#${anchor('line', id)}">${esc(number)}</a>`)
      .join(' ');
    const [before, after] = wording.mergedInto('\u0000').split('\u0000');
    const where =
      into === null ? links || esc(wording.none) : `${esc(before!)}${toProposal(into)}${esc(after!)}`;
    const [withText, rest] = wording.joinedHere('\u0000').split('\u0000');
    const also =
      joined.length === 0 ? '' : `<br>${esc(withText!)}${joined.map(toProposal).join(', ')}${esc(rest!)}`;
    return `<div id="${anchor('proposal', ref)}"><dt>${esc(ref)} <span>${where}${also}</span></dt><dd>${inWords(words, wording)}</dd></div>`;
  });
  return `<section aria-labelledby="${id}"><h2 id="${id}">${esc(wording.index)}</h2><p class="note">${esc(wording.indexNote)}</p><dl class="index">${entries.join('')}</dl></section>`;
}

function inWords(words: Indexed['words'], wording: Wording): string {
  if (words === null) return '';
  if (words.text === null) return `<p class="note">${esc(wording.unquoted)}</p>`;
  const by = words.by === null ? '' : `<p class="by">${bdi(words.by)}</p>`;
  return `<blockquote><p>${wording.open}${bdi(words.text)}${wording.close}</p>${by}</blockquote>`;
}

function foot({ document, wording }: Page): string {
  const id = anchor('about');
  const mark =
    document.signature === null
      ? esc(wording.draft)
      : `${esc(wording.hash)}<br><code>${esc(document.hash)}</code>`;
  return `<footer><section aria-labelledby="${id}"><h2 id="${id}">${esc(wording.about)}</h2><p class="note">${esc(wording.method(editedLines(document)))}</p><p class="note">${mark}</p></section></footer>`;
}
