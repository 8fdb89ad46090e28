/** How those who took part rate the process, in French. Read it aloud. */
import type { Grade, Rated } from '../../core/rating/rating.ts';

export const rating = {
  offer:
    '« évaluer » vous pose trois courtes questions sur cette consultation. C’est facultatif, et seuls des totaux en seront publiés.',
  word: 'évaluer',
  choice: 'Évaluer la consultation',
  lead: 'Merci. « passe » saute une question.',
  questions: {
    said: 'Avez-vous pu dire ce que vous aviez à dire ?',
    answered: 'La réponse que vous avez reçue est-elle claire ?',
    again: 'Referiez-vous une consultation comme celle-ci ?',
  } satisfies Record<Rated, string>,
  grades: {
    entirely: 'Tout à fait',
    rather: 'Plutôt',
    hardly: 'Plutôt pas',
    'not-at-all': 'Pas du tout',
  } satisfies Record<Grade, string>,
  noted: 'C’est noté.',
  passed: 'D’accord.',
  thanks: 'Merci, c’est tout. Le bilan annuel publiera les totaux, sans aucun nom.',
};

export type RatingPhrases = typeof rating;
