/** What went wrong with a call, as the host needs it: does waiting help, and what must wait. */
import { HTTPError, MatrixError } from 'matrix-js-sdk';
import { ChatError } from '../../../src/chat/port.ts';

/** Something an administrator must mend before the bot can be in Matrix: its message says what. */
export class MatrixRefusal extends Error {}

/** Nothing can be sent until somebody mends the account. */
const PLATFORM: ReadonlySet<string> = new Set([
  'M_UNKNOWN_TOKEN',
  'M_MISSING_TOKEN',
  'M_USER_DEACTIVATED',
  'M_USER_LOCKED',
  'M_USER_SUSPENDED',
  'M_CONSENT_NOT_GIVEN',
]);
/** That room is lost, for good as far as anybody knows. */
const PLACE: ReadonlySet<string> = new Set(['M_FORBIDDEN', 'M_NOT_FOUND', 'M_GUEST_ACCESS_FORBIDDEN']);
const NAME = /^[A-Z][A-Z0-9_.]{1,60}$/u;

/** The server's own word for why it refused; null for no answer, or none of Matrix's. */
export const errcodeOf = (error: unknown): string | null => {
  const code = error instanceof MatrixError ? error.errcode : undefined;
  return code !== undefined && NAME.test(code) ? code : null;
};

/** Milliseconds; null when it isn't about limits, or they say nothing. */
export function limitedFor(error: unknown): { readonly ms: number | null } | null {
  if (!(error instanceof HTTPError) || !error.isRateLimitError()) return null;
  const said: unknown = error instanceof MatrixError ? error.data.retry_after_ms : undefined;
  if (typeof said === 'number' && said > 0) return { ms: said };
  try {
    return { ms: error.getRetryAfterMs() };
  } catch {
    return { ms: null };
  }
}

/** Nothing of the server's answer but its own word for the error: it is logged. */
export function chatErrorOf(error: unknown, call: string): ChatError {
  if (error instanceof ChatError) return error;
  const limited = limitedFor(error);
  if (limited !== null)
    return new ChatError(`matrix: ${call}: limited`, {
      transient: true,
      scope: 'platform',
      retryAfter: limited.ms,
    });
  const code = errcodeOf(error);
  const status = error instanceof HTTPError ? (error.httpStatus ?? 0) : 0;
  const message = `matrix: ${call}: ${code ?? (status > 0 ? `HTTP ${status}` : 'no answer')}`;
  if (code !== null && PLATFORM.has(code))
    return new ChatError(message, { transient: true, scope: 'platform', cause: undefined });
  if (code !== null && PLACE.has(code)) return new ChatError(message, { transient: false, scope: 'place' });
  // A proxy's own answer says nothing of ours.
  if (code === null || status >= 500 || status === 0) return new ChatError(message, { transient: true });
  return new ChatError(message, { transient: false });
}
