/** What a staff member writes in the synthesis before it is signed: facts people said, no judgement. */
import type { MessageKey } from './merges.ts';

/** Above the whole synthesis. */
export const INTRODUCTION =
  'Cette synthèse rassemble ce que les partenaires invités ont écrit du 2 mars au 17 avril 2015 pour le plan d’actions. Elle ne tranche rien : les réponses à chaque proposition viendront ensuite. Démonstration : les personnes, les structures, leurs propositions et les réponses sont fictives.';

/** Takes the place of the machine's sentence on the first line that cites this proposal. */
export const REWORDED: { readonly citing: MessageKey; readonly text: string } = {
  citing: 'claire:compta',
  text: 'Plusieurs structures souhaitent partager des moyens qu’aucune ne peut s’offrir seule, à commencer par un poste de comptabilité.',
};
