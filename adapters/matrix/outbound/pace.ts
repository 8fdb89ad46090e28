/** A homeserver counts all that one account asks. Once it says enough, calls go one after the other, as it says. */
import { setTimeout as pause } from 'node:timers/promises';
import { ChatError } from '../../../src/chat/port.ts';
import { chatErrorOf, limitedFor } from '../connection/errors.ts';

export interface Pace {
  /** Rejects with ChatError; one that could only be made later than the host waits isn't begun. */
  ask<T>(name: string, call: () => Promise<T>): Promise<T>;
}

/** Milliseconds: how long a call may wait here, below what the host waits for it. */
const MOST_WAIT = 5_000;
const USUAL = 1_000;
const LONGEST = 10 * 60_000;
/** For how long after a limit calls go one by one. */
const CAREFUL = 30_000;

/** `scope`: what waits with a call that may not be made yet. */
export function createPace(now: () => number = Date.now, scope: 'platform' | 'call' = 'platform'): Pace {
  let until = 0;
  let careful = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const limited = (name: string, ms: number) =>
    new ChatError(`matrix: ${name}: limited`, { transient: true, scope, retryAfter: ms });

  async function once<T>(name: string, call: () => Promise<T>): Promise<T> {
    for (let first = true; ; first = false) {
      const left = until - now();
      if (left > MOST_WAIT) throw limited(name, left);
      if (left > 0) await pause(left);
      try {
        return await call();
      } catch (error) {
        const limit = limitedFor(error);
        if (limit === null) throw chatErrorOf(error, name);
        const asked = limit.ms !== null && limit.ms > 0 ? limit.ms : USUAL;
        until = Math.max(until, now() + Math.min(asked, LONGEST));
        careful = until + CAREFUL;
        if (!first) throw limited(name, until - now());
      }
    }
  }

  return {
    async ask(name, call) {
      if (careful <= now()) return once(name, call);
      // Each in its turn, so that none is always the one refused.
      if (waiting >= 4) throw limited(name, Math.max(USUAL, until - now()));
      waiting += 1;
      const mine = queue.then(() => once(name, call));
      queue = mine.catch(() => {});
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
  };
}
