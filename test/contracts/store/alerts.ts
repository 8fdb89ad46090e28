import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../src/core/plan/alert.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const alertStories = (subject: () => Subject) =>
  describe('alerts on indicators', () => {
    const alert = (over: Partial<Alert> = {}): Alert => ({
      id: id(),
      action: 'emplois-partages',
      indicator: 'postes-partages',
      level: 'behind',
      raisedAt: AT,
      clearedAt: null,
      ...over,
    });

    test('those that stand come back in their order, each in its consultation, and leave once they are over', async () => {
      const { store } = subject();
      const [here, elsewhere] = [await consultation(store), await consultation(store)];
      const [later, first] = [alert({ raisedAt: AT + 1, level: 'missed' }), alert({ indicator: 'emplois' })];
      await store.transaction(async (tx) => {
        await tx.alerts.add([later, first], here.id);
        await tx.alerts.add([alert()], elsewhere.id);
        await tx.alerts.add([], here.id);
      });
      expect(await store.transaction((tx) => tx.alerts.standing(here.id))).toEqual([first, later]);
      await store.transaction((tx) => tx.alerts.clear([first.id], AT + 2));
      expect(await store.transaction((tx) => tx.alerts.standing(here.id))).toEqual([later]);
    });
  });
