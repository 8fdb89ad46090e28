/** How people may be quoted, in English. Read it aloud. */
import type { QuotingPhrases } from './quoting-fr.ts';

export const quoting: QuotingPhrases = {
  now: {
    name: 'Today you are quoted by your name and your organisation.',
    organisation: 'Today you are quoted by the name of your organisation.',
    college: 'Today you are quoted by your type of organisation, without naming it.',
    none: 'Today your words are not published.',
  },
  ask: 'How may we quote your proposals?',
  choices: {
    name: 'My name',
    organisation: 'My organisation',
    college: 'Anonymously, by type of organisation',
    none: 'Never',
  },
};
