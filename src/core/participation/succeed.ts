import type { Participation } from './model.ts';

/**
 * Somebody else takes over before everything was answered: what was answered stays, and they are to agree for
 * themselves.
 */
export const pending = (participation: Participation): Participation => ({
  ...participation,
  state: 'invited',
  reachedAt: null,
  consentedAt: null,
  endedAt: null,
});
