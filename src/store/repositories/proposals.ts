import { v7 } from 'uuid';
import type { ProposalRow, Proposals } from '../../app/ports/proposals.ts';
import type { PartnerId, ProposalId } from '../../core/ids.ts';
import type { Tag, Version } from '../../core/proposal/model.ts';
import { Prisma } from '../generated/client.ts';
import { BATCH, type Client, insert, insertion } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';
import { Overtaken } from '../overtaken.ts';
import { UNANSWERED } from '../unanswered.ts';
import { isUuid } from '../uuid.ts';

/** `SELECT` of whole proposals, one statement whatever their number; JSON carries instants as milliseconds. */
const WHOLE = Prisma.sql`
  p.id, p."consultationId", p.number, p."partnerId", p."roundId", p."promptKey", p."answerId", p.state, p.lateness,
  p."mergedIntoId" AS "mergedInto", p."splitFromId" AS "splitFrom", p."tableId" AS "table", p."externalId", p.attribution, p.standing, p.revision, p."submittedAt",
  (SELECT coalesce(json_agg(json_build_object('n', v.n, 'words', v."wordsId", 'start', v.start, 'end', v."end",
      'at', (extract(epoch FROM v.at) * 1000)::bigint) ORDER BY v.n), '[]')
    FROM "ProposalVersion" v WHERE v."proposalId" = p.id) AS versions,
  (SELECT coalesce(json_agg(json_build_object('dimension', t.dimension, 'value', t.value, 'source', t.source,
      'confidence', t.confidence, 'main', t.main) ORDER BY t."createdAt", t.id), '[]')
    FROM "Tag" t WHERE t."proposalId" = p.id AND t."replacedAt" IS NULL) AS tags,
  (SELECT coalesce(json_agg(s."partnerId" ORDER BY s.at, s.id), '[]') FROM (
      SELECT e."partnerId", e.at, e.id FROM "Endorsement" e WHERE e."proposalId" = p.id AND e."retractedAt" IS NULL
      UNION ALL SELECT a."partnerId", p."submittedAt", a.id FROM "TableAttendee" a
        WHERE p."tableId" IS NOT NULL AND a."tableId" = p."tableId" AND a."partnerId" IS NOT NULL
          AND NOT EXISTS (SELECT FROM "Endorsement" o WHERE o."proposalId" = p.id
            AND o."partnerId" = a."partnerId" AND o."retractedAt" IS NULL)) s) AS endorsers`;

