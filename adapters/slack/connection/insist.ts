/** What Slack delivers once (commands, buttons, forms): done in time to say so, or tried again until it is. */
import { setTimeout as pause } from 'node:timers/promises';

/** `trying` when it goes on being tried; `lost` when trying again is of no help. */
export type Kept<T> = { readonly done: T } | 'trying' | 'lost';

export interface Insisting {
  /** After `trying`, `ended` is told how it ended: null for never. Never rejects. */
  keep<T>(
    work: () => Promise<T>,
    ended: (result: { readonly done: T } | null) => Promise<void>,
  ): Promise<Kept<T>>;
  /** Gives up what is still tried: whoever asked is told. */
  stop(): Promise<void>;
}

/** ms. Slack tells people that an app does not answer after 3 s; it takes what is said later for half an hour. */
const IN_TIME = 2_000;
const LAST = 25 * 60_000;
const LONGEST = 30_000;
const again = (attempt: number): number => Math.min(LONGEST, 250 * 2 ** attempt);

export function createInsisting(report: (error: unknown) => void, inTime: number = IN_TIME): Insisting {
  const given = new AbortController();
  const givenUp = new Promise<null>((resolve) => {
    given.signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const busy = new Set<Promise<void>>();

  async function insist<T>(work: () => Promise<T>): Promise<{ readonly done: T } | null> {
    const until = Date.now() + LAST;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return { done: await work() };
      } catch (error) {
        if ((error as { transient?: unknown } | null)?.transient !== true) throw error;
        if (attempt === 0) report(error);
        if (given.signal.aborted || Date.now() > until) return null;
        await pause(again(attempt), undefined, { signal: given.signal }).catch(() => {});
      }
    }
  }

  return {
    async keep(work, ended) {
      const sure = Promise.race([insist(work), givenUp]).catch((error: unknown) => {
        report(error);
        return null;
      });
      const late = new AbortController();
      const first = await Promise.race([
        sure,
        pause(inTime, 'trying' as const, { signal: late.signal }).catch((): 'trying' => 'trying'),
      ]);
      late.abort();
      if (first !== 'trying') return first ?? 'lost';
      const told: Promise<void> = sure
        .then(ended)
        .catch(report)
        .finally(() => busy.delete(told));
      busy.add(told);
      return 'trying';
    },
    async stop() {
      given.abort();
      await Promise.all(busy);
    },
  };
}
