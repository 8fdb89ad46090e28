import { describe, expect, test } from 'vitest';
import type { DigestReader } from '../../../src/app/ports/digests.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const digestStories = (subject: () => Subject) =>
  describe('who reads what is new', () => {
    test('what they read and want is kept; whose time has come is taken once, by one process', async () => {
      const { store, second } = subject();
      const { id: consultationId } = await consultation(store);
      const reader = (over: Partial<DigestReader>): DigestReader => ({
        personId: id(),
        consultationId,
        sinceAt: null,
        readAt: null,
        schedule: { weekday: 1, minute: 540 },
        always: false,
        nextAt: AT,
        ...over,
      });
      const [later, now, never] = [
        reader({ nextAt: AT + 5 }),
        reader({ schedule: { weekday: null, minute: 0 }, always: true, readAt: AT - 9 }),
        reader({ schedule: null, nextAt: null }),
      ];
      await store.transaction(async (tx) => {
        for (const one of [later, now, never]) await tx.digests.save(one);
        await tx.digests.save({ ...later, sinceAt: AT - 3 });
      });
      const due = (at: number) => store.transaction((tx) => tx.digests.due(consultationId, at, 10));
      expect(await due(AT - 1)).toEqual([]);
      expect(await due(AT + 4)).toEqual([now]);
      expect(await due(AT + 5)).toEqual([now, { ...later, sinceAt: AT - 3 }]);
      expect(await store.transaction((tx) => tx.digests.of(never.personId))).toEqual(never);
      const advance = (each: typeof store) =>
        each.transaction((tx) => tx.digests.advance(now.personId, AT, AT + 100));
      expect((await Promise.all([advance(store), advance(second), advance(store)])).filter(Boolean)).toEqual([
        true,
      ]);
      expect(await due(AT + 4)).toEqual([]);
      expect(await store.transaction((tx) => tx.digests.of(id()))).toBeNull();
    });
  });
