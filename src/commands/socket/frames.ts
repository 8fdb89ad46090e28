/** What a command line and the bot that runs it for it say to each other: JSON, one object a line. */
import type { Duplex } from 'node:stream';
import type { Lang } from '../context.ts';
import type { ExitCode } from '../terminal.ts';

/** Raised when the frames change: the two sides may be of different versions. */
export const PROTOCOL = 1;

/** The bot's first word. */
export interface Hello {
  readonly tour: number;
}

/** The one thing the command line asks, with what surrounds it there. */
export interface Request {
  readonly tour: number;
  readonly words: readonly string[];
  readonly lang: Lang;
  readonly account: string;
  readonly cwd: string;
  readonly colour: boolean;
  readonly width: number | null;
  /** Whether somebody watches the progress. */
  readonly watched: boolean;
}

export type Frame =
  | { readonly print: string }
  | { readonly error: string }
  | { readonly progress: string | null; readonly share?: number }
  | { readonly exit: ExitCode };

/** Longest line taken, in UTF-16 units. */
const LONGEST = 256_000_000;

export const send = (to: Duplex, frame: Hello | Request | Frame): void => {
  if (to.writable) to.write(`${JSON.stringify(frame)}\n`);
};

/** The objects that come, until the other side ends; throws on what is none. */
export async function* received(from: Duplex, longest = LONGEST): AsyncGenerator<unknown> {
  from.setEncoding('utf8');
  const parts: string[] = [];
  let length = 0;
  for await (const text of from as AsyncIterable<string>) {
    const lines = text.split('\n');
    const rest = lines.pop()!;
    for (const line of lines) {
      parts.push(line);
      yield JSON.parse(parts.splice(0).join(''));
      length = 0;
    }
    if (rest !== '') parts.push(rest);
    length += rest.length;
    if (length > longest) throw new Error('a line without an end came through the socket');
  }
}

export function isRequest(value: unknown): value is Request {
  const one = value as Partial<Request> | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    one.tour === PROTOCOL &&
    Array.isArray(one.words) &&
    one.words.every((word) => typeof word === 'string') &&
    (one.lang === 'fr' || one.lang === 'en') &&
    typeof one.account === 'string' &&
    typeof one.cwd === 'string'
  );
}
