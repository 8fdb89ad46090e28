/** Invited too, each for one thing that may happen to anybody. Everyone is made up. */
import type { Newcomer } from '../../app/person/enrol-people.ts';
import { FICTITIOUS } from './character.ts';

interface Guest {
  readonly key: string;
  readonly name: string;
  readonly college: string;
  /** Spoken for, in this order. */
  readonly organisations: readonly string[];
}

export const GUESTS: readonly Guest[] = [
  // On the telephone, then at a table of a workshop.
  {
    key: 'mireille',
    name: 'Mireille Dassonval',
    college: 'partenaires',
    organisations: ['Épicerie du Pont-Levis'],
  },
  // Asks, and sends a document.
  {
    key: 'yanis',
    name: 'Yanis Horel',
    college: 'territoires',
    organisations: ['Mairie de Saint-Aubert-les-Saules'],
  },
  // Speaks for two, and says two things in one breath.
  {
    key: 'bertille',
    name: 'Bertille Aubrecht',
    college: 'partenaires',
    organisations: ['Ateliers du Grand Caillou', 'Club des Compost Voisins'],
  },
  // Speaks of something else.
  { key: 'firmin', name: 'Firmin Delcampe', college: 'directions', organisations: ['Service des horloges'] },
];

export const guestsOn = (platform: string): Newcomer[] =>
  GUESTS.flatMap(({ key, name, college, organisations }) =>
    organisations.map(
      (organisation): Newcomer => ({
        name,
        lang: 'fr',
        addresses: [{ platform, workspace: 'main', userId: key }],
        roles: [],
        partner: { organisation: `${organisation} ${FICTITIOUS}`, college, attribution: 'organisation' },
      }),
    ),
  );
