import type { Published, Syntheses, SynthesisRow } from '../../app/ports/syntheses.ts';
import type { ConsultationId, PersonId, RoundId, SynthesisId } from '../../core/ids.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import type { Synthesis } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from '../instants.ts';
import { storableJson } from '../storable.ts';
import { isUuid } from '../uuid.ts';

export function syntheses(tx: Client, kind: 'synthesis' | 'report'): Syntheses {
  return {
    async add(given) {
      const { consultationId } = given;
      // Numbers follow each other under the consultation's lock.
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
      await tx.$executeRaw`
        WITH here AS (
          SELECT id, number, state FROM "Synthesis" WHERE "consultationId" = ${consultationId}::uuid AND kind = ${kind}),
        gone AS (
          SELECT id, row_number() OVER (ORDER BY number) AS place FROM here WHERE state <> 'signed' AND number > 0),
        lowest AS (SELECT least(0, min(number)) AS number FROM here)
        UPDATE "Synthesis" one SET state = 'dropped', number = lowest.number - gone.place
        FROM gone, lowest WHERE one.id = gone.id`;
      const last = await tx.synthesis.aggregate({
        where: { consultationId, kind, state: 'signed' },
        _max: { number: true },
      });
      const number = (last._max.number ?? 0) + 1;
      await insert(tx, 'Synthesis', [
        {
          id: given.id,
          consultationId,
          kind,
          number,
          contentId: given.contentId,
          roundId: given.roundId,
          state: given.state,
          body: given.body,
          hash: given.hash,
          commitments: given.commitments,
          compiledAt: toDate(given.compiledAt),
          signedBy: given.signedBy,
          signedAt: toDateOrNull(given.signedAt),
          published: given.published,
        },
      ]);
      return { ...given, number };
    },

    async latest(consultationId) {
      const row = await tx.synthesis.findFirst({
        where: { consultationId, kind, state: { not: 'dropped' } },
        orderBy: { number: 'desc' },
      });
      return row === null ? null : read(row);
    },

    async latestSigned(consultationId) {
      const row = await tx.synthesis.findFirst({
        where: { consultationId, kind, state: 'signed' },
        orderBy: { number: 'desc' },
      });
      return row === null ? null : read(row);
    },

    async byId(id) {
      if (!isUuid(id)) return null;
      const row = await tx.synthesis.findUnique({ where: { id } });
      return row === null ? null : read(row);
    },

    async byNumber(consultationId, number) {
      const row = await tx.synthesis.findUnique({
        where: { consultationId_kind_number: { consultationId, kind, number } },
      });
      return row === null ? null : read(row);
    },

    async saveDraft(id, body) {
      const saved = await tx.$executeRaw`
        UPDATE "Synthesis" SET body = ${storableJson(body)}::jsonb WHERE id = ${id}::uuid AND state = 'draft'`;
      if (saved === 0) throw new Error(`synthesis ${id} is not a draft: it can't be edited`);
    },

    async sign(id, { by, at, hash, commitments, published }) {
      const signed = await tx.$executeRaw`
        UPDATE "Synthesis" SET state = 'signed', "signedBy" = ${by}::uuid, "signedAt" = ${toDate(at)}::timestamptz,
          hash = ${hash}, commitments = ${storableJson(commitments)}::jsonb, published = ${storableJson(published)}::jsonb
        WHERE id = ${id}::uuid AND state = 'draft'`;
      if (signed === 0) throw new Error(`synthesis ${id} is not a draft: it can't be signed`);
    },

    async published(consultationId) {
      const rows = await tx.synthesis.findMany({
        where: { consultationId, kind, state: 'signed' },
        orderBy: { number: 'asc' },
        select: { published: true },
      });
      return rows.flatMap((row) => (row.published === null ? [] : [row.published as unknown as Published]));
    },
  };
}

const read = (row: Synthesis): SynthesisRow => ({
  id: row.id as SynthesisId,
  consultationId: row.consultationId as ConsultationId,
  number: row.number,
  contentId: row.contentId,
  roundId: row.roundId as RoundId | null,
  state: row.state as SynthesisRow['state'],
  body: row.body as unknown as SynthesisBody,
  hash: row.hash,
  commitments: row.commitments as unknown as SynthesisRow['commitments'],
  compiledAt: toInstant(row.compiledAt),
  signedBy: row.signedBy as PersonId | null,
  signedAt: toInstantOrNull(row.signedAt),
  published: row.published as unknown as Published | null,
});
