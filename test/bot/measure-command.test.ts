import { describe, expect, test } from 'vitest';
import { measureCommand } from '../../src/bot/plan/measure-command.ts';
import { figureIn } from '../../src/core/plan/measure.ts';

const said = (text: string) => {
  const command = measureCommand(text);
  if (command?.does !== 'measure') return command;
  const { action, indicator, value, day, note } = command;
  return [action, indicator, value, day, note];
};

describe('a measure, as people write it', () => {
  test.each([
    ['mesure emplois-partages 12', ['emplois-partages', null, '12', null, null]],
    [
      'mesure emplois-partages postes-partages 12,5',
      ['emplois-partages', 'postes-partages', '12,5', null, null],
    ],
    [
      'Mesure emplois-partages  1 200 le 3 mai 2016.',
      ['emplois-partages', null, '1 200', '3 mai 2016', null],
    ],
    [
      'mesure emplois-partages 1\u202f200 postes le 3 mai',
      ['emplois-partages', null, '1 200', '3 mai', null],
    ],
    [
      'mesure emplois-partages Postes partagés 12 postes 2016-05-03',
      ['emplois-partages', 'Postes partagés', '12', '2016-05-03', null],
    ],
    ['mesure emplois-partages : 12', ['emplois-partages', null, '12', null, null]],
    ['mesure emplois-partages 40 % au 03/05/2016', ['emplois-partages', null, '40', '03/05/2016', null]],
    [
      'measure shared-posts posts 12 on 3 May 2016: from the yearly report',
      ['shared-posts', 'posts', '12', '3 May 2016', 'from the yearly report'],
    ],
    [
      'mesure emplois-partages 12 : 3 communes sur 85',
      ['emplois-partages', null, '12', null, '3 communes sur 85'],
    ],
    ['mesure emplois-partages douze', ['emplois-partages', 'douze', null, null, null]],
    ['mesure emplois-partages', ['emplois-partages', null, null, null, null]],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    ['indicateurs', { does: 'indicators' }],
    ['annuler mesure', { does: 'take-back', action: null, indicator: null }],
    ['take back the last measure', { does: 'take-back', action: null, indicator: null }],
    [
      'annuler la mesure de emplois-partages',
      { does: 'take-back', action: 'emplois-partages', indicator: null },
    ],
    ['annoncer l’avancement de emplois-partages', { does: 'tell', action: 'emplois-partages' }],
    ['announce progress shared-posts', { does: 'tell', action: 'shared-posts' }],
    ['mesurer, oui, mais pas tout', null],
    ['annoncer la couleur', null],
  ])('%s', (text, expected) => expect(measureCommand(text)).toEqual(expected));

  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 200', 1200],
    ['1 200,5', 1200.5],
    ['0,125', 0.125],
    ['−3', -3],
    ['1,200', null],
    ['douze', null],
  ])('the number %s', (text, expected) => expect(figureIn(text)).toBe(expected));
});
