import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../src/core/gate/gate.ts';
import type { PersonId, WordsId } from '../../../src/core/ids.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const gateStories = (subject: () => Subject) =>
  describe('gates that were passed', () => {
    const passage = (over: Partial<Passage> = {}): Passage => ({
      id: id(),
      gate: 'phase',
      subject: 'comite',
      override: null,
      by: id<PersonId>(),
      at: AT,
      takenBackAt: null,
      ...over,
    });

    test('they come back in their order, with what was passed over and why, and are taken back once', async () => {
      const { store } = subject();
      const [here, elsewhere] = [await consultation(store), await consultation(store)];
      const over = passage({
        at: AT + 1,
        subject: 'conseil',
        override: {
          debt: {
            answers: { comite: ['P-0001', 'P-0002'] },
            adjustments: { conseil: ['A-1'] },
            disputes: [3],
          },
          reason: id<WordsId>(),
        },
      });
      const first = passage();
      await store.transaction(async (tx) => {
        await tx.gates.add(over, here.id);
        await tx.gates.add(first, here.id);
        await tx.gates.add(passage(), elsewhere.id);
      });
      for (const at of [AT + 2, AT + 3]) await store.transaction((tx) => tx.gates.takeBack(first.id, at));
      expect(await store.transaction((tx) => tx.gates.of(here.id))).toEqual([
        { ...first, takenBackAt: AT + 2 },
        over,
      ]);
    });
  });
