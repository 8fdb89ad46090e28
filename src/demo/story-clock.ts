/** A clock that tells the story's time: it runs as real time does, and leaps forward from one chapter to the next. */
import type { Instant } from '../core/time.ts';

export interface StoryClock {
  now(): Instant;
  /** Goes on from `instant`; a leap backwards is none. */
  leap(instant: Instant): void;
}

export function storyClock(from: Instant, real: () => Instant = Date.now): StoryClock {
  let offset = from - real();
  return {
    now: () => real() + offset,
    leap(instant) {
      offset = Math.max(offset, instant - real());
    },
  };
}
