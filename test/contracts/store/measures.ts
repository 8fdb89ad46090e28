import { describe, expect, test } from 'vitest';
import type { PersonId, WordsId } from '../../../src/core/ids.ts';
import type { Measure } from '../../../src/core/plan/measure.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const measureStories = (subject: () => Subject) =>
  describe('measures of indicators', () => {
    const measure = (over: Partial<Measure> = {}): Measure => ({
      id: id(),
      action: 'emplois-partages',
      indicator: 'postes-partages',
      value: 12.5,
      day: '2016-05-03',
      note: null,
      by: id<PersonId>(),
      at: AT,
      takenBackAt: null,
      toldAt: null,
      ...over,
    });

    test('they come back in the order they were recorded, each in its consultation', async () => {
      const { store } = subject();
      const [here, elsewhere] = [await consultation(store), await consultation(store)];
      const later = measure({ at: AT + 1, value: 0.1 + 0.2 });
      const first = measure({ note: id<WordsId>(), value: -3 });
      await store.transaction(async (tx) => {
        await tx.measures.add(later, here.id);
        await tx.measures.add(first, here.id);
        await tx.measures.add(measure(), elsewhere.id);
      });
      expect(await store.transaction((tx) => tx.measures.of(here.id))).toEqual([first, later]);
    });

    test('one is taken back and told once: a second time changes neither moment', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const [wrong, right] = [measure(), measure({ at: AT + 1 })];
      await store.transaction(async (tx) => {
        await tx.measures.add(wrong, consultationId);
        await tx.measures.add(right, consultationId);
      });
      for (const at of [AT + 2, AT + 3])
        await store.transaction(async (tx) => {
          await tx.measures.takeBack(wrong.id, at);
          await tx.measures.markTold([right.id], at);
        });
      expect(await store.transaction((tx) => tx.measures.of(consultationId))).toEqual([
        { ...wrong, takenBackAt: AT + 2 },
        { ...right, toldAt: AT + 2 },
      ]);
    });
  });
