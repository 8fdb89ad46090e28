import { describe, expect, test } from 'vitest';
import type { DraftId, PersonId, WordsId } from '../../../src/core/ids.ts';
import { NEW_DRAFT, type RoundDraft } from '../../../src/core/round/draft.ts';
import { AT, consultation, id, MINUTE, type Subject } from './scene.ts';

export const draftStories = (subject: () => Subject) =>
  describe('rounds written in chat', () => {
    const draft = (title: string): RoundDraft => ({
      ...NEW_DRAFT,
      title: { fr: { text: title } },
      open: { fr: { text: 'Tout' } },
      decided: { fr: { text: 'Rien' } },
      audience: ['economic'],
      prompts: [{ key: null, axis: null, text: { fr: { text: 'Quoi ?' } }, hint: null }],
    });
    const row = (consultationId: Awaited<ReturnType<typeof consultation>>['id'], writtenBy: PersonId) => ({
      id: id<DraftId>(),
      consultationId,
      writtenBy,
      key: null,
      draft: draft('Locaux'),
      updatedAt: AT,
    });

    test('a draft is its author’s, is kept up to date, and can be thrown away', async () => {
      const { store } = subject();
      const made = await consultation(store);
      const mine = row(made.id, id<PersonId>());
      await store.transaction((tx) => tx.drafts.add(mine));
      const changed = { ...mine.draft, minutes: 5 };
      await store.transaction((tx) => tx.drafts.save(mine.id, changed, AT + MINUTE));
      await store.transaction(async (tx) => {
        expect(await tx.drafts.ofPerson(made.id, mine.writtenBy)).toEqual({
          ...mine,
          draft: changed,
          updatedAt: AT + MINUTE,
        });
        expect(await tx.drafts.ofPerson(made.id, id<PersonId>())).toBeNull();
        await tx.drafts.drop(mine.id);
        expect(await tx.drafts.byId(mine.id)).toBeNull();
        expect(await tx.drafts.byId("1' OR '1'='1" as DraftId)).toBeNull();
      });
    });

    test('those of the whole team are seen until they are opened, the first ones first', async () => {
      const { store } = subject();
      const made = await consultation(store);
      const [first, then, elsewhere] = [
        row(made.id, id<PersonId>()),
        { ...row(made.id, id<PersonId>()), updatedAt: AT + MINUTE },
        row((await consultation(store)).id, id<PersonId>()),
      ];
      await store.transaction(async (tx) => {
        for (const one of [then, first, elsewhere]) await tx.drafts.add(one);
      });
      const waiting = () => store.transaction((tx) => tx.drafts.waiting(made.id));
      expect(await waiting()).toEqual([first, then]);
      await store.transaction((tx) => tx.drafts.open(first.id, 'locaux', AT));
      expect(await waiting()).toEqual([then]);
    });

    test('opened once, it is among the rounds of the content from then on, in every process, and never changes', async () => {
      const { store, second } = subject();
      const made = await consultation(store);
      const mine = row(made.id, id<PersonId>());
      const words = id<WordsId>();
      await store.transaction(async (tx) => {
        await tx.words.add([
          {
            id: words,
            consultationId: made.id,
            personId: null,
            text: 'Des locaux',
            lang: 'fr',
            writtenAt: AT,
          },
        ]);
        await tx.drafts.add({ ...mine, draft: { ...mine.draft, title: { fr: { words } } } });
        expect(await tx.drafts.open(mine.id, 'locaux', AT)).toBe(true);
        expect(await tx.drafts.open(mine.id, 'locaux-2', AT)).toBe(false);
        await tx.drafts.save(mine.id, draft('Autre chose'), AT);
        await tx.drafts.drop(mine.id);
      });
      for (const each of [store, second]) {
        const found = await each.transaction((tx) => tx.consultations.byId(made.id));
        expect(found?.content.rounds.map(({ key, title }) => [key, title])).toEqual([
          ['locaux', { fr: 'Des locaux' }],
        ]);
        expect(found?.content.version).toBe(made.content.version);
      }
      expect(await store.transaction((tx) => tx.drafts.ofPerson(made.id, mine.writtenBy))).toBeNull();
    });

    test('one that was rolled back leaves no trace in what the process remembers', async () => {
      const { store } = subject();
      const made = await consultation(store);
      const mine = row(made.id, id<PersonId>());
      await expect(
        store.transaction(async (tx) => {
          await tx.drafts.add(mine);
          await tx.drafts.open(mine.id, 'perdu', AT);
          expect((await tx.consultations.byId(made.id))?.content.rounds).toHaveLength(1);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      expect((await store.transaction((tx) => tx.consultations.byId(made.id)))?.content.rounds).toEqual([]);
    });

    test('of two under one key, the newest is asked', async () => {
      const { store } = subject();
      const made = await consultation(store);
      for (const [index, title] of ['Un', 'Deux'].entries()) {
        const one = { ...row(made.id, id<PersonId>()), draft: draft(title) };
        await store.transaction(async (tx) => {
          await tx.drafts.add(one);
          await tx.drafts.open(one.id, 'tour', AT + index * MINUTE);
        });
      }
      const found = await store.transaction((tx) => tx.consultations.byId(made.id));
      expect(found?.content.rounds.map(({ title }) => title.fr)).toEqual(['Deux']);
    });
  });
