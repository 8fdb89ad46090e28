/** Messages that no key opens (yet): they wait on the volume for theirs, and after a while their sender is told. */
import { type MatrixClient, MatrixEvent, MatrixEventEvent } from 'matrix-js-sdk';
import { RawEvent } from '../connection/responses.ts';
import type { Ledger } from '../store/ledger.ts';

export interface LockedParts {
  readonly client: MatrixClient;
  readonly ledger: Pick<Ledger, 'waiting' | 'wait' | 'stopWaiting'>;
  /** Its key came: it waits until it was given. */
  readonly again: (room: string, event: RawEvent) => void;
  /** Tells who sent it, where it was sent. */
  readonly tell: (room: string, event: RawEvent) => Promise<void>;
  /** Milliseconds before somebody is told. */
  readonly patience: number;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

export interface Locked {
  add(room: string, event: RawEvent): void;
  /** What waited before this process. */
  resume(): void;
  stop(): void;
}

/** A key that did not come for so long never will. Milliseconds. */
const FOR_GOOD = 30 * 24 * 3_600_000;

export function createLocked(parts: LockedParts): Locked {
  const { client, ledger, patience, now } = parts;
  const held = new Map<string, MatrixEvent>();
  let busy = false;

  function watch(room: string, raw: RawEvent): void {
    if (held.has(raw.event_id)) return;
    const event = new MatrixEvent({ ...raw, room_id: room } as never);
    held.set(raw.event_id, event);
    const opened = () => {
      if (event.isDecryptionFailure()) return;
      event.off(MatrixEventEvent.Decrypted, opened);
      held.delete(raw.event_id);
      parts.again(room, raw);
    };
    event.on(MatrixEventEvent.Decrypted, opened);
    // The SDK tries again by itself when a key comes, for what it tried once.
    void client.decryptEventIfNeeded(event).then(() => {
      if (!event.isDecryptionFailure() && held.has(raw.event_id)) opened();
    }, parts.report);
  }

  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const told = new Set<string>();
      for (const waiting of ledger.waiting()) {
        const event = RawEvent.parse(waiting.event);
        if (waiting.since + FOR_GOOD < now()) {
          ledger.stopWaiting(waiting.id);
          held.delete(waiting.id);
        } else if (!waiting.told && waiting.since + patience <= now()) {
          const whom = `${waiting.room} ${event.sender}`;
          if (!told.has(whom)) await parts.tell(waiting.room, event);
          told.add(whom);
          ledger.wait({ ...waiting, told: true });
        }
      }
    } catch (error) {
      parts.report(error);
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(() => void look(), Math.min(patience, 10_000));
  timer.unref();

  return {
    add(room, event) {
      ledger.wait({ id: event.event_id, room, event, since: now(), told: false });
      watch(room, event);
    },
    resume() {
      for (const { room, event } of ledger.waiting()) watch(room, RawEvent.parse(event));
    },
    stop() {
      clearInterval(timer);
      for (const event of held.values()) event.removeAllListeners();
      held.clear();
    },
  };
}
