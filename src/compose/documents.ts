/** What is written of a gathering, a writer a file. */
import type { WriteDocuments } from '../app/documents/writers.ts';
import type { Core } from '../commands/context.ts';
import { annexHtml } from '../report/annex-html.ts';
import { annexMarkdown } from '../report/annex-markdown.ts';
import { minutesOutline } from '../report/minutes-outline.ts';
import { moderationHtml } from '../report/moderation-html.ts';
import { moderationJson } from '../report/moderation-json.ts';
import { moderationMarkdown } from '../report/moderation-markdown.ts';
import { outlineHtml } from '../report/outline-html.ts';
import { outlineMarkdown } from '../report/outline-markdown.ts';
import { proposalsCsv } from '../report/proposals-csv.ts';
import { proposalsDictionary } from '../report/proposals-dictionary.ts';
import { proposalsJson } from '../report/proposals-json.ts';
import { restitutionJson } from '../report/restitution-json.ts';
import { synthesisHtml } from '../report/synthesis-html.ts';
import { synthesisJson } from '../report/synthesis-json.ts';
import { synthesisMarkdown } from '../report/synthesis-markdown.ts';

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

/** The annex of a deliberation. */
export const annexFiles: Core['planFiles']['annexFiles'] = (annex) => ({
  'plan-annex.md': annexMarkdown(annex),
  'plan-annex.html': annexHtml(annex),
});

/** The minutes of a session of the committee. */
export const minutesFiles: Core['minutesFiles'] = (minutes) => {
  const outline = minutesOutline(minutes);
  return {
    [`session-${minutes.number}-minutes.md`]: outlineMarkdown(outline),
    [`session-${minutes.number}-minutes.html`]: outlineHtml(outline),
  };
};
