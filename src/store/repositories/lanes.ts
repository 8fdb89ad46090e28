/** The lanes of the outbox: who holds them, what is first in each, and which are due. */
import type { Outbox } from '../../app/ports/outbox.ts';
import type { ConversationId } from '../../core/ids.ts';
import { type Delivery as DeliveryRow, Prisma } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toInstantOrNull } from '../instants.ts';
import { GENERATION, PENDING, read } from './deliveries.ts';

/** What each lane has to send first. */
const FIRST = Prisma.sql`(
  SELECT DISTINCT ON (d."conversationId") d."conversationId", d."notBefore", d."createdAt"
  FROM "Delivery" d WHERE ${PENDING} AND d.generation = ${GENERATION}
  ORDER BY d."conversationId", d.seq) AS first`;

export function lanesOf(
  tx: Client,
): Pick<Outbox, 'claim' | 'release' | 'next' | 'begin' | 'nextDue' | 'lanes'> {
  return {
    async claim(conversationId, owner, now, until) {
      const claimed = await tx.$executeRaw`
        UPDATE "Conversation" SET "laneOwner" = ${owner}, "laneUntil" = ${toDate(until)}::timestamptz
        WHERE id = ${conversationId}::uuid
          AND ("laneOwner" IS NULL OR "laneOwner" = ${owner} OR "laneUntil" <= ${toDate(now)}::timestamptz)`;
      return claimed === 1;
    },

    async release(conversationId, owner) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "laneOwner" = NULL, "laneUntil" = NULL
        WHERE id = ${conversationId}::uuid AND "laneOwner" = ${owner}`;
    },

    async next(conversationId, owner) {
      const [row] = await tx.$queryRaw<DeliveryRow[]>`
        SELECT d.* FROM "Delivery" d JOIN "Conversation" c ON c.id = d."conversationId"
        WHERE c.id = ${conversationId}::uuid AND c."laneOwner" = ${owner}
          AND ${PENDING} AND d.generation = ${GENERATION}
        ORDER BY d.seq LIMIT 1`;
      return row ? read(row) : null;
    },

    async begin(id, owner, now, until) {
      // The lane's row is locked before the delivery is touched: whoever takes an expired lane waits, or came first.
      const begun = await tx.$executeRaw`
        WITH lane AS (
          UPDATE "Conversation" c SET "laneUntil" = ${toDate(until)}::timestamptz
          FROM "Delivery" d
          WHERE d.id = ${id}::uuid AND c.id = d."conversationId"
            AND c."laneOwner" = ${owner} AND c."laneUntil" > ${toDate(now)}::timestamptz
          RETURNING c.id)
        UPDATE "Delivery" d SET state = 'sending', attempts = d.attempts + 1
        FROM lane WHERE d.id = ${id}::uuid AND d."conversationId" = lane.id AND ${PENDING}`;
      return begun === 1;
    },

    async nextDue(now) {
      const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
        SELECT min("notBefore") AS at FROM ${FIRST} WHERE "notBefore" > ${toDate(now)}::timestamptz`;
      return toInstantOrNull(row?.at ?? null);
    },

    async lanes(now, limit, owned) {
      const rows = await tx.$queryRaw<{ id: ConversationId }[]>`
        SELECT c.id FROM ${FIRST}
        JOIN "Conversation" c ON c.id = first."conversationId"
        WHERE (first."notBefore" IS NULL OR first."notBefore" <= ${toDate(now)}::timestamptz)
          AND (${owned === 'too'} OR c."laneOwner" IS NULL OR c."laneUntil" <= ${toDate(now)}::timestamptz)
        ORDER BY first."createdAt", c.id LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
  };
}
