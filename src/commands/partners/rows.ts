/** Rows of a CSV file as a stream, each with the line it begins on. */
import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { FileFault } from '../../app/person/partners-file/fault.ts';
import type { TableRow } from '../../app/person/partners-file/row.ts';
import { type Encoding, textOf } from './text-of.ts';

export type Separator = ';' | ',' | '\t';
const SEPARATORS: readonly Separator[] = [';', ',', '\t'];
/** UTF-16 units looked at to guess the separator. */
const SAMPLE = 20_000;
/** Bytes: a quote that is never closed would swallow the file. */
const LONGEST_ROW = 400_000;

export interface Table {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/** The separator its first lines hold most of, outside quotes; the one that Excel announces, if it does. */
export async function separatorOf(file: string, encoding: Encoding): Promise<Separator> {
  let sample = '';
  for await (const text of textOf(file, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  const announced = /^sep=(.)/u.exec(sample)?.[1];
  const said = SEPARATORS.find((one) => one === announced);
  if (said) return said;
  const bare = sample.slice(0, SAMPLE).replace(/"[^"]*"/gu, '');
  const many = (separator: Separator) => bare.split(separator).length;
  return [...SEPARATORS].sort((a, b) => many(b) - many(a))[0]!;
}

/** Every row, empty ones too; a fault ends them. */
export async function* rowsOf(
  file: string,
  { encoding, separator }: Table,
  read?: (bytes: number) => void,
): AsyncGenerator<TableRow | FileFault> {
  /** Where the next row begins, and where those on their way began. */
  let line = 1;
  let row = 0;
  const began: number[] = [];
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: '\n',
    on_record(cells, { lines }) {
      began.push(line);
      line = lines + 1;
      return cells;
    },
  });
  // What goes wrong in the source destroys the parser, and is thrown by it.
  pipeline(Readable.from(textOf(file, encoding, read)), parser, () => {});
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      const announces = row === 1 && cells[0]?.startsWith('sep=');
      yield { line: began.shift()!, row, cells: announces ? [] : cells };
    }
  } catch (error) {
    const { code, column } = error as CsvError & { column?: unknown };
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    // Rows that were whole may not have come out before the parser was destroyed.
    const at = { line, row: row + began.length + 1, column: typeof column === 'number' ? column + 1 : 1 };
    yield { ...at, header: null, code: CODES[code] ?? 'csv-broken', details: { longest: LONGEST_ROW } };
  }
}

const CODES: Readonly<Record<string, FileFault['code']>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-open',
  CSV_MAX_RECORD_SIZE: 'row-too-long',
};
