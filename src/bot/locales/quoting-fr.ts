/** How people may be quoted, in French. Read it aloud. */
import type { Attribution } from '../../core/consultation/model.ts';

export const quoting = {
  now: {
    name: 'Aujourd’hui, vous êtes cité·e par votre nom et votre structure.',
    organisation: 'Aujourd’hui, vous êtes cité·e par le nom de votre structure.',
    college: 'Aujourd’hui, vous êtes cité·e par votre type de structure, sans la nommer.',
    none: 'Aujourd’hui, vos mots ne sont pas publiés.',
  } satisfies Record<Attribution, string>,
  ask: 'Comment pouvons-nous citer vos propositions ?',
  choices: {
    name: 'Mon nom',
    organisation: 'Ma structure',
    college: 'Anonyme, par type de structure',
    none: 'Jamais',
  } satisfies Record<Attribution, string>,
};

export type QuotingPhrases = typeof quoting;
