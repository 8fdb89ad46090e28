/** Promises for what is about to be seen. */
export class Watch<T> {
  readonly #watchers = new Set<() => void>();

  /** Resolves with what `look` finds, now or after a change; rejects with `why` after `within` ms. */
  until<Found extends T | true>(
    look: () => Found | undefined,
    within: number,
    why: () => string,
  ): Promise<Found> {
    return new Promise((resolve, reject) => {
      const already = look();
      if (already !== undefined) return resolve(already);
      const timer = setTimeout(() => {
        this.#watchers.delete(watcher);
        reject(new Error(why()));
      }, within);
      const watcher = () => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        resolve(found);
      };
      this.#watchers.add(watcher);
    });
  }

  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
