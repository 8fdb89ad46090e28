/** The mid-term round, in French. Read it aloud. */
import type { AlertLevel } from '../../core/plan/alert.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const midterm = {
  button: 'Préparer le mi-parcours',
  command: 'préparer le mi-parcours',
  next: '« préparer le mi-parcours » demande aux partenaires ce qu’il faut y changer.',
  title: (year: number): string => `Le plan à mi-parcours, ${year}`,
  openTo:
    'Ce qu’il faut changer aux actions qui avancent moins vite que prévu : les modifier, les renforcer, en ajouter ou en retirer.',
  decided: (version: number): string =>
    `Les axes et les objectifs du plan (version ${version}) restent ceux qui ont été adoptés.`,
  standing: (day: string): string => `Où en est le plan, au ${day}`,
  quoted: (title: string): string => `« ${title} »`,
  behind: (titles: string): string => `Avancent moins vite que prévu : ${titles}.`,
  question: (title: string, level: AlertLevel): string =>
    level === 'missed'
      ? `« ${title} » n’a pas atteint sa cible. Que faudrait-il y changer ?`
      : `« ${title} » avance moins vite que prévu. Que faudrait-il y changer ?`,
  last: 'Et dans le reste du plan, que changeriez-vous, qu’ajouteriez-vous ?',
  nothing:
    'Aucune action n’est hors de sa trajectoire : rien à demander à mi-parcours. « ouvrir » écrit tout autre tour.',
  measureFirst: (n: number): string =>
    `${n} indicateur${s(n)} ${n > 1 ? 'attendent' : 'attend'} une mesure : « alertes » ${n > 1 ? 'les' : 'le'} montre.`,
  prepared: (n: number): string =>
    `J’ai préparé le mi-parcours : ${n === 1 ? 'une question sur l’action qui avance' : `${n} questions, une par action qui avance`} moins vite que prévu, et une question ouverte. Rien n’est envoyé.`,
  left: (n: number, most: number): string =>
    `${n} autre${s(n)} action${s(n)} ${n > 1 ? 'sont' : 'est'} hors trajectoire : « ajouter question action CLÉ : texte » en parle (${most} questions au plus).`,
  unmeasured: (n: number): string =>
    `${n} indicateur${s(n)} ${n > 1 ? 'attendent' : 'attend'} une mesure : je n’en demande rien.`,
  already: 'Le mi-parcours est déjà en préparation, le voici. « jeter le brouillon » pour repartir de zéro.',
  byAnother: (name: string | null): string =>
    `${name ?? 'Quelqu’un de l’équipe'} prépare déjà le mi-parcours : voyez ensemble ce qu’il demande.`,
  draftInTheWay:
    'Vous avez un autre tour en préparation, et je n’en garde qu’un. « reprendre le brouillon » le montre, « jeter le brouillon » l’abandonne ; puis « préparer le mi-parcours ».',
  open: (title: string, until: string, key: string): string =>
    `« ${title} » est ouvert jusqu’au ${until} : « statut » dit où l’on en est, « clore ${key} » le mène à son terme.`,
  asked: (title: string): string => `répond à la question sur « ${title} »`,
  fromRound: (n: number): string =>
    n === 1
      ? 'Une proposition répond à la question sur cette action :'
      : `${n} propositions répondent à la question sur cette action :`,
};

export type MidtermPhrases = typeof midterm;
