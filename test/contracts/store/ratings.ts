import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/ids.ts';
import type { Rating } from '../../../src/core/rating/rating.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const ratingStories = (subject: () => Subject) =>
  describe('ratings of the process', () => {
    const rating = (over: Partial<Rating> = {}) => ({
      id: id(),
      question: 'said' as const,
      grade: 'rather' as const,
      at: AT,
      ...over,
      person: id<PersonId>(),
    });

    test('a person’s last one of a question stands in place of the one before, each in its consultation', async () => {
      const { store } = subject();
      const [here, elsewhere] = [await consultation(store), await consultation(store)];
      const [first, other] = [rating(), rating({ at: AT + 1 })];
      await store.transaction(async (tx) => {
        await tx.ratings.put(first, here.id);
        await tx.ratings.put(other, here.id);
        await tx.ratings.put(rating(), elsewhere.id);
        await tx.ratings.put({ ...first, id: id(), grade: 'hardly', at: AT + 2 }, here.id);
      });
      expect(await store.transaction((tx) => tx.ratings.of(here.id))).toEqual([
        other,
        { ...first, grade: 'hardly', at: AT + 2 },
      ]);
    });
  });
