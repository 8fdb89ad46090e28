/** A file that the bot posts: an address for it, its bytes, and then a message of its own in the conversation. */
import type { FilesGetUploadURLExternalResponse } from '@slack/web-api';
import type { OutgoingFile } from '../../src/chat/enclosure.ts';
import { ChatError, type Place } from '../../src/chat/port.ts';
import { cut } from '../../src/chat/split.ts';
import { fileUnder } from './outbound/trace.ts';
import { ownAddress } from './web/address.ts';
import { unlessForThisAlone } from './web/errors.ts';
import type { Workspaces } from './web/workspaces.ts';

/** Bytes: what a chat's reader opens on a telephone. Slack takes 1 GB. */
export const MAX_FILE = 20_000_000;
/** Milliseconds, for the bytes. */
const PATIENCE = 20_000;

/** Characters of what a picture shows. Slack calls it `alt_txt`; its library's types say `alt_text`. */
const MAX_ALT = 1000;

const refused = (why: string) => new ChatError(`slack: upload: ${why}`, { transient: false });
/** Nobody sees a file before the last call. */
const untaken = (why: string) => new ChatError(`slack: upload: ${why}`, { transient: true, untaken: true });

/** Throws ChatError. */
export async function upload(
  workspaces: Workspaces,
  apiUrl: string,
  place: Place,
  { name, data, title, alt }: OutgoingFile,
  key: string,
): Promise<void> {
  if (data.length > MAX_FILE) throw refused(`${data.length} bytes, ${MAX_FILE} allowed`);
  const { ask } = await workspaces.callsIn(place.workspace);
  const given = await ask('files.getUploadURLExternal', null, (client) =>
    client
      .apiCall('files.getUploadURLExternal', {
        filename: fileUnder(key, name),
        length: data.length,
        ...(alt === undefined ? {} : { alt_txt: alt.slice(0, cut(alt, MAX_ALT)) }),
      })
      .then((answer) => answer as FilesGetUploadURLExternalResponse)
      .catch(unlessForFiles),
  ).catch((error: unknown) => {
    throw error instanceof ChatError && error.transient && error.scope === 'call'
      ? untaken(error.message)
      : error;
  });
  const url = ownAddress(given.upload_url ?? '', apiUrl);
  if (url === null || given.file_id === undefined) throw refused('no address of its own');
  const response = await fetch(url, {
    method: 'POST',
    body: data as Uint8Array<ArrayBuffer>,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => {
    throw untaken('no answer');
  });
  await response.body?.cancel();
  if (response.status >= 500 || response.status === 429) throw untaken(`HTTP ${response.status}`);
  if (!response.ok) throw refused(`HTTP ${response.status}`);
  const files: [{ id: string; title: string }] = [{ id: given.file_id, title }];
  await ask('files.completeUploadExternal', null, (client) =>
    client.files
      .completeUploadExternal(
        place.thread === undefined
          ? { files, channel_id: place.ref }
          : { files, channel_id: place.ref, thread_ts: place.thread },
      )
      .catch(unlessForFiles),
  );
}

/** A missing right concerns files alone. */
const unlessForFiles = (error: unknown): never => unlessForThisAlone(error, 'upload');
