/** Slack's own limits, as it counts: so many calls of a method a minute, some at once. */
import type { Call, Fault } from './faults.ts';

export interface Limit {
  readonly method: string;
  readonly perMinute: number;
  /** Those that are taken at once. */
  readonly burst: number;
}

/** For `Faults.always`: a call beyond the limit is answered when to come again, in whole seconds as Slack says it. */
export function limitedTo({ method, perMinute, burst }: Limit): (call: Call) => Fault | null {
  let left = burst;
  let at = Date.now();
  return (call) => {
    if (call.method !== method) return null;
    const now = Date.now();
    left = Math.min(burst, left + ((now - at) / 60_000) * perMinute);
    at = now;
    if (left >= 1) {
      left -= 1;
      return null;
    }
    return { kind: 'limited', retryAfter: String(Math.ceil(((1 - left) / perMinute) * 60)) };
  };
}

/** Milliseconds that so many calls take at least. */
export const forcedBy = ({ perMinute, burst }: Limit, calls: number): number =>
  (Math.max(0, calls - burst) / perMinute) * 60_000;
