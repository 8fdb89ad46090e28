/** What the bot says in English of words that take back, or correct, what was just noted. Read it aloud. */
import type { AmendPhrases } from './amend-fr.ts';

const or = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

export const amend: AmendPhrases = {
  ask: (refs) => `Does this correct ${or(refs)}, or is it a new idea?`,
  fix: (ref) => `Correct ${ref}`,
  fresh: 'A new idea',
  done: (ref) => `${ref} now reads `,
  undo: '. “undo” brings your earlier words back.',
  rest: 'The team will read the rest of it.',
};
