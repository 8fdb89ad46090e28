import type { Partner, People, Person } from '../../app/ports/people.ts';
import type { PersonId } from '../../core/ids.ts';
import { Prisma } from '../generated/client.ts';
import type { Client } from '../insert.ts';
import { toDateOrNull, toInstantOrNull } from '../instants.ts';
import { Overtaken } from '../overtaken.ts';
import { storable } from '../storable.ts';
import { isUuid } from '../uuid.ts';
import { directory } from './directory.ts';
import { enrol } from './enrol.ts';

type PersonRow = Omit<Person, 'stoppedAt'> & { readonly stoppedAt: Date | null };

type PartnerRow = Omit<Partner, 'person'> & {
  readonly person: Omit<Person, 'stoppedAt'> & { readonly stoppedAt: string | null };
};

const PERSON = Prisma.sql`
  p.id, p."consultationId", p.name, p.lang, p.zone, p.email, p."stoppedAt",
  (SELECT coalesce(json_agg(r.role ORDER BY r.role), '[]') FROM "Role" r
    WHERE r."consultationId" = p."consultationId" AND r."personId" = p.id) AS roles,
  (SELECT coalesce(json_agg(json_build_object(
      'platform', i.platform, 'workspace', i.workspace, 'userId', i."userId")
      ORDER BY i."goneAt" IS NOT NULL, i.platform IS NOT DISTINCT FROM p.preferred DESC, i.id), '[]')
    FROM "Identity" i WHERE i."personId" = p.id) AS addresses`;

/** Whoever was replaced speaks there no more. */
const SPEAKS = Prisma.sql`coalesce(pa."successorId", pa."personId")`;

