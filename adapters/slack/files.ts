/** A file of a message, piece by piece. */
import { ChatError, type Place } from '../../src/chat/port.ts';
import { ownAddress } from './web/address.ts';
import type { Workspaces } from './web/workspaces.ts';

/** Milliseconds, for all of a file. */
const PATIENCE = 30_000;

const refused = (why: string) => new ChatError(`slack: file: ${why}`, { transient: false });

/** Throws ChatError. */
export async function fetchFile(
  workspaces: Workspaces,
  apiUrl: string,
  place: Place,
  file: string,
): Promise<AsyncIterable<Uint8Array>> {
  const { ask, client } = await workspaces.callsIn(place.workspace);
  const info = await ask('files.info', null, () => client.files.info({ file }));
  const address = info.file?.url_private_download ?? info.file?.url_private;
  if (info.file?.is_external || address === undefined) throw refused('not kept by Slack');
  const url = ownAddress(address, apiUrl);
  if (url === null) throw refused('elsewhere');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => {
    throw new ChatError('slack: file: no answer', { transient: true });
  });
  // Slack answers a token that may not read it with its page to log in.
  const page = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.ok && response.body !== null && (!page || info.file?.mimetype === 'text/html'))
    return pieces(response.body);
  await response.body?.cancel();
  if (response.status >= 500 || response.status === 429)
    throw new ChatError(`slack: file: HTTP ${response.status}`, { transient: true });
  throw refused(page ? 'not allowed to read it' : `HTTP ${response.status}`);
}

async function* pieces(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw new ChatError('slack: file: the connection broke', { transient: true });
  }
}
