import type { ExportedProposal } from '../core/proposal/exported.ts';

/** `proposals.json`: a document for the staff, as its JSON Schema says. */
export const proposalsJson = (rows: readonly ExportedProposal[]): string =>
  `${JSON.stringify(
    rows.map(({ ref, axis, text, college, tags, state, standing, versions, supporters }) => ({
      ref,
      axis,
      text,
      college,
      tags: tags.map(({ dimension, value, source, confidence }) => ({
        dimension,
        value,
        source,
        confidence,
      })),
      state,
      standing,
      versions,
      supporters,
    })),
    null,
    2,
  )}\n`;
