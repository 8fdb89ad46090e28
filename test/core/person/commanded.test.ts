import { expect, test } from 'vitest';
import { withoutCommanded, withoutReferred } from '../../../src/core/person/commanded.ts';

const paul = { name: 'Paul Martin', addresses: ['paul.martin@exemple.fr', 'memory:paul-1'] };

test('the name and the addresses leave the command that brought somebody in, nothing else does', () => {
  const left = (text: string) => withoutCommanded(text, paul);
  expect(left('ajouter Paul Martin, Apes, partenaires, Paul.Martin@exemple.fr')).toBe(
    'ajouter …, Apes, partenaires, …',
  );
  expect(left('Remplacer Claire 1 par PAUL MARTIN, memory:paul-1')).toBe('Remplacer Claire 1 par …, …');
  expect(left('undo the replacement of Paul Martin')).toBe('undo the replacement of …');
  for (const other of [
    'add Paul Martinez, Apes, partners, memory:paul-12',
    'ajouter Zoé, Amis de Paul Martin, partenaires, memory:zoe-1',
    'Paul Martin nous a beaucoup aidés',
  ])
    expect(left(other)).toBe(other);
});

test('a name is compared as it is written, whatever its letters mean', () => {
  expect(withoutCommanded('ajouter Zo $& (.*), Apes', { name: 'Zo $& (.*)', addresses: [] })).toBe(
    'ajouter …, Apes',
  );
  expect(withoutCommanded('ajouter , Apes', { name: ' ', addresses: [''] })).toBe('ajouter , Apes');
});

test('in a sentence too, but a word that may be any word stays', () => {
  expect(withoutReferred('voyez paul  martin (paul.martin@exemple.fr), de l’Apes', paul)).toBe(
    'voyez … (…), de l’Apes',
  );
  expect(withoutReferred('pas moi, Paul', { name: 'Paul', addresses: [] })).toBe('pas moi, Paul');
  expect(withoutReferred('les Paul Martineau', paul)).toBe('les Paul Martineau');
});
