import { describe, expect, test } from 'vitest';
import type { PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';
import type { AdjustmentStep, AdjustmentVersion } from '../../../src/core/plan/adjustment.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const adjustmentStories = (subject: () => Subject) =>
  describe('adjustments of a plan', () => {
    const version = (over: Partial<AdjustmentVersion> = {}): AdjustmentVersion => ({
      n: 1,
      kind: 'strengthen',
      action: 'soutien-reseaux',
      axis: null,
      fields: { description: id<WordsId>() },
      proposals: [id<ProposalId>(), id<ProposalId>()],
      by: id<PersonId>(),
      at: AT,
      ...over,
    });

    test('numbered one after the other, also by two processes; every text is kept, the latest last', async () => {
      const { store, second } = subject();
      const { id: consultationId } = await consultation(store);
      const row = () => ({
        id: id(),
        consultationId,
        basis: 2,
        line: '1.3',
        first: version(),
        createdAt: AT,
      });
      const [one, other] = await Promise.all([
        store.transaction((tx) => tx.adjustments.add(row())),
        second.transaction((tx) => tx.adjustments.add({ ...row(), line: null })),
      ]);
      expect([one.number, other.number].sort()).toEqual([1, 2]);
      const next = version({ n: 2, fields: { budget: id<WordsId>() }, at: AT + 1 });
      await store.transaction((tx) => tx.adjustments.revise(one, consultationId, next));
      await store.transaction((tx) => tx.adjustments.setState(other.id, 'withdrawn'));
      const kept = await store.transaction((tx) => tx.adjustments.of(consultationId));
      expect(kept.find((found) => found.id === one.id)).toEqual({
        ...one,
        versions: [...one.versions, next],
      });
      expect(kept.find((found) => found.id === other.id)).toEqual({ ...other, state: 'withdrawn' });
    });

    test('two people who rewrite the same text at once: one of them is told', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const one = await store.transaction((tx) =>
        tx.adjustments.add({
          id: id(),
          consultationId,
          basis: 1,
          line: null,
          first: version(),
          createdAt: AT,
        }),
      );
      await store.transaction((tx) => tx.adjustments.revise(one, consultationId, version({ n: 2 })));
      await expect(
        store.transaction((tx) => tx.adjustments.revise(one, consultationId, version({ n: 2 }))),
      ).rejects.toThrow();
    });

    test('what bodies said of them comes back in order', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const step = (at: number): AdjustmentStep => ({
        id: id(),
        adjustmentId: id(),
        version: 1,
        body: 'comite',
        status: 'adopted',
        reason: id<WordsId>(),
        decidedOn: '2015-05-13',
        recordedBy: id<PersonId>(),
        recordedAt: AT + at,
        reopens: false,
      });
      const steps = [step(2), step(1)];
      await store.transaction((tx) => tx.adjustments.addSteps(steps, consultationId));
      expect(await store.transaction((tx) => tx.adjustments.steps(consultationId))).toEqual(
        steps.toReversed(),
      );
    });
  });
