/** When to try again what a platform didn't take. */
import { ChatError, type Scope } from '../chat/port.ts';
import { errorCode } from '../log.ts';

export type Failure =
  /** Waiting helps: in `delay` ms, and until then for everything in `scope`. */
  | { readonly again: true; readonly code: string; readonly delay: number; readonly scope: Scope }
  | { readonly again: false; readonly code: string };

const FIRST = 1_000;
const GROWTH = 1.5;
const MOST = 10 * 60_000;
const WIDE = 30_000;
/** About two days at the longest delay. */
const MOST_ATTEMPTS = 300;

/** A post that never answered: the platform may have taken it. */
export class PostTimeout extends Error {
  readonly transient = true;
}

/**
 * What to do after the `attempt`-th (1, 2…) try of a delivery failed, of its kind the `nth`: sending it, and looking
 * whether it was sent, are counted apart.
 */
export function failureOf(error: unknown, attempt: number, nth: number): Failure {
  const code = errorCode(error);
  const scope = error instanceof ChatError ? error.scope : 'call';
  const transient = (error as { transient?: unknown } | null)?.transient === true;
  // What stops a whole workspace (a revoked token) says nothing about this delivery: it waits, and counts no attempt.
  const wide = scope === 'platform' || scope === 'workspace';
  if (!wide && (!transient || attempt >= MOST_ATTEMPTS)) return { again: false, code };
  const asked = error instanceof ChatError ? error.retryAfter : null;
  const usual = wide ? WIDE : FIRST * GROWTH ** Math.min(nth - 1, 30);
  // Some platforms send no delay, a negative one, or a year.
  const delay = asked !== null && Number.isFinite(asked) && asked > 0 ? asked : usual;
  return { again: true, code, delay: Math.min(Math.ceil(delay), MOST), scope };
}
