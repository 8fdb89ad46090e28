import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/app/ports/proposals.ts';
import { AT, consultation, id, type Subject, unique } from './scene.ts';

export const answerStories = (subject: () => Subject) =>
  describe('answers', () => {
    test('an answer is found by its message; a new text and a deletion keep the time of the platform', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const answer: Answer = {
        id: id(),
        consultationId,
        roundId: id(),
        partnerId: id(),
        promptKey: null,
        conversationId: id(),
        messageRef: unique('m\'"\0'),
        wordsId: id(),
        textAt: AT,
        deletedAt: null,
        createdAt: AT,
      };
      const find = () =>
        store.transaction((tx) => tx.answers.byMessage(answer.conversationId, answer.messageRef));
      await store.transaction((tx) => tx.answers.add(answer));
      const stored = { ...answer, messageRef: answer.messageRef.replace('\0', '\ufffd') };
      expect(await find()).toEqual(stored);
      const words = id<Answer['wordsId']>();
      await store.transaction(async (tx) => {
        await tx.answers.setText(answer.id, words, AT + 10);
        await tx.answers.setDeleted(answer.id, AT + 20);
      });
      expect(await find()).toEqual({ ...stored, wordsId: words, textAt: AT + 10, deletedAt: AT + 20 });
      expect(await store.transaction((tx) => tx.answers.byMessage(answer.conversationId, 'm%'))).toBeNull();
    });
  });
