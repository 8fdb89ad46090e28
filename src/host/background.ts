/** What goes on by itself, and is waited for at the end. */
export function background(report: (error: unknown) => void) {
  const busy = new Set<Promise<void>>();
  return {
    add(work: Promise<void>): void {
      const tracked: Promise<void> = work.catch(report).finally(() => busy.delete(tracked));
      busy.add(tracked);
    },
    async settled(): Promise<void> {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
