/** How those who took part rate the process, in English. Read it aloud. */
import type { RatingPhrases } from './rating-fr.ts';

export const rating: RatingPhrases = {
  offer:
    '“rate” asks you three short questions about this consultation. It’s optional, and only totals will be published.',
  word: 'rate',
  choice: 'Rate the consultation',
  lead: 'Thank you. “pass” skips a question.',
  questions: {
    said: 'Were you able to say what you had to say?',
    answered: 'Was the reply you received clear?',
    again: 'Would you take part in a consultation like this again?',
  },
  grades: { entirely: 'Definitely', rather: 'Mostly', hardly: 'Not really', 'not-at-all': 'Not at all' },
  noted: 'Noted.',
  passed: 'All right.',
  thanks: 'Thank you, that’s all. The annual report will publish the totals, without any names.',
};
