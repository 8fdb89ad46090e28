import type { Address, Enrolment } from '../../app/ports/people.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { storable, storableJson } from '../storable.ts';

/**
 * Stores people, their addresses, roles, organisations and partners, in ten statements whatever their number.
 * Somebody is known by an address, else by a name in an organisation (or in none). What a partner chose since
 * (attribution, standing) stays.
 */
export async function enrol(
  tx: Client,
  consultationId: ConsultationId,
  given: readonly Enrolment[],
  at: Instant,
): Promise<void> {
  if (given.length === 0) return;
  // One import of a consultation at a time: between them nobody could be recognised.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('enrol ' || ${consultationId}::text, 0))`;
  const organisations = await enrolOrganisations(tx, consultationId, given);
  const persons = recognise(given, await known(tx, consultationId, given));
  const each = given.map((one, index) => ({ one, personId: persons[index]! }));

  await insert(
    tx,
    'Person',
    lastOf(
      each.map(({ one, personId }) => ({
        id: personId,
        consultationId,
        name: one.name,
        lang: one.lang,
        createdAt: toDate(at),
      })),
      (row) => row.id,
    ),
    // Who was erased stays nameless.
    Prisma.sql`ON CONFLICT (id) DO UPDATE SET name = excluded.name, lang = excluded.lang
               WHERE "Person".name IS NOT NULL`,
  );
  await insert(
    tx,
    'Identity',
    each.flatMap(({ one, personId }) =>
      one.addresses.map(({ id, platform, workspace, userId }) => ({
        id,
        consultationId,
        personId,
        platform,
        workspace,
        userId,
      })),
    ),
    Prisma.sql`ON CONFLICT ("consultationId", platform, workspace, "userId") DO NOTHING`,
  );
  await insert(
    tx,
    'Role',
    lastOf(
      each.flatMap(({ one, personId }) =>
        one.roles.map(({ id, role, group }) => ({ id, consultationId, personId, role, groupKey: group })),
      ),
      (row) => `${row.personId} ${row.role}`,
    ),
    Prisma.sql`ON CONFLICT ("consultationId", "personId", role) DO UPDATE SET "groupKey" = excluded."groupKey"`,
  );
  await insert(
    tx,
    'Partner',
    lastOf(
      each.flatMap(({ one: { partner }, personId }) =>
        partner
          ? {
              id: partner.id,
              consultationId,
              personId,
              organisationId: organisations.get(storable(partner.organisation))!,
              collegeKey: partner.college,
              substitute: false,
              attribution: partner.attribution,
              standing: 'personal',
              createdAt: toDate(at),
            }
          : [],
      ),
      (row) => `${row.personId} ${row.organisationId}`,
    ),
    Prisma.sql`ON CONFLICT ("consultationId", "personId", "organisationId")
               DO UPDATE SET "collegeKey" = excluded."collegeKey"`,
  );
}

/** Makes or updates the organisations named; their ids by name. */
async function enrolOrganisations(
  tx: Client,
  consultationId: ConsultationId,
  given: readonly Enrolment[],
): Promise<ReadonlyMap<string, string>> {
  const rows = lastOf(
    given.flatMap(({ partner }) =>
      partner
        ? {
            id: partner.organisationId,
            consultationId,
            name: storable(partner.organisation),
            collegeKey: partner.college,
          }
        : [],
    ),
    (row) => row.name,
  );
  await insert(
    tx,
    'Organisation',
    rows,
    Prisma.sql`ON CONFLICT ("consultationId", name) DO UPDATE SET "collegeKey" = excluded."collegeKey"`,
  );
  const found = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Organisation"
    WHERE "consultationId" = ${consultationId}::uuid AND name = ANY(${rows.map((row) => row.name)}::text[])`;
  return new Map(found.map(({ id, name }) => [name, id]));
}

/** Person ids by what they are known by. */
async function known(
  tx: Client,
  consultationId: ConsultationId,
  given: readonly Enrolment[],
): Promise<Map<string, string>> {
  const addresses = given.flatMap((one) => one.addresses);
  const byAddress = await tx.$queryRaw<(Address & { personId: string })[]>`
    SELECT i.platform, i.workspace, i."userId", i."personId" FROM "Identity" i
    JOIN jsonb_to_recordset(${storableJson(addresses)}::jsonb) AS a(platform text, workspace text, "userId" text)
      ON i.platform = a.platform AND i.workspace = a.workspace AND i."userId" = a."userId"
    WHERE i."consultationId" = ${consultationId}::uuid`;
  const byName = await tx.$queryRaw<{ personId: string; name: string; organisation: string | null }[]>`
    SELECT p.id AS "personId", p.name, o.name AS organisation FROM "Person" p
    LEFT JOIN "Partner" pa ON pa."consultationId" = p."consultationId" AND pa."personId" = p.id
    LEFT JOIN "Organisation" o ON o.id = pa."organisationId"
    WHERE p."consultationId" = ${consultationId}::uuid
      AND p.name = ANY(${given.map((one) => storable(one.name))}::text[])
    ORDER BY p.id DESC`;
  return new Map([
    ...byName.map((row) => [nameKey(row.name, row.organisation), row.personId] as const),
    ...byAddress.map((row) => [addressKey(row), row.personId] as const),
  ]);
}

/** The person each one is, in order: known before, met earlier in the same list, or new. */
function recognise(given: readonly Enrolment[], known: Map<string, string>): string[] {
  return given.map((one) => {
    const keys = [...one.addresses.map(addressKey), nameKey(one.name, one.partner?.organisation ?? null)];
    const key = keys.find((candidate) => known.has(candidate));
    const personId = key === undefined ? one.personId : known.get(key)!;
    for (const each of keys) if (!known.has(each)) known.set(each, personId);
    return personId;
  });
}

const addressKey = ({ platform, workspace, userId }: Address): string =>
  JSON.stringify([platform, workspace, storable(userId)]);
const nameKey = (name: string, organisation: string | null): string =>
  JSON.stringify([storable(name), organisation === null ? null : storable(organisation)]);

/** PostgreSQL refuses to update one row twice in a statement: the last of each key stands. */
const lastOf = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];
