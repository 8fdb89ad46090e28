import type { Mail, MailMatter, Mails } from '../../app/ports/mails.ts';
import type { NewDelivery } from '../../app/ports/outbox.ts';
import type { ConsultationId, ConversationId, PersonId, RoundId } from '../../core/ids.ts';
import { mayComeUnasked, WAITS_TO_BE_OPENED } from '../../core/mail/mailing.ts';
import { type Mail as MailRow, Prisma } from '../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../instants.ts';
import { readParticipation } from './participations.ts';
import { readRound } from './rounds.ts';

/** Letters queued before a restore belong to an older generation: they have left long ago, or are out of date. */
const GENERATION = Prisma.sql`(SELECT generation FROM "Installation" WHERE id = 1)`;
/** Whoever speaks for a place `o`: its last holder, and not who left it. */
const SPEAKS = Prisma.sql`coalesce(o."successorId", o."personId")`;
const pending = (mail: string) => Prisma.sql`${Prisma.raw(mail)}.state IN ('queued', 'sending')
  AND ${Prisma.raw(mail)}.generation = ${GENERATION}`;

/** What somebody changes of what they proposed. */
const RECALLED_VERBS = [
  'answer.submit',
  'answer.edit',
  'answer.delete',
  'proposal.revise',
  'proposal.withdraw',
  'proposal.restore',
  'proposal.correct',
];

/**
 * A letter for each of these deliveries that comes unasked to somebody with a mailbox, on a chat that waits to be
 * opened. An answer to what was said in the same conversation is no letter.
 */
