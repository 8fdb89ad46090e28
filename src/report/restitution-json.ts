import type { RestitutionEntry } from '../core/decision/model.ts';

/**
 * `restitution.json`, as its JSON Schema says: an entry a proposal that was not withdrawn; one a part where it was merged
 * into what was split. All that were told are told by the same instant: that of each message would give away which
 * answers one person got, those they chose not to be quoted for among them.
 */
export function restitutionJson(entries: readonly RestitutionEntry[]): string {
  const told = entries.flatMap(({ delivered }) => (delivered === null ? [] : Date.parse(delivered)));
  const toldBy = told.length === 0 ? null : new Date(told.reduce((a, b) => Math.max(a, b))).toISOString();
  const rows = entries.map(
    ({ proposal, part, status, reason, decidedBy, decidedOn, delivered, dispute }) => ({
      proposal,
      part,
      status,
      reason,
      decidedBy,
      decidedOn,
      delivered: delivered === null ? null : toldBy,
      dispute,
    }),
  );
  return `${JSON.stringify(rows, null, 2)}\n`;
}
