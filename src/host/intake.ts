/** The files of a message, fetched before it is stored: no transaction waits for a platform. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../app/ports/store.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { ChatPort, Place } from '../chat/port.ts';
import { LIMITS } from '../core/attachment/keep.ts';
import type { Offered } from '../core/attachment/model.ts';
import { code, errorCode, type Log } from '../log.ts';
import { within } from './within.ts';

/** Milliseconds. */
const PATIENCE = 30_000;
const ATTEMPTS = 3;
const BETWEEN = 250;

export type Fetched = Offered['file'];
/** Beside each file of the event; nothing is fetched for strangers, nor from rooms. */
export type Intake = (event: Inbound) => Promise<readonly Fetched[]>;

export function createIntake(parts: {
  readonly store: Store;
  readonly ports: ReadonlyMap<string, Pick<ChatPort, 'fetchFile'>>;
  readonly log: Log;
}): Intake {
  const { store, ports, log } = parts;
  return async (event) => {
    if (event.type !== 'message' || event.files.length === 0) return [];
    const { platform, workspace, place, from } = event;
    const port = ports.get(platform);
    if (port?.fetchFile === undefined || place.kind !== 'direct') return [];
    const address = { platform, workspace, userId: from.userId };
    if ((await store.transaction((tx) => tx.people.byAddress(address))).length === 0) return [];
    const fetched: Fetched[] = [];
    for (const file of event.files.slice(0, LIMITS.perMessage)) {
      const found = await fetchOne(port as Required<typeof port>, { workspace, ref: place.ref }, file);
      if ('fault' in found)
        log.warn('file.not-kept', { platform: code(platform), event: code(event.id), fault: found.fault });
      fetched.push(found);
    }
    return fetched;
  };

  async function fetchOne(
    port: Required<Pick<ChatPort, 'fetchFile'>>,
    place: Place,
    file: { readonly ref: string; readonly bytes: number },
  ): Promise<Fetched> {
    if (file.bytes > LIMITS.file) return { fault: 'too-big' };
    const signal = AbortSignal.timeout(PATIENCE);
    for (let attempt = 1; ; attempt++)
      try {
        const data = await within(signal, async () => whole(await port.fetchFile(place, file.ref)));
        if (data === null) return { fault: 'too-big' };
        return { data, sha256: createHash('sha256').update(data).digest('hex') };
      } catch (error) {
        const transient = (error as { transient?: unknown } | null)?.transient === true;
        if (signal.aborted || !transient || attempt >= ATTEMPTS) {
          log.warn('file.unfetched', { code: errorCode(error), attempt });
          return { fault: 'failed' };
        }
        await pause(BETWEEN * 2 ** attempt);
      }
  }
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
