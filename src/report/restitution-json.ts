import type { RestitutionEntry } from '../core/decision/model.ts';

/** `restitution.json`, as its JSON Schema says: an entry a proposal that was not withdrawn; one a part where it was merged into what was split. */
export const restitutionJson = (entries: readonly RestitutionEntry[]): string =>
  `${JSON.stringify(
    entries.map(({ proposal, part, status, reason, decidedBy, decidedOn, delivered, dispute }) => ({
      proposal,
      part,
      status,
      reason,
      decidedBy,
      decidedOn,
      delivered,
      dispute,
    })),
    null,
    2,
  )}\n`;
