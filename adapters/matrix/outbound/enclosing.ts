/** A file that the bot sends: on the homeserver under its own key, which goes with the message, encrypted as that is. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { MatrixClient } from 'matrix-js-sdk';
import type { OutgoingFile } from '../../../src/chat/enclosure.ts';
import { ChatError } from '../../../src/chat/port.ts';
import { escaped } from './content.ts';

/** Bytes: below what homeservers usually take. */
export const MAX_FILE = 10 * 2 ** 20;
/** Milliseconds, below the host's patience with a file. */
const PATIENCE = 40_000;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/u, '');

interface Sealed {
  readonly data: Uint8Array;
  /** `EncryptedFile`, but for its address. */
  readonly secret: Readonly<Record<string, unknown>>;
}

export function sealed(data: Uint8Array): Sealed {
  const key = randomBytes(32);
  // Half of it is the counter, which begins at nought.
  const iv = Buffer.concat([randomBytes(8), Buffer.alloc(8)]);
  const cipher = createCipheriv('aes-256-ctr', key, iv);
  const closed = Buffer.concat([cipher.update(data), cipher.final()]);
  return {
    data: closed,
    secret: {
      v: 'v2',
      key: {
        kty: 'oct',
        alg: 'A256CTR',
        ext: true,
        key_ops: ['encrypt', 'decrypt'],
        k: key.toString('base64url'),
      },
      iv: base64(iv),
      hashes: { sha256: base64(createHash('sha256').update(closed).digest()) },
    },
  };
}

/** Uploads it. Rejects with ChatError where it is too large, else with what the SDK says. */
export async function enclosed(
  client: MatrixClient,
  { name, mime, data, title, alt }: OutgoingFile,
  encrypted: boolean,
): Promise<Record<string, unknown>> {
  if (data.length > MAX_FILE)
    throw new ChatError(`matrix: ${data.length} bytes, ${MAX_FILE} allowed`, { transient: false });
  const { data: stored, secret } = encrypted ? sealed(data) : { data, secret: null };
  const abortController = new AbortController();
  const timer = setTimeout(() => abortController.abort(), PATIENCE);
  try {
    const { content_uri: url } = await client.uploadContent(stored as never, {
      // The server learns nothing of an encrypted one.
      type: secret === null ? mime : 'application/octet-stream',
      includeFilename: false,
      abortController,
    });
    return {
      msgtype: mime.startsWith('image/') ? 'm.image' : 'm.file',
      filename: name,
      body: alt === undefined ? title : `${title}\n${alt}`,
      format: 'org.matrix.custom.html',
      formatted_body: `<strong>${escaped(title)}</strong>${alt === undefined ? '' : `<br>${escaped(alt)}`}`,
      info: { mimetype: mime, size: data.length },
      ...(secret === null ? { url } : { file: { ...secret, url } }),
      'm.mentions': {},
    };
  } finally {
    clearTimeout(timer);
  }
}
