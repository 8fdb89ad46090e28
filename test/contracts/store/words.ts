import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordsRow } from '../../../src/app/ports/words.ts';
import type { WordsId } from '../../../src/core/ids.ts';
import { AT, id, type Subject } from './scene.ts';

export const wordsStories = (subject: () => Subject) =>
  describe('words', () => {
    const row = (text: string): WordsRow => ({
      id: id<WordsId>(),
      consultationId: null,
      personId: null,
      text,
      lang: 'fr',
      writtenAt: AT,
    });
    const keep = async (text: string): Promise<string | null | undefined> => {
      const one = row(text);
      await subject().store.transaction((tx) => tx.words.add([one]));
      return (await subject().store.transaction((tx) => tx.words.texts([one.id]))).get(one.id);
    };

    test('40,001 characters, quotes, wildcards and escapes are kept to the letter', async () => {
      for (const text of [
        'à Roubaix '.repeat(4_001),
        `l'"aide" \\ %_ ; DROP TABLE "Words"; -- $1 \${2} {{3}}`,
        '\\u0000 \\ud800 \\\\u0000',
        '👩‍🌾 e\u0301 \u202e \u200b \ufeff',
        '__proto__',
        '',
      ])
        expect(await keep(text)).toBe(text);
    });

    test('any string survives: what is no text becomes U+FFFD, one unit for one', async () => {
      const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
      const anything = fc.string({
        unit: fc.oneof(unit, fc.constantFrom('\0', '\ud800', '\udc00', '\\', '"', 'u0000')),
        maxLength: 60,
      });
      await fc.assert(
        fc.asyncProperty(anything, async (text) => {
          const kept = await keep(text);
          expect(kept).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'));
          expect(kept).toHaveLength(text.length);
        }),
        { numRuns: 60 },
      );
    });

    test('erased words are null, unknown ones have no entry', async () => {
      const { store, database } = subject();
      const [kept, erased] = [row('gardé'), row('effacé')];
      await store.transaction((tx) => tx.words.add([kept, erased]));
      await database.prisma.words.update({
        where: { id: erased.id },
        data: { text: '', erasedAt: new Date(AT) },
      });
      const texts = await store.transaction((tx) =>
        tx.words.texts([erased.id, id(), kept.id, kept.id, 'no id' as WordsId]),
      );
      expect([...texts].sort()).toEqual(
        [
          [kept.id, 'gardé'],
          [erased.id, null],
        ].sort(),
      );
    });

    test('each text has a long salt of its own, that goes with it', async () => {
      const { store, database } = subject();
      const [one, two, erased] = [row('oui'), row('oui'), row('non')];
      await store.transaction((tx) => tx.words.add([one, two, erased]));
      const ids = [one.id, two.id, erased.id];
      const salted = () => store.transaction((tx) => tx.words.salted([...ids, id(), 'no id' as WordsId]));
      const before = await salted();
      expect([...before.values()].map(({ text }) => text).sort()).toEqual(['non', 'oui', 'oui']);
      const salts = [...before.values()].map(({ salt }) => salt);
      expect(new Set(salts).size).toBe(3);
      for (const salt of salts) expect(salt.length).toBeGreaterThanOrEqual(64);
      await database.prisma.words.update({
        where: { id: erased.id },
        data: { text: '', salt: '', erasedAt: new Date(AT) },
      });
      expect(await salted()).toEqual(new Map([...before].filter(([which]) => which !== erased.id)));
    });

    test('5,000 texts go in and out at once', async () => {
      const { store } = subject();
      const rows = Array.from({ length: 5_000 }, (_, n) => row(`idée ${n}`));
      await store.transaction((tx) => tx.words.add(rows));
      const texts = await store.transaction((tx) => tx.words.texts(rows.map((one) => one.id)));
      expect(rows.every((one) => texts.get(one.id) === one.text)).toBe(true);
    });
  });
