/** What a file of text is written in, found by reading it once; its text, as a stream with `\n` for line ends. */
import { cappedChunks } from '../capped-file.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';
export type NotText = 'not-a-workbook' | 'not-text';

/** First bytes of what people send for a CSV: ZIP (XLSX, ODS), the old XLS, PDF, gzip. */
const OTHERS: readonly (readonly [string, NotText])[] = [
  ['504b0304', 'not-a-workbook'],
  ['504b0506', 'not-a-workbook'],
  ['d0cf11e0', 'not-a-workbook'],
  ['25504446', 'not-text'],
  ['1f8b', 'not-text'],
];

/** Reads the whole file, and keeps none of it. Throws FileTooLarge, and what opening it throws. */
export async function encodingOf(file: string): Promise<Encoding | NotText> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  let valid = true;
  for await (const bytes of cappedChunks(file)) {
    if (first) {
      const start = bytes.subarray(0, 4).toString('hex');
      const other = OTHERS.find(([magic]) => start.startsWith(magic));
      if (other) return other[1];
      if (start.startsWith('fffe')) return 'utf-16le';
      if (start.startsWith('feff') || zeros(bytes) * 10 > bytes.length) return 'not-text';
      first = false;
    }
    valid &&= decodes(() => strict.decode(bytes, { stream: true }));
  }
  return valid && decodes(() => strict.decode()) ? 'utf-8' : 'windows-1252';
}

const zeros = (bytes: Buffer): number => bytes.reduce((many, byte) => (byte === 0 ? many + 1 : many), 0);

function decodes(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

/** `read` hears how many bytes were taken so far. */
export async function* textOf(
  file: string,
  encoding: Encoding,
  read: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  let held = '';
  for await (const chunk of cappedChunks(file)) {
    bytes += chunk.length;
    read(bytes);
    const text = held + decoder.decode(chunk, { stream: true });
    // The line feed that may follow is in the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/gu, '\n');
  }
  yield (held + decoder.decode()).replace(/\r\n?/gu, '\n');
}
