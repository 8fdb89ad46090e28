import type { Consultation } from '../consultation/model.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Why no round of that key was ever opened: the content has one that waits, or none. */
export const neverOpened = ({ rounds }: Pick<Consultation, 'rounds'>, key: string): Refusal =>
  refuse(rounds.some((round) => round.key === key) ? 'round-not-open' : 'no-such-round', { round: key });
