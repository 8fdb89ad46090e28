import type { Newcomer } from '../app/person/enrol-people.ts';
import { CAST, HOSTS } from './cast/cast.ts';
import { guestsOn } from './cast/guests.ts';

/** Everybody of the demo, on one chat. */
export function newcomers(platform: string): Newcomer[] {
  const address = (userId: string) => [{ platform, workspace: 'main', userId }];
  return [
    ...CAST.map(({ key, name, lang, organisation, college, attribution }) => ({
      name,
      lang,
      addresses: address(key),
      roles: [],
      partner: { organisation, college, attribution },
    })),
    ...guestsOn(platform),
    ...HOSTS.map(({ key, name, lang, role }) => ({
      name,
      lang,
      addresses: address(key),
      roles: [role],
      partner: null,
    })),
  ];
}
