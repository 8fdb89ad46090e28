import type { TranscriptRow, Transcripts } from '../../app/ports/conversations.ts';
import { Prisma } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';
import { storable } from '../storable.ts';
import { isUuid } from '../uuid.ts';

type Row = Omit<TranscriptRow, 'at'> & { readonly at: Date };

export function transcripts(tx: Client): Transcripts {
  return {
    async of({ platform, workspace, userId }, { now, limit, before, since, said }) {
      const where = [Prisma.sql`true`];
      if (before !== undefined) {
        const at = toDate(before.at);
        where.push(
          isUuid(before.row)
            ? Prisma.sql`(at < ${at}::timestamptz OR (at = ${at}::timestamptz AND "row" < ${before.row}::uuid))`
            : Prisma.sql`at < ${at}::timestamptz`,
        );
      }
      if (since !== undefined) where.push(Prisma.sql`changed >= ${toDate(since)}::timestamptz`);
      if (said !== undefined)
        where.push(Prisma.sql`"messageRef" = ANY(${said.map((one) => storable(one))}::text[])`);
      // A delivery is shown from the moment it is being sent: the page may be read between that and its being marked sent.
      const rows = await tx.$queryRaw<Row[]>`
        WITH here AS (
          SELECT id FROM "Conversation"
          WHERE platform = ${platform} AND workspace = ${workspace} AND "userId" = ${storable(userId)}),
        changes AS (
          SELECT DISTINCT ON (d.document->'manner'->>'of')
            d.document->'manner'->>'of' AS "of", d.document, coalesce(d."sentAt", ${toDate(now)}::timestamptz) AS at
          FROM here JOIN "Delivery" d ON d."conversationId" = here.id AND d.state IN ('sending', 'sent')
            AND d.document->'manner'->>'as' = 'edit'
          ORDER BY d.document->'manner'->>'of', d.seq DESC),
        lines AS (
          SELECT i.id AS "row", i.type AS kind, i."receivedAt" AS at, i."messageRef",
            coalesce(e."wordsId", i."wordsId", (i.payload->>'valueWords')::uuid) AS "wordsId",
            e.id IS NOT NULL AS edited, x.id IS NOT NULL AS deleted,
            greatest(i."receivedAt", e."receivedAt", x."receivedAt") AS changed,
            i.payload->>'value' AS value, o.document,
            (SELECT json_agg(json_build_object('name', f.value->>'name',
                'bytes', coalesce(a.bytes, (f.value->>'bytes')::bigint),
                'attachment', CASE WHEN a.sha256 IS NOT NULL THEN a.id END) ORDER BY f.ordinality)
              FROM jsonb_array_elements(i.payload->'files') WITH ORDINALITY f
              LEFT JOIN "Attachment" a ON a."inboundId" = i.id AND a.place = f.ordinality - 1) AS files
          FROM here
          JOIN "Inbound" i ON i."conversationId" = here.id AND i.type IN ('message', 'choice')
          LEFT JOIN LATERAL (
            SELECT c.id, c."wordsId", c."receivedAt" FROM "Inbound" c
            WHERE i.type = 'message' AND c."conversationId" = here.id AND c."messageRef" = i."messageRef"
              AND c.type = 'edit' AND c."wordsId" IS NOT NULL
            ORDER BY c.at DESC, c."receivedAt" DESC, c.id DESC LIMIT 1) e ON true
          LEFT JOIN LATERAL (
            SELECT c.id, c."receivedAt" FROM "Inbound" c
            WHERE i.type = 'message' AND c."conversationId" = here.id AND c."messageRef" = i."messageRef"
              AND c.type = 'delete'
            LIMIT 1) x ON true
          LEFT JOIN "Delivery" o ON i.type = 'choice' AND o."conversationId" = here.id
            AND o.id::text = split_part(i."messageRef", '/', 1)
          UNION ALL
          SELECT d.id, 'delivery', coalesce(d."sentAt", ${toDate(now)}::timestamptz), NULL, NULL, false, false,
            greatest(coalesce(d."sentAt", ${toDate(now)}::timestamptz), c.at), NULL, coalesce(c.document, d.document), NULL
          FROM here JOIN "Delivery" d ON d."conversationId" = here.id AND d.state IN ('sending', 'sent')
            AND d.document->'manner'->>'as' IS DISTINCT FROM 'edit'
          LEFT JOIN changes c ON c."of" = d.id::text)
        SELECT "row", kind, at, "messageRef", "wordsId", edited, deleted, value, document, files
        FROM lines WHERE ${Prisma.join(where, ' AND ')} ORDER BY at DESC, "row" DESC LIMIT ${limit}`;
      return rows.reverse().map((row) => ({ ...row, files: row.files ?? [], at: toInstant(row.at) }));
    },
  };
}
