import type { InboundRow, Inbox } from '../../app/ports/inbox.ts';
import type { ConversationId, InboundId, PersonId, WordsId } from '../../core/ids.ts';
import { type Inbound, Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';
import { storable } from '../storable.ts';
import { isUuid } from '../uuid.ts';

/** The unique key makes a second process wait for the first one's commit; an error would abort the transaction. */
const ONCE = Prisma.sql`ON CONFLICT (platform, workspace, "eventId") DO NOTHING`;

export function inbox(tx: Client): Inbox {
  return {
    async add(row) {
      const stored = await insert(
        tx,
        'Inbound',
        [
          {
            id: row.id,
            platform: row.platform,
            workspace: row.workspace,
            eventId: row.eventId,
            type: row.type,
            at: toDate(row.at),
            messageRef: row.messageRef,
            wordsId: row.wordsId,
            payload: row.payload ?? {},
            state: 'received',
            receivedAt: toDate(row.receivedAt),
          },
        ],
        ONCE,
      );
      return stored === 1;
    },

    async settle(id, as) {
      const set = [Prisma.sql`state = ${as.state}`];
      if (as.error !== undefined) set.push(Prisma.sql`error = ${storable(as.error)}`);
      if (as.consultationId !== undefined)
        set.push(Prisma.sql`"consultationId" = ${as.consultationId}::uuid`);
      if (as.conversationId !== undefined)
        set.push(Prisma.sql`"conversationId" = ${as.conversationId}::uuid`);
      if (as.personId !== undefined) set.push(Prisma.sql`"personId" = ${as.personId}::uuid`);
      const { words = [], consultationId = null, personId = null } = as;
      if (words.length === 0 || (consultationId === null && personId === null))
        await tx.$executeRaw`UPDATE "Inbound" SET ${Prisma.join(set)} WHERE id = ${id}::uuid`;
      else
        await tx.$executeRaw`
          WITH owned AS (
            UPDATE "Words" SET "consultationId" = ${consultationId}::uuid,
              "personId" = coalesce("personId", ${personId}::uuid)
            WHERE id = ANY(${[...words]}::uuid[]))
          UPDATE "Inbound" SET ${Prisma.join(set)} WHERE id = ${id}::uuid`;
    },

    async adopt(conversationId, consultationId, personId) {
      await tx.$executeRaw`
        WITH said AS (
          UPDATE "Inbound" SET "personId" = ${personId}::uuid, "consultationId" = ${consultationId}::uuid
          WHERE "conversationId" = ${conversationId}::uuid AND "personId" IS NULL AND type <> 'presence'
          RETURNING "wordsId", payload)
        UPDATE "Words" SET "personId" = ${personId}::uuid, "consultationId" = ${consultationId}::uuid
        WHERE "personId" IS NULL AND id IN (
          SELECT "wordsId" FROM said
          UNION SELECT (file->>'name')::uuid FROM said, jsonb_array_elements(
            CASE WHEN jsonb_typeof(payload->'files') = 'array' THEN payload->'files' ELSE '[]'::jsonb END) AS file)`;
    },

    async changesOf(conversationId, messageRef) {
      const rows = await tx.$queryRaw<{ type: 'edit' | 'delete'; at: Date; wordsId: WordsId | null }[]>`
        SELECT type, at, "wordsId" FROM "Inbound"
        WHERE "conversationId" = ${conversationId}::uuid AND "messageRef" = ${storable(messageRef)}
          AND type IN ('edit', 'delete')
        ORDER BY at, "receivedAt", id`;
      return rows.map((row) => ({ type: row.type, at: toInstant(row.at), wordsId: row.wordsId }));
    },

    async waiting(id) {
      const row = isUuid(id) ? await tx.inbound.findFirst({ where: { id, state: 'received' } }) : null;
      return row && read(row);
    },

    async wordsOf(id) {
      if (!isUuid(id)) return null;
      const row = await tx.inbound.findUnique({ where: { id }, select: { wordsId: true } });
      return (row?.wordsId ?? null) as WordsId | null;
    },

    async presentIn(conversationId) {
      const rows = await tx.$queryRaw<{ userId: string }[]>`
        SELECT last."userId" FROM (
          SELECT DISTINCT ON (i.payload->'from'->>'userId')
            i.payload->'from'->>'userId' AS "userId", (i.payload->>'here')::boolean AS here, i.id
          FROM "Inbound" i
          WHERE i."conversationId" = ${conversationId}::uuid AND i.type = 'presence'
            AND i.payload->'from'->>'userId' IS NOT NULL
          ORDER BY i.payload->'from'->>'userId', i.at DESC, i.id DESC) AS last
        WHERE last.here ORDER BY last.id`;
      return rows.map(({ userId }) => userId);
    },

    async personOf(id) {
      if (!isUuid(id)) return null;
      const row = await tx.inbound.findUnique({ where: { id }, select: { personId: true } });
      return (row?.personId ?? null) as PersonId | null;
    },

    async messageOf(id) {
      const row = isUuid(id) ? await tx.inbound.findUnique({ where: { id } }) : null;
      if (!row?.conversationId || !row.messageRef || !row.wordsId) return null;
      return {
        conversationId: row.conversationId as ConversationId,
        messageRef: row.messageRef,
        words: row.wordsId as WordsId,
        at: toInstant(row.at),
      };
    },

    async messageBefore(conversationId, id) {
      const row = await tx.inbound.findFirst({
        where: { conversationId, type: 'message', wordsId: { not: null }, id: { not: id } },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      });
      return row?.wordsId ? { id: row.id as InboundId, words: row.wordsId as WordsId } : null;
    },

    async failed(limit, consultationId) {
      const rows = await tx.inbound.findMany({
        where: {
          state: 'failed',
          ...(consultationId === undefined ? {} : { OR: [{ consultationId }, { consultationId: null }] }),
        },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map((row) => ({ ...read(row), error: row.error }));
    },
  };
}

const read = (row: Inbound): InboundRow => ({
  id: row.id as InboundId,
  platform: row.platform,
  workspace: row.workspace,
  eventId: row.eventId,
  type: row.type,
  at: toInstant(row.at),
  messageRef: row.messageRef,
  wordsId: row.wordsId as WordsId | null,
  payload: row.payload,
  receivedAt: toInstant(row.receivedAt),
});
