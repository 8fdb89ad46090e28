/** Jobs, time and identity: at the edge, so that use cases get their results as data. */
import type { Instant } from '../../core/time.ts';

export interface Jobs {
  /** Queued with the transaction. `key` keeps one waiting job of that name and key. */
  send(
    name: string,
    data: Readonly<Record<string, string | number>>,
    options?: { key?: string; startAfter?: Instant },
  ): Promise<void>;
}

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new UUIDv7. */
  next<Id extends string = string>(): Id;
}
