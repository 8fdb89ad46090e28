/** One event in its transaction: kept under its id, then handled, at once or once its files are there. */
import type { Conversation } from '../app/ports/conversations.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Arrived, Outcome } from '../app/ports/handling.ts';
import type { Profile } from '../app/ports/profiles.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import type { ConversationId, DeliveryId, InboundId, WordsId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import type { Fetched } from './intake.ts';
import { eventOf, rowsOf } from './rows.ts';

export type Received = Arrived<Inbound>;
export type Handled = Outcome<Document>;
export type Handle = (tx: Transaction, received: Received) => Promise<Handled>;
export type Failed = Omit<Handled, 'state'> & { readonly state: 'failed'; readonly error: string };
export type Failing = (tx: Transaction, received: Received) => Promise<Failed>;

export interface Kept {
  readonly id: InboundId;
  readonly event: Inbound;
  /** Locked until the commit. */
  readonly conversation: Conversation;
  readonly wordsId: WordsId | null;
  readonly words: readonly WordsId[];
  readonly fileNames: readonly WordsId[];
  readonly fieldWords: ReadonlyMap<string, WordsId>;
  /** When it is handled: what is handled as it comes is done at the very moment it was received. */
  readonly now: Instant;
}

interface Edge {
  readonly ids: Ids;
  readonly clock: Clock;
}

/** null when that event is stored already. */
export async function keep(tx: Transaction, event: Inbound, { ids, clock }: Edge): Promise<Kept | null> {
  const now = clock.now();
  const conversation = await conversationOf(tx, event, { ids, clock });
  const { inbound, words, fileNames, fieldWords } = rowsOf(event, ids, now);
  if (!(await tx.inbox.add(inbound))) return null;
  const { consultationId } = conversation;
  if (words.length > 0) await tx.words.add(words.map((row) => ({ ...row, consultationId })));
  const { id, wordsId } = inbound;
  return { id, event, conversation, wordsId, words: words.map((row) => row.id), fileNames, fieldWords, now };
}

/** A message that was kept and not handled yet, as it came; null when there is none. */
export async function keptBefore(tx: Transaction, id: InboundId, edge: Edge): Promise<Kept | null> {
  const before = await tx.inbox.waiting(id);
  if (before === null) return null;
  const { event: unread, fileNames } = eventOf(before, new Map());
  const conversation = await conversationOf(tx, unread, edge);
  // Another process may have handled it until its conversation was free.
  const row = await tx.inbox.waiting(id);
  if (row === null) return null;
  const words = [...(row.wordsId === null ? [] : [row.wordsId]), ...fileNames];
  const { event } = eventOf(row, await tx.words.texts(words));
  return {
    id,
    event,
    conversation,
    wordsId: row.wordsId,
    words,
    fileNames,
    fieldWords: new Map(),
    now: edge.clock.now(),
  };
}

const conversationOf = (tx: Transaction, event: Inbound, { ids, clock }: Edge): Promise<Conversation> =>
  tx.conversations.lock({
    id: ids.next<ConversationId>(),
    platform: event.platform,
    workspace: event.workspace,
    kind: event.place.kind,
    externalRef: event.place.ref,
    userId: event.place.kind === 'direct' ? event.from.userId : null,
    at: clock.now(),
  });

/** What it brings about, and what is said to it. */
export async function handled(
  tx: Transaction,
  kept: Kept,
  handle: Handle | Failing,
  { fetched, profile = null }: { readonly fetched: readonly Fetched[]; readonly profile?: Profile | null },
  { ids }: Pick<Edge, 'ids'>,
): Promise<void> {
  const { event, conversation, now } = kept;
  const told = await handle(tx, {
    inboundId: kept.id,
    event,
    conversation,
    wordsId: kept.wordsId,
    profile,
    files: kept.fileNames.map((name, place) => ({ name, file: fetched[place] ?? { fault: 'cannot' } })),
    fieldWords: kept.fieldWords,
    now,
  });
  const consultationId = told.consultationId ?? conversation.consultationId;
  // Settled first: it says in which conversation this was said, and so that the replies are no news.
  await tx.inbox.settle(kept.id, {
    state: told.state,
    ...(told.state === 'failed' ? { error: told.error } : {}),
    consultationId,
    conversationId: conversation.id,
    personId: told.personId,
    words: kept.words,
  });
  if (told.replies.length === 0) return;
  await tx.outbox.add(
    told.replies.map(({ kind, document, roundId, stays }) => ({
      id: ids.next<DeliveryId>(),
      consultationId,
      conversationId: conversation.id,
      kind,
      document: beside(document, event, stays),
      inboundId: kept.id,
      roundId: roundId ?? null,
      notBefore: null,
      createdAt: now,
    })),
  );
}

/** Shown where they asked, when that was not where the two talk; what waits for their words is said where nobody else reads them, what changes later where it can. */
function beside(document: Document, event: Inbound, stays = false): Document {
  if (event.type !== 'message' || !event.aside) return document;
  if (document.manner !== undefined) return document;
  if (document.asks !== undefined || stays)
    return { ...document, manner: { as: 'post', asked: event.aside } };
  return { ...document, manner: { as: 'whisper', to: event.from.userId, in: event.aside } };
}
