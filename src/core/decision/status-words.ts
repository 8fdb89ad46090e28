import type { DecisionStatus } from '../consultation/model.ts';

/** What an answer is called, of a proposal: feminine in French. */
export const STATUS_WORDS: Readonly<Record<'fr' | 'en', Readonly<Record<DecisionStatus, string>>>> = {
  fr: {
    adopted: 'retenue',
    'adopted-in-part': 'retenue en partie',
    'under-way': 'déjà engagée',
    'to-be-studied': 'à étudier',
    'not-adopted': 'non retenue',
    'outside-powers': 'hors de nos compétences',
  },
  en: {
    adopted: 'adopted',
    'adopted-in-part': 'adopted in part',
    'under-way': 'already under way',
    'to-be-studied': 'to be studied',
    'not-adopted': 'not adopted',
    'outside-powers': 'outside our powers',
  },
};
