import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicatesAmong } from '../../../src/analysis/duplicates/among.ts';
import { pairsAmong } from '../../../src/analysis/duplicates/pairs.ts';
import { rowsOf } from '../../../src/analysis/duplicates/rows.ts';
import { naivePairs } from '../../bench/reading/duplicates.ts';
import { madeUpTexts, numbered } from '../../bench/reading/texts.ts';

const named = (texts: readonly (readonly string[])[], atLeast: number) =>
  pairsAmong(numbered(texts), atLeast).map(({ a, b }) => `${a} ${b}`);

describe('pairs that may say the same', () => {
  test('are exactly those that comparing each with each finds', () => {
    const word = fc.constantFrom(...'abcdefghij', '__proto__', 'constructor');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 25 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (texts, atLeast) => {
          expect(named(texts, atLeast)).toEqual(naivePairs(rowsOf(numbered(texts)), atLeast));
        },
      ),
    );
  });

  test('so they are among many texts, some of which say again what another one said', () => {
    const texts = madeUpTexts(600);
    const found = named(texts, 0.5);
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(naivePairs(rowsOf(numbered(texts)), 0.5));
  });

  test('a hundred thousand texts are compared in bounded memory', () => {
    const texts = numbered(madeUpTexts(100_000));
    const before = process.memoryUsage.rss();
    expect(pairsAmong(texts, 0.5).length).toBeGreaterThan(1_000);
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(400);
  });

  test('nothing to compare is nothing found', () => {
    expect(pairsAmong([], 0.5)).toEqual([]);
    expect(pairsAmong(numbered([['a', 'b']]), 0.5)).toEqual([]);
    expect(pairsAmong([[], []], 0.5)).toEqual([]);
  });

  test('the most alike first, whatever the accents, the plural or the case', () => {
    const fr = (text: string) => ({ text, lang: 'fr' });
    const found = duplicatesAmong(
      [
        fr('Une avance de trésorerie en attendant les subventions'),
        fr('Des vélos cargos partagés à Roubaix'),
        fr('des avances de tresorerie quand la subvention tarde'),
        fr('un vélo cargo partagé, à ROUBAIX'),
      ],
      0.4,
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });
});
