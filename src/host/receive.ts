/** The one door for what happens on a platform: stored and handled in one transaction, then the platform is told. */
import type { ZodError } from 'zod';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Arrived, Outcome } from '../app/ports/handling.ts';
import type { InboundRow } from '../app/ports/inbox.ts';
import type { Profile } from '../app/ports/profiles.ts';
import { type Store, type Transaction, TransientError } from '../app/ports/store.ts';
import { Inbound, identityOf } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import type { ConversationId, DeliveryId, InboundId } from '../core/ids.ts';
import { code, errorCode, type Log } from '../log.ts';
import type { Acquaint } from './acquaint.ts';
import type { Drain } from './drain.ts';
import { inOrder } from './in-order.ts';
import type { Fetched, Intake } from './intake.ts';
import { withDrain } from './outgoing.ts';
import { rowsOf } from './rows.ts';

export type Received = Arrived<Inbound>;
export type Handled = Outcome<Document>;
export type Handle = (tx: Transaction, received: Received) => Promise<Handled>;

export interface ReceiveSettings {
  readonly store: Store;
  readonly handle: Handle;
  /** What the sender is told when handling failed; null for nothing. */
  readonly apology: (received: Received) => Document | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly drain: Pick<Drain, 'drain' | 'sweep'>;
  /** Absent where no chat gives files. */
  readonly intake?: Intake;
  /** Absent where no chat says anything of people. */
  readonly acquaint?: Pick<Acquaint, 'stranger'>;
}

/** Events of one place that may wait their turn; what comes on top is left to the platform to deliver again. */
const MOST_WAITING = 200;

/**
 * Resolves when the event is stored (or is nobody's business): only then may the platform be told. Rejects when the
 * platform should deliver it again.
 */
export function createReceive(settings: ReceiveSettings): (event: unknown) => Promise<void> {
  const { clock, ids, log } = settings;
  const store = withDrain(settings.store, settings.drain, clock);
  const inPlace = inOrder<string>(
    MOST_WAITING,
    () => new TransientError('too many events of one place at once'),
  );

  async function one(event: Inbound): Promise<void> {
    try {
      const fetched = (await settings.intake?.(event)) ?? [];
      const profile = (await settings.acquaint?.stranger(event)) ?? null;
      const fresh = await store.transaction((tx) => take(tx, event, settings.handle, fetched, profile));
      if (!fresh) log.info('event.duplicate', { platform: code(event.platform), event: code(event.id) });
    } catch (error) {
      const facts = { platform: code(event.platform), event: code(event.id), type: event.type };
      if ((error as { transient?: unknown } | null)?.transient === true) {
        log.warn('event.postponed', { ...facts, code: errorCode(error) });
        throw error;
      }
      log.error('event.failed', error, facts);
      await store.transaction((tx) => take(tx, event, fail(error), []));
    }
  }

  async function take(
    tx: Transaction,
    event: Inbound,
    handle: Handle | Failing,
    fetched: readonly Fetched[],
    profile: Profile | null = null,
  ): Promise<boolean> {
    const now = clock.now();
    const conversation = await tx.conversations.lock({
      id: ids.next<ConversationId>(),
      platform: event.platform,
      workspace: event.workspace,
      kind: event.place.kind,
      externalRef: event.place.ref,
      userId: event.place.kind === 'direct' ? event.from.userId : null,
      at: now,
    });
    const { inbound, words, fileNames, fieldWords } = rowsOf(event, ids, now);
    if (!(await tx.inbox.add(inbound))) return false;
    const { consultationId } = conversation;
    if (words.length > 0) await tx.words.add(words.map((row) => ({ ...row, consultationId })));
    const received: Received = {
      inboundId: inbound.id,
      event,
      conversation,
      wordsId: inbound.wordsId,
      profile,
      files: fileNames.map((name, place) => ({ name, file: fetched[place] ?? { fault: 'cannot' } })),
      fieldWords,
      now,
    };
    const handled = await handle(tx, received);
    // Settled first: it says in which conversation this was said, and so that the replies are no news.
    await tx.inbox.settle(inbound.id, {
      state: handled.state,
      ...(handled.state === 'failed' ? { error: handled.error } : {}),
      consultationId: handled.consultationId ?? consultationId,
      conversationId: conversation.id,
      personId: handled.personId,
      words: words.map((row) => row.id),
    });
    if (handled.replies.length > 0)
      await tx.outbox.add(
        handled.replies.map(({ kind, document, roundId }) => ({
          id: ids.next<DeliveryId>(),
          consultationId: handled.consultationId ?? consultationId,
          conversationId: conversation.id,
          kind,
          document: beside(document, event),
          inboundId: inbound.id,
          roundId: roundId ?? null,
          notBefore: null,
          createdAt: now,
        })),
      );
    return true;
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

  return async (raw) => {
    const parsed = Inbound.safeParse(raw);
    if (!parsed.success) return malformed(raw, parsed.error);
    const event = parsed.data;
    if (event.from.automatic) return;
    await inPlace(JSON.stringify([event.platform, event.workspace, event.place.ref]), () => one(event));
  };
}

/** What a person does without awaiting an answer. */
const SILENT: ReadonlySet<Inbound['type']> = new Set(['reaction', 'presence']);

/** What went wrong for one person of a room is told to that person. */
function apart(document: Document, { place, from }: Inbound): Document {
  return place.kind === 'direct' ? document : { ...document, manner: { as: 'whisper', to: from.userId } };
}

/** Shown where they asked, when that was not where the two talk; what waits for their words is said where nobody else reads them. */
function beside(document: Document, event: Inbound): Document {
  if (event.type !== 'message' || !event.aside) return document;
  if (document.manner !== undefined || document.asks !== undefined) return document;
  return { ...document, manner: { as: 'whisper', to: event.from.userId, in: event.aside } };
}

type Failed = Omit<Handled, 'state'> & { readonly state: 'failed'; readonly error: string };
type Failing = (tx: Transaction, received: Received) => Promise<Failed>;
