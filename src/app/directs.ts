/** The direct conversations people are written to in: made when missing, not opened on the platform, locked. */
import type { ConsultationId, ConversationId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import type { Conversation } from './ports/conversations.ts';
import type { Ids } from './ports/edge.ts';
import type { Address, Person } from './ports/people.ts';
import type { Transaction } from './ports/store.ts';

interface Edge {
  readonly tx: Pick<Transaction, 'conversations'>;
  readonly ids: Ids;
  readonly now: Instant;
}

/** At each address, in order. */
export const directsAt = (
  { tx, ids, now }: Edge,
  consultationId: ConsultationId,
  addresses: readonly Address[],
): Promise<readonly Conversation[]> =>
  tx.conversations.directs(
    addresses.map(({ platform, workspace, userId }) => ({
      ...{ platform, workspace, userId },
      id: ids.next<ConversationId>(),
      consultationId,
      at: now,
    })),
  );

/** With each person, where they prefer to be written to, in order; each has an address. */
export const directsOf = (
  edge: Edge,
  consultationId: ConsultationId,
  people: readonly Pick<Person, 'addresses'>[],
): Promise<readonly Conversation[]> =>
  directsAt(
    edge,
    consultationId,
    people.map(({ addresses }) => addresses[0]!),
  );
