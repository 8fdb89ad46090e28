/** Who may do how much: a bucket a name, in bounded memory. */

export interface Rate {
  /** How many at once. */
  readonly burst: number;
  /** How many come back a minute. */
  readonly perMinute: number;
}

const MOST_NAMES = 20_000;

/** Says 0 when `name` may go on, else in how many seconds. `now` in milliseconds. */
export function createLimit({ burst, perMinute }: Rate, now: () => number): (name: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = perMinute / 60_000;
  return (name) => {
    const at = now();
    const known = buckets.get(name) ?? { tokens: burst, at };
    const tokens = Math.min(burst, known.tokens + Math.max(0, at - known.at) * perMs);
    // The least recently used is first: it is the one most likely to be full again.
    buckets.delete(name);
    if (buckets.size >= MOST_NAMES) buckets.delete(buckets.keys().next().value!);
    buckets.set(name, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    return tokens < 1 ? Math.max(1, Math.ceil((1 - tokens) / perMs / 1000)) : 0;
  };
}
