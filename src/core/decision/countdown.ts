/** C5: what was said goes back within two months of the close, decisions follow within three more. */
import { addMonths, daysBetween, localDay } from '../consultation/local-day.ts';
import type { Instant } from '../time.ts';

const RESTITUTION_MONTHS = 2;
const DECISION_MONTHS = 3;

export interface Countdown {
  readonly closed: string;
  readonly restitution: { readonly due: string; readonly days: number };
  readonly decisions: { readonly due: string; readonly days: number };
}

/** Days left are negative once it is late. */
export function countdown(closedAt: Instant, now: Instant, zone: string): Countdown {
  const today = localDay(now, zone);
  const closed = localDay(closedAt, zone);
  const due = (months: number) => {
    const day = addMonths(closed, months);
    return { due: day, days: daysBetween(today, day) };
  };
  return {
    closed,
    restitution: due(RESTITUTION_MONTHS),
    decisions: due(RESTITUTION_MONTHS + DECISION_MONTHS),
  };
}
