import type { RestitutionEntry } from '../core/decision/model.ts';

/** `restitution.json`, as its JSON Schema says: an entry a proposal that was not withdrawn. */
export const restitutionJson = (entries: readonly RestitutionEntry[]): string =>
  `${JSON.stringify(
    entries.map(({ proposal, status, reason, decidedBy, decidedOn, delivered, dispute }) => ({
      proposal,
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
