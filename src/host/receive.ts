/** The one door for what happens on a platform: stored and handled in one transaction, then the platform is told. */
import type { ZodError } from 'zod';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { InboundRow } from '../app/ports/inbox.ts';
import { type Store, TransientError } from '../app/ports/store.ts';
import { Inbound, identityOf } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import type { InboundId } from '../core/ids.ts';
import { code, errorCode, type Log } from '../log.ts';
import type { Acquaint } from './acquaint.ts';
import { background } from './background.ts';
import type { Sending } from './drain.ts';
import { inOrder } from './in-order.ts';
import type { Fetched, Intake } from './intake.ts';
import { withDrain } from './outgoing.ts';
import { type Failing, type Handle, handled, keep, keptBefore, type Received } from './take.ts';

export type { Handle, Handled, Received } from './take.ts';

export interface ReceiveSettings {
  readonly store: Store;
  readonly handle: Handle;
  /** What the sender is told when handling failed; null for nothing. */
  readonly apology: (received: Received) => Document | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly drain: Sending;
  /** Absent where no chat gives files. */
  readonly intake?: Intake;
  /** Absent where no chat says anything of people. */
  readonly acquaint?: Pick<Acquaint, 'stranger'>;
}

/** Events of one place that may wait their turn; what comes on top is left to the platform to deliver again. */
const MOST_WAITING = 200;

/** ms: should this process die before the files are there, another one fetches them. */
const SAFETY_NET = 45_000;

/**
 * Resolves when the event is stored (or is nobody's business): only then may the platform be told. Rejects when the
 * platform should deliver it again.
 */
export interface Receive {
  (event: unknown): Promise<void>;
  /** Fetches the files of a message that waits for them, and handles it. Rejects when that is to be tried again. */
  resume(id: InboundId): Promise<void>;
  /** Resolves when nothing goes on that the platform was told of already. */
  settled(): Promise<void>;
}

export function createReceive(settings: ReceiveSettings): Receive {
  const { clock, ids, log } = settings;
  const edge = { clock, ids };
  const aside = background((error) => log.warn('file.postponed', { code: errorCode(error) }));
  const store = withDrain(settings.store, settings.drain, clock);
  const inPlace = inOrder<string>(
    MOST_WAITING,
    () => new TransientError('too many events of one place at once'),
  );

  async function one(event: Inbound, since: number): Promise<void> {
    const facts = { platform: code(event.platform), event: code(event.id), type: event.type };
    try {
      const taken = (await settings.intake?.begin(event, since)) ?? { fetched: [] };
      const profile = (await settings.acquaint?.stranger(event)) ?? null;
      const kept = await store.transaction(async (tx) => {
        const fresh = await keep(tx, event, edge);
        if (fresh !== null && 'fetched' in taken)
          await handled(tx, fresh, settings.handle, { ...taken, profile }, edge);
        else if (fresh !== null)
          await tx.jobs.send(
            'fetch-files',
            { inboundId: fresh.id },
            { key: fresh.id, startAfter: clock.now() + SAFETY_NET },
          );
        return fresh;
      });
      if (kept === null)
        log.info('event.duplicate', { platform: code(event.platform), event: code(event.id) });
      else if ('later' in taken) aside.add(taken.later.then((fetched) => finish(kept.id, fetched)));
    } catch (error) {
      if (isTransient(error)) {
        log.warn('event.postponed', { ...facts, code: errorCode(error) });
        throw error;
      }
      log.error('event.failed', error, facts);
      await store.transaction(async (tx) => {
        const kept = await keep(tx, event, edge);
        if (kept !== null) await handled(tx, kept, fail(error), { fetched: [] }, edge);
      });
    }
  }

  /** Handles what was kept until its files are there; `fetched` is null where that could not be known. */
  async function finish(id: InboundId, fetched: readonly Fetched[] | null): Promise<void> {
    if (fetched === null) return;
    const handle = (how: Handle | Failing) =>
      store.transaction(async (tx) => {
        const kept = await keptBefore(tx, id, edge);
        if (kept !== null) await handled(tx, kept, how, { fetched }, edge);
      });
    try {
      await handle(settings.handle);
    } catch (error) {
      if (isTransient(error)) throw error;
      log.error('event.failed', error, { inboundId: id });
      await handle(fail(error));
    }
  }

  async function resume(id: InboundId): Promise<void> {
    const kept = await store.transaction((tx) => keptBefore(tx, id, edge));
    if (kept === null || settings.intake === undefined) return;
    await finish(id, await settings.intake.insist(kept.event));
  }

  /** Keeps the event alone, and tells its sender. */
  const fail =
    (error: unknown): Failing =>
    async (_tx, received) => {
      const document = SILENT.has(received.event.type) ? null : settings.apology(received);
      return {
        state: 'failed',
        error: errorCode(error),
        consultationId: null,
        personId: null,
        replies: document === null ? [] : [{ kind: 'notice', document: apart(document, received.event) }],
      };
    };

  async function malformed(event: unknown, error: ZodError): Promise<void> {
    const identity = identityOf(event);
    const what = error.issues
      .slice(0, 5)
      .map((issue) => code(`${issue.path.join('.') || 'event'}:${issue.code}`));
    if (identity === null) {
      log.warn('event.nameless', { issues: error.issues.length, first: what[0] ?? null });
      return;
    }
    log.warn('event.malformed', {
      platform: code(identity.platform),
      event: code(identity.id),
      issues: error.issues.length,
      first: what[0] ?? null,
    });
    const now = clock.now();
    const row: InboundRow = {
      id: ids.next<InboundId>(),
      platform: identity.platform,
      workspace: identity.workspace,
      eventId: identity.id,
      type: 'malformed',
      at: now,
      messageRef: null,
      wordsId: null,
      payload: { issues: what },
      receivedAt: now,
    };
    await settings.store.transaction(async (tx) => {
      if (await tx.inbox.add(row)) await tx.inbox.settle(row.id, { state: 'failed', error: 'malformed' });
    });
  }

  const receive = async (raw: unknown): Promise<void> => {
    const parsed = Inbound.safeParse(raw);
    if (!parsed.success) return malformed(raw, parsed.error);
    const event = parsed.data;
    if (event.from.automatic) return;
    // Those that wait for their turn all came now: their files have no more time than the first one's.
    const since = performance.now();
    const place = JSON.stringify([event.platform, event.workspace, event.place.ref]);
    await inPlace(place, () => one(event, since));
  };
  return Object.assign(receive, { resume, settled: () => aside.settled() });
}

const isTransient = (error: unknown): boolean =>
  (error as { transient?: unknown } | null)?.transient === true;

/** What a person does without awaiting an answer. */
const SILENT: ReadonlySet<Inbound['type']> = new Set(['reaction', 'presence']);

/** What went wrong for one person of a room is told to that person. */
function apart(document: Document, { place, from }: Inbound): Document {
  return place.kind === 'direct' ? document : { ...document, manner: { as: 'whisper', to: from.userId } };
}
