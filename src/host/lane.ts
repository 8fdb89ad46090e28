/** One lane: what a conversation still has to be told, told in order by the one process that holds it. */
import type { Conversation } from '../app/ports/conversations.ts';
import type { Clock } from '../app/ports/edge.ts';
import type { Delivery } from '../app/ports/outbox.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { wayOf } from '../chat/degrade.ts';
import type { Enclosures } from '../chat/enclosure.ts';
import { anchorOf } from '../chat/manner.ts';
import { type Document, resolve } from '../chat/outbound.ts';
import type { ChatPort } from '../chat/port.ts';
import type { ConversationId, DeliveryId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import type { Log } from '../log.ts';
import { type Failure, failureOf, PostTimeout } from './back-off.ts';
import { lookUp } from './lookup.ts';
import { persisting } from './persisting.ts';
import { type Told, tell } from './tell.ts';
import type { Calls, Enclosed, Trace } from './tell-file.ts';
import type { Timer } from './timer.ts';

export interface LaneSettings {
  readonly store: Store;
  readonly ports: ReadonlyMap<string, ChatPort>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** This process, among those that share the database. */
  readonly owner: string;
  /** What stands in the place of erased words, in that language. */
  readonly erasedText: (lang: string) => string;
  /** Makes the files that go with messages; without it none does. */
  readonly enclosures?: Enclosures;
  /** ms. A lease outlives any single call to a platform, so that nobody takes over a lane whose holder still posts. */
  readonly lease: number;
  readonly callTimeout: number;
}

/** Why the lane was left: nothing to do, or something must wait; `scope` when more than this lane must. */
export type LaneEnd = { readonly waits: Instant | null; readonly scope: 'workspace' | 'platform' | null };

/** A lane that is this process's. */
interface Held {
  readonly conversation: Conversation;
  /** When it is lost unless it was taken again. */
  readonly until: Instant;
}
interface Turn extends Held {
  readonly delivery: Delivery;
  readonly words: ReadonlyMap<string, string | null>;
  /** The platform's reference of what it hangs on or changes. */
  readonly anchor: string | null;
}
type Step = { readonly turn: Turn } | { readonly turn: null; readonly end: LaneEnd };
type Outcome = Told | (Failure & Pick<Trace, 'doubtful' | 'looking'>);

const leave = (waits: Instant | null = null, scope: LaneEnd['scope'] = null): Step => ({
  turn: null,
  end: { waits, scope },
});

/** Sends until the lane is empty, must wait, belongs to somebody else, or `goOn` says no. Throws what the store throws. */
export async function runLane(
  settings: LaneSettings,
  conversationId: ConversationId,
  goOn: () => boolean,
): Promise<LaneEnd> {
  const { clock, log, owner, lease } = settings;

  /** Takes the lane (again): its row lock, so that whatever is added from now on starts a drain of its own. */
  const claim = async (tx: Transaction): Promise<Held | null> => {
    const now = clock.now();
    const until = now + lease;
    const conversation = await tx.outbox.claim(conversationId, owner, now, until);
    return conversation && { conversation, until };
  };

  const next = async (tx: Transaction, { conversation, until }: Held): Promise<Step> => {
    if (!goOn()) {
      await tx.outbox.release(conversationId, owner);
      return leave();
    }
    const now = clock.now();
    const first = await tx.outbox.begin(conversationId, owner, now);
    if (first === null) return leave();
    const { delivery, begun } = first;
    if (!begun) return leave(delivery.notBefore ?? now);
    const words = await lookUp(tx, [delivery.document as Document]);
    const hangsOn = anchorOf((delivery.document as Document).manner);
    const anchor = hangsOn === null ? null : await tx.outbox.byId(hangsOn as DeliveryId);
    return { turn: { delivery, conversation, words, anchor: anchor?.messageRef ?? null, until } };
  };

  let step = await persisting(settings, async (tx) => {
    const held = await claim(tx);
    return held === null ? leave() : next(tx, held);
  });
  while (step.turn !== null) {
    const { turn } = step;
    const { delivery } = turn;
    const outcome = await send(settings, turn);
    const at = clock.now();
    const facts = { deliveryId: delivery.id, conversationId, attempt: delivery.attempts + 1 };
    step = await persisting(settings, async (tx) => {
      const held = await claim(tx);
      if ('ref' in outcome) {
        await tx.outbox.sent(delivery.id, outcome.ref, at);
        if (delivery.kind === 'invitation' && delivery.roundId !== null)
          await tx.participations.reached(delivery.roundId, conversationId, at);
      } else if (outcome.again) {
        await tx.outbox.retry(delivery.id, outcome.code, at + outcome.delay, outcome);
        if (held !== null) await tx.outbox.release(conversationId, owner);
        const { scope } = outcome;
        return leave(at + outcome.delay, scope === 'call' || scope === 'place' ? null : scope);
      } else await tx.outbox.fail(delivery.id, outcome.code);
      return held === null ? leave() : next(tx, held);
    });
    if (!('again' in outcome)) continue;
    if (!outcome.again) log.warn('delivery.failed', { ...facts, code: outcome.code as never });
    else log.info('delivery.waits', { ...facts, scope: outcome.scope, code: outcome.code as never });
  }
  return step.end;
}

async function send(settings: LaneSettings, turn: Turn): Promise<Outcome> {
  const { delivery, conversation } = turn;
  const trace: Trace = {
    key: delivery.id,
    // Left amid its sending, by a process that died.
    doubtful: delivery.doubtful || delivery.state === 'sending',
    looking: false,
  };
  try {
    const port = settings.ports.get(conversation.platform);
    if (port === undefined) throw new Error(`no chat ${conversation.platform} here`);
    const place = { workspace: conversation.workspace, ref: await placeOf(settings, port, conversation) };
    const document = delivery.document as Document;
    const message = resolve(document, turn.words, settings.erasedText(document.lang));
    let until = turn.until;
    const calls: Calls = {
      timed: (call, patience) => timed(settings, call, patience),
      async hold(patience) {
        until = await keptUntil(settings, conversation.id, until, patience);
      },
    };
    const way = wayOf(message, port, turn.anchor);
    return await tell(port, calls, place, way, trace, enclosedIn(settings, turn));
  } catch (error) {
    const { attempts, lookups } = delivery;
    const failure = failureOf(error, attempts + 1, 1 + (trace.looking ? lookups : attempts - lookups));
    if (!failure.again) settings.log.error('delivery.error', error, { deliveryId: delivery.id });
    return { ...failure, doubtful: trace.doubtful, looking: trace.looking };
  }
}

function enclosedIn({ enclosures }: LaneSettings, { delivery, conversation }: Turn): Enclosed | null {
  const { encloses: enclosure, lang } = delivery.document as Document;
  if (enclosure === undefined || enclosures === undefined) return null;
  const { platform, workspace, userId, speakerId } = conversation;
  const { consultationId } = delivery;
  const to = { platform, workspace, userId, speakerId, consultationId, lang };
  return {
    lang,
    enclosure,
    make: () => enclosures.make(enclosure, to),
    unsent: (why) => enclosures.unsent(enclosure, lang, why),
  };
}

async function placeOf(settings: LaneSettings, port: ChatPort, conversation: Conversation): Promise<string> {
  if (conversation.externalRef !== null) return conversation.externalRef;
  if (conversation.userId === null) throw new Error('a conversation with neither place nor person');
  const opened = await timed(settings, port.openDirect(conversation.workspace, conversation.userId));
  await persisting(settings, (tx) => tx.conversations.setRef(conversation.id, opened));
  return opened;
}

/** Keeps the lane through a long delivery; throws when somebody else took it. */
async function keptUntil(
  settings: LaneSettings,
  id: ConversationId,
  until: Instant,
  patience = 0,
): Promise<Instant> {
  const now = settings.clock.now();
  const needed = patience + settings.lease / 2;
  if (until - now > needed) return until;
  const renewed = now + patience + settings.lease;
  const mine = await persisting(settings, (tx) => tx.outbox.claim(id, settings.owner, now, renewed));
  if (mine === null) throw new LaneLost();
  return renewed;
}

class LaneLost extends Error {
  readonly transient = true;
}

async function timed<T>(
  settings: LaneSettings,
  call: Promise<T>,
  patience = settings.callTimeout,
): Promise<T> {
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    stop = settings.timer.after(patience, () => reject(new PostTimeout()));
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    stop();
  }
}
