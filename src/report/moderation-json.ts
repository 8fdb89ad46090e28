import type { ModerationDocument } from '../core/proposal/moderation-log.ts';

/** `moderation.json`, as its JSON Schema says. */
export const moderationJson = ({
  consultation,
  at,
  authors,
  unpublished,
  entries,
}: ModerationDocument): string =>
  `${JSON.stringify(
    {
      consultation: consultation.key,
      at: new Date(at).toISOString(),
      authors,
      unpublished,
      decisions: entries.map(({ at, did, proposal, reason }) => ({
        at: new Date(at).toISOString(),
        proposal,
        published: did === 'reinstate',
        reason,
      })),
    },
    null,
    2,
  )}\n`;
