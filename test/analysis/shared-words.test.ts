import { expect, test } from 'vitest';
import { sharedWords } from '../../src/analysis/shared-words.ts';
import { createLexicon } from '../../src/analysis/terms.ts';

const lexicon = createLexicon('fr');
const shared = (...texts: string[]) =>
  sharedWords(texts, lexicon, 3).map((spans, k) =>
    spans.map(({ start, end }) => texts[k]!.slice(start, end)),
  );

test('words are shared whatever their form, those that most hold first, little words never', () => {
  expect(
    shared(
      'des locaux pour les ateliers de réparation',
      'Un local à partager, avec des ateliers',
      'partager les ateliers',
    ),
  ).toEqual([
    ['ateliers', 'locaux'],
    ['ateliers', 'local', 'partager'],
    ['ateliers', 'partager'],
  ]);
});

test('a word said twice by one is not shared; nothing in common is nothing', () => {
  expect(shared('vélo, vélo, vélo', 'une crèche')).toEqual([[], []]);
  expect(shared()).toEqual([]);
});
