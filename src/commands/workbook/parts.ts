/** The parts of a workbook (XLSX): a ZIP that may be hostile, read within limits or refused. */
import { readFile, stat } from 'node:fs/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export const WORKBOOK_FAULTS = [
  'not-a-workbook',
  'old-workbook',
  'workbook-broken',
  'workbook-too-large',
  'workbook-links',
  'workbook-macros',
  'workbook-entities',
  'sheet-unknown',
  'csv-broken',
] as const;
export type WorkbookFaultCode = (typeof WORKBOOK_FAULTS)[number];

/** Why a workbook is not read at all. */
export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: WorkbookFaultCode, details: WorkbookFault['details'] = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Bytes. What comes out of a bomb is never held: sizes are looked at before, and watched while they are read. */
const LARGEST_FILE = 20_000_000;
const LARGEST_PART = 40_000_000;
const LARGEST_WHOLE = 80_000_000;
const MOST_PARTS = 2_000;

export interface Parts {
  readonly names: ReadonlySet<string>;
  /** null when there is no such part. */
  text(name: string): Promise<string | null>;
}

/** Throws WorkbookFault, and what opening the file throws. */
export async function openParts(file: string): Promise<Parts> {
  const { size } = await stat(file);
  if (size > LARGEST_FILE) throw new WorkbookFault('workbook-too-large', { most: LARGEST_FILE / 1e6 });
  return partsOf(await readFile(file));
}

export async function partsOf(bytes: Buffer): Promise<Parts> {
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new WorkbookFault('old-workbook');
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new WorkbookFault('not-a-workbook');
  const entries = new Map<string, Entry>();
  const zip = await whole(() => fromBufferPromise(bytes));
  await whole(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_PARTS || entry.uncompressedSize > LARGEST_PART)
        throw new WorkbookFault('workbook-too-large', { most: LARGEST_PART / 1e6 });
      entries.set(entry.fileName, entry);
    }
  });
  if (!entries.has('xl/workbook.xml')) throw new WorkbookFault('not-a-workbook');
  const names = new Set(entries.keys());
  if (some(names, /^xl\/externalLinks\/|^xl\/connections\.xml$|^xl\/queryTables\//u))
    throw new WorkbookFault('workbook-links');
  if (some(names, /vbaProject\.bin$|^xl\/(?:macrosheets|dialogsheets)\/|^xl\/(?:embeddings|activeX)\//u))
    throw new WorkbookFault('workbook-macros');
  let read = 0;
  return {
    names,
    async text(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      read += entry.uncompressedSize;
      if (read > LARGEST_WHOLE) throw new WorkbookFault('workbook-too-large', { most: LARGEST_WHOLE / 1e6 });
      return whole(() => inflated(zip, entry));
    },
  };
}

const some = (names: Iterable<string>, pattern: RegExp): boolean =>
  [...names].some((name) => pattern.test(name));

/** yauzl checks that as many bytes come out as the directory says, and ends the stream otherwise. */
async function inflated(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Whatever the archive is wrong in, it is the file's fault. */
async function whole<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof WorkbookFault) throw error;
    throw new WorkbookFault('workbook-broken');
  }
}
