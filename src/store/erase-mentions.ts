/** Where messages of others name somebody who is erased: the name goes, the rest of the message stays. */
import { withoutAttendee } from '../core/person/attendee.ts';
import { COMMANDED, withoutCommanded, withoutReferred } from '../core/person/commanded.ts';
import type { Query } from './erase-pieces.ts';

/** A message in which a table was entered lists who sat there: their piece of that list goes, and nothing else. */
export async function unseat(query: Query, person: string, name: string): Promise<void> {
  const entries = await query<{ id: string; text: string }>(
    `SELECT DISTINCT w.id, w.text FROM "TableAttendee" a JOIN "Partner" p ON p.id = a."partnerId"
     JOIN "TableEntry" e ON e."tableId" = a."tableId" JOIN "Words" w ON w.id = e."wordsId"
     WHERE $1::uuid IN (p."personId", p."successorId") AND w."erasedAt" IS NULL`,
    [person],
  );
  for (const { id, text } of entries) {
    const left = withoutAttendee(text, name);
    if (left !== text) await query('UPDATE "Words" SET text = $2::text WHERE id = $1::uuid', [id, left]);
  }
}

/** What brought them in, said by the team or by whoever named them in their place. What a proposal is made of is cited by its offsets, and stays. */
export async function unname(
  query: Query,
  person: string,
  known: { readonly consultationId: string; readonly name: string | null; readonly email: string | null },
): Promise<void> {
  const identities = await query<{ platform: string; userId: string }>(
    'SELECT platform, "userId" FROM "Identity" WHERE "personId" = $1::uuid',
    [person],
  );
  const said = await query<{ id: string; text: string; commanded: boolean }>(
    `SELECT w.id, w.text, w.text ~* $2::text AS commanded FROM "Words" w
     WHERE w."consultationId" = $1::uuid AND w."erasedAt" IS NULL
       AND (w.text ~* $2::text AND w.id IN (SELECT i."wordsId" FROM "Inbound" i)
         OR w.id IN (SELECT i."wordsId" FROM "Doubt" d JOIN "Inbound" i ON i.id = d."inboundId"
                     WHERE d."consultationId" = $1::uuid AND d.kind IN ('referral', 'succession')))
       AND w.id NOT IN (SELECT v."wordsId" FROM "ProposalVersion" v)`,
    [known.consultationId, COMMANDED],
  );
  const whom = {
    name: known.name,
    addresses: [
      ...(known.email === null ? [] : [known.email]),
      ...identities.map(({ platform, userId }) => `${platform}:${userId}`),
    ],
  };
  for (const { id, text, commanded } of said) {
    const left = (commanded ? withoutCommanded : withoutReferred)(text, whom);
    if (left !== text) await query('UPDATE "Words" SET text = $2::text WHERE id = $1::uuid', [id, left]);
  }
}
