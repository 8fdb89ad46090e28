/** A file of a message, piece by piece; decrypted on the way, and only what arrives whole is its sender's. */
import { createDecipheriv, createHash } from 'node:crypto';
import { MatrixEvent } from 'matrix-js-sdk';
import { z } from 'zod';
import { ChatError, type Place } from '../../../src/chat/port.ts';
import type { Connection } from '../connection/client.ts';
import { chatErrorOf } from '../connection/errors.ts';

/** Milliseconds, for all of a file. */
const PATIENCE = 30_000;

const base64 = z.string().regex(/^[\w+/-]{1,512}={0,2}$/u);
const Mxc = z.string().regex(/^mxc:\/\/[^/?#\s]{1,255}\/[\w-]{1,255}$/u);
const Secret = z.object({
  url: Mxc,
  v: z.literal('v2'),
  key: z.object({ k: base64, alg: z.literal('A256CTR') }),
  iv: base64,
  hashes: z.object({ sha256: base64 }),
});
const Content = z.object({ url: Mxc.optional(), file: Secret.optional() });

const bytes = (text: string): Buffer => Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/'), 'base64');

/** `event`: the id of the message that has it. */
export async function fetchFile(
  { client, session }: Pick<Connection, 'client' | 'session'>,
  place: Place,
  event: string,
): Promise<AsyncIterable<Uint8Array>> {
  const raw = await client
    .fetchRoomEvent(place.ref, event)
    .catch((error: unknown) => Promise.reject(chatErrorOf(error, 'event')));
  const message = new MatrixEvent({ ...raw, room_id: place.ref });
  await client.decryptEventIfNeeded(message);
  const found = Content.safeParse(message.getContent());
  const secret = found.success ? (found.data.file ?? null) : null;
  const url = secret?.url ?? (found.success ? found.data.url : undefined);
  if (url === undefined) throw new ChatError('matrix: no file in that message', { transient: false });
  const address = client.mxcUrlToHttp(url, undefined, undefined, undefined, false, true, true);
  if (address === null) throw new ChatError('matrix: no such file', { transient: false });
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${session.accessToken}` },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (response === null || response.status >= 500 || response.status === 429)
    throw new ChatError('matrix: download: no answer', { transient: true });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new ChatError(`matrix: download: HTTP ${response.status}`, { transient: false });
  }
  const pieces = response.body as AsyncIterable<Uint8Array>;
  return secret === null ? pieces : decrypted(pieces, secret);
}

async function* decrypted(
  pieces: AsyncIterable<Uint8Array>,
  { key, iv, hashes }: z.infer<typeof Secret>,
): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv('aes-256-ctr', bytes(key.k), bytes(iv));
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield decipher.update(piece);
  }
  yield decipher.final();
  if (!hash.digest().equals(bytes(hashes.sha256)))
    throw new ChatError('matrix: the file is not the one that was sent', { transient: false });
}