export function people(tx: Client): People {
  const persons = async (where: Prisma.Sql): Promise<Person[]> => {
    const rows = await tx.$queryRaw<
      PersonRow[]
    >`SELECT ${PERSON} FROM "Person" p WHERE ${where} ORDER BY p.id`;
    return rows.map((row) => ({ ...row, stoppedAt: toInstantOrNull(row.stoppedAt) }));
  };

  const partners = async (where: Prisma.Sql): Promise<Partner[]> => {
    const rows = await tx.$queryRaw<PartnerRow[]>`
      SELECT pa.id, pa."consultationId", pa."organisationId", o.name AS organisation, pa."collegeKey" AS college,
        pa.substitute, pa.attribution, pa.standing, pa.sharing, pa."successorId" IS NOT NULL AS succeeded,
        to_json(person) AS person
      FROM "Partner" pa JOIN "Organisation" o ON o.id = pa."organisationId"
      JOIN LATERAL (SELECT ${PERSON} FROM "Person" p WHERE p.id = ${SPEAKS}) AS person ON true
      WHERE ${where} ORDER BY pa.id`;
    return rows.map(({ person, ...row }) => {
      const stoppedAt = person.stoppedAt === null ? null : Date.parse(person.stoppedAt);
      return { ...row, person: { ...person, stoppedAt } };
    });
  };

  return {
    byAddress: ({ platform, workspace, userId }) =>
      persons(Prisma.sql`p.id IN (SELECT i."personId" FROM "Identity" i
        WHERE i.platform = ${platform} AND i.workspace = ${workspace} AND i."userId" = ${storable(userId)})`),

    byId: async (id) => (isUuid(id) ? ((await persons(Prisma.sql`p.id = ${id}::uuid`))[0] ?? null) : null),

    async names(ids) {
      const rows = await tx.person.findMany({
        where: { id: { in: ids.filter(isUuid) } },
        select: { id: true, name: true },
      });
      return new Map(rows.map(({ id, name }) => [id as PersonId, name]));
    },

    async find(consultationId, given) {
      const who = storable(given);
      const found = await persons(Prisma.sql`p."consultationId" = ${consultationId}::uuid AND (
        p.name = ${who} OR p.email = ${who.toLowerCase()} OR p.id::text = ${who} OR p.id IN (SELECT i."personId" FROM "Identity" i
          WHERE i."consultationId" = ${consultationId}::uuid AND i."userId" = ${who}))`);
      const exact =
        found.find((person) => person.id === who) ??
        only(found.filter((person) => person.addresses.some((address) => address.userId === who)));
      // Two people of one name: whoever acts must be named by an address or an id.
      return exact ?? only(found);
    },

    enrol: (consultationId, given, at) => enrol(tx, consultationId, given, at),

    directory: (consultationId) => directory(tx, consultationId),

    partnersOf: async (personId) =>
      isUuid(personId)
        ? partners(Prisma.sql`pa."successorId" = ${personId}::uuid
            OR (pa."personId" = ${personId}::uuid AND pa."successorId" IS NULL)`)
        : [],

    partners: (consultationId, colleges) =>
      partners(
        colleges === undefined
          ? Prisma.sql`pa."consultationId" = ${consultationId}::uuid`
          : Prisma.sql`pa."consultationId" = ${consultationId}::uuid AND pa."collegeKey" = ANY(${[...colleges]}::text[])`,
      ),

    partner: async (id) =>
      isUuid(id) ? ((await partners(Prisma.sql`pa.id = ${id}::uuid`))[0] ?? null) : null,

    withRole: (consultationId, role) =>
      persons(Prisma.sql`p.id IN (SELECT r."personId" FROM "Role" r
        WHERE r."consultationId" = ${consultationId}::uuid AND r.role = ${role})`),

    async setAttribution(id, attribution) {
      await tx.$executeRaw`UPDATE "Partner" SET attribution = ${attribution} WHERE id = ${id}::uuid`;
    },

    async succeed(id, from, successor) {
      await tx.$executeRaw`
        UPDATE "Proposal" o SET attribution = a.attribution FROM "Partner" a
        WHERE a.id = ${id}::uuid AND o."partnerId" = a.id AND o.attribution IS NULL`;
      const passed = await tx.$executeRaw`
        UPDATE "Partner" SET "successorId" = nullif(${successor}::uuid, "personId")
        WHERE id = ${id}::uuid AND coalesce("successorId", "personId") = ${from}::uuid`;
      if (passed === 0) throw new Overtaken(`the place ${id}`);
    },

    async setStanding(id, standing) {
      await tx.$executeRaw`UPDATE "Partner" SET standing = ${standing} WHERE id = ${id}::uuid`;
    },

    async setLang(id, lang) {
      await tx.$executeRaw`UPDATE "Person" SET lang = ${lang} WHERE id = ${id}::uuid`;
    },

    async setSharing(id, sharing) {
      await tx.$executeRaw`UPDATE "Partner" SET sharing = ${sharing} WHERE id = ${id}::uuid`;
    },

    async setStopped(id, at) {
      await tx.$executeRaw`
        UPDATE "Person" SET "stoppedAt" = ${toDateOrNull(at)}::timestamptz WHERE id = ${id}::uuid`;
    },

    async linkGeneration(consultationId, { platform, workspace, userId }) {
      const [found] = await tx.$queryRaw<{ linkGeneration: number }[]>`
        SELECT "linkGeneration" FROM "Identity" WHERE "consultationId" = ${consultationId}::uuid
          AND platform = ${platform} AND workspace = ${workspace} AND "userId" = ${storable(userId)}`;
      return found?.linkGeneration ?? null;
    },

    async revokeLinks(consultationId, { platform, workspace, userId }) {
      await tx.$executeRaw`
        UPDATE "Identity" SET "linkGeneration" = "linkGeneration" + 1
        WHERE "consultationId" = ${consultationId}::uuid
          AND platform = ${platform} AND workspace = ${workspace} AND "userId" = ${storable(userId)}`;
    },
  };
}

const only = (found: readonly Person[]): Person | null => (found.length === 1 ? found[0]! : null);
