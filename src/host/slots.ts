/**
 * At most so many at a time for each key; who waits is served first come, first served, those who are somebody's answer
 * before the others, who never take all: one place in four is left for answers.
 */
export function slots<K>(most: number) {
  interface Slot {
    busy: number;
    readonly answers: (() => void)[];
    readonly others: (() => void)[];
  }
  const keys = new Map<K, Slot>();
  const forOthers = most - Math.floor(most / 4);

  return async <T>(key: K, isAnswer: boolean, run: () => Promise<T>): Promise<T> => {
    const slot = keys.get(key) ?? { busy: 0, answers: [], others: [] };
    keys.set(key, slot);
    if (slot.busy < (isAnswer ? most : forOthers)) slot.busy += 1;
    else await new Promise<void>((go) => (isAnswer ? slot.answers : slot.others).push(go));
    try {
      return await run();
    } finally {
      slot.busy -= 1;
      const next = slot.answers.shift() ?? (slot.busy < forOthers ? slot.others.shift() : undefined);
      if (next !== undefined) {
        slot.busy += 1;
        next();
      } else if (slot.busy === 0) keys.delete(key);
    }
  };
}
