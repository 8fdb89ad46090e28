/** Measures of the plan's indicators, in French. Read it aloud. */
import { figureSaid } from '../../core/plan/figure.ts';
import type { Pace } from '../../core/plan/measure.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export const measure = {
  figure: (value: number, unit: string | null): string => figureSaid(value, unit, 'fr'),
  head: (indicators: number, late: number): string =>
    `${indicators} indicateur${s(indicators)}${late === 0 ? '' : `, ${late} en retard`} :`,
  of: (indicator: string, said: string): string => `${indicator} : ${said}`,
  /** `target` is null without one; a share is in percent, of the way from `from` where it is given. */
  last: (
    value: string,
    day: string,
    target: string | null,
    percent: number | null,
    from: string | null,
  ): string =>
    `${value} le ${day}${target === null ? '' : `, pour une cible de ${target}`}${from === null ? '' : ` en partant de ${from}`}${percent === null ? '' : ` (${percent} %)`}`,
  notMeasured: (target: string | null): string =>
    `pas encore mesuré${target === null ? '' : `, pour une cible de ${target}`}`,
  pace: {
    'no-target': 'sans cible',
    'not-measured': null,
    'no-end': 'le plan ne dit pas pour quand',
    reached: 'cible atteinte',
    'on-track': 'dans les temps',
    'off-track': 'en retard',
  } as Readonly<Record<Pace, string | null>>,
  expected: (value: string): string => `on attendait ${value} ce jour-là`,
  note: 'Note : ',
  how: (action: string): string =>
    `« mesure ${action} 12 » en note une, « annoncer l’avancement ${action} » le dit à qui a nourri l’action.`,
  which: (action: string): string =>
    `Quel chiffre ? Par exemple « mesure ${action} 12,5 » ou « mesure ${action} 1 200 le 3 mai 2016 ».`,
  dayToCome: 'Ce jour n’est pas encore venu : donnez celui de la mesure, par exemple « le 3 mai 2016 ».',
  twoWays: (value: string): string =>
    `« ${value} » se lit de deux façons : écrivez « ${value.replace(/[.,]/u, '')} » pour des milliers, « ${figureSaid(Number(value.replace(',', '.')), null, 'fr')} » pour une virgule.`,
  recorded: (title: string): string => `C’est noté pour « ${title} ».`,
  earlier: (day: string): string => `La mesure qui compte reste celle du ${day}, plus récente.`,
  undo: '« annuler mesure » revient dessus.',
  takenBack: (value: string, day: string): string => `La mesure du ${day} (${value}) est annulée.`,
  wasTold: (action: string): string =>
    `Elle avait été annoncée : notez la bonne, puis « annoncer l’avancement ${action} » la fera connaître.`,
  tellPreview: (n: number, names: string, more: number): string =>
    `Je l’annoncerai à ${n} personne${s(n)} (${names}${more === 0 ? '' : ` et ${more} de plus`}), en ces mots :`,
  tellNow: 'On envoie ?',
  notTold: 'Entendu, rien n’est envoyé.',
  told: (n: number): string => `C’est envoyé à ${n} personne${s(n)}.`,
  tellHello: (name: string | null, title: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Des nouvelles de l’action « ${title} » :`,
  tellFrom: (n: number): string =>
    n === 1 ? 'Cette proposition a nourri l’action :' : 'Ces propositions ont nourri l’action :',
};

export type MeasurePhrases = typeof measure;
