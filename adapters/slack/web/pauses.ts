/** What Slack asked to wait for: its limits are of a method, and for messages of a method in one channel. */

const MOST = 10 * 60_000;
const MANY = 10_000;

export interface Pauses {
  /** Milliseconds still to wait before that call; 0 for none. */
  left(method: string, channel: string | null): number;
  /** `ms` as Slack said it; nonsense is no pause. */
  note(method: string, channel: string | null, ms: number | null): void;
}

/** `now` in milliseconds. */
export function createPauses(now: () => number): Pauses {
  const until = new Map<string, number>();
  const nameOf = (method: string, channel: string | null) =>
    method.startsWith('chat.') ? `${method} ${channel ?? ''}` : method;
  return {
    left(method, channel) {
      const name = nameOf(method, channel);
      const end = until.get(name);
      if (end === undefined) return 0;
      const left = end - now();
      if (left <= 0) until.delete(name);
      return Math.max(0, left);
    },
    note(method, channel, ms) {
      if (ms === null || !(ms > 0)) return;
      if (until.size >= MANY) until.delete(until.keys().next().value!);
      until.set(nameOf(method, channel), now() + Math.min(ms, MOST));
    },
  };
}
