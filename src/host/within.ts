/** What a platform never answers to must not hold up a conversation. */
export const within = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work().then(resolve, reject);
  });
