import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_IDEAS, splitIdeas } from '../../src/analysis/split.ts';
import { MOST_WORDS } from '../../src/analysis/terms.ts';
import { tokenize } from '../../src/analysis/tokens.ts';

const ideas = (text: string, lang = 'fr'): string[] =>
  splitIdeas(text, tokenize(text, MOST_WORDS), lang).map(({ start, end }) => text.slice(start, end));

describe('one message, several ideas', () => {
  test('the busy partner: two needs joined by "et", the second with its reason', () => {
    expect(
      ideas(
        'de la tréso en attendant les subventions et qqn pour monter les dossiers, à roubaix ya plus personne',
      ),
    ).toEqual([
      'de la tréso en attendant les subventions',
      'qqn pour monter les dossiers, à roubaix ya plus personne',
    ]);
  });

  test.each([
    ['- un local à Croix\n- des bénévoles formés', ['un local à Croix', 'des bénévoles formés']],
    ['• un local\n• un vélo cargo', ['un local', 'un vélo cargo']],
    ['1. un local\n2. un vélo cargo', ['un local', 'un vélo cargo']],
    ['a) un local\nb) un vélo cargo', ['un local', 'un vélo cargo']],
    ['1) un local 2) un vélo cargo 3) des sous', ['un local', 'un vélo cargo', 'des sous']],
    ['un local pour nos ateliers\nun vélo cargo', ['un local pour nos ateliers', 'un vélo cargo']],
    ['Nos besoins :\n- un local\n- un vélo cargo', ['un local', 'un vélo cargo']],
    ['-un local\n-un vélo cargo', ['un local', 'un vélo cargo']],
  ])('a list: %j', (text, expected) => expect(ideas(text)).toEqual(expected));

  test('a reason stays with what it explains', () => {
    const one = 'Il faut un fonds d’amorçage. Parce que les banques ne suivent pas. C’est vrai partout.';
    expect(ideas(one)).toEqual([one]);
    const two = 'Nous sommes une petite association de Lomme. Il nous faudrait un local.';
    expect(ideas(two)).toEqual([two]);
  });

  test('a second proposal opens a second idea', () => {
    expect(
      ideas(
        'Il faut un fonds d’amorçage. Par ailleurs, former les bénévoles à la gestion. Et puis un annuaire des structures.',
      ),
    ).toEqual([
      'Il faut un fonds d’amorçage.',
      'former les bénévoles à la gestion.',
      'un annuaire des structures.',
    ]);
    expect(ideas('mutualiser les achats ; un annuaire des structures')).toEqual([
      'mutualiser les achats',
      'un annuaire des structures',
    ]);
    expect(
      ideas(
        'Il nous faudrait un annuaire des structures, à jour, et un rendez-vous par trimestre entre voisins',
      ),
    ).toEqual([
      'Il nous faudrait un annuaire des structures, à jour',
      'un rendez-vous par trimestre entre voisins',
    ]);
    expect(ideas('Une aide au loyer + un accompagnement pour trouver un local')).toEqual([
      'Une aide au loyer',
      'un accompagnement pour trouver un local',
    ]);
    expect(ideas('un annuaire des structures et aussi des rencontres tous les mois')).toEqual([
      'un annuaire des structures',
      'des rencontres tous les mois',
    ]);
  });

  test.each([
    [
      'un poste de compta partagé entre 4 assos, et un local à Roubaix',
      ['un poste de compta partagé entre 4 assos', 'un local à Roubaix'],
    ],
    [
      'il faudrait un guichet unique, un annuaire des structures et une aide au montage de dossiers',
      ['il faudrait un guichet unique', 'un annuaire des structures', 'une aide au montage de dossiers'],
    ],
    [
      'mutualiser les achats, former les trésoriers, ouvrir une boutique',
      ['mutualiser les achats', 'former les trésoriers', 'ouvrir une boutique'],
    ],
    [
      'une aide au loyer ainsi qu’un accompagnement juridique',
      ['une aide au loyer', 'un accompagnement juridique'],
    ],
    [
      'des subventions sur trois ans, et arrêter de demander dix fois les mêmes papiers',
      ['des subventions sur trois ans', 'arrêter de demander dix fois les mêmes papiers'],
    ],
    ['un vélo cargo partagé. Bien cordialement, Claire Dubois', ['un vélo cargo partagé.']],
  ] as const)('an enumeration: %s', (text, expected) => expect(ideas(text)).toEqual(expected));

  test.each([
    'des formations pour les bénévoles, les élus et les salariés',
    'un lieu avec un bar, une scène et un jardin partagé',
    'une baisse de la taxe, de la redevance et des charges',
    'former, informer et accompagner les bénévoles',
    'un tiers-lieu, un espace pour se rencontrer',
    'on manque de locaux, de trésorerie et de bénévoles',
    'un local et des chaises',
    'un vélo + une remorque',
    'un annuaire des structures et des porteurs de projet',
    'il faudrait une plateforme numérique et une application mobile',
    'un lieu avec une cuisine partagée et une salle de réunion',
    'une aide au montage du dossier et du budget prévisionnel',
    'aider les associations à recruter et former des bénévoles motivés',
    'une rencontre entre un élu et une association du quartier',
    'les communes et les associations du versant nord-est',
  ])('nothing to split: %s', (text) => expect(ideas(text)).toEqual([text]));

  test('abbreviations and figures end no sentence', () => {
    const text = 'Reprendre l’idée de M. Petit : 1.5 poste par commune, cf. le plan de 2011.';
    expect(ideas(text)).toEqual([text]);
  });

  test('greetings and thanks are no ideas', () => {
    expect(ideas('Bonjour Claire, il faudrait un local.\nMerci d’avance !')).toEqual([
      'il faudrait un local.',
    ]);
    expect(ideas('Bonjour à tous. Un vélo cargo partagé')).toEqual(['Un vélo cargo partagé']);
    expect(ideas('Hello everyone, all members should get training', 'en')).toEqual([
      'all members should get training',
    ]);
    expect(ideas('Bonjour à toutes et tous,\n\nun vélo cargo\n\nCordialement')).toEqual(['un vélo cargo']);
  });

  test.each(['Tout le monde devrait pouvoir louer une salle', 'Madame la maire devrait ouvrir ses salles'])(
    'not a greeting: %s',
    (text) => expect(ideas(text)).toEqual([text]),
  );

  test('lines quoted from someone else are not one’s own words', () => {
    expect(ideas('> un local pour tous\nnon, plutôt un vélo cargo')).toEqual(['non, plutôt un vélo cargo']);
  });

  test('a line wrapped by a mail program stays one idea', () => {
    const text = 'Nous aimerions que la métropole ouvre ses salles aux associations\nle soir et le week-end';
    expect(ideas(text)).toEqual([text]);
  });

  test('English', () => {
    expect(
      ideas('We need a shared office. Because rents are high. We should train volunteers too.', 'en'),
    ).toEqual(['We need a shared office. Because rents are high.', 'We should train volunteers too.']);
  });

  test('beyond the most ideas, the last one keeps the rest', () => {
    const text = Array.from({ length: MOST_IDEAS + 10 }, (_, k) => `- une idée numéro ${k}`).join('\n');
    const found = ideas(text);
    expect(found).toHaveLength(MOST_IDEAS);
    expect(found.at(-1)).toContain(`une idée numéro ${MOST_IDEAS + 9}`);
  });
});

const words = fc.constantFrom(
  ...'il faut un local et des vélos ; - • 1. \n bonjour merci . ? ! par ailleurs et aussi créer former « » ( ) 🚲 é e\u0301 \ud800 \u0000 \u200b l’emploi de la tréso'.split(
    ' ',
  ),
);
const message = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('whatever is written, ideas are exact extracts: not empty, trimmed, in order, apart', () => {
  fc.assert(
    fc.property(message, fc.constantFrom('fr', 'en', 'nl'), (text, lang) => {
      let last = 0;
      for (const { start, end } of splitIdeas(text, tokenize(text, MOST_WORDS), lang)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('no word is cut', () => {
  fc.assert(
    fc.property(message, (text) => {
      const tokens = tokenize(text, MOST_WORDS);
      for (const { start, end } of splitIdeas(text, tokens, 'fr')) {
        for (const token of tokens) {
          expect(token.start < start && start < token.end).toBe(false);
          expect(token.start < end && end < token.end).toBe(false);
        }
      }
    }),
    { numRuns: 500 },
  );
});
