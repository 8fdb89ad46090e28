import { describe, expect, test } from 'vitest';
import { createStemmer } from '../../src/analysis/stems.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { tokenize } from '../../src/analysis/tokens.ts';

const forms = (text: string): string[] => tokenize(text).map((token) => token.form);

describe('words of a message', () => {
  test('elisions come apart, with either apostrophe, and aujourd’hui stays whole', () => {
    expect(forms("l'emploi d’insertion aujourd’hui")).toEqual([
      'l',
      'emploi',
      'd',
      'insertion',
      "aujourd'hui",
    ]);
    expect(
      tokenize("l'emploi qu’on")
        .filter((token) => token.elided)
        .map((token) => token.form),
    ).toEqual(['l', 'qu']);
  });

  test('hyphens separate, numbers and acronyms stay', () => {
    expect(forms('tiers-lieu 2025, S.C.I.C. et R&D')).toEqual(['tiers', 'lieu', '2025', 'scic', 'et', 'r&d']);
  });

  test('offsets point at what was written', () => {
    const text = '👍 Créer un fonds à Lille';
    for (const { form, start, end } of tokenize(text))
      expect(text.slice(start, end).toLowerCase()).toBe(form);
  });

  test('invisible characters don’t hide a word, links are no words', () => {
    expect(forms('mo\u200bnnaie \u202elocale https://example.org/a-b?c www.example.org')).toEqual([
      'monnaie',
      'locale',
    ]);
  });

  test('composed, decomposed and compatibility spellings read the same', () => {
    const text = 'Économie ﬁnancée à Marcq-en-Barœul';
    expect(forms(text.normalize('NFD'))).toEqual(forms(text));
    expect(forms('ﬁnancée')).toEqual(['financée']);
  });

  test('words that are names of object members are plain words', () => {
    const lexicon = createLexicon('fr', ['__proto__', 'constructor']);
    expect(lexicon.stems('constructor toString __proto__ hasOwnProperty')).toHaveLength(4);
  });
});

describe('stems', () => {
  const stem = createStemmer('fr', ['trésorerie', 'réseau']);

  test.each([
    ['emplois', 'emploi'],
    ['vélos', 'vélo'],
    ['euros', 'euro'],
    ['création', 'créer'],
    ['tréso', 'trésorerie'],
    ['tresorerie', 'trésorerie'],
    ['assos', 'associations'],
    ['coopérative', 'coopératives'],
    ['former', 'formation'],
    ['potagers', 'potager'],
    ['loyers', 'loyer'],
  ])('%s is read as %s', (form, same) => expect(stem(form)).toBe(stem(same)));

  test.each([
    ['mobile', 'mobilité'],
    ['locale', 'local'],
    ['communs', 'commune'],
    ['loyer', 'loi'],
  ])('%s is not %s', (form, other) => expect(stem(form)).not.toBe(stem(other)));

  test('English has its own, other languages keep their words', () => {
    expect(createStemmer('en')('funding')).toBe(createStemmer('en')('funded'));
    expect(createStemmer('de')('Straße'.toLowerCase())).toBe('straße');
  });

  test('a full cache starts again and says the same', () => {
    const small = createStemmer('fr', [], 2);
    const words = ['associations', 'emplois', 'réseaux', 'associations'];
    expect(words.map(small)).toEqual(words.map(stem));
  });
});
