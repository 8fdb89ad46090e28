/** The people of the demo, and as many more of the same colleges who speak of their own towns: all made up. */
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import { CAST } from '../../../src/demo/cast/cast.ts';
import type { Character, Move } from '../../../src/demo/cast/character.ts';

const FIRST = [
  'Aude',
  'Blaise',
  'Coline',
  'Denis',
  'Elsa',
  'Fabien',
  'Gaëlle',
  'Hugo',
  'Irène',
  'Joël',
  'Kévin',
];
const LAST = ['Abadie', 'Bocquet', 'Cordier', 'Dubrulle', 'Evrard', 'Fournier', 'Gosselin'];
const TOWNS = ['Armentières', 'Croix', 'Haubourdin', 'Loos', 'Mouvaux', 'Seclin', 'Wattrelos'];

/** `count` people, the same ones each time; past the demo's own, each takes after one of them. */
export const crowd = (count: number): Character[] =>
  Array.from({ length: count }, (_, index) => CAST[index] ?? another(index));

function another(index: number): Character {
  const model = CAST[index % CAST.length]!;
  const town = TOWNS[index % TOWNS.length]!;
  const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]} ${index}`;
  const theirs = (move: Move): Move =>
    'say' in move && move.ideas && !move.key ? { ...move, say: `${move.say}, à ${town}` } : move;
  return {
    ...model,
    key: `${model.key}-${index}`,
    name,
    organisation: `Structure ${index} de ${town} (nom fictif)`,
    moves: model.moves.map(theirs),
    ...(model.late ? { late: model.late.map(theirs) } : {}),
  };
}

export const enrolled = (people: readonly Character[]): Newcomer[] =>
  people.map(({ key, name, lang, organisation, college, attribution }) => ({
    name,
    lang,
    addresses: [{ platform: 'web', workspace: 'main', userId: key }],
    roles: [],
    partner: { organisation, college, attribution },
  }));
