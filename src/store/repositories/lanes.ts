/** The lanes of the outbox: who holds them, what is first in each, and which are due. */
import type { Conversation } from '../../app/ports/conversations.ts';
import type { Outbox } from '../../app/ports/outbox.ts';
import type { ConversationId } from '../../core/ids.ts';
import { type Delivery as DeliveryRow, Prisma } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toInstantOrNull } from '../instants.ts';
import { COLUMNS } from './conversations.ts';
import { GENERATION, PENDING, read } from './deliveries.ts';

/** What each lane has to send first. */
const FIRST = Prisma.sql`(
  SELECT DISTINCT ON (d."conversationId") d."conversationId", d."notBefore", d."createdAt"
  FROM "Delivery" d WHERE ${PENDING} AND d.generation = ${GENERATION}
  ORDER BY d."conversationId", d.seq) AS first`;

export function lanesOf(tx: Client): Pick<Outbox, 'claim' | 'release' | 'begin' | 'nextDue' | 'lanes'> {
  return {
    async claim(conversationId, owner, now, until) {
      const [claimed] = await tx.$queryRaw<Conversation[]>`
        UPDATE "Conversation" c SET "laneOwner" = ${owner}, "laneUntil" = ${toDate(until)}::timestamptz
        WHERE c.id = ${conversationId}::uuid
          AND (c."laneOwner" IS NULL OR c."laneOwner" = ${owner} OR c."laneUntil" <= ${toDate(now)}::timestamptz)
        RETURNING ${COLUMNS}`;
      return claimed ?? null;
    },

    async release(conversationId, owner) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "laneOwner" = NULL, "laneUntil" = NULL
        WHERE id = ${conversationId}::uuid AND "laneOwner" = ${owner}`;
    },

    async begin(conversationId, owner, now) {
      // The lane's row is locked before the delivery is touched: whoever takes an expired lane waits, or came first.
      const [row] = await tx.$queryRaw<(DeliveryRow & { begun: boolean })[]>`
        WITH lane AS (
          SELECT c.id FROM "Conversation" c
          WHERE c.id = ${conversationId}::uuid
            AND c."laneOwner" = ${owner} AND c."laneUntil" > ${toDate(now)}::timestamptz FOR UPDATE),
        first AS (
          SELECT d.* FROM "Delivery" d JOIN lane ON lane.id = d."conversationId"
          WHERE ${PENDING} AND d.generation = ${GENERATION}
          ORDER BY d.seq LIMIT 1),
        begun AS (
          UPDATE "Delivery" d SET state = 'sending', attempts = d.attempts + 1
          FROM first WHERE d.id = first.id AND ${PENDING}
            AND (first."notBefore" IS NULL OR first."notBefore" <= ${toDate(now)}::timestamptz)
          RETURNING d.id),
        freed AS (
          UPDATE "Conversation" c SET "laneOwner" = NULL, "laneUntil" = NULL
          FROM lane WHERE c.id = lane.id AND NOT EXISTS (SELECT 1 FROM begun))
        SELECT first.*, EXISTS (SELECT 1 FROM begun) AS begun FROM first`;
      return row ? { delivery: read(row), begun: row.begun } : null;
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
