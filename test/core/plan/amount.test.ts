/** Amounts, days and keys as administrations write them. */
import { describe, expect, test } from 'vitest';
import { amountsIn, scaleOf } from '../../../src/core/plan/amount.ts';
import { spanOf } from '../../../src/core/plan/calendar.ts';
import { keyFor } from '../../../src/core/plan/keys.ts';
import { totalOf } from '../../../src/core/plan/model.ts';
import { cpuOf } from '../../cpu.ts';

const total = (text: string) => totalOf({ amounts: amountsIn(text) });

describe('amounts', () => {
  test.each([
    ['110 k€', 110_000],
    ['110 K€ HT', 110_000],
    ['110k€', 110_000],
    ['1,2 M€', 1_200_000],
    ['1.5 M€', 1_500_000],
    ['15 000 € HT', 15_000],
    ['15 000,50 euros', 15_000.5],
    ['1.200.000 €', 1_200_000],
    ['1 234 567,89 €', 1_234_567.89],
    ['3 millions d’euros', 3_000_000],
    ['2 x 15 k€', 30_000],
    ['110 k€ dont 40 k€ de la Région', 110_000],
    ['50 000 € TTC sur 3 ans', 50_000],
    ['80 keuros', 80_000],
  ])('%s is %d euros', (text, euros) => expect(total(text)).toBe(euros));

  test.each([
    '',
    'À définir',
    '1 ETP',
    'selon appel à projets 2016',
    '20 % du budget',
    '110000',
    // One reader in two takes the other figure.
    '1,200 €',
    'entre 10 et 20 k€',
    'environ 50 k€',
    'jusqu’à 50 k€',
    '50 k€ + 60 k€',
  ])('%j is not one amount', (text) => expect(total(text)).toBeNull());

  test('a range, a tax, a year, a part are told', () => {
    expect(amountsIn('10 à 20 k€ HT par an')).toMatchObject([
      { euros: 10_000, upTo: 20_000, tax: 'excluded' },
    ]);
    expect(amountsIn('30 k€ / an TTC')).toMatchObject([{ euros: 30_000, per: 'year', tax: 'included' }]);
    expect(amountsIn('MEL 50 k€ ; Région 60 k€').map(({ euros }) => euros)).toEqual([50_000, 60_000]);
    expect(amountsIn('110 k€ dont 40 k€ Région')).toMatchObject([
      { part: false },
      { euros: 40_000, part: true },
    ]);
    expect(amountsIn('max. 50 k€')).toMatchObject([{ about: true }]);
  });

  test('a number alone counts what its column says', () => {
    expect(scaleOf('Budget (k€)')).toBe(1_000);
    expect(scaleOf('Coût en euros')).toBe(1);
    expect(scaleOf('Montant M€')).toBe(1_000_000);
    expect(scaleOf('Budget')).toBeNull();
    expect(amountsIn('110', 1_000)).toMatchObject([{ euros: 110_000 }]);
    expect(amountsIn('12,5', 1_000)).toMatchObject([{ euros: 12_500 }]);
    expect(amountsIn('15 000 €', 1_000)).toMatchObject([{ euros: 15_000 }]);
  });

  test('a hostile text is read, or not, in no time', () => {
    for (const text of [
      '1 '.repeat(900),
      '9'.repeat(1_900),
      '1.234'.repeat(380),
      `dont ${'1 k€ '.repeat(380)}`,
    ])
      expect(
        cpuOf(() => amountsIn(text)),
        text.slice(0, 12),
      ).toBeLessThan(200);
    expect(amountsIn('1 k€ '.repeat(10_000))).toEqual([]);
  });
});

test.each([
  ['2015-2017', '2015', '2017'],
  ['2016', '2016', '2016'],
  ['T2 2015', '2015-04', '2015-06'],
  ['1er semestre 2016', '2016-01', '2016-06'],
  ['mars 2016 à juin 2017', '2016-03', '2017-06'],
  ['01/03/2016', '2016-03', '2016-03'],
  ['dès 2016', '2016', null],
  ['en continu', null, null],
  ['à préciser (2 réunions)', null, null],
])('%s is from %s to %s', (text, from, to) => expect(spanOf(text)).toEqual({ from, to }));

test('keys are short, plain, and nobody else’s', () => {
  expect(keyFor('1.2 Soutien aux réseaux de l’ESS', new Set(), 'action')).toBe(
    'soutien-aux-reseaux-de-l-ess',
  );
  expect(keyFor('Même nom', new Set(['meme-nom']), 'action')).toBe('meme-nom-2');
  expect(keyFor('…', new Set(), 'action')).toBe('action');
  expect(keyFor('Très '.repeat(40), new Set(), 'action').length).toBeLessThanOrEqual(48);
});
