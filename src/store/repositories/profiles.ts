import type { Address } from '../../app/ports/people.ts';
import type { Profiled, Profiles } from '../../app/ports/profiles.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { storable } from '../storable.ts';

type Owner = { readonly personId: PersonId; readonly consultationId: ConsultationId };

export function profiles(tx: Client): Profiles {
  return {
    of: ({ platform, workspace, userId }) => tx.$queryRaw<Profiled[]>`
      SELECT i.id, i."personId", i."consultationId", p.lang, p."enrolledLang", i.locale
      FROM "Identity" i JOIN "Person" p ON p.id = i."personId"
      WHERE i.platform = ${platform} AND i.workspace = ${workspace} AND i."userId" = ${storable(userId)}
      ORDER BY i.id`,

    async note({ id, personId }, { lang, zone, gone }, at) {
      const when = toDate(at);
      await tx.$executeRaw`
        UPDATE "Identity" SET locale = ${lang}, "profiledAt" = ${when}::timestamptz,
          "goneAt" = CASE WHEN ${gone} THEN coalesce("goneAt", ${when}::timestamptz) END
        WHERE id = ${id}::uuid`;
      if (zone !== null && !gone)
        await tx.$executeRaw`UPDATE "Person" SET zone = ${zone} WHERE id = ${personId}::uuid AND name IS NOT NULL`;
    },

    due: (platform, before, limit) => tx.$queryRaw<Address[]>`
      SELECT platform, workspace, "userId" FROM "Identity"
      WHERE platform = ${platform} AND ("profiledAt" IS NULL OR "profiledAt" < ${toDate(before)}::timestamptz)
      GROUP BY platform, workspace, "userId"
      ORDER BY min("profiledAt") NULLS FIRST, random() LIMIT ${limit}`,

    alone: (email, { platform, workspace }) => tx.$queryRaw<Owner[]>`
      SELECT p.id AS "personId", p."consultationId" FROM "Person" p
      WHERE p.email = ${storable(email.toLowerCase())} AND p.name IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Person" o WHERE o."consultationId" = p."consultationId"
          AND o.email = p.email AND o.id <> p.id AND o.name IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."personId" = p.id AND i."goneAt" IS NULL
          AND i.platform = ${platform} AND i.workspace = ${workspace})
      ORDER BY p.id`,

    async toSeek(platform, before, limit) {
      const rows = await tx.$queryRaw<{ email: string }[]>`
        SELECT p.email FROM "Person" p
        WHERE p.email IS NOT NULL AND p.name IS NOT NULL
          AND (p."soughtAt" IS NULL OR p."soughtAt" < ${toDate(before)}::timestamptz)
          AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."personId" = p.id AND i.platform = ${platform}
            AND i."goneAt" IS NULL)
        GROUP BY p.email ORDER BY min(p."soughtAt") NULLS FIRST, min(p.id::text) LIMIT ${limit}`;
      return rows.map(({ email }) => email);
    },

    async setSought(email, at) {
      await tx.$executeRaw`UPDATE "Person" SET "soughtAt" = ${toDate(at)}::timestamptz WHERE email = ${email}`;
    },

    async link({ personId, consultationId }, { id, platform, workspace, userId }) {
      const row = { id, consultationId, personId, platform, workspace, userId: storable(userId) };
      return (
        (await insert(
          tx,
          'Identity',
          [row],
          Prisma.sql`ON CONFLICT ("consultationId", platform, workspace, "userId") DO NOTHING`,
        )) === 1
      );
    },

    async prefer(person, platform, when) {
      await tx.$executeRaw`
        UPDATE "Person" p SET preferred = ${platform}
        WHERE p.id = ${person}::uuid AND (${when === 'always'} OR p.preferred IS NULL) AND NOT (${when === 'silent'}
          AND EXISTS (SELECT 1 FROM "Inbound" e WHERE e."personId" = p.id AND e.platform <> ${platform}))`;
    },

    async consultationsIn({ platform, workspace }) {
      const rows = await tx.$queryRaw<{ consultationId: ConsultationId }[]>`
        SELECT DISTINCT "consultationId" FROM "Identity"
        WHERE platform = ${platform} AND workspace = ${workspace} ORDER BY "consultationId"`;
      return rows.map(({ consultationId }) => consultationId);
    },
  };
}
