/** One alarm for all that waits: the database knows what, so a storm of refusals costs no memory. */
import type { Clock } from '../app/ports/edge.ts';
import type { Instant } from '../core/time.ts';
import type { Timer } from './timer.ts';

export interface Alarm {
  /** Rings by then; an earlier one set before stands. It rings once: whoever hears it sets the next. */
  by(at: Instant): void;
  /** For good. */
  off(): void;
}

/** Timers of more than 24 days fire at once. */
const MOST = 86_400_000;

export function createAlarm(clock: Clock, timer: Timer, ring: () => void): Alarm {
  let set: { readonly at: Instant; readonly off: () => void } | null = null;
  let ended = false;
  return {
    by(at) {
      if (ended || (set !== null && set.at <= at)) return;
      set?.off();
      const off = timer.after(Math.min(Math.max(0, at - clock.now()), MOST), () => {
        set = null;
        ring();
      });
      set = { at, off };
    },
    off() {
      ended = true;
      set?.off();
    },
  };
}