export function proposals(tx: Client): Proposals {
  /** The revision each proposal had when this transaction last read or wrote it. */
  const seen = new Map<string, number>();
  const whole = async (
    where: Prisma.Sql,
    order: Prisma.Sql = Prisma.sql`p.number`,
  ): Promise<ProposalRow[]> => {
    const rows = await tx.$queryRaw<(Omit<ProposalRow, 'submittedAt'> & { submittedAt: Date })[]>`
      SELECT ${WHOLE} FROM "Proposal" p WHERE ${where} ORDER BY ${order}`;
    for (const row of rows) seen.set(row.id, row.revision);
    return rows.map((row) => ({ ...row, submittedAt: toInstant(row.submittedAt) }));
  };
  const one = async (where: Prisma.Sql): Promise<ProposalRow | null> => (await whole(where))[0] ?? null;

  /**
   * Sets columns with the revision; the proposal's consultation. Throws when there is no such proposal, Overtaken when
   * it is not any more what this transaction read.
   */
  const revise = async (
    id: ProposalId,
    revision: number,
    set: Prisma.Sql = Prisma.empty,
  ): Promise<string> => {
    const [row] = await tx.$queryRaw<{ consultationId: string }[]>`
      UPDATE "Proposal" SET revision = ${revision} ${set}
      WHERE id = ${id}::uuid AND revision = coalesce(${seen.get(id) ?? null}::int, revision)
      RETURNING "consultationId"`;
    if (!row) throw seen.has(id) ? new Overtaken(`proposal ${id}`) : new Error(`no proposal ${id}`);
    seen.set(id, revision);
    return row.consultationId;
  };

  return {
    async add(rows, { contentId, revision }) {
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = rows.slice(from, from + BATCH);
        const versions = batch.flatMap((row) =>
          row.versions.map((version) => versionRow(row, { ...version, id: v7() })),
        );
        const tags = batch.flatMap((row) =>
          row.tags.map((tag) => tagRow(row, { ...tag, id: v7() }, contentId, toDate(row.submittedAt))),
        );
        // One statement: keys between tables are checked at its end.
        await tx.$executeRaw`
          WITH versions AS (${insertion('ProposalVersion', versions)}), tags AS (${insertion('Tag', tags)})
          ${insertion(
            'Proposal',
            batch.map((row) => proposalRow(row, contentId, revision)),
          )}`;
      }
    },

    byId: async (id) => (isUuid(id) ? one(Prisma.sql`p.id = ${id}::uuid`) : null),
    byNumber: (consultationId, number) =>
      one(Prisma.sql`p."consultationId" = ${consultationId}::uuid AND p.number = ${number}`),
    byAnswer: (answerId) => whole(Prisma.sql`p."answerId" = ${answerId}::uuid`),
    mergedInto: async (ids) =>
      ids.length === 0
        ? []
        : whole(Prisma.sql`p.state = 'merged' AND p."mergedIntoId" = ANY(${[...ids]}::uuid[])`),
    async unanswered(consultationId) {
      const rows = await tx.$queryRaw<{ id: ProposalId }[]>`
        SELECT m.id FROM "Proposal" m
        WHERE m."consultationId" = ${consultationId}::uuid AND ${Prisma.raw(UNANSWERED)} ORDER BY m.number`;
      return rows.map(({ id }) => id);
    },
    endorsedBy: (partnerId) =>
      whole(Prisma.sql`p.id IN (SELECT e."proposalId" FROM "Endorsement" e
        WHERE e."partnerId" = ${partnerId}::uuid AND e."retractedAt" IS NULL)`),
    byPartner: (partnerId) => whole(Prisma.sql`p."partnerId" = ${partnerId}::uuid`),

    of(consultationId, filter = {}) {
      const where = [Prisma.sql`p."consultationId" = ${consultationId}::uuid`];
      if (filter.roundId !== undefined) where.push(Prisma.sql`p."roundId" = ${filter.roundId}::uuid`);
      if (filter.states !== undefined) where.push(Prisma.sql`p.state = ANY(${[...filter.states]}::text[])`);
      return whole(Prisma.join(where, ' AND '));
    },

    changedSince: (consultationId, revision) =>
      whole(
        Prisma.sql`p."consultationId" = ${consultationId}::uuid AND p.revision > ${revision}`,
        Prisma.sql`p.revision, p.number`,
      ),

    async addVersion(id, version, revision) {
      const consultationId = await revise(id, revision);
      await insert(tx, 'ProposalVersion', [versionRow({ id, consultationId }, version)]);
    },

    async setState(id, state, mergedInto, revision) {
      await revise(id, revision, Prisma.sql`, state = ${state}, "mergedIntoId" = ${mergedInto}::uuid`);
    },

    async setStanding(id, standing, revision) {
      await revise(id, revision, Prisma.sql`, standing = ${standing}`);
    },

    async setPartner(id, partner, revision) {
      await revise(id, revision, Prisma.sql`, "partnerId" = ${partner}::uuid`);
    },

    async setLateness(id, lateness, revision) {
      await revise(id, revision, Prisma.sql`, lateness = ${lateness}`);
    },

    async setTags(id, tags, { contentId, at, revision }) {
      const consultationId = await revise(id, revision);
      const dimensions = [...new Set(tags.map((tag) => tag.dimension))];
      const rows = tags.map((tag) => tagRow({ id, consultationId }, tag, contentId, toDate(at)));
      // In one statement the update does not see the new rows.
      await tx.$executeRaw`
        WITH replaced AS (
          UPDATE "Tag" SET "replacedAt" = ${toDate(at)}::timestamptz
          WHERE "proposalId" = ${id}::uuid AND dimension = ANY(${dimensions}::text[]) AND "replacedAt" IS NULL)
        ${insertion('Tag', rows)}`;
    },

    async revertTags(id, set, { at, revision }) {
      const rows = await tx.tag.findMany({ where: { proposalId: id, createdAt: toDate(set) } });
      if (rows.length === 0 || rows.some(({ replacedAt }) => replacedAt !== null)) return false;
      const former = await tx.tag.findMany({ where: { proposalId: id, replacedAt: toDate(set) } });
      const ids = rows.map((row) => row.id);
      await tx.tag.updateMany({ where: { id: { in: ids } }, data: { replacedAt: toDate(at) } });
      if (former.length > 0)
        await insert(
          tx,
          'Tag',
          former.map((row) => ({ ...row, id: v7(), createdAt: toDate(at), replacedAt: null })),
        );
      await revise(id, revision);
      return true;
    },

    async endorse({ id, consultationId, proposalId, partnerId, at }) {
      // Held as it was read until the commit: nobody stands behind what was split or withdrawn meanwhile.
      const before = seen.get(proposalId);
      if (before !== undefined) {
        const [now] = await tx.$queryRaw<{ revision: number }[]>`
          SELECT revision FROM "Proposal" WHERE id = ${proposalId}::uuid FOR SHARE`;
        if (now?.revision !== before) throw new Overtaken(`proposal ${proposalId}`);
      }
      await insert(
        tx,
        'Endorsement',
        [{ id, consultationId, proposalId, partnerId, at: toDate(at) }],
        Prisma.sql`ON CONFLICT ("proposalId", "partnerId") DO UPDATE SET at = excluded.at, "retractedAt" = NULL
                   WHERE "Endorsement"."retractedAt" IS NOT NULL`,
      );
    },

    async endorsements(consultationId) {
      const rows = await tx.endorsement.findMany({
        where: { consultationId, retractedAt: null },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ proposalId, partnerId, at }) => ({
        proposalId: proposalId as ProposalId,
        partnerId: partnerId as PartnerId,
        at: toInstant(at),
      }));
    },

    async retract(proposalId, partnerId, at) {
      await tx.endorsement.updateMany({
        where: { proposalId, partnerId, retractedAt: null },
        data: { retractedAt: toDate(at) },
      });
    },
  };
}

