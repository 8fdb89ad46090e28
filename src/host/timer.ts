/** Waiting, as something given: tests advance time by hand. */
export interface Timer {
  /** Calls `run` once, `ms` from now; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimer: Timer = {
  after(ms, run) {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

export const wait = (timer: Timer, ms: number): Promise<void> =>
  new Promise((resolve) => {
    timer.after(ms, resolve);
  });
