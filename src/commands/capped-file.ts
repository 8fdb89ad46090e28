/** A file of text read piece by piece, up to a size: what is larger is no list that people keep. */
import { createReadStream } from 'node:fs';

/** Bytes: some 300,000 partners, or 100,000 long texts. What never ends (a device, a pipe) ends here too. */
export const LARGEST_FILE = 64_000_000;

/** More than `LARGEST_FILE`; nothing of it is to be kept. */
export class FileTooLarge extends Error {}

/** Throws FileTooLarge, and what opening the file throws. */
export async function* cappedChunks(file: string, chunk = 64 * 1024): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const bytes of createReadStream(file, { highWaterMark: chunk }) as AsyncIterable<Buffer>) {
    read += bytes.length;
    if (read > LARGEST_FILE) throw new FileTooLarge();
    yield bytes;
  }
}
