/** One request of Slack's through Bolt: answered once everything it brought is stored. */
import type { App } from '@slack/bolt';

export interface Outcome {
  /** False when Slack should deliver it again. */
  readonly stored: boolean;
  /** What Slack shows whoever asked; undefined for nothing. */
  readonly answer: unknown;
}

/** Told of what no listener could read, or of our own mistake: keeps it, and rejects when it should come again. */
export type Failed = (error: unknown, body: unknown) => Promise<void>;

/**
 * Bolt tells Slack before its listeners run, for events and over a socket always: the answer it gives is held back here
 * until they have. Never rejects.
 */
export async function deliver(app: App, body: unknown, failed: Failed): Promise<Outcome> {
  let answer: unknown;
  try {
    // What isn't an object has nothing to be dispatched by, and Bolt breaks on it.
    if (!isObject(body)) throw new TypeError('no object');
    // Slack threw events away, and gives them to nobody any more.
    if (body.type === 'app_rate_limited') throw new Error('events held back by Slack: app_rate_limited');
    if (body.type === 'event_callback' && !isObject(body.event)) throw new TypeError('no event');
    await app.processEvent({
      body: withoutNulls(body),
      ack: async (given: unknown) => {
        answer = given;
      },
    });
    return { stored: true, answer };
  } catch (error) {
    if (isTransient(error)) return { stored: false, answer: undefined };
    return failed(error, body).then(
      () => ({ stored: true, answer: undefined }),
      () => ({ stored: false, answer: undefined }),
    );
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Slack writes null for what is missing, and Bolt looks into some of those. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls) as T;
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutNulls(one)])) as T;
}

const isTransient = (error: unknown): boolean =>
  (error as { transient?: unknown } | null)?.transient === true;
