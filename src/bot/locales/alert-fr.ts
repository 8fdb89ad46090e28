/** Indicators off the way to their targets, in French. Read it aloud. */
import type { AlertLevel } from '../../core/plan/alert.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const alert = {
  none: 'Aucune alerte : chaque indicateur mesuré tient son rythme, et aucune mesure n’est attendue.',
  head: (n: number): string => `${n} alerte${s(n)} :`,
  levels: {
    missed: 'Cible manquée : l’échéance est passée et le compte n’y est pas.',
    'far-behind': 'Très en retard : moins de la moitié du chemin attendu à cette date.',
    behind: 'En retard : moins que ce qu’on attendait à cette date.',
    'to-measure': 'À mesurer : rien depuis plus d’un an, ou l’échéance est passée sans mesure finale.',
  } satisfies Record<AlertLevel, string>,
  on: (title: string, key: string): string => `${title} (${key}), `,
  how: (action: string): string => `« mesure ${action} 12 » note une mesure.`,
  toTeam: (name: string | null, n: number): string =>
    `${name ? `Bonjour ${name}. ` : ''}${n === 1 ? 'Un point du plan demande' : `${n} points du plan demandent`} votre attention :`,
  toOperator: (name: string | null, organisation: string, n: number): string =>
    `${name ? `Bonjour ${name}. ` : ''}${n === 1 ? 'Une action que porte' : 'Des actions que porte'} ${organisation} ${n === 1 ? 'demande' : 'demandent'} votre attention :`,
  teamNext: (action: string): string =>
    `« alertes » les montre toutes ; « mesure ${action} 12 » note une mesure. Je n’y reviens que si cela s’aggrave.`,
  operatorNext:
    'Si le chiffre n’est plus le bon, ou si quelque chose bloque, écrivez-le ici : je transmets à l’équipe.',
};

export type AlertPhrases = typeof alert;
