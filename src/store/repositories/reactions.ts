import type { Reactions } from '../../app/ports/reactions.ts';
import type { PartnerId, ProposalId, RoundId } from '../../core/ids.ts';
import type { Reaction, View } from '../../core/round/validation.ts';
import type { StatementReaction } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

const OLDEST_FIRST = [{ at: 'asc' as const }, { id: 'asc' as const }];

export function reactions(tx: Client): Reactions {
  return {
    async add({ at, ...reaction }, consultationId) {
      await insert(tx, 'StatementReaction', [{ ...reaction, consultationId, at: toDate(at) }]);
    },

    async of(roundId) {
      const rows = await tx.statementReaction.findMany({ where: { roundId }, orderBy: OLDEST_FIRST });
      return rows.map(read);
    },

    async ofPartners(partners) {
      const where = { partnerId: { in: [...partners] } };
      const rows = await tx.statementReaction.findMany({ where, orderBy: OLDEST_FIRST });
      return rows.map(read);
    },
  };
}

const read = (row: StatementReaction): Reaction => ({
  id: row.id,
  roundId: row.roundId as RoundId,
  partnerId: row.partnerId as PartnerId,
  statement: row.statement,
  view: row.view as View,
  proposalId: row.proposalId as ProposalId | null,
  at: toInstant(row.at),
});
