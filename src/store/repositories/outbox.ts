import type { LiveDelivery, NewDelivery, Outbox, Refused } from '../../app/ports/outbox.ts';
import type { ConversationId } from '../../core/ids.ts';
import { type Delivery as DeliveryRow, Prisma } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../instants.ts';
import { storable, storableJson, storableOrNull } from '../storable.ts';
import { GENERATION, PENDING, read } from './deliveries.ts';
import { lanesOf } from './lanes.ts';
import { mailDeliveries } from './mails.ts';

export function outbox(tx: Client): Outbox {
  return {
    ...lanesOf(tx),

    async add(rows) {
      if (rows.length === 0) return;
      const stored = await tx.$executeRaw`
        WITH given AS (SELECT * FROM jsonb_populate_recordset(NULL::"Delivery", ${storableJson(placed(rows))}::jsonb)),
        ${numbered(rows)}
        INSERT INTO "Delivery" (id, "consultationId", "conversationId", seq, kind, document, state, attempts,
          "notBefore", generation, "inboundId", "roundId", "createdAt")
        SELECT g.id, g."consultationId", g."conversationId", numbered.first + g.seq, g.kind, g.document, 'queued', 0,
          g."notBefore", ${GENERATION}, g."inboundId", g."roundId", g."createdAt"
        FROM given g JOIN numbered ON numbered.id = g."conversationId"`;
      if (stored !== rows.length)
        throw new Error(`${rows.length - stored} deliveries are for conversations that don't exist`);
      await supersede(tx, rows);
      await mailDeliveries(tx, rows);
    },

    async byId(id) {
      const row = await tx.delivery.findUnique({ where: { id } });
      return row && read(row);
    },

    async live(consultationId, kind) {
      const rows = await tx.$queryRaw<
        (Pick<LiveDelivery, 'id' | 'conversationId' | 'roundId'> & LiveDelivery['latest'])[]
      >`
        WITH shown AS (
          SELECT DISTINCT ON (d."conversationId") d.id, d."conversationId", d."roundId", d.kind, d.document
          FROM "Delivery" d
          WHERE d."consultationId" = ${consultationId}::uuid AND d.state IN ('queued', 'sending', 'sent')
            AND d.kind = ${kind} AND coalesce(d.document->'manner'->>'as', 'post') = 'post' AND d.generation = ${GENERATION}
          ORDER BY d."conversationId", d.seq DESC)
        SELECT s.id, s."conversationId", s."roundId", coalesce(e.kind, s.kind) AS kind,
          coalesce(e.document, s.document) AS document
        FROM shown s LEFT JOIN LATERAL (
          SELECT e.kind, e.document FROM "Delivery" e
          WHERE e."conversationId" = s."conversationId" AND e.state IN ('queued', 'sending', 'sent')
            AND e.document->'manner'->>'of' = s.id::text
          ORDER BY e.seq DESC LIMIT 1) e ON true`;
      return rows.map(({ id, conversationId, roundId, ...latest }) => ({
        id,
        conversationId,
        roundId,
        latest,
      }));
    },

    async byMessage(conversationId, messageRef) {
      const ref = storable(messageRef);
      // The page names a message by its delivery and the part's number.
      const [row] = await tx.$queryRaw<DeliveryRow[]>`
        SELECT d.* FROM "Delivery" d WHERE d."conversationId" = ${conversationId}::uuid
          AND (d."messageRef" = ${ref} OR d.id::text = split_part(${ref}, '/', 1))
        ORDER BY d.seq DESC LIMIT 1`;
      return row ? read(row) : null;
    },

    async sent(id, messageRef, at) {
      await tx.$executeRaw`
        UPDATE "Delivery" SET state = 'sent', "messageRef" = ${storableOrNull(messageRef)},
          "sentAt" = ${toDate(at)}::timestamptz, error = NULL
        WHERE id = ${id}::uuid`;
    },

    async asking(conversationId, most) {
      const rows = await tx.$queryRaw<{ document: unknown; sentAt: Date | null }[]>`
        SELECT d.document, d."sentAt" FROM "Delivery" d
        WHERE d."conversationId" = ${conversationId}::uuid AND d.document->'asks' IS NOT NULL
          AND d.state IN ('queued', 'sending', 'sent')
        ORDER BY d.seq DESC LIMIT ${most}`;
      return rows.map(({ document, sentAt }) => ({ document, shownAt: toInstantOrNull(sentAt) }));
    },

    async retry(id, error, notBefore, { doubtful, looking } = { doubtful: true, looking: false }) {
      await tx.$executeRaw`
        UPDATE "Delivery" SET state = 'queued', error = ${storable(error)},
          "notBefore" = ${toDate(notBefore)}::timestamptz, doubtful = ${doubtful},
          lookups = lookups + ${looking ? 1 : 0}
        WHERE id = ${id}::uuid AND state IN ('queued', 'sending')`;
    },

    async fail(id, error) {
      await tx.$executeRaw`
        UPDATE "Delivery" SET state = 'failed', error = ${storable(error)}
        WHERE id = ${id}::uuid AND state IN ('queued', 'sending')`;
    },

    drop: (roundId, kinds) =>
      drop(
        tx,
        Prisma.sql`d."roundId" = ${roundId}::uuid
          AND (${kinds === undefined} OR d.kind = ANY(${[...(kinds ?? [])]}::text[]))`,
      ),

    dropFor: (personId, roundId, kinds) =>
      drop(
        tx,
        Prisma.sql`d."roundId" = ${roundId}::uuid AND d.kind = ANY(${[...kinds]}::text[])
          AND d."conversationId" IN (
            SELECT c.id FROM "Conversation" c JOIN "Identity" i
              ON i.platform = c.platform AND i.workspace = c.workspace AND i."userId" = c."userId"
            WHERE c.kind = 'direct' AND i."personId" = ${personId}::uuid)`,
      ),

    async left(conversationIds, kinds, since) {
      const rows = await tx.$queryRaw<{ conversationId: ConversationId; at: Date }[]>`
        SELECT d."conversationId", coalesce(d."sentAt", d."createdAt") AS at FROM "Delivery" d
        WHERE d."conversationId" = ANY(${[...conversationIds]}::uuid[]) AND d.kind = ANY(${[...kinds]}::text[])
          AND d.state IN ('queued', 'sending', 'sent')
          AND coalesce(d."sentAt", d."createdAt") >= ${toDate(since)}::timestamptz
        ORDER BY at`;
      const groups = Map.groupBy(rows, ({ conversationId }) => conversationId);
      return new Map([...groups].map(([id, of]) => [id, of.map(({ at }) => toInstant(at))]));
    },

    refused: (roundId) => tx.$queryRaw<Refused[]>`
      WITH last AS (
        SELECT DISTINCT ON (d."conversationId") d."conversationId", d.state FROM "Delivery" d
        WHERE d.state IN ('sent', 'failed') AND d."conversationId" IN (
          SELECT "conversationId" FROM "Delivery" WHERE "roundId" = ${roundId}::uuid AND state = 'failed')
        ORDER BY d."conversationId", d.seq DESC),
      letter AS (
        SELECT DISTINCT ON (m."personId") m."personId", m.state FROM "Mail" m
        WHERE m.state IN ('sent', 'failed') AND m."personId" IN (
          SELECT "personId" FROM "Mail" WHERE "roundId" = ${roundId}::uuid AND state = 'failed')
        ORDER BY m."personId", m."createdAt" DESC, m.id DESC)
      SELECT i."personId", 'chat' AS by FROM last
        JOIN "Conversation" c ON c.id = last."conversationId" AND c.kind = 'direct'
        JOIN "Round" r ON r.id = ${roundId}::uuid
        JOIN "Identity" i ON i."consultationId" = r."consultationId"
          AND i.platform = c.platform AND i.workspace = c.workspace AND i."userId" = c."userId"
      WHERE last.state = 'failed'
      UNION SELECT "personId", 'mail' FROM letter WHERE state = 'failed'
      ORDER BY 1, 2`,

    async of(consultationId, states, limit) {
      const rows = await tx.delivery.findMany({
        where: { consultationId, state: { in: [...states] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(read);
    },
  };
}

/** One on its way can't be called back: sent it is sent, but refused it is not tried again. */
async function drop(tx: Client, which: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    WITH pending AS (
      SELECT d.id, d.state FROM "Delivery" d WHERE ${which} AND ${PENDING} FOR UPDATE)
    UPDATE "Delivery" d SET state = 'dropped' FROM pending WHERE d.id = pending.id
    RETURNING pending.state`;
  return rows.filter(({ state }) => state === 'queued').length;
}

/** Of edits of one message that wait, only the newest leaves. */
async function supersede(tx: Client, rows: readonly NewDelivery[]): Promise<void> {
  for (const { id, conversationId, document } of rows) {
    const manner = (document as { manner?: { as?: string; of?: string } } | null)?.manner;
    if (manner?.as !== 'edit') continue;
    await tx.$executeRaw`
      UPDATE "Delivery" SET state = 'dropped'
      WHERE "conversationId" = ${conversationId}::uuid AND state = 'queued' AND id <> ${id}::uuid
        AND document->'manner'->>'as' = 'edit' AND document->'manner'->>'of' = ${manner.of}`;
  }
}

/** Raises the counters of the conversations: the rows `numbered (id, first)`. One conversation is planned faster alone. */
function numbered(rows: readonly NewDelivery[]): Prisma.Sql {
  const [one, ...others] = new Set(rows.map((row) => row.conversationId));
  if (others.length === 0)
    return Prisma.sql`numbered AS (
      UPDATE "Conversation" SET "nextSeq" = "nextSeq" + ${rows.length} WHERE id = ${one}::uuid
      RETURNING id, "nextSeq" - ${rows.length} AS first)`;
  // Locked in one order whoever asks, so that two fan-outs wait for each other instead of dying.
  return Prisma.sql`
    counted AS (SELECT "conversationId" AS id, count(*)::int AS n FROM given GROUP BY 1),
    locked AS (SELECT c.id FROM "Conversation" c WHERE c.id IN (SELECT id FROM counted) ORDER BY c.id FOR UPDATE),
    numbered AS (
      UPDATE "Conversation" c SET "nextSeq" = c."nextSeq" + counted.n
      FROM locked JOIN counted USING (id) WHERE c.id = locked.id
      RETURNING c.id, c."nextSeq" - counted.n AS first)`;
}

/** Rows of the table, whose `seq` is still the place among those of the same conversation given here. */
function placed(rows: readonly NewDelivery[]) {
  const places = new Map<ConversationId, number>();
  return rows.map((row) => {
    const seq = places.get(row.conversationId) ?? 0;
    places.set(row.conversationId, seq + 1);
    return {
      id: row.id,
      consultationId: row.consultationId,
      conversationId: row.conversationId,
      seq,
      kind: row.kind,
      document: row.document,
      inboundId: row.inboundId,
      roundId: row.roundId,
      notBefore: row.notBefore === null ? null : toDate(row.notBefore),
      createdAt: toDate(row.createdAt),
    };
  });
}
