/** The log: what happened, to which ids, how often. Never a text somebody wrote, never a secret. */
import { type DestinationStream, pino } from 'pino';

declare const printable: unique symbol;
/** A string checked to be a code: short, without spaces. */
export type Code = string & { readonly [printable]: true };

type Literal<S> = S extends string ? (string extends S ? never : S) : S;
/**
 * Ids of the core, codes, literals, numbers and booleans; a plain `string` doesn't compile. A code from outside the
 * program goes through `code` first.
 */
export type Facts<F> = { readonly [K in keyof F]: Literal<F[K]> };
type Value = string | number | boolean | null | undefined;

export interface Log {
  info<E extends string, F extends Record<string, Value> = Record<never, never>>(
    event: Literal<E>,
    facts?: F & Facts<F>,
  ): void;
  warn<E extends string, F extends Record<string, Value> = Record<never, never>>(
    event: Literal<E>,
    facts?: F & Facts<F>,
  ): void;
  /** Of the error: its class, code and stack, not its message, which may quote what people wrote. */
  error<E extends string, F extends Record<string, Value> = Record<never, never>>(
    event: Literal<E>,
    error: unknown,
    facts?: F & Facts<F>,
  ): void;
}

const CODE = /^[\p{L}\p{N}_.:/@-]{1,80}$/u;

/** The value when it looks like a code, `withheld` when it may be a text. */
export const code = (value: unknown): Code => (CODE.test(String(value)) ? String(value) : 'withheld') as Code;

/** What an error may say of itself to anybody: its class and its code. */
export function errorCode(error: unknown): Code {
  if (!(error instanceof Error)) return code(typeof error);
  const name = code(error.constructor.name);
  const own = 'code' in error && typeof error.code === 'string' ? `:${code(error.code)}` : '';
  return code(name + own);
}

const FRAME = /^ {4}at (?:[\w$.<>#[\] ]+ \()?(?:file:\/\/|node:|\/)[^\n]*:\d+:\d+\)?$/;

function frames(error: Error): string[] {
  const stack = (error.stack ?? '').replaceAll(error.message, '');
  return stack.split('\n').filter((line) => FRAME.test(line));
}

/** An error without its texts, its causes with it. */
export function bare(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { class: errorCode(error) };
  return {
    class: code(error.constructor.name),
    ...('code' in error ? { code: code(error.code) } : {}),
    ...('transient' in error ? { transient: error.transient === true } : {}),
    stack: frames(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: bare(error.cause, depth + 1) } : {}),
  };
}

const checked = (facts: Record<string, Value> = {}) =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? code(value) : value]),
  );

/** JSON lines to `destination` (standard output when absent). */
export function createLog(
  options: { level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'; destination?: DestinationStream } = {},
): Log {
  const settings = { level: options.level ?? 'info', base: null, messageKey: 'event' };
  const sink = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    info: (event, facts) => sink.info(checked(facts), code(event)),
    warn: (event, facts) => sink.warn(checked(facts), code(event)),
    error: (event, error, facts) => sink.error({ ...checked(facts), error: bare(error) }, code(event)),
  };
}
