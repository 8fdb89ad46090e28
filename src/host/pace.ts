/** How fast letters leave, and when none does because of their server. */
import type { Clock } from '../app/ports/edge.ts';
import type { Instant } from '../core/time.ts';
import { type Timer, wait } from './timer.ts';

export interface Pace {
  /** Waits for its turn; false when it is not to be waited for any more. */
  turn(given: () => boolean): Promise<boolean>;
  /** Until when nothing is sent; null when something may be. */
  pausedUntil(): Instant | null;
  /** The server answered for a letter: it lives. */
  answered(): void;
  /** It refuses everybody, or can't be reached. Until when to wait. */
  refused(): Instant;
  /** It said nothing; true when that has happened so often in a row that all must wait. */
  silent(): boolean;
}

const FIRST = 15_000;
const MOST = 10 * 60_000;
const SILENCES = 4;
const LOOK = 250;

export function createPace(parts: { clock: Clock; timer: Timer; perMinute: number }): Pace {
  const { clock, timer } = parts;
  const spacing = 60_000 / parts.perMinute;
  let next: Instant = 0;
  let until: Instant = 0;
  let refusals = 0;
  let silences = 0;

  const refused = (): Instant => {
    const now = clock.now();
    // Several that were on their way at once are one refusal.
    if (until > now) return until;
    refusals += 1;
    until = now + Math.min(FIRST * 2 ** Math.min(refusals - 1, 10), MOST);
    return until;
  };

  return {
    async turn(given) {
      const now = clock.now();
      // A clock set back must not hold letters for hours.
      const mine = Math.max(now, Math.min(next, now + 60_000 + spacing));
      next = mine + spacing;
      for (let left = mine - now; left > 0; left -= LOOK) {
        if (given()) return false;
        await wait(timer, Math.min(left, LOOK));
      }
      return !given() && until <= clock.now();
    },
    pausedUntil: () => (until > clock.now() ? until : null),
    answered() {
      refusals = 0;
      silences = 0;
    },
    refused,
    silent() {
      silences += 1;
      if (silences < SILENCES) return false;
      silences = 0;
      refused();
      return true;
    },
  };
}
