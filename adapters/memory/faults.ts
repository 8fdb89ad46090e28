/** What can go wrong between the bot and the platform, on demand. */
import { ChatError, type Scope } from '../../src/chat/port.ts';

export interface PostFault {
  readonly transient: boolean;
  readonly scope?: Scope;
  /** Milliseconds, as the platform said them: nonsense allowed. */
  readonly retryAfter?: number;
  /** True when the platform took the message before the call failed. */
  readonly accepted?: boolean;
  /** The call never answers. */
  readonly hangs?: true;
  /** Only calls about this place's ref (for opening a direct one: the user id). */
  readonly place?: string;
  /** How many calls it hits; Infinity for a place that is dead. */
  readonly times?: number;
}

/** `torn`: the content stops half way, and the connection with it. `late`: it is not there before files are let through. */
export type FetchFault = 'unavailable' | 'gone' | 'torn' | 'late';

export interface Gate {
  /** How many posts wait. */
  readonly waiting: number;
  /** Resolves when at least that many wait. */
  reached(count: number): Promise<void>;
  open(): void;
}

export class Faults {
  #posts: { fault: PostFault; left: number }[] = [];
  #spent: (() => void)[] = [];
  #gate: { waiters: (() => void)[]; watchers: { count: number; seen: () => void }[] } | null = null;
  #fetches: FetchFault[] = [];
  #late: (() => void)[] = [];
  /** How many times the next event is delivered at once. */
  copies = 1;
  /** The next two events arrive the other way round. */
  swapNext = false;

  failPosts(fault: PostFault): void {
    this.#posts.push({ fault, left: fault.times ?? 1 });
  }

  /** Resolves when every fault asked for has hit. */
  exhausted(): Promise<void> {
    return new Promise((seen) => {
      if (this.#posts.length === 0) seen();
      else this.#spent.push(seen);
    });
  }

  /** The next fetches of files go wrong, one each. */
  failFetches(...faults: readonly FetchFault[]): void {
    this.#fetches.push(...faults);
  }

  takeFetch(): FetchFault | null {
    return this.#fetches.shift() ?? null;
  }

  /** Resolves when files are let through. */
  comes(): Promise<void> {
    return new Promise((resolve) => this.#late.push(resolve));
  }

  letFilesThrough(): void {
    for (const come of this.#late.splice(0)) come();
  }

  heal(): void {
    this.#posts = [];
    this.#fetches = [];
  }

  /** Posts wait from now on until the gate opens. */
  hold(): Gate {
    const gate = { waiters: [] as (() => void)[], watchers: [] as { count: number; seen: () => void }[] };
    this.#gate = gate;
    return {
      get waiting() {
        return gate.waiters.length;
      },
      reached: (count) =>
        new Promise((seen) => {
          if (gate.waiters.length >= count) seen();
          else gate.watchers.push({ count, seen });
        }),
      open: () => {
        if (this.#gate === gate) this.#gate = null;
        for (const go of gate.waiters.splice(0)) go();
      },
    };
  }

  async pass(): Promise<void> {
    const gate = this.#gate;
    if (gate === null) return;
    await new Promise<void>((go) => {
      gate.waiters.push(go);
      for (const watcher of gate.watchers) if (gate.waiters.length >= watcher.count) watcher.seen();
    });
  }

  /** The fault that hits a call about `place`, used up; null when none does. */
  take(place: string, only: 'here' | 'anywhere'): PostFault | null {
    const index = this.#posts.findIndex(
      ({ fault }) => fault.place === place || (fault.place === undefined && only === 'anywhere'),
    );
    const found = this.#posts[index];
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left <= 0) this.#posts.splice(index, 1);
    if (this.#posts.length === 0) for (const seen of this.#spent.splice(0)) seen();
    return found.fault;
  }
}

export const errorOf = (fault: PostFault): ChatError =>
  new ChatError(fault.transient ? 'memory: could not post' : 'memory: refused', {
    transient: fault.transient,
    scope: fault.scope ?? 'call',
    retryAfter: fault.retryAfter ?? null,
  });
