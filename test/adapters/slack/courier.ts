/** Slack's side of the Events API and of interactivity over HTTP: signs, waits three seconds, and tries again. */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { onTheWay } from './on-the-way.ts';

/** Slack tries again at once, after a minute and after five: here a minute is a tenth of a second. */
const AGAIN = [0, 100, 500] as const;
/** Milliseconds Slack waits for an answer. */
const PATIENCE = 3_000;

export interface Taken {
  readonly id: string;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  readonly body: string;
  readonly attempts: number;
  /** Milliseconds of the last attempt. */
  readonly took: number;
}

export interface Courier {
  /** An event, delivered until it was taken, four times at most; resolves with the last answer. */
  event(envelope: { readonly event_id: string }): Promise<Taken>;
  /** A button, a view, a command: delivered once. */
  once(fields: Readonly<Record<string, string>>): Promise<Taken>;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  /** Cuts what is on its way, as when the bot's machine dies; Slack then tries again. */
  sever(): void;
  /** Tries nothing again. */
  close(): void;
  readonly taken: readonly Taken[];
}

export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `at` in seconds since 1970. */
export function signed(
  secret: string,
  body: string,
  type = 'application/json',
  at = Math.floor(Date.now() / 1000),
): Signed {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

export const FORM = 'application/x-www-form-urlencoded';

/** `url` is asked each time: the bot may come back elsewhere. */
export function httpCourier(url: () => string, secret: string): Courier {
  const { taken, watch, settled } = onTheWay();
  const cuts = new Set<AbortController>();
  let closed = false;

  async function post(
    id: string,
    make: () => Signed,
    attempt: number,
    reason: string | null,
  ): Promise<Taken> {
    const { body, headers } = make();
    const retry: Record<string, string> =
      reason === null ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason };
    const begun = performance.now();
    const cut = new AbortController();
    cuts.add(cut);
    const done = (status: number, text: string): Taken => ({
      id,
      status,
      body: text,
      attempts: attempt + 1,
      took: performance.now() - begun,
    });
    try {
      const response = await fetch(url(), {
        method: 'POST',
        body,
        headers: { ...headers, ...retry },
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), cut.signal]),
      });
      return done(response.status, await response.text());
    } catch {
      return done(0, '');
    } finally {
      cuts.delete(cut);
    }
  }

  async function insist(id: string, make: () => Signed): Promise<Taken> {
    let last = await post(id, make, 0, null);
    for (const [index, delay] of AGAIN.entries()) {
      if (closed || (last.status >= 200 && last.status < 300)) break;
      await pause(delay);
      last = await post(id, make, index + 1, last.status === 0 ? 'http_timeout' : 'http_error');
    }
    return last;
  }

  return {
    event: (envelope) => watch(insist(envelope.event_id, () => signed(secret, JSON.stringify(envelope)))),
    once: (fields) => {
      const body = new URLSearchParams(fields).toString();
      return watch(post(fields.trigger_id ?? '', () => signed(secret, body, FORM), 0, null));
    },
    settled,
    sever: () => {
      for (const cut of cuts) cut.abort();
    },
    close: () => {
      closed = true;
    },
    taken,
  };
}