type NewProposal = Parameters<Proposals['add']>[0][number];

const proposalRow = (row: NewProposal, contentId: string, revision: number) => ({
  id: row.id,
  consultationId: row.consultationId,
  number: row.number,
  partnerId: row.partnerId,
  roundId: row.roundId,
  promptKey: row.promptKey,
  answerId: row.answerId,
  contentId,
  externalId: row.externalId,
  attribution: row.attribution,
  state: row.state,
  lateness: row.lateness,
  standing: row.standing ?? 'personal',
  mergedIntoId: row.mergedInto,
  splitFromId: row.splitFrom ?? null,
  tableId: row.table ?? null,
  revision,
  submittedAt: toDate(row.submittedAt),
});

interface Owner {
  readonly id: ProposalId;
  readonly consultationId: string;
}

const versionRow = (owner: Owner, version: Version & { readonly id: string }) => ({
  id: version.id,
  consultationId: owner.consultationId,
  proposalId: owner.id,
  n: version.n,
  wordsId: version.words,
  start: version.start,
  end: version.end,
  at: toDate(version.at),
});

const tagRow = (owner: Owner, tag: Tag & { readonly id: string }, contentId: string, createdAt: Date) => ({
  id: tag.id,
  consultationId: owner.consultationId,
  proposalId: owner.id,
  dimension: tag.dimension,
  value: tag.value,
  source: tag.source,
  confidence: tag.confidence,
  main: tag.main,
  contentId,
  createdAt,
});
