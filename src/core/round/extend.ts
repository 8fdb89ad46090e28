import type { Participation } from '../participation/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Round } from './model.ts';

/** A round only grows: to end it sooner it is closed, with a reason (C3). */
export function decideExtension(round: Round, closesAt: Instant, now: Instant): Refusal | null {
  if (round.state !== 'open' || now >= round.closesAt) return refuse('round-not-open', { round: round.key });
  if (closesAt < round.closesAt) return refuse('extension-shortens', { round: round.key });
  return closesAt === round.closesAt ? refuse('extension-changes-nothing', { round: round.key }) : null;
}

/** Whom more time concerns: those who neither finished nor said no. */
export const stillOpen = ({ state }: Pick<Participation, 'state'>): boolean =>
  state === 'invited' || state === 'started';
