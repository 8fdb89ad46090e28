import { describe, expect, test } from 'vitest';
import { softmax } from '../../src/analysis/probability.ts';
import { createTagger } from '../../src/analysis/tag.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import { ess } from './consultations.ts';

const tagger = createTagger(ess, 'fr');
const tagged = (text: string, promptAxis: string | null = null) => {
  const { tags, axisDoubt } = tagger.tag(tokenize(text), promptAxis);
  const value = (dimension: string) => tags.find((tag) => tag.dimension === dimension && tag.main);
  return { axis: value('axis'), theme: value('theme')?.value, tags, axisDoubt };
};

describe('axes and themes nobody gave examples of', () => {
  test.each([
    ['une avance de trésorerie', '1', 'financement'],
    ['quelqu’un pour le montage de dossiers', '1', 'accompagnement'],
    ['un référent dans chaque mairie', '2', 'communes'],
    ['une thèse avec des chercheurs de l’université', '3', 'recherche'],
    ['former les bénévoles', '4', 'formation'],
    ['recruter deux salariés', '5', 'postes'],
  ])('%s → axis %s, %s', (text, axis, theme) => {
    const found = tagged(text);
    expect([found.axis?.value, found.theme]).toEqual([axis, theme]);
    expect(found.axis?.source).toBe('machine');
  });

  test('who answers a question on an axis mostly speaks of it, but clear words for another win', () => {
    expect(tagged('des moyens pour nos activités', '4').axis?.value).toBe('4');
    expect(tagged('une avance de trésorerie', '4').axis?.value).toBe('1');
  });

  test('a phrase counts for more than its words apart', () => {
    const whole = tagged('politique de la ville').axis!;
    const apart = tagged('la ville et sa politique').axis!;
    expect(whole.value).toBe('2');
    expect(whole.confidence).toBeGreaterThanOrEqual(apart.confidence);
  });

  test('words for two axes: the machine doubts, and names both', () => {
    const found = tagged('un poste de compta partagé entre 4 assos', '1');
    expect(found.axisDoubt).toEqual(['1', '5']);
    expect(found.axis?.confidence).toBeLessThan(ess.rules.doubtBelow);
  });

  test('words for nothing: no axis, and no false choice offered', () => {
    expect(tagged('xyzzy')).toMatchObject({ tags: [], axisDoubt: null });
    expect(tagged('xyzzy', '2').axis).toMatchObject({ value: '2', confidence: 0.5 });
    expect(tagged('xyzzy', '2').axisDoubt).toBeNull();
  });

  test('one main axis and one main theme at most, confidences between 0 and 1', () => {
    for (const text of [
      'un réseau pour recruter, former, financer des postes et des locaux',
      'emploi formation',
    ]) {
      const { tags } = tagged(text, '1');
      expect(tags.filter((tag) => tag.dimension === 'axis' && tag.main)).toHaveLength(1);
      expect(tags.filter((tag) => tag.dimension === 'theme').length).toBeLessThanOrEqual(1);
      for (const { confidence } of tags) expect(confidence > 0 && confidence < 1).toBe(true);
    }
  });

  test('subjects cut across axes', () => {
    const subjects = (text: string) =>
      tagged(text).tags.flatMap((tag) => (tag.dimension === 'subject' ? [tag.value] : []));
    expect(subjects('recruter des mécaniciens vélo')).toEqual(['mobilite']);
    expect(subjects('une friperie et une ressourcerie').sort()).toEqual(['dechets', 'textile']);
    expect(subjects('une application mobile')).toEqual([]);
  });

  test('a consultation without axes or subjects has nothing to say', () => {
    const none = createTagger({ ...ess, axes: [], taxonomy: { ...ess.taxonomy, subjects: [] } }, 'fr');
    expect(none.tag(tokenize('une avance de trésorerie'), null)).toEqual({
      tags: [],
      axisDoubt: null,
    });
  });

  test('a single axis needs no doubt', () => {
    const one = createTagger({ ...ess, axes: ess.axes.slice(0, 1) }, 'fr');
    const { tags, axisDoubt } = one.tag(tokenize('une avance de trésorerie'), '1');
    expect(tags[0]).toMatchObject({ dimension: 'axis', value: '1' });
    expect(axisDoubt).toBeNull();
  });
});

test('shares sum to 1, also from far-away scores and a certain prior', () => {
  for (const shares of [softmax([0, 0.5, 1], 0.001), softmax([0.2, 0.9], 0.07, [1, 0]), softmax([0], 1)]) {
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  }
  expect(softmax([0.2, 0.9], 0.07, [1, 0])).toEqual([1, 0]);
});
