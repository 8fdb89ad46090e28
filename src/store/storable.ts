/** PostgreSQL refuses NUL and what is not UTF-8: each such UTF-16 unit becomes one U+FFFD, so that offsets stay true. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

export const storableOrNull = (text: string | null): string | null => (text === null ? null : storable(text));

/** Every escape of JSON text, whole, so that the second backslash of an escaped backslash never starts one. */
const ESCAPE = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;

/**
 * JSON text that PostgreSQL takes, keys included. `JSON.stringify` escapes NUL and lone surrogates, and nothing else
 * of the surrogates' range.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replace(ESCAPE, (found) => (found.length === 6 ? '\\ufffd' : found));
}
