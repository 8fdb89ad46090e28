/** How each file that is sent in chat is made: read in one transaction with the asker's rights, written after it. */
import { annexOf } from '../app/adjustment/annex.ts';
import { minutesOf } from '../app/committee/minutes.ts';
import { gatherDocuments } from '../app/documents/gather-documents.ts';
import type { Scene } from '../app/perform.ts';
import { dossierOf } from '../app/person/export-person.ts';
import type { Transaction } from '../app/ports/store.ts';
import { exportProposals } from '../app/proposal/export-proposals.ts';
import { exportLog } from '../app/proposal/moderate.ts';
import { showReport } from '../app/report/show-report.ts';
import { showNumbered } from '../app/synthesis/show-synthesis.ts';
import type { DocumentFile } from '../bot/documents/files.ts';
import { sha256 } from '../bot/sha256.ts';
import { openTables } from '../core/open-data/assemble.ts';
import { DATA } from '../core/open-data/manifest.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { annexDocument } from '../report/annex-document.ts';
import { annexHtml } from '../report/annex-html.ts';
import { annexMarkdown } from '../report/annex-markdown.ts';
import { chartSvg } from '../report/chart-picture.ts';
import { minutesOutline } from '../report/minutes-outline.ts';
import { moderationHtml } from '../report/moderation-html.ts';
import { moderationJson } from '../report/moderation-json.ts';
import { moderationMarkdown } from '../report/moderation-markdown.ts';
import { openDataFiles } from '../report/open-data.ts';
import { openDataXlsx } from '../report/open-data-xlsx.ts';
import type { Outline } from '../report/outline.ts';
import { outlineHtml } from '../report/outline-html.ts';
import { outlineMarkdown } from '../report/outline-markdown.ts';
import { personJson } from '../report/person-json.ts';
import { proposalsCsv } from '../report/proposals-csv.ts';
import { proposalsJson } from '../report/proposals-json.ts';
import { proposalsXlsx } from '../report/proposals-xlsx.ts';
import { reportOutline } from '../report/report-outline.ts';
import { synthesisOutline } from '../report/synthesis-document.ts';
import { synthesisHtml } from '../report/synthesis-html.ts';
import { synthesisJson } from '../report/synthesis-json.ts';
import { synthesisMarkdown } from '../report/synthesis-markdown.ts';
import {
  asPicture,
  convergenceChart,
  convergenceInWords,
  themesByCollege,
  themesInWords,
} from '../report/theme-chart.ts';
import { themeFigures } from '../report/theme-figures.ts';
import { typesetDocument } from '../report/typography.ts';
import { wordingIn } from '../report/wording.ts';
import { readSent } from './core.ts';
import { writeBeside } from './office-thread.ts';
import { png } from './picture.ts';
import { zip } from './zip.ts';

type Written = string | Uint8Array | Promise<Uint8Array>;

/** Its name without the ending, and what writes it; null for who may not have it. */
export interface Drafted {
  readonly name: string;
  /** Of a picture. */
  readonly alt?: string;
  write(): Written;
}
type Maker<F extends DocumentFile> = (
  scene: Scene<keyof Transaction> & { readonly tx: Transaction },
  file: F,
) => Promise<Drafted | Refusal | null>;

const office: Readonly<Record<string, (outline: Outline) => Promise<Uint8Array>>> = {
  docx: (outline) => writeBeside('docx', outline),
  pdf: (outline) => writeBeside('pdf', outline),
};

/** Slack takes 1,000 characters of an alternative text. */
const LONGEST_ALT = 900;
const cut = (words: string): string =>
  words.length <= LONGEST_ALT ? words : `${words.slice(0, LONGEST_ALT).replace(/\s\S*$/u, '')} …`;

export const MAKERS: { readonly [is in DocumentFile['is']]: Maker<Extract<DocumentFile, { is: is }>> } = {
  async synthesis(scene, { number, audience, as }) {
    const read = await showNumbered(scene, number, audience);
    if (isRefusal(read)) return read;
    const outlined = office[as];
    const write = outlined
      ? () => outlined(synthesisOutline(read))
      : () => ({ html: synthesisHtml, md: synthesisMarkdown, json: synthesisJson })[as]!(read);
    return {
      name: `synthese-${number}${audience === 'internal' ? '-interne' : ''}`,
      write,
    };
  },
  async proposals(scene, { as }) {
    const read = await exportProposals(scene);
    if (isRefusal(read)) return read;
    const write = { xlsx: proposalsXlsx, csv: proposalsCsv, json: proposalsJson }[as]!;
    return { name: 'propositions', write: () => write(read) };
  },
  async moderation(scene, { as }) {
    const read = await exportLog(scene);
    if (isRefusal(read)) return read;
    const write = { html: moderationHtml, md: moderationMarkdown, json: moderationJson }[as]!;
    return { name: 'moderation', write: () => write(read) };
  },
  async chart(scene, { of, number, audience, as }) {
    const read = await showNumbered(scene, number, audience);
    if (isRefusal(read)) return read;
    const document = typesetDocument(read);
    const wording = wordingIn(document.lang);
    const figures = themeFigures(document, wording);
    if (figures === null) return refuse('no-theme-figures', {});
    const [draw, says, caption] =
      of === 'themes'
        ? ([themesByCollege, themesInWords, wording.themesCaption] as const)
        : ([convergenceChart, convergenceInWords, wording.convergenceCaption] as const);
    const svg = asPicture(draw(figures, wording, of));
    return {
      name: `${of === 'themes' ? 'themes' : 'convergences'}-${number}`,
      alt: cut(`${caption}. ${says(figures, wording, true)}`),
      write: () => (as === 'png' ? png(svg) : svg),
    };
  },
  async 'open-data'(scene, { as }) {
    const read = await gatherDocuments(scene);
    if (isRefusal(read)) return read;
    const files = () => openDataFiles(read, sha256);
    const write = {
      zip: () => zip(files()),
      xlsx: () => openDataXlsx(openTables(read), read.synthesis.lang),
      json: () => files()[DATA]!,
    }[as]!;
    return { name: 'donnees-ouvertes', write };
  },
  async annex(scene, { as }) {
    const read = await annexOf(scene, null);
    if (isRefusal(read)) return read;
    const outlined = office[as];
    const write = outlined
      ? () => outlined(annexDocument(read))
      : () => ({ html: annexHtml, md: annexMarkdown })[as]!(read);
    return { name: 'annexe', write };
  },
  async minutes(scene, { number, as }) {
    const read = await minutesOf(scene, number);
    if (isRefusal(read)) return read;
    const write = { ...office, html: outlineHtml, md: outlineMarkdown }[as]!;
    return { name: `proces-verbal-${read.number}`, write: () => write(minutesOutline(read)) };
  },
  async report(scene, { number, as }) {
    const read = await showReport(scene, number);
    if (isRefusal(read)) return read;
    const write = { ...office, html: outlineHtml, md: outlineMarkdown }[as]!;
    return { name: `bilan-${read.facts.year}`, write: () => write(reportOutline(read)) };
  },
  /** Its figures were read by right when they were said; it stays what it was. */
  async participation(_, picture) {
    return { name: 'participation', write: () => png(chartSvg(picture)) };
  },
  /** On record already, when they asked for it. */
  async personal(scene, { person }) {
    if (person !== scene.actor.person.id) return null;
    const read = await dossierOf(scene, scene.actor.person, readSent);
    return { name: 'mes-donnees', write: () => personJson(read) };
  },
};

export const MIME: Readonly<Record<string, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
  png: 'image/png',
  svg: 'image/svg+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
