/** What keeps a phase from closing, or a report from leaving, in French. Read it aloud. */
import type { DebtCount, Gate } from '../../core/gate/gate.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

const owed = ({ answers, adjustments, disputes }: DebtCount): string => {
  const all = [
    ...(answers > 0 ? [`${answers} contribution${s(answers)} sans réponse`] : []),
    ...(adjustments > 0 ? [`${adjustments} ajustement${s(adjustments)} sans décision`] : []),
    ...(disputes > 0 ? [`${disputes} contestation${s(disputes)} en retard`] : []),
  ];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} et ${all.at(-1)}`;
};

export const gate = {
  owed,
  held: {
    phase: (count: DebtCount): string =>
      `Cette phase ne se clôt pas encore : il reste ${owed(count)}. Qui doit quoi :`,
    report: (count: DebtCount): string =>
      `Ce bilan ne se publie pas encore : il reste ${owed(count)}. Qui doit quoi :`,
  } satisfies Record<Gate, (count: DebtCount) => string>,
  how: 'Le mieux est d’y répondre d’abord. S’il faut avancer quand même : « passer outre : raison ». La raison et ce qui reste dû se liront dans le bilan annuel.',
  overrideWord: 'passer outre',
  override: 'Passer outre…',
  wait: 'Attendre',
  why: 'Pour quelle raison ? Elle se lira dans le bilan annuel. « annuler » laisse tout comme c’est.',
  left: 'Entendu, rien ne change. « dette » montre ce qui reste dû.',
  nothingHeld:
    'Il n’y a rien à outrepasser ici : « clore phase CLÉ » ou « publier le bilan » d’abord. Pour un point du Comité : « passer outre A-3 : motif ».',
  phases: 'Les phases de la consultation :',
  span: (title: string, key: string, from: string, to: string): string =>
    `${title} (${key}), du ${from} au ${to}`,
  running: (over: boolean): string => (over ? 'à clore' : 'en cours'),
  closedBy: (name: string | null, day: string): string => `close le ${day}${name ? ` par ${name}` : ''}`,
  over: (count: DebtCount): string => `avec ${owed(count)} : `,
  closeHow: (key: string): string => `« clore phase ${key} » la clôt, si rien n’est plus dû.`,
  closed: (title: string, key: string): string =>
    `La phase « ${title} » est close, et rien n’y reste dû. « rouvrir phase ${key} » revient dessus.`,
  closedOver: (title: string, count: DebtCount): string =>
    `La phase « ${title} » est close avec ${owed(count)}. Votre raison est notée : `,
  reopenHow: (key: string): string =>
    `« dette » continue de montrer ce qui est dû ; « rouvrir phase ${key} » revient dessus.`,
  reopened: (title: string): string => `La phase « ${title} » est rouverte.`,
};

export type GatePhrases = typeof gate;
