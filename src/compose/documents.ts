/** What is written of a gathering, a writer a file. */
import { fileURLToPath } from 'node:url';
import type { WriteDocuments } from '../app/documents/writers.ts';
import type { Core } from '../commands/context.ts';
import { annexDocument } from '../report/annex-document.ts';
import { annexHtml } from '../report/annex-html.ts';
import { annexMarkdown } from '../report/annex-markdown.ts';
import { minutesOutline } from '../report/minutes-outline.ts';
import { moderationHtml } from '../report/moderation-html.ts';
import { moderationJson } from '../report/moderation-json.ts';
import { moderationMarkdown } from '../report/moderation-markdown.ts';
import type { Outline } from '../report/outline.ts';
import { outlineHtml } from '../report/outline-html.ts';
import { outlineMarkdown } from '../report/outline-markdown.ts';
import type { Faces } from '../report/outline-pdf.ts';
import { proposalsCsv } from '../report/proposals-csv.ts';
import { proposalsDictionary } from '../report/proposals-dictionary.ts';
import { proposalsJson } from '../report/proposals-json.ts';
import { reportOutline } from '../report/report-outline.ts';
import { restitutionJson } from '../report/restitution-json.ts';
import { synthesisOutline } from '../report/synthesis-document.ts';
import { synthesisHtml } from '../report/synthesis-html.ts';
import { synthesisJson } from '../report/synthesis-json.ts';
import { synthesisMarkdown } from '../report/synthesis-markdown.ts';
import { writeBeside } from './office-thread.ts';
import { png } from './picture.ts';

export const proposalFiles: Core['proposalFiles'] = (proposals) => ({
  'proposals.json': proposalsJson(proposals),
  'proposals.csv': proposalsCsv(proposals),
  'proposals-dictionary.md': proposalsDictionary(),
});

/** Every document of a gathering, by file name. */
export const documentFiles: WriteDocuments = ({
  proposals,
  synthesis,
  internal,
  restitution,
  moderation,
}) => ({
  ...proposalFiles(proposals),
  'synthesis.json': synthesisJson(synthesis),
  'synthesis.md': synthesisMarkdown(synthesis),
  'synthesis.html': synthesisHtml(synthesis),
  'synthesis-internal.json': synthesisJson(internal),
  'synthesis-internal.md': synthesisMarkdown(internal),
  'synthesis-internal.html': synthesisHtml(internal),
  'restitution.json': restitutionJson(restitution),
  'moderation.json': moderationJson(moderation),
  'moderation.md': moderationMarkdown(moderation),
  'moderation.html': moderationHtml(moderation),
});

interface Forms {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

/** An outline in the formats of offices. A long one is written in threads: those who wait for words are not kept. */
async function officeForms(outline: Outline): Promise<Forms> {
  return lengthOf(outline) > LONG
    ? { docx: await writeBeside('docx', outline), pdf: await writeBeside('pdf', outline) }
    : { docx: await writeDocx(outline), pdf: await writePdf(outline) };
}

/** Paragraphs from which writing them takes longer than a thread takes to start. */
const LONG = 1_000;

const lengthOf = ({ parts }: Outline): number =>
  parts.reduce((all, part) => all + (part.is === 'list' ? part.items.length : 1), 0);

const face = (file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-serif-4/${file}.ttf`));
/** Source Serif 4, under the OFL. */
export const SERIF: Faces = {
  text: face('400Regular/SourceSerif4_400Regular'),
  italic: face('400Regular_Italic/SourceSerif4_400Regular_Italic'),
  strong: face('600SemiBold/SourceSerif4_600SemiBold'),
};

// Loaded when first asked for: a bot that writes none, and most commands, do without.
export const writeDocx = async (outline: Outline): Promise<Uint8Array> =>
  (await import('../report/outline-docx.ts')).outlineDocx(outline, png);
export const writePdf = async (outline: Outline): Promise<Uint8Array> =>
  (await import('../report/outline-pdf.ts')).outlinePdf(outline, SERIF, png);

/** The synthesis for those who work on paper and in text editors, its two versions side by side. */
export const officeFiles: Core['officeFiles'] = async ({ synthesis, internal }) => {
  const [open, whole] = await Promise.all([
    officeForms(synthesisOutline(synthesis)),
    officeForms(synthesisOutline(internal)),
  ]);
  return {
    'synthesis.docx': open.docx,
    'synthesis.pdf': open.pdf,
    'synthesis-internal.docx': whole.docx,
    'synthesis-internal.pdf': whole.pdf,
  };
};

/** The annex of a deliberation. */
export const annexFiles: Core['planFiles']['annexFiles'] = async (annex) => {
  const { docx, pdf } = await officeForms(annexDocument(annex));
  return {
    'plan-annex.md': annexMarkdown(annex),
    'plan-annex.html': annexHtml(annex),
    'plan-annex.docx': docx,
    'plan-annex.pdf': pdf,
  };
};

/** The annual report of the plan. */
export const reportFiles: Core['reportFiles'] = async (report) => {
  const outline = reportOutline(report);
  const { docx, pdf } = await officeForms(outline);
  const name = `annual-report-${report.facts.year}`;
  return {
    [`${name}.md`]: outlineMarkdown(outline),
    [`${name}.html`]: outlineHtml(outline),
    [`${name}.docx`]: docx,
    [`${name}.pdf`]: pdf,
  };
};

/** The minutes of a session of the committee. */
export const minutesFiles: Core['minutesFiles'] = async (minutes) => {
  const outline = minutesOutline(minutes);
  const { docx, pdf } = await officeForms(outline);
  const name = `session-${minutes.number}-minutes`;
  return {
    [`${name}.md`]: outlineMarkdown(outline),
    [`${name}.html`]: outlineHtml(outline),
    [`${name}.docx`]: docx,
    [`${name}.pdf`]: pdf,
  };
};
