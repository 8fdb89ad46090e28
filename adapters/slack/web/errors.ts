/** What went wrong with a call, as the host needs it: does waiting help, and what must wait. */
import {
  ErrorCode,
  type WebAPIHTTPError,
  type WebAPIPlatformError,
  type WebAPIRequestError,
} from '@slack/web-api';
import { ChatError } from '../../../src/chat/port.ts';

/** 429; milliseconds when Slack gave them in a form that can be read. */
export class Limited extends Error {
  readonly retryAfter: number | null;
  constructor(retryAfter: number | null) {
    super('limited');
    this.retryAfter = retryAfter;
  }
}

/** Nothing can be sent in that workspace until somebody mends the installation. */
const WORKSPACE: ReadonlySet<string> = new Set([
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  // A setting of the app: it then has no conversation with anybody.
  'messages_tab_disabled',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

const WAIT: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** That conversation is lost, for good as far as anybody knows. Slack says `no_permission` of one the app is no member of. */
const PLACE: ReadonlySet<string> = new Set([
  'access_denied',
  'cannot_dm_bot',
  'channel_is_limited_access',
  'channel_not_found',
  'is_archived',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_is_restricted',
  'user_not_found',
  'user_not_visible',
]);

/** Slack says of these that some of it may have been done. */
const PERHAPS: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'unreadable',
]);

/** No connection was made. */
const UNREACHED: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ECONNREFUSED', 'ENOTFOUND']);

const NAME = /^[a-z_]{1,60}$/u;

/** Nothing of Slack's answer but its own word for the error: it is logged. */
export function chatErrorOf(error: unknown, method: string): ChatError {
  if (error instanceof ChatError) return error;
  const { code } = error as { readonly code?: unknown };
  if (code === ErrorCode.RequestError) {
    const { original } = error as WebAPIRequestError;
    if (original instanceof Limited)
      return new ChatError(`slack: ${method}: limited`, {
        transient: true,
        scope: 'place',
        retryAfter: original.retryAfter,
        untaken: true,
      });
    const untaken = UNREACHED.has(String((original.cause as { code?: unknown } | undefined)?.code));
    return new ChatError(`slack: ${method}: no answer`, { transient: true, untaken });
  }
  if (code === ErrorCode.HTTPError)
    return new ChatError(`slack: ${method}: HTTP ${(error as WebAPIHTTPError).statusCode}`, {
      transient: true,
    });
  if (code === ErrorCode.PlatformError)
    return refused(String((error as WebAPIPlatformError).data.error), method);
  return new ChatError(`slack: ${method}: ${error instanceof Error ? error.name : 'failed'}`, {
    transient: false,
    cause: error,
  });
}

function refused(word: string, method: string): ChatError {
  const named = NAME.test(word) ? word : 'unreadable';
  const message = `slack: ${method}: ${named}`;
  const untaken = !PERHAPS.has(named);
  if (WORKSPACE.has(named)) return new ChatError(message, { transient: true, scope: 'workspace', untaken });
  // What is no JSON of Slack's comes from something between it and us.
  if (WAIT.has(named) || named === 'unreadable') return new ChatError(message, { transient: true, untaken });
  return new ChatError(message, { transient: false, scope: PLACE.has(named) ? 'place' : 'call' });
}

/** Slack's word for why it refused; null for any other failure. */
export const refusalOf = (error: unknown): string | null =>
  (error as { code?: unknown } | null)?.code === ErrorCode.PlatformError
    ? String((error as WebAPIPlatformError).data.error)
    : null;

const RIGHTS: ReadonlySet<string> = new Set(['missing_scope', 'no_permission', 'not_allowed_token_type']);

/**
 * For a call that a conversation can do without (a pin, a sign, a file): a right that is missing for it alone, as in an
 * app installed before it did that, stops nothing else of the workspace.
 */
export function unlessForThisAlone(error: unknown, method: string): never {
  const word = refusalOf(error);
  if (word !== null && RIGHTS.has(word))
    throw new ChatError(`slack: ${method}: ${word}`, { transient: false, scope: 'call' });
  throw error;
}
