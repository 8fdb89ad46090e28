/** A store whose transactions see to it that what they queue is sent. */
import type { Clock } from '../app/ports/edge.ts';
import type { Outbox } from '../app/ports/outbox.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { ConversationId } from '../core/ids.ts';
import type { Sending } from './drain.ts';

/** Should this process die right after the commit, another one sends; should it live, the job finds nothing to do. */
const SAFETY_NET = 5_000;
const MOST_JOBS = 10;

/**
 * Every transaction that queues deliveries queues with them a `drain` job a conversation (data: `conversationId`), or
 * one `sweep` job when they are more than ten, and after its commit drains those lanes in the background. Without
 * other processes that could run them there are no jobs: whoever starts next sweeps.
 */
export function withDrain(store: Store, drain: Sending, clock: Clock): Store {
  return {
    async transaction(body) {
      const touched = new Set<ConversationId>();
      const result = await store.transaction(async (tx) => {
        // The store may run the body again after it lost a race.
        touched.clear();
        const value = await body(noting(tx, touched));
        if (drain.alone) return value;
        const startAfter = clock.now() + SAFETY_NET;
        if (touched.size > MOST_JOBS) await tx.jobs.send('sweep', {}, { key: 'sweep', startAfter });
        else
          for (const conversationId of touched)
            await tx.jobs.send('drain', { conversationId }, { key: conversationId, startAfter });
        return value;
      });
      if (touched.size > MOST_JOBS) void drain.sweep();
      else for (const conversationId of touched) void drain.drain(conversationId);
      return result;
    },
    close: () => store.close(),
  };
}

function noting(tx: Transaction, touched: Set<ConversationId>): Transaction {
  const outbox: Outbox = {
    ...tx.outbox,
    add: (rows) => {
      for (const row of rows) touched.add(row.conversationId);
      return tx.outbox.add(rows);
    },
  };
  return { ...tx, outbox };
}
