import { describe, expect, test } from 'vitest';
import { kindAsked, kindOfIdea } from '../../src/analysis/kind.ts';
import { tokenize } from '../../src/analysis/tokens.ts';

const kind = (text: string, expected: 'need' | null = null, lang = 'fr'): string =>
  kindOfIdea(tokenize(text), lang, text.endsWith('?'), expected).kind;

describe('what kind of thing an idea says', () => {
  test.each([
    ['Nous sommes contre la création d’une plateforme de plus', 'objection'],
    ['Pas d’accord avec le guichet unique', 'objection'],
    ['Nous ne sommes pas favorables à de nouvelles clauses', 'objection'],
    ['Le guichet unique, je n’y crois pas', 'objection'],
    ['Non au péage urbain', 'objection'],
    ['Avis défavorable au guichet unique', 'objection'],
    ['Je ne suis pas d’accord pour fermer la maison de quartier', 'objection'],
    ['En désaccord avec le calendrier proposé', 'objection'],
    ['Il ne faut pas oublier les villages', 'new-action'],
    ['lutter contre les discriminations à l’embauche', 'new-action'],
    ['il nous manque un local', 'need'],
    ['On a besoin de trésorerie', 'need'],
    ['Nous montons une épicerie solidaire à Lomme', 'project'],
    ['Simplifier les dossiers de subvention', 'change'],
    ['Créer une monnaie locale', 'new-action'],
    ['pourquoi ne pas créer une monnaie locale ?', 'new-action'],
    ['quid des petites structures ?', 'question'],
    ['un vélo cargo partagé', 'new-action'],
  ])('%s → %s', (text, expected) => expect(kind(text)).toBe(expected));

  test.each([
    'Ouvrir le soir ; par contre cette ouverture doit rester gratuite',
    'Un plan pour lutter contre cette pollution',
    'Élire par quartier et non à l’échelle de la ville',
    'Que chacun puisse dire pourquoi où non à la fin',
    'Le droit de n’être pas d’accord avec les choix proposés',
    'Quand on n’est pas d’accord, pouvoir le dire avant le vote',
    'Moins de produits en désaccord avec nos choix',
    'Il est inacceptable que des locaux restent vides',
    'Un formulaire pour donner son avis défavorable',
    'Voter sans objection au bout d’un mois',
    'Arrêtez de demander trois bilans par an',
  ])('%s: no objection, nothing is opposed', (text) => expect(kind(text)).not.toBe('objection'));

  test('a noun phrase answers a prompt about needs with a need; a verb still proposes', () => {
    const asked = kindAsked(tokenize('Qu’est-ce qui vous manque le plus ?'), 'fr');
    expect(asked).toBe('need');
    expect(kind('qqn pour monter les dossiers', 'need')).toBe('need');
    expect(kind('créer un fonds', 'need')).toBe('new-action');
    expect(kind('Mesurer l’utilité sociale', 'need')).toBe('new-action');
    expect(kindAsked(tokenize('Que proposez-vous ?'), 'fr')).toBeNull();
  });

  test('English', () => {
    expect(kind('We object to another platform', null, 'en')).toBe('objection');
    expect(kind('We lack premises', null, 'en')).toBe('need');
  });
});
