import type { Answer, Answers } from '../../app/ports/proposals.ts';
import type {
  AnswerId,
  ConsultationId,
  ConversationId,
  PartnerId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import type { Answer as AnswerRow } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';
import { storable } from '../storable.ts';

export function answers(tx: Client): Answers {
  return {
    async add(row) {
      await insert(tx, 'Answer', [
        {
          id: row.id,
          consultationId: row.consultationId,
          roundId: row.roundId,
          partnerId: row.partnerId,
          promptKey: row.promptKey,
          conversationId: row.conversationId,
          messageRef: row.messageRef,
          wordsId: row.wordsId,
          attachmentId: row.attachmentId ?? null,
          textAt: toDate(row.textAt),
          deletedAt: toDateOrNull(row.deletedAt),
          createdAt: toDate(row.createdAt),
        },
      ]);
    },

    async byMessage(conversationId, messageRef) {
      const row = await tx.answer.findUnique({
        where: { conversationId_messageRef: { conversationId, messageRef: storable(messageRef) } },
      });
      return row === null ? null : read(row);
    },

    async setText(id, words, textAt) {
      await tx.answer.updateMany({ where: { id }, data: { wordsId: words, textAt: toDate(textAt) } });
    },

    async setDeleted(id, at) {
      await tx.answer.updateMany({ where: { id }, data: { deletedAt: toDate(at) } });
    },
  };
}

const read = (row: AnswerRow): Answer => ({
  id: row.id as AnswerId,
  consultationId: row.consultationId as ConsultationId,
  roundId: row.roundId as RoundId,
  partnerId: row.partnerId as PartnerId,
  promptKey: row.promptKey,
  conversationId: row.conversationId as ConversationId,
  messageRef: row.messageRef,
  wordsId: row.wordsId as WordsId,
  textAt: toInstant(row.textAt),
  deletedAt: toInstantOrNull(row.deletedAt),
  createdAt: toInstant(row.createdAt),
});
