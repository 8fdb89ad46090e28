import type { Participations } from '../../app/ports/rounds.ts';
import type { ConsultationId, PartnerId, RoundId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import { type Participation as ParticipationRow, Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';
import { Overtaken } from '../overtaken.ts';
import { isUuid } from '../uuid.ts';

export function participations(tx: Client): Participations {
  /** Each as this transaction last read or wrote it. */
  const seen = new Map<string, Participation>();
  const note = (row: Participation): Participation => {
    seen.set(row.id, row);
    return row;
  };

  return {
    async add(rows) {
      // Somebody invited already keeps what they did.
      await insert(
        tx,
        'Participation',
        rows.map((row) => ({
          id: row.id,
          consultationId: row.consultationId,
          roundId: row.roundId,
          partnerId: row.partnerId,
          invitedAt: toDate(row.invitedAt),
          ...progress(row),
        })),
        Prisma.sql`ON CONFLICT ("roundId", "partnerId") DO NOTHING`,
      );
    },

    async save(row) {
      const before = seen.get(row.id);
      const { reachedAt, ...rest } = progress(row);
      // A delivery may have reached the person meanwhile: only what the body changed is written.
      const data = before?.reachedAt === row.reachedAt ? rest : { ...rest, reachedAt };
      const { count } = await tx.participation.updateMany({
        where: before ? { id: row.id, ...unchanged(before) } : { id: row.id },
        data,
      });
      if (before && count === 0) throw new Overtaken(`participation ${row.id}`);
      note(row);
    },

    async find(roundId, partnerId) {
      const row = await tx.participation.findUnique({
        where: { roundId_partnerId: { roundId, partnerId } },
      });
      return row === null ? null : note(readParticipation(row));
    },

    async of(roundId) {
      if (!isUuid(roundId)) return [];
      const rows = await tx.participation.findMany({ where: { roundId }, orderBy: { id: 'asc' } });
      return rows.map((row) => note(readParticipation(row)));
    },

    async ofPartner(partnerId) {
      const rows = await tx.$queryRaw<ParticipationRow[]>`
        SELECT pa.* FROM "Participation" pa JOIN "Round" r ON r.id = pa."roundId"
        WHERE pa."partnerId" = ${partnerId}::uuid
        ORDER BY r."openedAt" DESC, r.id DESC`;
      return rows.map((row) => note(readParticipation(row)));
    },

    async reached(roundId, conversationId, at) {
      await tx.$executeRaw`
        UPDATE "Participation" pa SET "reachedAt" = ${toDate(at)}::timestamptz
        FROM "Conversation" c, "Identity" i, "Partner" p
        WHERE c.id = ${conversationId}::uuid
          AND i.platform = c.platform AND i.workspace = c.workspace AND i."userId" = c."userId"
          AND coalesce(p."successorId", p."personId") = i."personId"
          AND pa."roundId" = ${roundId}::uuid AND pa."partnerId" = p.id AND pa."reachedAt" IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM "Mail" m WHERE m."conversationId" = c.id AND m."roundId" = pa."roundId"
              AND m.kind = 'invitation' AND m.state <> 'sent')`;
    },
  };
}

const unchanged = (row: Participation) => {
  const { reachedAt: _, answered, passed, ...rest } = progress(row);
  return { ...rest, answered: { equals: answered }, passed: { equals: passed } };
};

const progress = (row: Participation) => ({
  state: row.state,
  answered: [...row.answered],
  passed: [...row.passed],
  reachedAt: toDateOrNull(row.reachedAt),
  consentedAt: toDateOrNull(row.consentedAt),
  endedAt: toDateOrNull(row.endedAt),
});

export const readParticipation = (row: ParticipationRow): Participation => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  roundId: row.roundId as RoundId,
  partnerId: row.partnerId as PartnerId,
  state: row.state as Participation['state'],
  answered: row.answered,
  passed: row.passed,
  invitedAt: toInstant(row.invitedAt),
  reachedAt: toInstantOrNull(row.reachedAt),
  consentedAt: toInstantOrNull(row.consentedAt),
  endedAt: toInstantOrNull(row.endedAt),
});