export async function mailDeliveries(tx: Client, rows: readonly NewDelivery[]): Promise<void> {
  const ids = rows.filter(({ kind }) => mayComeUnasked(kind)).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Mail" (id, "consultationId", "personId", "conversationId", "roundId", kind, state, "dueAt",
      generation, "createdAt")
    SELECT d.id, d."consultationId", p.id, c.id, d."roundId", d.kind, 'queued',
      greatest(d."createdAt", d."notBefore"), d.generation, d."createdAt"
    FROM "Delivery" d
    JOIN "Conversation" c ON c.id = d."conversationId" AND c.kind = 'direct' AND c.platform = ${WAITS_TO_BE_OPENED}
    JOIN "Identity" i ON i.platform = c.platform AND i.workspace = c.workspace AND i."userId" = c."userId"
      AND i."consultationId" = d."consultationId"
    JOIN "Person" p ON p.id = i."personId" AND p.email IS NOT NULL AND p."stoppedAt" IS NULL
    JOIN "Installation" n ON n.id = 1 AND n.mails
    LEFT JOIN "Inbound" said ON said.id = d."inboundId"
    WHERE d.id = ANY(${ids}::uuid[]) AND said."conversationId" IS DISTINCT FROM d."conversationId"
    ON CONFLICT DO NOTHING`;
}

export function mails(tx: Client): Mails {
  const settle = async (id: string, data: Prisma.MailUpdateManyMutationInput): Promise<void> => {
    await tx.mail.updateMany({ where: { id, state: { in: ['queued', 'sending'] } }, data });
  };
  return {
    async areSent() {
      const [installation] = await tx.$queryRaw<{ mails: boolean }[]>`
        SELECT mails FROM "Installation" WHERE id = 1`;
      return installation?.mails ?? false;
    },

    async setSent(sent) {
      await tx.$executeRaw`UPDATE "Installation" SET mails = ${sent} WHERE id = 1 AND mails <> ${sent}`;
    },

    async add(rows) {
      if (rows.length === 0) return;
      const [installation] = await tx.$queryRaw<{ generation: number }[]>`SELECT ${GENERATION} AS generation`;
      await insert(
        tx,
        'Mail',
        rows.map((row) => ({
          ...row,
          state: 'queued',
          attempts: 0,
          dueAt: toDate(row.dueAt),
          generation: installation!.generation,
          createdAt: toDate(row.createdAt),
        })),
        DO_NOTHING,
      );
    },

    async take(now, until) {
      const [row] = await tx.$queryRaw<MailRow[]>`
        UPDATE "Mail" SET state = 'sending', attempts = attempts + 1, "dueAt" = ${toDate(until)}::timestamptz
        WHERE id = (
          SELECT m.id FROM "Mail" m
          WHERE ${pending('m')} AND m."dueAt" <= ${toDate(now)}::timestamptz
            AND NOT EXISTS (
              SELECT 1 FROM "Mail" first WHERE first."personId" = m."personId" AND ${pending('first')}
                AND (first.state = 'sending' OR first.attempts = 0) AND (first."createdAt", first.id) < (m."createdAt", m.id))
          ORDER BY m."dueAt", m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
        RETURNING *`;
      return row === undefined ? null : read(row);
    },

    async nextDue() {
      const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
        SELECT min(m."dueAt") AS at FROM "Mail" m WHERE ${pending('m')}`;
      return toInstantOrNull(row?.at ?? null);
    },

    matter: (id) => matter(tx, id),

    async sent(id, at) {
      await settle(id, { state: 'sent', sentAt: toDate(at), error: null });
      await tx.$executeRaw`
        UPDATE "Participation" pa SET "reachedAt" = ${toDate(at)}::timestamptz
        FROM "Mail" m JOIN "Partner" o ON ${SPEAKS} = m."personId"
        WHERE m.id = ${id}::uuid AND m.kind = 'invitation' AND m.state = 'sent'
          AND pa."roundId" = m."roundId" AND pa."partnerId" = o.id AND pa."reachedAt" IS NULL`;
    },
    retry: (id, error, dueAt) => settle(id, { state: 'queued', error, dueAt: toDate(dueAt) }),
    giveBack: (id, dueAt) =>
      settle(id, { state: 'queued', dueAt: toDate(dueAt), attempts: { decrement: 1 } }),
    drop: (id, why) => settle(id, { state: 'dropped', error: why }),

    fail: (id, error) => settle(id, { state: 'failed', error }),

    async revive(now) {
      await tx.mail.updateMany({ where: { state: 'sending' }, data: { dueAt: toDate(now) } });
    },

    async recapCandidates(consultationId, since) {
      const rows = await tx.$queryRaw<
        {
          personId: PersonId;
          conversationId: ConversationId;
          roundId: RoundId;
          state: string;
          lastAct: Date;
          lastSaid: Date;
        }[]
      >`
        WITH changed AS (
          SELECT a."actorId" AS id, max(a.at) AS "lastAct" FROM "Act" a
          WHERE a."consultationId" = ${consultationId}::uuid AND a.at >= ${toDate(since)}::timestamptz
            AND a.verb = ANY(${RECALLED_VERBS}::text[])
          GROUP BY 1)
        SELECT p.id AS "personId", c.id AS "conversationId", pa."roundId", pa.state, changed."lastAct",
          said.last AS "lastSaid"
        FROM changed
        JOIN "Person" p ON p.id = changed.id AND p.email IS NOT NULL AND p."stoppedAt" IS NULL
        JOIN "Identity" i ON i."personId" = p.id AND i.platform = ${WAITS_TO_BE_OPENED}
        JOIN "Conversation" c ON c.platform = i.platform AND c.workspace = i.workspace AND c."userId" = i."userId"
        -- What waited for its files was received before it was answered, and acted upon, there.
        CROSS JOIN LATERAL (
          SELECT greatest(max(b."receivedAt"), max(d."createdAt")) AS last FROM "Inbound" b
          LEFT JOIN "Delivery" d ON d."inboundId" = b.id AND d."conversationId" = c.id
            AND d."createdAt" >= ${toDate(since)}::timestamptz
          WHERE b."conversationId" = c.id AND b."personId" = p.id) said
        CROSS JOIN LATERAL (
          SELECT q."roundId", q.state FROM "Participation" q
          JOIN "Partner" o ON o.id = q."partnerId" JOIN "Round" r ON r.id = q."roundId"
          WHERE ${SPEAKS} = p.id AND q."consentedAt" IS NOT NULL
          ORDER BY r."openedAt" DESC, q.id LIMIT 1) pa
        WHERE said.last >= changed."lastAct" AND NOT EXISTS (
          SELECT 1 FROM "Mail" m WHERE m."personId" = p.id AND m.kind = 'recap' AND m."createdAt" > changed."lastAct")
        ORDER BY p.id`;
      return rows.map(({ state, lastAct, lastSaid, ...row }) => ({
        ...row,
        finished: state === 'finished',
        lastAct: toInstant(lastAct),
        lastSaid: toInstant(lastSaid),
      }));
    },

    async ofRound(roundId) {
      const waiting = await tx.mail.count({ where: { roundId, state: { in: ['queued', 'sending'] } } });
      const failed = await tx.mail.count({ where: { roundId, state: 'failed' } });
      return { waiting, failed };
    },

    async of(consultationId, states, limit) {
      const rows = await tx.mail.findMany({
        where: { consultationId, state: { in: [...states] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(read);
    },
  };
}

interface MatterRow {
  readonly consultationId: ConsultationId;
  readonly consultationKey: string;
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly lang: string;
  readonly stopped: boolean;
  readonly shared: boolean;
  readonly document: unknown;
  readonly stands: boolean;
  readonly personId: string;
  readonly roundId: string | null;
}

async function matter(tx: Client, id: string): Promise<MailMatter | null> {
  const [row] = await tx.$queryRaw<MatterRow[]>`
    SELECT k.id AS "consultationId", k.key AS "consultationKey", c.platform, c.workspace, c."userId",
      CASE WHEN p.name IS NULL THEN NULL ELSE p.email END AS email, p.lang, p."stoppedAt" IS NOT NULL AS stopped,
      EXISTS (SELECT 1 FROM "Person" o WHERE o.email = p.email AND o.id <> p.id) AS shared,
      d.document, m.kind = 'recap' OR coalesce(d.state <> 'dropped', false) AS stands, p.id AS "personId", m."roundId"
    FROM "Mail" m
    JOIN "Person" p ON p.id = m."personId"
    JOIN "Conversation" c ON c.id = m."conversationId"
    JOIN "Consultation" k ON k.id = m."consultationId"
    LEFT JOIN "Delivery" d ON d.id = m.id AND d."conversationId" = m."conversationId"
    WHERE m.id = ${id}::uuid`;
  if (row === undefined || row.userId === null) return null;
  const { platform, workspace, userId, personId, roundId, ...rest } = row;
  const round = roundId === null ? null : await tx.round.findUnique({ where: { id: roundId } });
  const theirs =
    roundId === null
      ? []
      : await tx.$queryRaw<Parameters<typeof readParticipation>[0][]>`
          SELECT pa.* FROM "Participation" pa JOIN "Partner" o ON o.id = pa."partnerId"
          WHERE pa."roundId" = ${roundId}::uuid AND ${SPEAKS} = ${personId}::uuid ORDER BY pa.id`;
  return {
    ...rest,
    address: { platform, workspace, userId },
    round: round === null ? null : readRound(round),
    participations: theirs.map(readParticipation),
  };
}

const read = (row: MailRow): Mail => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  personId: row.personId as PersonId,
  conversationId: row.conversationId as ConversationId,
  roundId: row.roundId as RoundId | null,
  kind: row.kind,
  dueAt: toInstant(row.dueAt),
  createdAt: toInstant(row.createdAt),
  state: row.state as Mail['state'],
  attempts: row.attempts,
  error: row.error,
  sentAt: toInstantOrNull(row.sentAt),
});
