/** What the SDK knows of rooms, kept with the position in the server's stream, never ahead of what was stored of it. */
import { MemoryStore } from 'matrix-js-sdk';
import type { ISavedSync, IStore } from 'matrix-js-sdk/lib/store/index.js';
import { type ISyncResponse, SyncAccumulator } from 'matrix-js-sdk/lib/sync-accumulator.js';
import type { Ledger } from '../store/ledger.ts';
import type { Batch } from './responses.ts';

export interface SyncStoreParts {
  readonly ledger: Pick<Ledger, 'sync' | 'setSync'>;
  /** Resolves when more may come. */
  readonly take: (batch: Batch) => Promise<void>;
  /** Resolves once all that was taken is stored. */
  readonly settled: () => Promise<void>;
  readonly isSettled: () => boolean;
}

interface Saved {
  readonly next_batch: string;
  readonly rooms: ISavedSync['roomsData'];
  readonly account_data: { readonly events: ISavedSync['accountData'] };
}

/** Milliseconds: how often it is written, and for how long it may not be while messages never cease. */
const EVERY = 2_000;
const LONGEST = 30_000;

export class SyncStore extends MemoryStore implements IStore {
  readonly #parts: SyncStoreParts;
  readonly #accumulator = new SyncAccumulator({ maxTimelineEntries: 1 });
  readonly #batches = new Map<string, Batch>();
  readonly #saved: Saved | null;
  #dirty = false;
  #savedAt = 0;

  constructor(parts: SyncStoreParts) {
    super();
    this.#parts = parts;
    this.#saved = parts.ledger.sync() as Saved | null;
    if (this.#saved !== null) this.#accumulator.accumulate(this.#saved as unknown as ISyncResponse, true);
  }

  keep(position: string, batch: Batch): void {
    this.#batches.set(position, batch);
  }

  override async getSavedSync(): Promise<ISavedSync | null> {
    const saved = this.#saved;
    if (saved === null) return null;
    const { next_batch: nextBatch, rooms: roomsData, account_data } = structuredClone(saved);
    return { nextBatch, roomsData, accountData: account_data.events };
  }

  override async getSavedSyncToken(): Promise<string | null> {
    return this.#saved?.next_batch ?? null;
  }

  /** Called after the response was gone through: its keys are there for its messages. */
  override async setSyncData(response: ISyncResponse): Promise<void> {
    this.#accumulator.accumulate(response);
    this.#dirty = true;
    const batch = this.#batches.get(response.next_batch);
    this.#batches.clear();
    if (batch !== undefined) await this.#parts.take(batch);
    if (Date.now() - this.#savedAt > LONGEST && this.#savedAt > 0) await this.#parts.settled();
  }

  override wantsSave(): boolean {
    return this.#dirty && this.#parts.isSettled() && Date.now() - this.#savedAt > EVERY;
  }

  override async save(_force?: boolean): Promise<void> {
    if (!this.#dirty || !this.#parts.isSettled()) return;
    const { nextBatch, roomsData, accountData } = this.#accumulator.getJSON(true);
    const saved: Saved = { next_batch: nextBatch, rooms: roomsData, account_data: { events: accountData } };
    this.#parts.ledger.setSync(saved);
    this.#dirty = false;
    this.#savedAt = Date.now();
  }
}
