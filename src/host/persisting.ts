/** What happened elsewhere must be written down: a database that stumbles is asked again, shortly. */
import type { Store, Transaction } from '../app/ports/store.ts';
import { type Timer, wait } from './timer.ts';

/** ms */
const AGAIN = [50, 250, 1_000];

/** Throws what is not transient, and what still fails after the last wait. */
export async function persisting<T>(
  { store, timer }: { readonly store: Store; readonly timer: Timer },
  body: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await store.transaction(body);
    } catch (error) {
      const delay = AGAIN[attempt];
      if ((error as { transient?: unknown }).transient !== true || delay === undefined) throw error;
      await wait(timer, delay);
    }
  }
}
