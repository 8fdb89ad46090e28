import type { DirectoryEntry } from '../../app/ports/people.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Client } from '../insert.ts';
import { toInstantOrNull } from '../instants.ts';

type Row = Omit<DirectoryEntry, 'stoppedAt'> & { readonly stoppedAt: Date | null };

/** Everybody in one statement, each list gathered once and joined. */
export async function directory(tx: Client, consultationId: ConsultationId): Promise<DirectoryEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH addresses AS (
      SELECT i."personId", json_agg(json_build_object(
          'platform', i.platform, 'workspace', i.workspace, 'userId', i."userId",
          'linkGeneration', i."linkGeneration")
          ORDER BY i."goneAt" IS NOT NULL, i.platform IS NOT DISTINCT FROM p.preferred DESC, i.id) AS list
      FROM "Identity" i JOIN "Person" p ON p.id = i."personId"
      WHERE i."consultationId" = ${consultationId}::uuid GROUP BY i."personId"),
    roles AS (
      SELECT "personId", json_agg(json_build_object('role', role, 'group', "groupKey") ORDER BY role) AS list
      FROM "Role" WHERE "consultationId" = ${consultationId}::uuid GROUP BY "personId"),
    places AS (
      SELECT s.id AS "personId", json_agg(json_build_object(
          'partner', a.id, 'replaced', s.id <> coalesce(a."successorId", a."personId"), 'organisationId', o.id, 'organisation', o.name, 'college', a."collegeKey",
          'attribution', a.attribution,
          'about', json_build_object('acronym', o.acronym, 'siret', o.siret, 'rna', o.rna, 'seat', o.seat,
            'territories', coalesce(o.territories, '{}')),
          'place', json_build_object('jobTitle', a."jobTitle", 'capacity', a.capacity, 'substitute', a.substitute))
          ORDER BY a.id) AS list
      FROM "Partner" a JOIN "Organisation" o ON o.id = a."organisationId"
      CROSS JOIN LATERAL (SELECT a."personId" AS id UNION SELECT coalesce(a."successorId", a."personId")) AS s
      WHERE a."consultationId" = ${consultationId}::uuid GROUP BY s.id)
    SELECT p.id, p.name, p.lang, p."enrolledLang", p."stoppedAt",
      json_build_object('email', p.email, 'telephone', p.telephone, 'preferred', p.preferred) AS contact,
      coalesce(addresses.list, '[]') AS addresses, coalesce(roles.list, '[]') AS roles,
      coalesce(places.list, '[]') AS places
    FROM "Person" p
    LEFT JOIN addresses ON addresses."personId" = p.id
    LEFT JOIN roles ON roles."personId" = p.id
    LEFT JOIN places ON places."personId" = p.id
    WHERE p."consultationId" = ${consultationId}::uuid AND p.name IS NOT NULL ORDER BY p.id`;
  return rows.map((row) => ({ ...row, stoppedAt: toInstantOrNull(row.stoppedAt) }));
}
