import { describe, expect, test } from 'vitest';
import type { WordsId } from '../../../src/core/ids.ts';
import { AT, consultation, content, id, partner, type Subject, unique } from './scene.ts';

export const consultationStories = (subject: () => Subject) =>
  describe('consultations', () => {
    test('loading the same content twice makes one version, whatever ids it comes with', async () => {
      const { store } = subject();
      const first = await consultation(store);
      const again = await store.transaction((tx) =>
        tx.consultations.save({ id: id(), contentId: id(), salt: 'other', content: first.content, at: AT }),
      );
      expect(again).toEqual(first);
    });

    test('a new version is put in force, everywhere, and the former one can be put back', async () => {
      const { store, second } = subject();
      const before = await consultation(store);
      expect(await second.transaction((tx) => tx.consultations.byId(before.id))).toEqual(before);
      const changed = content(before.content.key, 'v2');
      const after = await store.transaction((tx) =>
        tx.consultations.save({ id: id(), contentId: id(), salt: 'other', content: changed, at: AT }),
      );
      expect(after).toMatchObject({ id: before.id, salt: before.salt, content: { version: 'v2' } });
      expect(after.contentId).not.toBe(before.contentId);
      expect(await second.transaction((tx) => tx.consultations.byKey(changed.key))).toEqual(after);
      const back = await store.transaction((tx) =>
        tx.consultations.save({ id: id(), contentId: id(), salt: '', content: before.content, at: AT }),
      );
      expect(back).toEqual(before);
    });

    test('a type of actor with another key since keeps its partners, and those at its tables', async () => {
      const { store } = subject();
      const before = await consultation(store);
      const one = await partner(store, before);
      const table = { id: id<string>(), consultationId: before.id };
      const label = id<WordsId>();
      await store.transaction(async (tx) => {
        await tx.words.add([
          {
            id: label,
            consultationId: before.id,
            personId: null,
            text: 'table 3',
            lang: 'fr',
            writtenAt: AT,
          },
        ]);
        await tx.tables.add({ ...table, label, createdAt: AT });
        await tx.tables.seat(table, [
          { college: 'economic', people: 3 },
          { college: 'towns', people: 4 },
        ]);
      });
      const colleges = [{ key: 'actors', label: { fr: 'Acteurs' }, formerly: ['economic', 'towns'] }];
      const changed = { ...content(before.content.key, 'v2'), colleges };
      const load = () =>
        store.transaction((tx) =>
          tx.consultations.save({ id: id(), contentId: id(), salt: '', content: changed, at: AT }),
        );
      await load();
      await load();
      const [[partners], [seated]] = await store.transaction(
        async (tx) => [await tx.people.partners(before.id), await tx.tables.of(before.id)] as const,
      );
      expect(partners).toMatchObject({ id: one.id, college: 'actors' });
      expect(seated!.attendees).toMatchObject([{ college: 'actors', people: 7 }]);
    });

    test('a content is given back as it was, and nobody can change it', async () => {
      const { store } = subject();
      const { id: made, content: found } = await consultation(store);
      expect(found).toEqual(content(found.key, 'v1'));
      expect(() => Object.assign(found.rules, { smallestFigure: 0 })).toThrow(TypeError);
      expect((await store.transaction((tx) => tx.consultations.byId(made)))?.content).toBe(found);
    });

    test('numbers are never given twice, even when the transaction that took some rolls back', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const take = (numbers: number) => store.transaction((tx) => tx.consultations.advance(made, numbers));
      expect(await take(3)).toEqual({ firstNumber: 1, revision: 1 });
      await expect(
        store.transaction(async (tx) => {
          await tx.consultations.advance(made, 5);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      const next = await take(1);
      expect(next.firstNumber).toBeGreaterThanOrEqual(4);
      expect(next.revision).toBeGreaterThan(1);
      expect((await take(0)).firstNumber).toBe(next.firstNumber + 1);
    });

    test('two processes that take numbers at once get different ones', async () => {
      const { store, second } = subject();
      const { id: made } = await consultation(store);
      const taken = await Promise.all(
        [store, second, store, second].map((one) =>
          one.transaction((tx) => tx.consultations.advance(made, 2)),
        ),
      );
      expect(taken.map((one) => one.firstNumber).sort((a, b) => a - b)).toEqual([1, 3, 5, 7]);
      expect(taken.map((one) => one.revision).sort()).toEqual([1, 2, 3, 4]);
    });

    test('what nobody made is null, also by an id that is no id', async () => {
      const { store } = subject();
      const found = await store.transaction(async (tx) => [
        await tx.consultations.byId(id()),
        await tx.consultations.byId("1' OR '1'='1" as never),
        await tx.consultations.byKey('%'),
      ]);
      expect(found).toEqual([null, null, null]);
      const made = await consultation(store, unique('listed'));
      expect(await store.transaction((tx) => tx.consultations.all())).toContainEqual(made);
    });
  });
