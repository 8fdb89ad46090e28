/** What goes wrong between the bot and Slack's Web API, on demand. */

export type Fault =
  /** 429, with that header; null for none. */
  | { readonly kind: 'limited'; readonly retryAfter: string | null }
  /** An HTTP error, before or after Slack did what it was asked. */
  | { readonly kind: 'status'; readonly status: number; readonly accepted: boolean }
  /** The connection breaks, before or after. */
  | { readonly kind: 'dropped'; readonly accepted: boolean }
  /** Nothing ever answers; Slack may have done it. */
  | { readonly kind: 'hung'; readonly accepted: boolean }
  /** Done at once, and answered when that resolves. */
  | { readonly kind: 'held'; readonly accepted: true; readonly until: Promise<unknown> }
  /** Slack's own `{"ok":false}`. */
  | { readonly kind: 'refused'; readonly error: string };

export interface Call {
  /** `chat.postMessage`… */
  readonly method: string;
  readonly channel: string | null;
}

export class Faults {
  #planned: { readonly fault: Fault; readonly hits: (call: Call) => boolean; left: number }[] = [];
  #always: ((call: Call) => Fault | null) | null = null;

  /** The next `times` calls that `hits` says yes to go wrong that way. */
  plan(fault: Fault, hits: (call: Call) => boolean, times = 1): void {
    this.#planned.push({ fault, hits, left: times });
  }

  /** Asked at every call. */
  always(choose: ((call: Call) => Fault | null) | null): void {
    this.#always = choose;
  }

  /** What was planned goes wrong no more. */
  clear(): void {
    this.#planned = [];
    this.#always = null;
  }

  take(call: Call): Fault | null {
    const index = this.#planned.findIndex(({ hits }) => hits(call));
    const found = this.#planned[index];
    if (found === undefined) return this.#always?.(call) ?? null;
    found.left -= 1;
    if (found.left <= 0) this.#planned.splice(index, 1);
    return found.fault;
  }
}

export const method =
  (name: string, channel?: string) =>
  (call: Call): boolean =>
    call.method === name && (channel === undefined || call.channel === channel);
