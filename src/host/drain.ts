/** Sends what is queued: lane by lane, each in order, many side by side, and again when waiting was needed. */
import type { Conversation } from '../app/ports/conversations.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import type { Enclosures } from '../chat/enclosure.ts';
import type { ChatPort } from '../chat/port.ts';
import type { ConversationId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import { type Code, code, type Log } from '../log.ts';
import { createAlarm } from './alarm.ts';
import { type LaneSettings, runLane } from './lane.ts';
import { slots } from './slots.ts';
import { createSweep } from './sweep.ts';
import { systemTimer, type Timer } from './timer.ts';

export interface Drain {
  /** Sends what waits in that conversation, now. Resolves when it is sent, or must wait; never rejects. */
  drain(conversationId: ConversationId): Promise<void>;
  /** Drains every conversation with something due, behind those asked for by `drain`. Never rejects. */
  sweep(): Promise<void>;
  /** Begins nothing more, and waits for what is being sent, at most `graceMs`. What is left stays queued. */
  stop(graceMs: number): Promise<void>;
  /** Since when nothing is being sent; null while something is. */
  readonly idleSince: Instant | null;
  /** No other process shares the database. */
  readonly alone: boolean;
}

/** What whoever queues something needs of it. */
export type Sending = Pick<Drain, 'drain' | 'sweep' | 'alone'>;

export interface DrainSettings {
  readonly store: Store;
  /** By platform. */
  readonly ports: ReadonlyMap<string, ChatPort>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly erasedText: (lang: string) => string;
  readonly enclosures?: Enclosures;
  /** True where no other process shares the database: lanes that a killed process held are taken over at once. */
  readonly alone?: boolean;
  readonly timer?: Timer;
  /** Told when all of a workspace begins to wait. */
  readonly halted?: (home: Home) => void;
  /** Lanes of one workspace sent side by side. */
  readonly perWorkspace?: number;
  /** ms. */
  readonly callTimeout?: number;
  readonly lease?: number;
}

const KNOWN_HOMES = 10_000;
const AFTER_OUTAGE = 5_000;

export type Home = Pick<Conversation, 'platform' | 'workspace'>;
interface Pause {
  readonly until: Instant;
  readonly facts: { readonly platform: Code; readonly workspace?: Code };
}
const pauseName = ({ platform, workspace }: Home, scope: 'workspace' | 'platform'): string =>
  JSON.stringify(scope === 'platform' ? [platform] : [platform, workspace]);

export function createDrain(settings: DrainSettings): Drain {
  const { store, clock, log } = settings;
  const timer = settings.timer ?? systemTimer;
  const lane: LaneSettings = {
    ...settings,
    timer,
    owner: settings.alone ? 'alone' : settings.ids.next(),
    lease: settings.lease ?? 30_000,
    callTimeout: settings.callTimeout ?? 10_000,
  };
  const slot = slots<string>(settings.perWorkspace ?? 8);
  const running = new Map<ConversationId, { again: boolean; done: Promise<void> }>();
  const homes = new Map<ConversationId, Home>();
  const pauses = new Map<string, Pause>();
  let stopping = false;
  let idleSince: Instant | null = clock.now();
  const alarm = createAlarm(clock, timer, () => void api.sweep());

  async function homeOf(id: ConversationId): Promise<Home | null> {
    const known = homes.get(id);
    if (known !== undefined) return known;
    const found = await store.transaction((tx) => tx.conversations.byId(id));
    if (found === null) return null;
    if (homes.size >= KNOWN_HOMES) homes.delete(homes.keys().next().value!);
    const { platform, workspace } = found;
    homes.set(id, { platform, workspace });
    return { platform, workspace };
  }

  function isPaused(home: Home): boolean {
    return (['platform', 'workspace'] as const).some((scope) => {
      const name = pauseName(home, scope);
      const pause = pauses.get(name);
      if (pause === undefined) return false;
      if (pause.until > clock.now()) {
        alarm.by(pause.until);
        return true;
      }
      pauses.delete(name);
      log.info(`${scope}.resumes`, pause.facts);
      return false;
    });
  }

  async function once(id: ConversationId, isAnswer: boolean): Promise<void> {
    try {
      const home = await homeOf(id);
      // Another process may have the chats that this one hasn't.
      const port = home === null ? undefined : lane.ports.get(home.platform);
      if (home === null || port === undefined || port.isAway === true) return;
      // One workspace that hangs must not hold up the others.
      await slot(pauseName(home, 'workspace'), isAnswer, async () => {
        if (stopping || isPaused(home)) return;
        const end = await runLane(lane, id, () => !stopping && !isPaused(home));
        if (end.waits === null) return;
        alarm.by(end.waits);
        if (end.scope === null) return;
        const name = pauseName(home, end.scope);
        const facts = {
          platform: code(home.platform),
          ...(end.scope === 'workspace' ? { workspace: code(home.workspace) } : {}),
        };
        if (end.scope === 'workspace' && !pauses.has(name)) settings.halted?.(home);
        pauses.set(name, { until: Math.max(end.waits, pauses.get(name)?.until ?? 0), facts });
        log.warn(`${end.scope}.pauses`, { ...facts, seconds: Math.ceil((end.waits - clock.now()) / 1000) });
      });
    } catch (error) {
      log.error('drain.interrupted', error, { conversationId: id });
      alarm.by(clock.now() + AFTER_OUTAGE);
    }
  }

  async function dueLanes(limit: number): Promise<readonly ConversationId[]> {
    try {
      // Where nobody else is, a lane that has an owner lost it.
      return await store.transaction(async (tx) => {
        const now = clock.now();
        const next = await tx.outbox.nextDue(now);
        if (next !== null) alarm.by(next);
        return tx.outbox.lanes(now, limit, settings.alone ? 'too' : undefined);
      });
    } catch (error) {
      log.error('sweep.interrupted', error);
      alarm.by(clock.now() + AFTER_OUTAGE);
      return [];
    }
  }

  function begin(id: ConversationId, isAnswer: boolean): Promise<void> {
    const state = { again: false, done: Promise.resolve() };
    idleSince = null;
    running.set(id, state);
    state.done = (async () => {
      do {
        state.again = false;
        await once(id, isAnswer);
      } while (state.again && !stopping);
      running.delete(id);
      if (running.size === 0) idleSince = clock.now();
    })();
    return state.done;
  }

  const sweeps = createSweep({
    due: dueLanes,
    lane: (id) => running.get(id)?.done ?? begin(id, false),
    stopping: () => stopping,
  });
  const api: Drain = {
    alone: settings.alone ?? false,
    drain(id) {
      if (stopping) return Promise.resolve();
      const current = running.get(id);
      if (current !== undefined) {
        current.again = true;
        return current.done;
      }
      return begin(id, true);
    },
    sweep: () => sweeps.run(),
    async stop(graceMs) {
      stopping = true;
      alarm.off();
      if (graceMs <= 0) return;
      let off = () => {};
      const enough = new Promise<void>((resolve) => {
        off = timer.after(graceMs, resolve);
      });
      const ended = Promise.all([...running.values()].map(({ done }) => done).concat(sweeps.running ?? []));
      await Promise.race([ended, enough]);
      off();
      if (running.size > 0) log.warn('drain.left', { lanes: running.size });
    },
    get idleSince() {
      return idleSince;
    },
  };
  return api;
}
