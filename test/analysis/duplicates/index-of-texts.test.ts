import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSimilarityIndex } from '../../../src/analysis/duplicates/index-of-texts.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';

const { stems } = createLexicon('fr');

describe('proposals that may say the same', () => {
  test('the closest first, what is unrelated not at all', () => {
    const index = createSimilarityIndex<string>();
    index.add('avance', stems('une avance de trésorerie pour les associations'));
    index.add('avances', stems('des avances de trésorerie quand la subvention tarde'));
    index.add('velo', stems('des vélos cargos partagés à Roubaix'));
    const found = index.near(stems('une avance de tréso pour les assos'), 0.2, 3);
    expect(found.map(({ id }) => id)).toEqual(['avance', 'avances']);
    expect(found[0]?.cosine).toBeCloseTo(1);
  });

  test('a misspelt word is found by its letters; another number, or a word that others use, is not', () => {
    const index = createSimilarityIndex<string>();
    index.add('avance', stems('une avance de subvention'));
    index.add('sum', stems('15002 francs'));
    const found = (text: string) => index.near(stems(text), 0.3, 3).map(({ id }) => id);
    expect(found('une avance de subvension')).toEqual(['avance']);
    expect(found('15003 francs')).toEqual([]);
    for (const id of ['a', 'b']) index.add(id, stems('le métier de subvension'));
    expect(found('une avance de subvension')).toEqual([]);
  });

  test('one word in common is no resemblance', () => {
    const index = createSimilarityIndex<string>();
    index.add('a', stems('un local'));
    expect(index.near(stems('un local commercial'), 0.1, 3)).toEqual([]);
    expect(index.near(stems('Des locaux'), 0.1, 3)).toHaveLength(1);
  });

  test('a new text replaces the old one, and what is forgotten is gone', () => {
    const index = createSimilarityIndex<string>();
    index.add('a', stems('avance de trésorerie'));
    index.add('a', stems('vélos cargos partagés'));
    expect(index.size).toBe(1);
    expect(index.near(stems('avance de trésorerie'), 0.1, 3)).toEqual([]);
    expect(index.near(stems('vélo cargo partagé'), 0.1, 3)).toHaveLength(1);
    index.remove('a');
    expect(index.near(stems('vélo cargo partagé'), 0.1, 3)).toEqual([]);
  });

  test('what was added then removed leaves no trace on the others', () => {
    const words = fc.array(fc.constantFrom('vélo', 'local', 'prêt', 'emploi', '__proto__', 'réseau'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.array(words, { maxLength: 8 }),
        words,
        (kept, gone, query) => {
          const one = createSimilarityIndex<number>();
          const other = createSimilarityIndex<number>();
          for (const [k, text] of kept.entries()) one.add(k, text);
          for (const [k, text] of gone.entries()) other.add(100 + k, text);
          for (const [k, text] of kept.entries()) other.add(k, text);
          for (const k of gone.keys()) other.remove(100 + k);
          expect(other.near(query, 0.3, 50)).toEqual(one.near(query, 0.3, 50));
        },
      ),
    );
  });

  test('cosines are between 0 and 1, and at most as many as asked come back', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), words, (texts, query) => {
        const index = createSimilarityIndex<number>();
        for (const [k, text] of texts.entries()) index.add(k, text);
        const found = index.near(query, 0.2, 3);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { cosine } of found) expect(cosine >= 0.2 && cosine <= 1).toBe(true);
      }),
    );
  });
});
