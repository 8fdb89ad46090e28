/** What is answered to a script, and what when something is wrong. */
import type { Markup } from '../view/html.ts';
import type { Shown } from '../view/lines.ts';
import { type Answer, json, page } from './answer.ts';
import { BadRequest, type Visit } from './visit.ts';

/** `error` is a key of the page's `errors`, null when all is well. */
export const answered = (
  status: number,
  error: string | null,
  lines: readonly Shown[] = [],
  headers: Readonly<Record<string, string>> = {},
): Answer => json(status, error === null ? { ok: true, lines } : { ok: false, error }, headers);

/** The answer to a request that is wrong; whatever else is thrown passes through. */
export function failed(error: unknown, visit: Visit, show: (key: string) => Markup): Answer {
  if (!(error instanceof BadRequest)) throw error;
  const headers: Record<string, string> = {};
  if (error.retryAfter !== null) headers['retry-after'] = String(error.retryAfter);
  // What was not read of a body that is too long, or too slow, must not be taken for the next request.
  if (error.status === 413 || error.status === 408) headers.connection = 'close';
  return visit.script
    ? answered(error.status, error.key, [], headers)
    : page(error.status, show(error.key), headers);
}
