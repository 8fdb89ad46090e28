/** What a staff member writes in the synthesis before it is signed: facts people said, no judgement. */
import type { Expected } from './character.ts';
import type { MessageKey } from './merges.ts';

/** Above the whole synthesis. */
export const INTRODUCTION =
  'Cette synthèse rassemble ce que les partenaires invités ont écrit du 2 mars au 17 avril 2015 pour le plan d’actions. Elle ne tranche rien : les réponses à chaque proposition viendront ensuite. Démonstration : les personnes, les structures, leurs propositions et les réponses sont fictives.';

/** Takes the place of the machine's sentence on the first line that cites this proposal. */
export const REWORDED: { readonly citing: MessageKey; readonly text: string } = {
  citing: 'claire:compta',
  text: 'Plusieurs structures souhaitent partager des moyens qu’aucune ne peut s’offrir seule, à commencer par un poste de comptabilité.',
};

/** Takes the place of the content's own title of that line. */
export const TITLED: { readonly citing: MessageKey; readonly text: string } = {
  citing: 'thomas:dossier',
  text: 'De la trésorerie, des garanties et des subventions versées à temps',
};

/** What a colleague's remark leads to, on the line that cites this proposal. */
export const PROOFREAD: { readonly citing: MessageKey; readonly text: string } = {
  citing: 'julien:groupement',
  text: 'Plusieurs structures demandent des emplois partagés ou un groupement d’employeurs, pour proposer des temps pleins.',
};

/** One answer for all of a theme that gets it. */
export const THEME: { readonly citing: MessageKey; readonly answer: Expected } = {
  citing: 'claire:compta',
  answer: {
    status: 'adopted',
    reason:
      'Le plan cofinancera des moyens partagés pendant deux ans, le temps qu’ils se paient : postes de gestion, achats, outils ; les premiers sur le versant nord-est.',
  },
};

/** What came by telephone, at a table or in a document, and ideas the script did not foresee in somebody's message. */
export const THE_REST =
  'Il manque un lieu et un chiffrage : l’équipe vous appelle avant l’été pour instruire l’idée avec vous.';
