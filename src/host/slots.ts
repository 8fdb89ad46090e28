/** At most so many at a time for each key; who waits is served first come, first served. */
export function slots<K>(most: number) {
  const keys = new Map<K, { busy: number; waiting: (() => void)[] }>();

  return async <T>(key: K, run: () => Promise<T>): Promise<T> => {
    const slot = keys.get(key) ?? { busy: 0, waiting: [] };
    keys.set(key, slot);
    if (slot.busy < most) slot.busy += 1;
    else await new Promise<void>((go) => slot.waiting.push(go));
    try {
      return await run();
    } finally {
      const next = slot.waiting.shift();
      if (next !== undefined) next();
      else {
        slot.busy -= 1;
        if (slot.busy === 0) keys.delete(key);
      }
    }
  };
}
