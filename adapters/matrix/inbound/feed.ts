/**
 * From the server's stream to whoever stores it: rooms side by side, each in its order, an event until it is stored and
 * then never again. What no key opens waits on the volume.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Told } from '../../../src/chat/inbound.ts';
import { type Batch, RawEvent, type Slice } from '../connection/responses.ts';
import type { Ledger } from '../store/ledger.ts';

/** What an event says inward; or that no key opens it (yet). */
export type Reading = readonly Told[] | 'locked';

export interface FeedParts {
  readonly ledger: Pick<Ledger, 'given' | 'setGiven'>;
  /** Throws when it can't be read: then it is told by its name alone. */
  readonly read: (room: string, event: RawEvent) => Promise<Reading>;
  /** Keeps an event that no key opens; it comes back by `again`. */
  readonly locked: (room: string, event: RawEvent) => void;
  /** Events of a room before that position, back to another: oldest first. Rejects when the server doesn't answer. */
  readonly before: (room: string, from: string, to: string) => Promise<readonly unknown[]>;
  /** Resolves when it is stored. */
  readonly give: (event: unknown) => Promise<void>;
  readonly nameOf: (event: RawEvent) => unknown;
  readonly report: (error: unknown) => void;
}

export interface Feed {
  take(batch: Batch): Promise<void>;
  /** An event that waited for its key. */
  again(room: string, event: RawEvent): void;
  settled(): Promise<void>;
  isSettled(): boolean;
  /** Nothing is given before. */
  open(): void;
  /** Gives nothing more; resolves when nothing is on its way. What was not given is asked of the server again. */
  close(): Promise<void>;
}

/** Events on their way, beyond which the server is asked for no more. */
const MOST = 500;
/**
 * Events on their way, with which there is enough to do: a response costs the server and the keys' store much the same
 * whatever it holds, and the next one may grow meanwhile.
 */
const BUSY = 50;
/** Milliseconds. */
const GROWING = 1_000;
const FIRST = 20;
const LONGEST = 5_000;

export function createFeed(parts: FeedParts): Feed {
  const { ledger } = parts;
  const rooms = new Map<string, Promise<void>>();
  const closing = new AbortController();
  const { signal } = closing;
  let isOpen = false;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = () => {
      isOpen = true;
      resolve();
    };
  });
  let pending = 0;
  let first = true;
  /** Something was not given before it was closed. */
  let left = false;
  let watchers: (() => void)[] = [];

  const noted = () => {
    const told = watchers;
    watchers = [];
    for (const watcher of told) watcher();
  };
  const until = async (reached: () => boolean): Promise<void> => {
    while (!reached() && !signal.aborted)
      await new Promise<void>((resolve) => {
        watchers.push(resolve);
      });
  };
  signal.addEventListener('abort', noted, { once: true });

  const patience = (ms: number): Promise<void> => pause(ms, undefined, { signal }).catch(() => {});

  /** Again and again until it is done, later each time; gives up only when closed. */
  async function insist(work: () => Promise<void>): Promise<boolean> {
    for (let attempt = 0; !signal.aborted; attempt += 1)
      try {
        await work();
        return true;
      } catch (error) {
        if (attempt > 4) parts.report(error);
        await patience(Math.min(FIRST * 2 ** attempt, LONGEST));
      }
    left = true;
    return false;
  }

  function inLane(room: string, count: number, work: () => Promise<void>): void {
    pending += count;
    const before = rooms.get(room) ?? Promise.resolve();
    const now = before
      .then(async () => {
        await Promise.race([opened, closed]);
        if (signal.aborted) left = true;
        else await work();
      })
      .catch(parts.report)
      .finally(() => {
        pending -= count;
        if (rooms.get(room) === now) rooms.delete(room);
        noted();
      });
    rooms.set(room, now);
  }
  const closed = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

  async function one(room: string, raw: unknown): Promise<void> {
    const parsed = RawEvent.safeParse(raw);
    // What has not even a name can't be kept under one.
    if (signal.aborted) left = true;
    if (!parsed.success || signal.aborted || ledger.given(parsed.data.event_id)) return;
    const event = parsed.data;
    let reading: Reading | unknown[];
    try {
      reading = await parts.read(room, event);
    } catch (error) {
      parts.report(error);
      reading = [parts.nameOf(event)];
    }
    if (reading === 'locked') return parts.locked(room, event);
    for (const told of reading as readonly unknown[]) if (!(await insist(() => parts.give(told)))) return;
    ledger.setGiven(event.event_id);
  }

  async function slice({ room, events, limited, before }: Slice, since: string | null, looks: boolean) {
    // A server may leave events out without saying so: after an interruption it is asked.
    if (since !== null && before !== null && (limited || (looks && events.length > 0)))
      await insist(async () => {
        for (const event of await parts.before(room, before, since)) await one(room, event);
      });
    for (const event of events) await one(room, event);
  }

  return {
    async take({ since, slices }) {
      const looks = first;
      first = false;
      for (const part of slices)
        if (part.events.length > 0 || part.limited)
          inLane(part.room, part.events.length + 1, () => slice(part, since, looks));
      // Opened only once the first batch is taken: to wait for room before that is to wait for ever.
      await until(() => !isOpen || pending <= MOST);
      if (isOpen && pending > BUSY) await Promise.race([until(() => pending <= BUSY), patience(GROWING)]);
    },
    again: (room, event) => inLane(room, 1, () => one(room, event)),
    settled: () => until(() => pending === 0),
    isSettled: () => pending === 0 && !left,
    open: () => open(),
    async close() {
      closing.abort();
      await Promise.all(rooms.values());
    },
  };
}
