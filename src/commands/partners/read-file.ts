/** A partners' file read line by line, each checked alone and against those before it. */
import { stat } from 'node:fs/promises';
import { type Columns, isHeader, readHeaders } from '../../app/person/partners-file/columns.ts';
import type { FileFault, FileRemark } from '../../app/person/partners-file/fault.ts';
import { type PartnerLine, readRow } from '../../app/person/partners-file/row.ts';
import { type WholeFile, wholeFile } from '../../app/person/partners-file/whole.ts';
import { vocabulariesOf } from '../../app/person/partners-file/words.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import { nameKey } from '../../core/person/names.ts';
import { rowsOf, separatorOf, type Table } from './rows.ts';
import { encodingOf } from './text-of.ts';

export interface PartnersFile {
  readonly file: string;
  readonly content: Consultation;
  readonly slackWorkspace: string | null;
}

/** What a first reading found. */
export interface FirstReading extends Table {
  readonly columns: Columns;
  /** Of the file, where the columns are named. */
  readonly headerLine: number;
  readonly lines: number;
  readonly named: ReadonlySet<string>;
  readonly organisations: WholeFile['organisations'];
  readonly remarks: readonly FileRemark[];
  readonly faults: readonly FileFault[];
}

/** Lines above the columns' names: a title, a date. */
const MOST_TITLES = 15;
const MOST_FAULTS = 1_000;

/** `read` hears the share of the file that was read, 0 to 1. Throws what opening the file throws. */
export async function readFirst(
  given: PartnersFile,
  read: (share: number) => void,
): Promise<FirstReading | FileFault> {
  const { file } = given;
  const encoding = await encodingOf(file);
  if (encoding === 'not-a-workbook' || encoding === 'not-text') return fault(1, encoding);
  const table = { encoding, separator: await separatorOf(file, encoding) };
  const size = Math.max(1, (await stat(file)).size);
  const faults: FileFault[] = [];
  const remarks: FileRemark[] = [];
  const named = new Set<string>();
  let lines = 0;
  let headed: Headed | null = null;
  for await (const one of linesOf(given, table, (bytes) => read(bytes / size))) {
    if ('columns' in one) headed = one;
    else if ('code' in one) faults.push(one);
    else {
      lines += 1;
      named.add(nameKey(one.name));
      remarks.push(...one.remarks);
    }
    if (faults.length >= MOST_FAULTS) break;
  }
  if (headed === null) return faults[0] ?? fault(1, 'header-missing');
  return { ...table, ...headed, lines, named, remarks, faults };
}

/** The lines of a file that was read before; throws a fault's line when it has changed since. */
export async function* readAgain(
  given: PartnersFile,
  first: FirstReading,
  read: (lines: number) => void,
): AsyncGenerator<PartnerLine> {
  let lines = 0;
  for await (const one of linesOf(given, first)) {
    if ('columns' in one) continue;
    if ('code' in one) throw new Error(`${given.file}:${one.line} changed while it was read: ${one.code}`);
    lines += 1;
    read(lines);
    yield one;
  }
}

interface Headed {
  readonly columns: Columns;
  readonly organisations: WholeFile['organisations'];
  readonly headerLine: number;
}

async function* linesOf(
  { file, content, slackWorkspace }: PartnersFile,
  table: Table,
  read?: (bytes: number) => void,
): AsyncGenerator<Headed | PartnerLine | FileFault> {
  const words = vocabulariesOf(content);
  let columns: Columns | null = null;
  let whole = null;
  for await (const one of rowsOf(file, table, read)) {
    if ('code' in one) {
      yield one;
      return;
    }
    if (columns === null || whole === null) {
      const found = readHeaders(one.cells);
      if (isHeader(found)) {
        [columns, whole] = [found, wholeFile(found)];
        yield { columns, headerLine: one.line, organisations: whole.organisations };
      } else if (one.row > MOST_TITLES) {
        yield fault(1, 'header-missing');
        return;
      }
      continue;
    }
    const line = readRow(one, columns, { words, slackWorkspace });
    if (line === null) continue;
    if (isFaults(line)) {
      yield* line;
      continue;
    }
    const { faults, remarks } = whole.check(line);
    if (faults.length > 0) yield* faults;
    else yield { ...line, remarks: [...line.remarks, ...remarks] };
  }
}

const isFaults = (read: PartnerLine | readonly FileFault[]): read is readonly FileFault[] =>
  Array.isArray(read);

const fault = (line: number, code: FileFault['code']): FileFault => ({
  line,
  row: line,
  column: 1,
  header: null,
  code,
  details: {},
});
