/** Words that take back what was just said, or speak of one of several by its place. */
import { describe, expect, test } from 'vitest';
import { amendmentSaid } from '../../src/bot/partner/amend-said.ts';
import { partsSaid } from '../../src/bot/partner/parts-said.ts';

/** What they meant, and how it is known; null when nothing is taken back. */
const meant = (text: string, lang = 'fr') => {
  const said = amendmentSaid(text, lang);
  return said && [text.slice(said.from), said.sure ? 'sure' : 'asked', ...(said.detail ? ['detail'] : [])];
};

describe('words back', () => {
  test.each([
    ['en fait non, c’est plutôt des bureaux partagés', ['des bureaux partagés', 'sure']],
    ['je voulais dire des bureaux à Tourcoing', ['des bureaux à Tourcoing', 'sure']],
    ['Pardon, je voulais parler de bureaux', ['bureaux', 'sure']],
    ['non pardon, des bureaux', ['des bureaux', 'asked']],
    ['oups, je me suis trompée : une crèche', ['une crèche', 'sure']],
    ['correction : des bureaux', ['des bureaux', 'sure']],
    ['plutôt des bureaux', ['des bureaux', 'asked']],
    ['en fait, c’est plutôt des bureaux', ['des bureaux', 'asked']],
    ['je voulais dire que le loyer est trop cher', ['que le loyer est trop cher', 'asked']],
    ['non, plutôt à Wattrelos', ['à Wattrelos', 'sure', 'detail']],
    ['je voulais dire pour les petites associations', ['pour les petites associations', 'sure', 'detail']],
    ['je me suis trompé', ['', 'sure']],
    ['je voulais aussi dire merci', null],
    ['je voulais dire merci', null],
    ['en fait il faudrait des bus le soir', null],
    ['non lucratif avant tout', null],
    ['non', null],
    ['pardon pour le retard, il nous manque des locaux', null],
    ['un poste de comptable partagé', null],
    ['', null],
  ] as const)('« %s »', (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });

  test.each([
    ['actually, I meant shared offices', ['shared offices', 'sure']],
    ['sorry, I meant a nursery', ['a nursery', 'sure']],
    ['no, it’s more like a workshop', ['a workshop', 'sure']],
    ['no wait, shared offices', ['shared offices', 'asked']],
    ['scratch that: shared offices', ['shared offices', 'sure']],
    ['I meant in Roubaix', ['in Roubaix', 'sure', 'detail']],
    ['no money for rent', null],
    ['actually we lack funding', null],
    ['sorry for the delay, we need rooms', null],
  ] as const)('“%s”', (text, expected) => {
    expect(meant(text, 'en')).toEqual(expected);
  });
});

describe('by its place', () => {
  const of = (text: string) =>
    partsSaid(text, [41, 42, 43]).map(({ index, says, from, to }) =>
      says === 'words' ? [index, text.slice(from, to)] : [index, says],
    );
  test.each([
    ['oui mais la 2 c’est plutôt l’axe 3', [[1, 'l’axe 3']]],
    ['la 2 c’est pour tout le versant nord-est', [[1, 'pour tout le versant nord-est']]],
    ['la deuxième, c’est plutôt des bureaux partagés.', [[1, 'des bureaux partagés']]],
    [
      'ok pour la 1, la 2 c’est des bureaux',
      [
        [0, 'right'],
        [1, 'des bureaux'],
      ],
    ],
    [
      'la première oui, la deuxième non',
      [
        [0, 'right'],
        [1, 'wrong'],
      ],
    ],
    [
      'la 1 c’est l’axe 2, et la dernière est à retirer',
      [
        [0, 'l’axe 2'],
        [2, 'withdraw'],
      ],
    ],
    ['P-0042 c’est plutôt une crèche', [[1, 'une crèche']]],
    ['2 : des bureaux partagés', [[1, 'des bureaux partagés']]],
    ['la 2 n’est pas juste', [[1, 'wrong']]],
    ['yes but the second one is axis 3', [[1, 'axis 3']]],
    ['the third should be a shared kitchen', [[2, 'a shared kitchen']]],
    ['2 postes de comptable partagés', []],
    ['la 7 c’est l’axe 3', []],
    ['un annuaire des structures', []],
    ['la première chose à faire est de trouver des locaux', []],
    ['une maison de l’ESS, la deuxième est loin', []],
    ['oui', []],
  ] as const)('« %s »', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});
