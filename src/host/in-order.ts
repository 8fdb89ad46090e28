/** One at a time for each key, in the order of arrival; different keys don't wait for each other. */
export function inOrder<K>(most: number, full: () => Error) {
  const tails = new Map<K, { last: Promise<void>; waiting: number }>();

  /** Rejects with `full()` at once when `most` already wait for that key. */
  return async <T>(key: K, run: () => Promise<T>): Promise<T> => {
    const line = tails.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= most) throw full();
    tails.set(key, line);
    line.waiting += 1;
    const turn = line.last.then(run);
    line.last = turn.then(
      () => {},
      () => {},
    );
    try {
      return await turn;
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) tails.delete(key);
    }
  };
}
