/**
 * One process at a time speaks for the account: whoever has the volume. It stops at once when the volume is lost;
 * a process that waits for the volume takes over.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ChatError } from '../../../src/chat/port.ts';
import { takeVolume, type Volume } from '../store/volume.ts';
import { MatrixRefusal } from './errors.ts';

export interface Live {
  /** Aborted when the account can't go on with it. */
  readonly ended: AbortSignal;
  /** Finishes what is on its way. */
  stop(): Promise<void>;
  /** Ends there and then. */
  abandon(): void;
}

export interface Lead<L extends Live> {
  /** What speaks for the account now. Rejects with ChatError when that is another process, or none yet. */
  live(): Promise<L>;
  /** Resolves when it speaks, waits its turn, or will try again; rejects with MatrixRefusal. */
  begin(): Promise<void>;
  end(): Promise<void>;
  readonly isAway: boolean;
  /** null while nothing does. */
  readonly current: L | null;
}

/** Milliseconds. */
const LOOK = 2_000;
const FIRST = 500;
const LONGEST = 60_000;
/** How long somebody who asks waits for it, below what the host waits for a call. */
const PATIENCE = 8_000;

export function createLead<L extends Live>(
  dir: string,
  build: (volume: Volume) => Promise<L>,
  /** It can be asked from now on. */
  taken: () => void,
  report: (error: unknown) => void,
): Lead<L> {
  let current: L | null = null;
  let isAway = false;
  let running: {
    readonly stop: AbortController;
    readonly done: Promise<void>;
    readonly tried: Promise<void>;
  } | null = null;
  let watchers: (() => void)[] = [];
  const changed = () => {
    const told = watchers;
    watchers = [];
    for (const watcher of told) watcher();
  };

  /** One reign: until the volume, the account or the will to go on is lost; `over` when it is the account. */
  async function reign(
    volume: Volume,
    signal: AbortSignal,
    began: () => void,
  ): Promise<{ readonly over: boolean }> {
    try {
      const live = await build(volume);
      current = live;
      began();
      changed();
      taken();
      await anyOf(volume.lost, live.ended, signal);
      current = null;
      if (volume.lost.aborted) {
        report(new ChatError('matrix: the volume is lost', { transient: true, scope: 'platform' }));
        live.abandon();
      } else {
        if (live.ended.aborted) report(live.ended.reason);
        await live.stop();
      }
      return { over: live.ended.aborted };
    } finally {
      current = null;
      volume.close();
    }
  }

  async function run(signal: AbortSignal, tried: () => void, refused: (error: MatrixRefusal) => void) {
    let known = false;
    for (let failures = 0; !signal.aborted; ) {
      const volume = takeVolume(dir, { known });
      isAway = volume === null;
      let wait = LOOK;
      if (volume !== null)
        try {
          const { over } = await reign(volume, signal, () => {
            failures = 0;
            known = true;
            tried();
          });
          // Two processes of one account on two volumes would log each other out for ever.
          if (over) return;
          wait = 0;
        } catch (error) {
          failures += 1;
          wait = Math.min(FIRST * 2 ** failures, LONGEST);
          // At the start, somebody is there to read it.
          if (error instanceof MatrixRefusal) {
            refused(error);
            wait = LONGEST;
          }
          if (!signal.aborted) report(error);
        }
      tried();
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }

  function begun(): NonNullable<typeof running> {
    if (running !== null) return running;
    const stop = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {});
    running = { stop, tried: promise, done: run(stop.signal, resolve, reject) };
    return running;
  }

  return {
    get isAway() {
      return isAway;
    },
    get current() {
      return current;
    },
    async live() {
      begun();
      const deadline = Date.now() + PATIENCE;
      while (current === null) {
        const left = deadline - Date.now();
        if (left <= 0 || isAway)
          throw new ChatError('matrix: not connected', {
            transient: true,
            scope: 'platform',
            retryAfter: 5_000,
          });
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(left, 250));
          watchers.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      return current;
    },
    begin: () => begun().tried,
    async end() {
      const ending = running;
      running = null;
      ending?.stop.abort();
      await ending?.done;
    },
  };
}

const anyOf = (...signals: AbortSignal[]): Promise<void> =>
  new Promise((resolve) => {
    const any = AbortSignal.any(signals);
    if (any.aborted) resolve();
    any.addEventListener('abort', () => resolve(), { once: true });
  });
