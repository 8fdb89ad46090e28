import type { Disputes } from '../../app/ports/decisions.ts';
import type { Dispute } from '../../core/decision/dispute.ts';
import type { DecisionId, PartnerId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import type { Dispute as Row } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';

export function disputes(tx: Client): Disputes {
  return {
    async add(given, consultationId) {
      // Numbers follow each other under the consultation's lock.
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
      const last = await tx.dispute.aggregate({ where: { consultationId }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      const { said, reason, ...rest } = given;
      await insert(tx, 'Dispute', [
        {
          ...rest,
          consultationId,
          number,
          wordsIds: said.map(({ words }) => words),
          starts: said.map(({ start }) => start),
          reasonId: reason,
          raisedAt: toDate(given.raisedAt),
          dueAt: toDate(given.dueAt),
          remindedAt: toDateOrNull(given.remindedAt),
          answeredAt: toDateOrNull(given.answeredAt),
        },
      ]);
      return { ...given, number };
    },

    async of(consultationId) {
      return (await tx.dispute.findMany({ where: { consultationId }, orderBy: { number: 'asc' } })).map(read);
    },

    async byNumber(consultationId, number) {
      const row = await tx.dispute.findUnique({
        where: { consultationId_number: { consultationId, number } },
      });
      return row === null ? null : read(row);
    },

    async append(id, { words, start }) {
      await tx.dispute.update({
        where: { id },
        data: { wordsIds: { push: words }, starts: { push: start } },
      });
    },

    async assign(id, readerId) {
      await tx.dispute.updateMany({ where: { id, outcome: null }, data: { readerId } });
    },

    async remind(id, before, at) {
      const { count } = await tx.dispute.updateMany({
        where: { id, outcome: null, remindedAt: toDateOrNull(before) },
        data: { remindedAt: toDate(at) },
      });
      return count === 1;
    },

    async answer(id, { outcome, reason, by, at }) {
      const { count } = await tx.dispute.updateMany({
        where: { id, outcome: null },
        data: { outcome, reasonId: reason, answeredBy: by, answeredAt: toDate(at) },
      });
      return count === 1;
    },
  };
}

const read = (row: Row): Dispute => ({
  id: row.id,
  number: row.number,
  proposalId: row.proposalId as ProposalId,
  partnerId: row.partnerId as PartnerId,
  stepId: row.stepId as DecisionId,
  said: row.wordsIds.map((words, at) => ({ words: words as WordsId, start: row.starts[at] ?? 0 })),
  readerId: row.readerId as PersonId | null,
  raisedAt: toInstant(row.raisedAt),
  dueAt: toInstant(row.dueAt),
  remindedAt: toInstantOrNull(row.remindedAt),
  outcome: row.outcome as Dispute['outcome'],
  reason: row.reasonId as WordsId | null,
  answeredBy: row.answeredBy as PersonId | null,
  answeredAt: toInstantOrNull(row.answeredAt),
});
