/** The menu, in French: each button says what could be typed. */
import type { Choice } from '../../chat/outbound.ts';

const says = (value: string, label: string): Choice => ({ value, label });
const mainly = (value: string, label: string): Choice => ({ value, label, main: true });

export const menu = {
  title: (consultation: string): string => `${consultation} : que voulez-vous faire ?`,
  how: 'Tout se dit aussi en mots, ici ou après /tour.',
  begin: mainly('oui', 'Commencer'),
  answer: mainly('reprendre', 'Répondre'),
  mine: says('mes propositions', 'Mes propositions'),
  data: says('mes données', 'Mes données'),
  status: says('statut', 'Où en est-on ?'),
  silence: says('silence', 'Qui ne dit rien ?'),
  doubts: says('doutes', 'Doutes'),
  behalf: says('saisir', 'Saisir pour quelqu’un'),
  open: says('ouvrir', 'Ouvrir un tour'),
  digest: says('digest', 'Digest'),
  decide: says('décider', 'Décider'),
  synthesis: says('montrer synthèse', 'Synthèse'),
  restitution: says('restitution', 'Restitution'),
  help: { partner: says('aide', 'Aide'), team: says('aide équipe', 'Aide') },
  recordHow:
    'Écrivez « pour Prénom Nom (papier) : son texte », avec (téléphone), (courrier) ou (réunion) si cela vient d’ailleurs. La personne le recevra et dira si c’est bien cela.',
};

export type MenuPhrases = typeof menu;
