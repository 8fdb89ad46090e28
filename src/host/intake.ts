/** The files of a message, fetched before it is handled: no transaction waits for a platform, and no platform for them. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../app/ports/edge.ts';
import { type Store, TransientError } from '../app/ports/store.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { ChatPort, Place } from '../chat/port.ts';
import { LIMITS } from '../core/attachment/keep.ts';
import type { Offered } from '../core/attachment/model.ts';
import { code, errorCode, type Log } from '../log.ts';
import { within } from './within.ts';

/** Milliseconds after it came: a platform wants to know within 3 s that a message is stored. */
const IN_TIME = 800;
/** Of one file. */
const PATIENCE = 30_000;
const ATTEMPTS = 3;
const BETWEEN = 250;
/** ms after it was sent: whoever sent it is told that it could not be had. */
const GIVEN_UP = 10 * 60_000;

export type Fetched = Offered['file'];

/** Beside each file of a message; nothing is fetched for strangers, nor from rooms. */
export interface Intake {
  /**
   * What is there in time to tell the platform; else `later`, null when it is to be tried again. Never rejects.
   * `since`: when the message came, on the clock of `performance.now()`.
   */
  begin(
    event: Inbound,
    since: number,
  ): Promise<
    { readonly fetched: readonly Fetched[] } | { readonly later: Promise<readonly Fetched[] | null> }
  >;
  /** For a message that waits. Rejects with a TransientError when it is to be tried again. */
  insist(event: Inbound): Promise<readonly Fetched[]>;
}

export function createIntake(parts: {
  readonly store: Store;
  readonly ports: ReadonlyMap<string, Pick<ChatPort, 'fetchFile'>>;
  readonly clock: Clock;
  readonly log: Log;
}): Intake {
  const { store, ports, log } = parts;

  /** Throws what a platform throws for a file that may still come. */
  async function all(event: Inbound): Promise<readonly Fetched[]> {
    if (event.type !== 'message' || event.files.length === 0) return [];
    const { platform, workspace, place, from } = event;
    const port = ports.get(platform);
    if (port?.fetchFile === undefined || place.kind !== 'direct') return [];
    const address = { platform, workspace, userId: from.userId };
    if ((await store.transaction((tx) => tx.people.byAddress(address))).length === 0) return [];
    const lost = parts.clock.now() - event.at > GIVEN_UP;
    const fetched: Fetched[] = [];
    for (const file of event.files.slice(0, LIMITS.perMessage)) {
      const found = await fetchOne(port as Required<typeof port>, { workspace, ref: place.ref }, file, lost);
      if ('fault' in found)
        log.warn('file.not-kept', { platform: code(platform), event: code(event.id), fault: found.fault });
      fetched.push(found);
    }
    return fetched;
  }

  async function fetchOne(
    port: Required<Pick<ChatPort, 'fetchFile'>>,
    place: Place,
    file: { readonly ref: string; readonly bytes: number },
    lost: boolean,
  ): Promise<Fetched> {
    if (file.bytes > LIMITS.file) return { fault: 'too-big' };
    const signal = AbortSignal.timeout(PATIENCE);
    for (let attempt = 1; ; attempt++)
      try {
        const data = await within(signal, async () => whole(await port.fetchFile(place, file.ref)));
        if (data === null) return { fault: 'too-big' };
        return { data, sha256: createHash('sha256').update(data).digest('hex') };
      } catch (error) {
        const transient = signal.aborted || (error as { transient?: unknown } | null)?.transient === true;
        if (transient && !signal.aborted && attempt < ATTEMPTS) {
          await pause(BETWEEN * 2 ** attempt);
          continue;
        }
        log.warn('file.unfetched', { code: errorCode(error), attempt });
        if (!transient || lost) return { fault: 'failed' };
        throw new TransientError('a file is not there yet');
      }
  }

  return {
    async begin(event, since) {
      const fetching = all(event);
      const left = Math.max(0, since + IN_TIME - performance.now());
      const late = new AbortController();
      const first = await Promise.race([
        fetching.then((fetched) => ({ fetched })).catch(() => null),
        pause(left, null, { signal: late.signal }).catch(() => null),
      ]);
      late.abort();
      return first ?? { later: fetching.catch(() => null) };
    },
    insist: all,
  };
}

/** All of it; null as soon as it is more than a file may be, whatever was claimed. */
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > LIMITS.file) return null;
    kept.push(piece);
  }
  return Buffer.concat(kept);
}
