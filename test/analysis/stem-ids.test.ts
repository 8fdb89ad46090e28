import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStemIds } from '../../src/analysis/stem-ids.ts';
import { createLexicon } from '../../src/analysis/terms.ts';

const fr = createLexicon('fr');
const ids = createStemIds(fr);
const stems = (text: string): string[] => Array.from(ids.of(text), (id) => ids.stem(id));

describe('content words as numbers', () => {
  test('are those that the careful reading gives', () => {
    for (const text of [
      "L’emploi, des emplois ; l'école et aujourd’hui qu’il faut 3 vélos à Roubaix (ou 12 %)",
      'Une S.C.I.C., la R&D, voir https://exemple.org/a?b=c ou www.exemple.org : œuvres, TVA, MEL',
      'jusqu’à puisqu’on l`eau d´or',
      'un e\u0301te\u0301 en NFD, un mot\u00adcoupé, ﬁnance, ２ vélos, Привет',
      '',
      '__proto__ constructor toString',
    ])
      expect(stems(text)).toEqual(fr.stems(text));
  });

  test('whatever people paste', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        "l'",
        'qu’',
        'Vélos',
        'S.C.I.C.',
        'été',
        ' ',
        '-',
        '&',
        'ß',
        'İ',
        'ª',
        '½',
        '\u2028',
        '…',
        '€',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        expect(stems(text)).toEqual(fr.stems(text));
      }),
      { numRuns: 400 },
    );
  });

  test('a word has one number, however it is spelled', () => {
    expect([...ids.of('Vélos vélo VÉLO')]).toHaveLength(3);
    expect(new Set(ids.of('Vélos vélo VÉLO')).size).toBe(1);
    expect(ids.size).toBeGreaterThan(0);
  });
});
