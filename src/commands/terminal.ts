import { progressLine } from './progress-bar.ts';

export interface Output {
  print(line: string): void;
  error(line: string): void;
}

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal extends Output {
  /** Replaces the line of progress, with the share done (0 to 1) as a bar; null clears it. Says nothing where nobody watches. */
  progress(line: string | null, share?: number): void;
  /** Whether results go to a terminal that shows colours. */
  readonly colour: boolean;
  /** Columns of that terminal; null where there is none. */
  readonly width: number | null;
}

/** What a command writes to: a terminal, a pipe or a file. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Columns of a terminal that doesn't say. */
const USUAL = 80;

/** Colours and the line of progress for whoever watches; a pipe or a file gets the bare lines. `NO_COLOR`, not empty: no colours. */
export function terminalOn(
  stdout: Stream,
  stderr: Stream,
  env: { readonly NO_COLOR?: string | undefined },
): Terminal {
  return {
    print: (line) => void stdout.write(`${line}\n`),
    error: (line) => void stderr.write(`${line}\n`),
    progress(line, share) {
      if (stderr.isTTY)
        stderr.write(`\r\u001b[K${line === null ? '' : progressLine(line, share, stderr.columns || USUAL)}`);
    },
    colour: stdout.isTTY === true && !env.NO_COLOR,
    width: stdout.isTTY ? stdout.columns || USUAL : null,
  };
}

/** 0 when it was done, 1 when it failed or was refused, 2 when it was not asked for rightly. */
export type ExitCode = 0 | 1 | 2;

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}/gu;

/** A line with what somebody wrote in it, unable to move the cursor or turn what follows. */
export const tame = (line: string): string => line.toWellFormed().replace(CONTROLS, ' ').replace(UNSEEN, '');

/** What somebody wrote, on one line, unable to move the cursor or turn what follows; cut to `most` characters. */
export function onOneLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const clean = tame(text).replace(/ +/g, ' ').trim();
  if (clean.length <= most) return clean;
  const characters = [...new Intl.Segmenter().segment(clean.slice(0, most * 8))].map((one) => one.segment);
  return characters.length <= most
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Rows under their titles, columns aligned; the last column runs free. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  colour: boolean,
): string[] {
  const widths = titles.map((title, column) =>
    Math.max(width(title), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, widths[column]! - width(cell))))
      .join('  ')
      .trimEnd();
  return [colour ? `\u001b[1m${line(titles)}\u001b[22m` : line(titles), ...rows.map(line)];
}

const SEGMENTER = new Intl.Segmenter();
const width = (text: string): number => [...SEGMENTER.segment(text)].length;
