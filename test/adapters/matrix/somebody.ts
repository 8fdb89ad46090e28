import type { Newcomer } from '../../../src/app/person/enrol-people.ts';

/** Of no organisation and without a part, by their account. */
export const somebody = (name: string, userId: string, over: Partial<Newcomer>): Newcomer => ({
  name,
  lang: 'fr',
  addresses: [{ platform: 'matrix', workspace: 'main', userId }],
  roles: [],
  partner: null,
  ...over,
});
