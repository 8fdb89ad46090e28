/** Calls of Slack's Web API, once each: no retry behind our back, none that hangs, none before Slack wants it. */
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { ChatError } from '../../../src/chat/port.ts';
import { chatErrorOf, Limited } from './errors.ts';
import { createPauses } from './pauses.ts';
import { silence } from './silence.ts';

export interface Calls {
  readonly client: WebClient;
  /** Throws ChatError. `channel`: the one it is about, where Slack counts by channel. */
  ask<T>(method: string, channel: string | null, call: (client: WebClient) => Promise<T>): Promise<T>;
}

/** Where Slack's Web API is, and how long a call may take in milliseconds. */
export interface Api {
  /** Ends in a slash. */
  readonly url: string;
  /** Below what the host waits for a call, so that it is the call that ends. */
  readonly patience: number;
}

export const clientOptions = (api: Api): Omit<WebClientOptions, 'logger'> => ({
  slackApiUrl: api.url,
  // An answer that was lost may have been a yes: whether to try again is decided where that is looked up first.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: api.patience,
  fetch: once,
  allowAbsoluteUrls: true,
});

const once: NonNullable<WebClientOptions['fetch']> = async (url, init) => {
  const response = await fetch(url, init as RequestInit);
  if (response.status !== 429) return response;
  await response.body?.cancel();
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new Limited(Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null);
};

export function createCalls(token: string, api: Api, now: () => number = Date.now): Calls {
  const client = new WebClient(token, { ...clientOptions(api), logger: silence });
  const pauses = createPauses(now);
  return {
    client,
    async ask(method, channel, call) {
      const left = pauses.left(method, channel);
      if (left > 0)
        throw new ChatError(`slack: ${method}: limited`, {
          transient: true,
          scope: 'place',
          retryAfter: left,
          untaken: true,
        });
      try {
        return await call(client);
      } catch (error) {
        const told = chatErrorOf(error, method);
        if (told.retryAfter !== null) pauses.note(method, channel, told.retryAfter);
        throw told;
      }
    },
  };
}
