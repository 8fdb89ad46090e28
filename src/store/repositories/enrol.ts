import type { Address, Enrolment } from '../../app/ports/people.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { storable, storableJson } from '../storable.ts';

/**
 * Stores people, their addresses, roles, organisations and partners, in ten statements whatever their number.
 * Somebody is known by an id, an address, else by a name in an organisation (or in none). What a partner chose since
 * (attribution, standing, language) stays, and so does what is not given.
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
  const seatOf = await seats(tx, consultationId, persons);

  await insert(
    tx,
    'Person',
    lastOf(
      each.map(({ one, personId }) => ({
        id: personId,
        consultationId,
        name: one.name,
        lang: one.lang,
        enrolledLang: one.lang,
        email: one.contact.email?.toLowerCase() ?? null,
        telephone: one.contact.telephone,
        preferred: one.contact.preferred,
        createdAt: toDate(at),
      })),
      (row) => row.id,
    ),
    // Who was erased stays nameless.
    Prisma.sql`ON CONFLICT (id) DO UPDATE SET name = excluded.name, "enrolledLang" = excluded."enrolledLang",
                 lang = CASE WHEN excluded.lang = "Person"."enrolledLang" THEN "Person".lang ELSE excluded.lang END,
                 email = coalesce(excluded.email, "Person".email),
                 telephone = coalesce(excluded.telephone, "Person".telephone),
                 preferred = coalesce(excluded.preferred, "Person".preferred)
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
    Prisma.sql`ON CONFLICT ("consultationId", "personId", role) 
               DO UPDATE SET "groupKey" = coalesce(excluded."groupKey", "Role"."groupKey")`,
  );
  const places = each.flatMap(({ one: { partner }, personId }) => {
    if (partner === null) return [];
    const organisationId = organisations.get(storable(partner.organisation))!;
    return { partner, personId: seatOf(personId, organisationId), organisationId };
  });
  await insert(
    tx,
    'Partner',
    lastOf(
      places.map(({ partner, personId, organisationId }) => ({
        id: partner.id,
        consultationId,
        personId,
        organisationId,
        collegeKey: partner.college,
        substitute: partner.place.substitute ?? false,
        jobTitle: partner.place.jobTitle,
        capacity: partner.place.capacity,
        attribution: partner.attribution,
        createdAt: toDate(at),
      })),
      (row) => `${row.personId} ${row.organisationId}`,
    ),
    Prisma.sql`ON CONFLICT ("consultationId", "personId", "organisationId")
               DO UPDATE SET "collegeKey" = excluded."collegeKey",
                 "jobTitle" = coalesce(excluded."jobTitle", "Partner"."jobTitle"),
                 capacity = coalesce(excluded.capacity, "Partner".capacity)`,
  );
  const substitutes = places.flatMap(({ partner: { place }, personId, organisationId }) =>
    place.substitute === null ? [] : { personId, organisationId, substitute: place.substitute },
  );
  await seatSubstitutes(
    tx,
    lastOf(substitutes, (row) => `${row.personId} ${row.organisationId}`),
  );
}

/** Apart, because a conflicting row cannot tell what was given from the column's default. */
async function seatSubstitutes(
  tx: Client,
  given: readonly { personId: string; organisationId: string; substitute: boolean }[],
): Promise<void> {
  if (given.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Partner" pa SET substitute = g.substitute
    FROM jsonb_to_recordset(${storableJson(given)}::jsonb)
      AS g("personId" uuid, "organisationId" uuid, substitute boolean)
    WHERE pa."personId" = g."personId" AND pa."organisationId" = g."organisationId"
      AND pa.substitute IS DISTINCT FROM g.substitute`;
}

/** Whose row a person's place is in: their predecessor's, where they took over from somebody. */
async function seats(
  tx: Client,
  consultationId: ConsultationId,
  persons: readonly string[],
): Promise<(personId: string, organisationId: string) => string> {
  const rows = await tx.$queryRaw<{ successorId: string; personId: string; organisationId: string }[]>`
    SELECT "successorId", "personId", "organisationId" FROM "Partner"
    WHERE "consultationId" = ${consultationId}::uuid AND "successorId" = ANY(${persons}::uuid[])`;
  const held = new Map(rows.map((row) => [`${row.successorId} ${row.organisationId}`, row.personId]));
  return (personId, organisationId) => held.get(`${personId} ${organisationId}`) ?? personId;
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
            acronym: partner.about.acronym,
            siret: partner.about.siret,
            rna: partner.about.rna,
            seat: partner.about.seat,
            territories: [...partner.about.territories],
          }
        : [],
    ),
    (row) => row.name,
  );
  await insert(
    tx,
    'Organisation',
    rows,
    Prisma.sql`ON CONFLICT ("consultationId", name) DO UPDATE SET "collegeKey" = excluded."collegeKey",
      acronym = coalesce(excluded.acronym, "Organisation".acronym),
      siret = coalesce(excluded.siret, "Organisation".siret),
      rna = coalesce(excluded.rna, "Organisation".rna),
      seat = coalesce(excluded.seat, "Organisation".seat),
      territories = CASE WHEN excluded.territories = '{}' THEN "Organisation".territories
                    ELSE excluded.territories END`,
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
  const byId = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Person" WHERE "consultationId" = ${consultationId}::uuid
      AND id = ANY(${given.map((one) => one.personId)}::uuid[])`;
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
    ...byId.map(({ id }) => [id, id] as const),
  ]);
}

/** The person each one is, in order: known before, met earlier in the same list, or new. */
function recognise(given: readonly Enrolment[], known: Map<string, string>): string[] {
  return given.map((one) => {
    const keys = [
      one.personId,
      ...one.addresses.map(addressKey),
      nameKey(one.name, one.partner?.organisation ?? null),
    ];
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

/** PostgreSQL refuses to update one row twice in a statement: of each key, the last of what is given stands. */
function lastOf<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = found.get(key);
    found.set(key, before ? { ...before, ...given(row) } : row);
  }
  return [...found.values()];
}

const given = <Row extends object>(row: Row): Partial<Row> =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<Row>;
