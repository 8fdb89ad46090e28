/** What is new, in French, for the team. */
import type { BaseRow } from '../../core/synthesis/model.ts';

const s = (n: number): string => (n > 1 ? 's' : '');
const aside = (parts: readonly string[]): string => (parts.length > 0 ? ` (${parts.join(', ')})` : '');

/** "mardi 3 mars", or the hour of a moment of today; null is the beginning. */
function since(at: number | null, timeZone: string, now: number): string {
  if (at === null) return 'le début';
  const local = (options: Intl.DateTimeFormatOptions, when = at) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone, ...options }).format(when);
  const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  if (local(day) === local(day, now)) return local({ hour: '2-digit', minute: '2-digit' });
  return local(day);
}

const of = (people: number, colleges: number): string =>
  `${people} personnes${colleges > 1 ? ` de ${colleges} collèges` : colleges === 1 ? ' du même collège' : ''}`;

export const digest = {
  since,
  title: (when: string): string => `Depuis ${when} (document interne)`,
  nothing: (when: string): string => `Rien de nouveau depuis ${when}.`,
  nothingOn: (axis: string, when: string): string => `Rien de nouveau sur l’${axis} depuis ${when}.`,
  arrived: (n: number, people: number, total: number): string =>
    n === 0
      ? `Pas de proposition nouvelle ; ${total} en tout.`
      : `${n} proposition${s(n)} nouvelle${s(n)}${people > 0 ? `, ${people > 1 ? `de ${people} personnes` : 'd’une seule personne'}` : ''} ; ${total} en tout.`,
  axis: (label: string, n: number, total: number, colleges: string, refs: string): string =>
    `${label} : ${n} de plus, ${total} en tout (${colleges}) ; ${refs}`,
  noAxis: 'sans axe',
  unknown: 'origine inconnue',
  growing: (theme: string, n: number, before: number, refs: string): string =>
    `Thème qui monte : ${theme}, ${n} de plus${before > 0 ? ` (${before} avant)` : ', il n’y était pas'} ; ${refs}`,
  joined: (ref: string, people: number, colleges: number, across: boolean): string =>
    `${across ? 'Convergence' : 'Rejointe'} : ${ref}, ${of(people, colleges)}`,
  objection: (ref: string, about: string | null, beside: string | null): string =>
    `Désaccord : ${ref}${about ? ` (${about})` : ''}${beside ? `, à lire avec ${beside}` : ''}`,
  nuance: (ref: string, of: string): string => `Nuance : ${ref}, à lire avec ${of}`,
  colleagues: (organisation: string, ref: string, beside: string, how: 'objection' | 'nuance'): string =>
    `Au sein de « ${organisation} » : ${ref} ${how === 'objection' ? 's’oppose à' : 'nuance'} ${beside} ; les deux sont gardées, une structure comptée`,
  single: (n: number, refs: string): string =>
    n > 1 ? `Voix isolées, ${n} : ${refs}` : `Voix isolée : ${refs}`,
  who: 'Qui s’est exprimé, par collège :',
  base: (label: string, { invited, reached, answered, passed, silent }: BaseRow): string =>
    `${label} : ${answered === 0 ? `aucune réponse sur ${invited}` : `${answered} sur ${invited} ${(answered ?? 0) > 1 ? 'ont' : 'a'} répondu`}${aside(
      [
        ...((passed ?? 0) > 0 ? [`${passed} ${(passed ?? 0) > 1 ? 'ont' : 'a'} passé`] : []),
        ...((silent ?? 0) > 0 ? [`${silent} silencieuse${s(silent ?? 0)}`] : []),
        ...(invited > (reached ?? 0)
          ? [`${invited - (reached ?? 0)} pas jointe${s(invited - (reached ?? 0))}`]
          : []),
      ],
    )}`,
  waits: (parts: string): string => `Vous attend : ${parts}.`,
  doubts: (n: number): string => `${n} point${s(n)} à regarder (« doutes »)`,
  files: (n: number): string => `${n} fichier${s(n)} à lire (« pièces »)`,
  late: (n: number): string => `${n} hors délai à trancher`,
  disputes: (n: number, overdue: number): string =>
    `${n} contestation${s(n)}${overdue > 0 ? `, dont ${overdue} en retard` : ''} (« contestations »)`,
  owed: (n: number, oldest: number): string =>
    `${n} sans réponse${oldest > 0 ? `, la plus ancienne depuis ${oldest} jour${s(oldest)}` : ''} (« dette »)`,
  due: (days: number): string =>
    days < 0
      ? `restitution en retard de ${-days} jour${s(-days)}`
      : days === 0
        ? 'restitution attendue aujourd’hui'
        : `restitution attendue dans ${days} jour${s(days)}`,
  more: (axis: string): string => `« détail axe ${axis} » donne les mots.`,
  moreViews: '« convergence » montre tous les avis, par collège.',
  andMore: (refs: string, n: number): string => `${refs} et ${n} de plus`,
  detail: (axis: string, when: string): string =>
    `${axis.charAt(0).toUpperCase()}${axis.slice(1)}, depuis ${when} (document interne)`,
  arrivedTitle: 'Nouvelles propositions',
  joinedTitle: 'Rejointes par d’autres',
  objectionTitle: 'Désaccords',
  nuanceTitle: 'Nuances',
  nuanceOf: 'nuance de',
  colleaguesTitle: 'Collègues qui ne disent pas la même chose',
  by: (people: number, colleges: number): string => `(${of(people, colleges)})`,
  beside: 'Sur le même thème :',
  scheduled: (when: string, always: boolean): string =>
    `C’est noté : prochain digest ${when}${always ? ', même sans nouveauté' : ', s’il y a du nouveau'}. « digest stop » pour arrêter.`,
  unscheduled:
    'Pas de digest programmé. « digest chaque lundi 9h » ou « digest chaque jour » pour en recevoir ; « digest » le montre à tout moment.',
  whichHour: 'Je ne comprends pas cette heure. Par exemple : « digest chaque lundi 9h30 ».',
};

export type DigestPhrases = typeof digest;
