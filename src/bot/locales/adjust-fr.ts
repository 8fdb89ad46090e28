/** Adjustments of the plan, in French. Read it aloud. */
import type { AdjustmentKind } from '../../core/plan/adjustment.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const adjust = {
  verbs: { add: 'ajouter', amend: 'modifier', strengthen: 'renforcer', drop: 'retirer' } as Record<
    AdjustmentKind,
    string
  >,
  labels: { add: 'Ajouter', amend: 'Modifier', strengthen: 'Renforcer', drop: 'Retirer' } as Record<
    AdjustmentKind,
    string
  >,
  from: (n: number): string => `${n} proposition${s(n)} :`,
  andMore: (n: number): string => `Et ${n} de plus.`,
  whatChanges: 'Qu’est-ce que cela change au plan ?',
  nothingNear: 'Rien dans le plan ne semble en parler, à s’en tenir aux mots.',
  near: (refs: string, sure: number): string => ` (proche de ${refs}, sûr à ${sure} %)`,
  asked: (refs: string): string => ` (réponse à la question sur elle : ${refs})`,
  how: (n: number): string =>
    n === 0
      ? '« ajouter » pour une action nouvelle.'
      : '« ajouter » pour une action nouvelle, ou « modifier 1 », « renforcer 1 », « retirer 1 ».',
  whatOfThis: (title: string): string => `Que devient « ${title} » ?`,
  howOfThis: '« modifier », « renforcer » ou « retirer ».',
  whichAction: (verb: string, n: number): string =>
    `Laquelle ? Par exemple « ${verb} 1 »${n > 1 ? `, jusqu’à « ${verb} ${n} »` : ''}.`,
  notDrafted: 'Entendu, rien n’est préparé.',
  today: (text: string): string => `Aujourd’hui : « ${text} »`,
  writeAction: 'Écrivez l’action : son titre sur la première ligne, ce qu’elle fait ensuite.',
  writeText: 'Écrivez le nouveau texte.',
  fieldsToo:
    'Une ligne « opérateur : … », « partenaires : … », « budget : 110 k€ », « moyens : … » ou « calendrier : … » dit le reste. « annuler » pour en rester là.',
  head: (ref: string, kind: string, title: string, axis: string | null): string =>
    `${ref}, ${kind.toLowerCase()} « ${title} »${axis === null ? '' : ` (axe ${axis})`}.`,
  becomes: (field: string, after: string): string => `${field} : « ${after} »`,
  changes: (field: string, before: string, after: string): string =>
    `${field} : « ${before} » devient « ${after} »`,
  cites: (refs: string): string => `D’après ${refs}.`,
  citesNothing: (ref: string): string =>
    `Aucune proposition citée : « citer ${ref} : P-0042 » dit d’où cela vient.`,
  more: (n: number): string => `et ${n} de plus`,
  undecided: 'En préparation.',
  withdrawnState: 'Retiré.',
  applied: (version: number): string => `Dans la version ${version} du plan.`,
  decidedBy: (status: string, body: string, day: string): string =>
    `${status.charAt(0).toUpperCase()}${status.slice(1)} (${body}, ${day}).`,
  next: (ref: string): string =>
    `« modifier ${ref} : texte » le reprend, « décider ${ref} retenue : motif » le propose, « retirer ${ref} » l’abandonne.`,
  none: 'Aucun ajustement. « ajuster thème 2.1 », « ajuster P-0042 » ou « ajuster action CLÉ » en prépare un.',
  count: (n: number): string => `${n} ajustement${s(n)} :`,
  andMoreOfThem: (n: number): string => `Et ${n} de plus.`,
  showHow: (ref: string): string =>
    `« ${ref} » en montre un en entier, « couverture » ce qui n’est pas touché.`,
  withdrawn: (ref: string): string => `${ref} est retiré.`,
  ratified: (refs: string, body: string, day: string): string =>
    `C’est noté : ${body} confirme ${refs} (${day}).`,
  adopted: (version: number, body: string, day: string, refs: string): string =>
    `Version ${version} du plan, adoptée par ${body} le ${day}, avec ${refs}.`,
  left: (refs: string): string => `Restent en dehors : ${refs}.`,
  adoptedNext: (version: number): string =>
    `« comparer plan ${version - 1} et ${version} » dit ce qui change ; « npx tour plan annex DOSSIER » écrit l’annexe de la délibération.`,
  covered: (adjustments: number, cited: number, proposals: number): string =>
    `${adjustments} ajustement${s(adjustments)}, d’après ${cited} proposition${s(cited)} sur ${proposals}.`,
  axesLeft: (axes: string): string => `Axes sans ajustement : ${axes}.`,
  collegesLeft: (colleges: string): string =>
    `Types d’acteur dont aucune proposition n’est citée : ${colleges}.`,
  unchanged: 'Ce qui n’a rien changé au plan :',
  unanswered: 'sans réponse encore',
  because: (status: string, n: number, refs: string): string => `${status}, ${n} : ${refs}`,
};

export type Adjust = typeof adjust;
