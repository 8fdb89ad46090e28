/** What is said in French when people read again how they were understood. Read it aloud. */
import type { Understood } from '../../core/participation/understood.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const review = {
  ask: (name: string | null, title: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Avant que l’équipe ne réponde, un coup d’œil : voici comment j’ai lu vos réponses (${title}).`,
  cited: (lines: string): string => `, citée en ${lines} du projet de synthèse`,
  question: 'Vous ai-je bien compris·e ?',
  choices: ['C’est juste', 'Corriger', 'Retirer'],
  confirmed: 'Merci de l’avoir relu : c’est noté.',
  whichCorrect: (refs: string): string => `Laquelle corriger : ${refs} ?`,
  whichWithdraw: (refs: string): string => `Laquelle retirer : ${refs} ?`,
  correctVerb: 'corriger',
  withdrawVerb: 'retirer',
  fix: (ref: string): string =>
    `Dites-moi ce qui ne va pas dans ma lecture de ${ref} : l’axe (« axe 3 »), ou ce que vous vouliez dire.`,
  passedOn: (ref: string): string => `Merci. Votre précision sur ${ref} va à l’équipe, avant toute réponse.`,
  nothingLeft: 'Il n’y a plus rien à relire, merci.',
  tooLate: 'Les réponses sont déjà parties : je transmets à l’équipe.',

  preview: (key: string, n: number): string =>
    `« ${key} » : ${n} personne${s(n)} à qui demander si ${n > 1 ? 'elles ont été bien comprises, chacune' : 'elle a été bien comprise,'} à une heure ouvrée.`,
  previewed: 'On demande ?',
  started: (n: number): string =>
    `C’est lancé : ${n} message${s(n)}, chacun à son heure. « vérifier » pour suivre.`,
  notStarted: 'Rien n’est parti.',
  progress: (p: Understood): string =>
    `« ${p.round} », a-t-on bien compris ? ${p.reached} personne${s(p.reached)} sur ${p.asked} ${p.reached > 1 ? 'ont' : 'a'} reçu la question ; ${p.confirmed + p.mended} « c’est juste »${p.mended > 0 ? ` (dont ${p.mended} après correction)` : ''}, ${p.corrected} correction${s(p.corrected)}, ${p.withdrawn} retrait${s(p.withdrawn)}, ${p.silent} sans réponse.`,
};

export type ReviewPhrases = typeof review;
