import { type ImportFault, type ImportRow, parseRow } from '../app/proposal/import-row.ts';
import { cappedChunks } from './capped-file.ts';

/** Longest line, in UTF-16 units: a file that has no line ends must not fill the memory. */
const LONGEST_LINE = 1_000_000;

/**
 * The rows of a JSONL file in UTF-8, read as a stream; blank lines are left out, a byte-order mark too. `onBytes` is told how much was read. After a line
 * that is too long, or bytes that are no UTF-8, nothing more is read. Throws FileTooLarge, and what opening the file throws.
 */
export async function* readLines(
  file: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<ImportRow | ImportFault> {
  let read = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const fault = (code: 'not-utf8' | 'line-too-long'): ImportFault => ({
    line: line + 1,
    column: 1,
    code,
    details: { longest: LONGEST_LINE },
  });
  for await (const bytes of cappedChunks(file)) {
    read += bytes.length;
    onBytes(read);
    const text = decode(decoder, bytes);
    if (text === null) return yield fault('not-utf8');
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      line += 1;
      if (part.trim() !== '') yield parseRow(part, line);
    }
    if (rest.length > LONGEST_LINE) return yield fault('line-too-long');
  }
  if (decode(decoder, null) === null) return yield fault('not-utf8');
  line += 1;
  if (rest.trim() !== '') yield parseRow(rest, line);
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
