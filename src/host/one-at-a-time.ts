export interface OneAtATime {
  /** Resolves when nothing asked for is left to do. */
  run(): Promise<void>;
  /** What runs; null when nothing does. */
  readonly running: Promise<void> | null;
}

/** Asked for while it runs, `work` runs once more before it ends, unless `stopping`. `work` does not throw. */
export function oneAtATime(work: () => Promise<void>, stopping: () => boolean): OneAtATime {
  let current: { again: boolean; done: Promise<void> } | null = null;
  return {
    run() {
      if (stopping()) return Promise.resolve();
      if (current !== null) {
        current.again = true;
        return current.done;
      }
      const state = { again: false, done: Promise.resolve() };
      current = state;
      state.done = (async () => {
        do {
          state.again = false;
          await work();
        } while (state.again && !stopping());
        current = null;
      })();
      return state.done;
    },
    get running() {
      return current?.done ?? null;
    },
  };
}
