import { addDays, instantAt, localDay, weekdayOf } from '../consultation/local-day.ts';
import type { Instant } from '../time.ts';

/** When somebody wants a digest of their own accord. */
export interface DigestSchedule {
  /** 1 is Monday; null for every day. */
  readonly weekday: number | null;
  /** Minutes since local midnight. */
  readonly minute: number;
}

/** The next time after `now`, in that zone: once a day or a week, whatever the clocks do. */
export function nextDigest(now: Instant, { weekday, minute }: DigestSchedule, zone: string): Instant {
  const today = localDay(now, zone);
  for (let days = 0; ; days++) {
    const day = addDays(today, days);
    if (weekday !== null && weekdayOf(day) !== weekday) continue;
    const at = instantAt(day, minute, zone);
    if (at > now) return at;
  }
}
