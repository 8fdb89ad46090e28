import { describe, expect, test } from 'vitest';
import type { PlanVersionRow } from '../../../src/app/ports/plans.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const planStories = (subject: () => Subject) =>
  describe('versions of a plan', () => {
    test('they are numbered one after the other, also by two processes, and kept as they were given', async () => {
      const { store, second } = subject();
      const { id: consultationId } = await consultation(store);
      const version = (over: Partial<PlanVersionRow> = {}): Omit<PlanVersionRow, 'number'> => ({
        id: id(),
        consultationId,
        origin: 'import',
        plan: { key: 'p', label: { text: { fr: 'Plan' } }, axes: [], objectives: [], actions: [] },
        decision: null,
        adjustments: [],
        createdBy: id(),
        createdAt: AT,
        ...over,
      });
      expect(await store.transaction((tx) => tx.plans.latest(consultationId))).toBeNull();
      const adopted = version({ origin: 'adoption', decision: { body: 'conseil', decidedOn: '2015-10-16' } });
      const made = await Promise.all([
        store.transaction((tx) => tx.plans.add(adopted)),
        second.transaction((tx) => tx.plans.add(version())),
        store.transaction((tx) => tx.plans.add(version({ createdBy: null }))),
      ]);
      expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
      const kept = await store.transaction((tx) => tx.plans.of(consultationId));
      expect(kept).toEqual([...made].sort((a, b) => a.number - b.number));
      expect(await store.transaction((tx) => tx.plans.latest(consultationId))).toEqual(kept[2]);
      expect(await store.transaction((tx) => tx.plans.byNumber(consultationId, 2))).toEqual(kept[1]);
      expect(await store.transaction((tx) => tx.plans.byNumber(consultationId, 4))).toBeNull();
    });
  });
