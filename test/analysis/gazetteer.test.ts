import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../src/analysis/gazetteer.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import { ess } from './consultations.ts';

const gazetteer = createGazetteer(ess.taxonomy.territories);
const places = (text: string): string[] =>
  gazetteer.find(text, tokenize(text)).map((place) => place.territory);

describe('places named in a text', () => {
  test.each([
    ['à roubaix ya plus personne', ['roubaix']],
    ['ROUBAIX et Tourcoing', ['roubaix', 'tourcoing']],
    ['à villeneuve d’ascq', ['villeneuve-d-ascq']],
    ['VILLENEUVE-D’ASCQ', ['villeneuve-d-ascq']],
    ['à VDA', ['villeneuve-d-ascq']],
    ['St André', ['saint-andré-lez-lille']],
    ['saint-andre-lez-lille', ['saint-andré-lez-lille']],
    ['Lille-Sud et Wazemmes', ['lille']],
    ['tout le versant nord-est', ['versant-nord-est']],
    ['Lillebonne, roubaisien', []],
  ])('%s', (text, expected) => expect(places(text)).toEqual(expected));

  test('a name that is also a common word needs the position of a place', () => {
    expect(places('un atelier à Hem')).toEqual(['hem']);
    expect(places('la ville de Croix')).toEqual(['croix']);
    expect(places('Roubaix, Croix et Hem')).toEqual(['roubaix', 'croix', 'hem']);
    expect(places('roubaix, croix et hem')).toEqual(['roubaix', 'croix', 'hem']);
    expect(places('un don à la croix rouge')).toEqual([]);
    expect(places('faire un Don')).toEqual([]);
    expect(places('avec la Croix-Rouge de Lille')).toEqual(['lille']);
    expect(places('à Croix-Rouge')).toEqual([]);
  });

  test('the métropole is not its main town', () => {
    expect(places('la Métropole européenne de Lille')).toEqual(['mel']);
    expect(places('la métropole de Lille')).toEqual([]);
  });

  test('decomposed accents change nothing', () => {
    expect(places('Saint-André-lez-Lille'.normalize('NFD'))).toEqual(['saint-andré-lez-lille']);
  });
});
