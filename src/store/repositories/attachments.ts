import type { AttachmentRow, Attachments } from '../../app/ports/attachments.ts';
import { eraseAttachment, type Query } from '../erase-pieces.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';
import { Overtaken } from '../overtaken.ts';
import { storable } from '../storable.ts';
import { isUuid } from '../uuid.ts';

type Row = Omit<AttachmentRow, 'receivedAt' | 'settledAt'> & {
  readonly receivedAt: Date;
  readonly settledAt: Date | null;
};

export function attachments(tx: Client): Attachments {
  const query: Query = (sql, params) => tx.$queryRawUnsafe(sql, ...params);
  const rows = async (where: Prisma.Sql): Promise<AttachmentRow[]> => {
    const found = await tx.$queryRaw<Row[]>`
      SELECT a.id, a."consultationId", a.number, a."personId", a."conversationId", a."inboundId", a."messageRef",
        a.place, a."nameId" AS name, a.kind, a.bytes, a.sha256, a.state, a."reasonId" AS reason, a."receivedAt",
        a."settledAt",
        (SELECT coalesce(json_agg(p.number ORDER BY p.number), '[]') FROM "Proposal" p
          JOIN "Answer" w ON w.id = p."answerId" WHERE w."attachmentId" = a.id) AS proposals
      FROM "Attachment" a WHERE ${where} ORDER BY a.number`;
    return found.map((row) => ({
      ...row,
      receivedAt: toInstant(row.receivedAt),
      settledAt: toInstantOrNull(row.settledAt),
    }));
  };
  const one = async (where: Prisma.Sql) => (await rows(where))[0] ?? null;

  return {
    async add(row, data) {
      const [last] = await tx.$queryRaw<{ number: number }[]>`
        SELECT coalesce(max(number), 0) AS number FROM "Attachment"
        WHERE "consultationId" = ${row.consultationId}::uuid`;
      const number = (last?.number ?? 0) + 1;
      const { name, reason, receivedAt, settledAt, ...same } = row;
      await insert(tx, 'Attachment', [
        {
          ...same,
          number,
          nameId: name,
          reasonId: reason,
          receivedAt: toDate(receivedAt),
          settledAt: toDateOrNull(settledAt),
        },
      ]);
      await tx.attachmentContent.create({
        data: { attachmentId: row.id, data: new Uint8Array(data) },
      });
      return { ...row, number };
    },

    byId: async (id) => (isUuid(id) ? one(Prisma.sql`a.id = ${id}::uuid`) : null),
    byNumber: (consultationId, number) =>
      one(Prisma.sql`a."consultationId" = ${consultationId}::uuid AND a.number = ${number}`),
    of: (consultationId, states) =>
      rows(
        Prisma.sql`a."consultationId" = ${consultationId}::uuid AND a.state = ANY(${[...states]}::text[])`,
      ),
    ofMessage: (conversationId, messageRef) =>
      rows(
        Prisma.sql`a."conversationId" = ${conversationId}::uuid AND a."messageRef" = ${storable(messageRef)}`,
      ),

    async held(personId) {
      const [found] = await tx.$queryRaw<{ bytes: bigint | number | null }[]>`
        SELECT sum(bytes)::bigint AS bytes FROM "Attachment"
        WHERE "personId" = ${personId}::uuid AND sha256 IS NOT NULL`;
      return Number(found?.bytes ?? 0);
    },

    async content(id) {
      const row = isUuid(id) ? await tx.attachmentContent.findUnique({ where: { attachmentId: id } }) : null;
      return row?.data ?? null;
    },

    async settle({ id, state: seen }, { state, reason, at }) {
      const { count } = await tx.attachment.updateMany({
        where: { id, state: seen },
        data: { state, reasonId: reason, settledAt: toDateOrNull(at) },
      });
      if (count === 0) throw new Overtaken(`attachment ${id}`);
    },

    async erase(id, at) {
      await eraseAttachment(query, { attachment: id, at: new Date(at) });
    },

    async expire(before) {
      const gone = await tx.$queryRaw<{ id: string }[]>`
        WITH gone AS (
          UPDATE "Attachment" SET sha256 = NULL
          WHERE state IN ('extracted', 'filed') AND sha256 IS NOT NULL
            AND "settledAt" < ${toDate(before)}::timestamptz RETURNING id)
        DELETE FROM "AttachmentContent" c USING gone WHERE c."attachmentId" = gone.id RETURNING c."attachmentId" AS id`;
      return gone.length;
    },
  };
}
