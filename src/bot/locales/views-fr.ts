/** Statements put to partners, and how they are seen, in French. Read it aloud. */
import type { View } from '../../core/round/validation.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const views = {
  choices: {
    agree: 'D’accord',
    reserve: 'Avec des réserves',
    object: 'Je m’oppose',
  } satisfies Record<View, string>,
  names: { agree: 'd’accord', reserve: 'avec des réserves', object: 'contre' } satisfies Record<View, string>,
  which: '« d’accord », « avec des réserves » ou « je m’oppose » ?',
  kept: 'Je garde vos mots.',
  noted: (view: string): string => `C’est noté : ${view}.`,
  notedWhy: (view: string, ref: string): string =>
    `C’est noté : ${view}, et votre raison est ${ref} : elle recevra une réponse.`,
  reasonGone: (ref: string): string => `${ref}, votre raison d’avant, est retirée.`,
  why: {
    reserve: 'Laquelle, en quelques mots ? « passe » pour en rester là.',
    object: 'Pour quelle raison, en quelques mots ? « passe » pour en rester là.',
  },
  yours: 'Vos avis :',
  own: (statement: string, view: string, reason: string | null): string =>
    `${statement} – ${view}${reason === null ? '' : ` (${reason})`}`,
  none: 'pas encore d’avis',
  changeHow: '« mes avis » les montre ; « avis 2 : d’accord » en change un, jusqu’à la clôture.',
  closed: 'C’est clos : les avis ne changent plus. Une idée de plus ? Écrivez-la ici, l’équipe la lira.',
  noSuch: (n: number): string => `Il y a ${n} affirmation${s(n)} : « mes avis » les montre.`,
  head: (title: string, answered: number, invited: number): string =>
    `« ${title} » : ${answered} personne${s(answered)} sur ${invited} se ${answered > 1 ? 'sont prononcées' : 'est prononcée'}.`,
  row: (agree: number, reserve: number, object: number): string =>
    `${agree} d’accord, ${reserve} avec des réserves, ${object} contre`,
  reasons: (refs: string): string => `Raisons : ${refs}.`,
  how: 'Ces chiffres sont exacts, pour l’équipe seule. « P-0042 » montre une raison.',
};

export type ViewsPhrases = typeof views;
