/**
 * Erasure of a person, in statements that both a transaction of the program and a restore run: what they asked once must
 * be done the same way again on a backup.
 */
import { v7 } from 'uuid';
import { unname, unseat } from './erase-mentions.ts';
import { eraseFiles, eraseProposals, type Query } from './erase-pieces.ts';

/** Places they were enrolled in. Whoever replaced them there says things of their own. */
const MINE = 'SELECT id FROM "Partner" WHERE "personId" = $1::uuid';

/** What the team wrote for everybody: reasons (of what was passed over too), answers, texts of syntheses, adjustments of the plan and notes on measures that stand, rounds that were opened. It stays, without their name. */
const FOR_ALL = `
  SELECT "reasonId" FROM "DecisionStep"
  UNION ALL SELECT "reasonId" FROM "AdjustmentStep"
  UNION ALL SELECT (said #>> '{}')::uuid FROM "AdjustmentVersion" v
    JOIN "Adjustment" a ON a.id = v."adjustmentId" AND a.state <> 'withdrawn'
    CROSS JOIN LATERAL jsonb_path_query(v.fields, '$.*') AS said
  UNION ALL SELECT (said #>> '{}')::uuid FROM "SynthesisEdit" e
    CROSS JOIN LATERAL unnest(ARRAY[e.before, e.after]) AS side
    CROSS JOIN LATERAL unnest(ARRAY[
      '$.introduction', '$.axes[*].introduction', '$.axes[*].lines[*].words', '$.axes[*].disagreements[*].words',
      '$.axes[*].themes[*].title'
    ]::jsonpath[]) AS place
    CROSS JOIN LATERAL jsonb_path_query(side, place) AS said
    WHERE jsonb_typeof(said) = 'string'
  UNION ALL SELECT "noteId" FROM "IndicatorMeasure" WHERE "noteId" IS NOT NULL AND "takenBackAt" IS NULL
  UNION ALL SELECT "reasonId" FROM "GatePassage" WHERE "reasonId" IS NOT NULL
  UNION ALL SELECT "reasonId" FROM "Dispute" WHERE "reasonId" IS NOT NULL
  UNION ALL SELECT "reasonId" FROM "CommitteeOverride"
  UNION ALL SELECT "labelId" FROM "WorkshopTable"
  UNION ALL SELECT "titleId" FROM "WorkshopGroup" WHERE "titleId" IS NOT NULL
  UNION ALL SELECT "titleId" FROM "Theme" WHERE "titleId" IS NOT NULL
  UNION ALL SELECT (said #>> '{}')::uuid FROM "ThemeChange" c
    CROSS JOIN LATERAL jsonb_path_query(c.before, '$.themes[*].title') AS said
    WHERE jsonb_typeof(said) = 'string'
  UNION ALL SELECT "introductionId" FROM "Workshop" WHERE "introductionId" IS NOT NULL
  UNION ALL SELECT unnest("noteIds") FROM "Workshop"
  UNION ALL SELECT v."wordsId" FROM "ProposalVersion" v JOIN "Proposal" o ON o.id = v."proposalId"
    WHERE o."tableId" IS NOT NULL
  UNION ALL SELECT "closeReasonId" FROM "Round" WHERE "closeReasonId" IS NOT NULL
  UNION ALL SELECT (said #>> '{}')::uuid FROM "Synthesis" s
    CROSS JOIN LATERAL unnest(ARRAY[
      '$.introduction', '$.axes[*].introduction', '$.axes[*].lines[*].words', '$.axes[*].disagreements[*].words',
      '$.axes[*].themes[*].title'
    ]::jsonpath[]) AS place
    CROSS JOIN LATERAL jsonb_path_query(s.body, place) AS said
    WHERE jsonb_typeof(said) = 'string'
  UNION ALL SELECT CASE WHEN refs->>'reason' ~ '^[0-9a-f-]{36}$' THEN (refs->>'reason')::uuid END FROM "Act"
    WHERE refs->>'reason' ~ '^[0-9a-f-]{36}$'
  UNION ALL SELECT CASE WHEN refs->>'answer' ~ '^[0-9a-f-]{36}$' THEN (refs->>'answer')::uuid END FROM "Act"
    WHERE refs->>'answer' ~ '^[0-9a-f-]{36}$'
  UNION ALL SELECT (said #>> '{}')::uuid FROM "WrittenRound" w
    CROSS JOIN LATERAL jsonb_path_query(w.body, '$.**.words') AS said
    WHERE w."openedAt" IS NOT NULL`;

/** Words of a person's: written by them, or kept as theirs. */
export const WORDS_OF = `
  SELECT w.id FROM "Words" w WHERE w."personId" = $1::uuid
  UNION SELECT w.id FROM "Answer" a JOIN "Words" w ON w.id = a."wordsId"
    WHERE w."personId" IS NULL AND a."partnerId" IN (${MINE})
  UNION SELECT w.id FROM "WorkshopSaying" s JOIN "WorkshopGuest" g ON g.id = s."guestId"
    JOIN "Words" w ON w.id = s."wordsId"
    JOIN "Identity" i ON i.platform = g.platform AND i.workspace = g.workspace AND i."userId" = g."userId"
    WHERE w."personId" IS NULL AND i."personId" = $1::uuid AND i."consultationId" = s."consultationId"
  UNION SELECT w.id FROM "ProposalVersion" v JOIN "Proposal" o ON o.id = v."proposalId"
    JOIN "Words" w ON w.id = v."wordsId"
    WHERE w."personId" IS NULL AND o."partnerId" IN (${MINE})`;

/** Proposals that stand in words of theirs. */
const PROPOSALS_OF = `
  SELECT v."proposalId" FROM "ProposalVersion" v
  WHERE v."wordsId" IN (${WORDS_OF})
    AND v.n = (SELECT max(l.n) FROM "ProposalVersion" l WHERE l."proposalId" = v."proposalId")`;

interface Place {
  readonly id: string;
  readonly userId: string;
  readonly nextSeq: number;
  /** Somebody else of another consultation, at the same address. */
  readonly shared: boolean;
}

export interface ErasedPerson {
  /** False when nothing of theirs was left. */
  readonly touched: boolean;
  readonly words: number;
  readonly proposals: readonly string[];
  /** Their direct conversations, now a stranger's. */
  readonly conversations: readonly string[];
}

/**
 * Empties a person's words with their salts, their name, addresses, roles and what a file said of them; their proposals are erased but for
 * withdrawn ones, what waits to be sent to them is dropped, and what was said in their conversations is moved where no
 * address leads. `also` are words not yet known to be theirs.
 */
export async function erasePerson(
  query: Query,
  {
    person,
    at,
    also = [],
  }: { readonly person: string; readonly at: Date; readonly also?: readonly string[] },
): Promise<ErasedPerson> {
  const when = at.toISOString();
  const places = await query<Place>(
    `SELECT c.id, c."userId", c."nextSeq", EXISTS (
       SELECT 1 FROM "Identity" o WHERE o.platform = c.platform AND o.workspace = c.workspace
         AND o."userId" = c."userId" AND o."personId" <> $1::uuid) AS shared
     FROM "Conversation" c
     WHERE c.kind = 'direct' AND (c.platform, c.workspace, c."userId") IN (
       SELECT i.platform, i.workspace, i."userId" FROM "Identity" i WHERE i."personId" = $1::uuid)
     ORDER BY c.id FOR UPDATE OF c`,
    [person],
  );
  const [known] = await query<{ consultationId: string; name: string | null; email: string | null }>(
    'SELECT "consultationId", name, email FROM "Person" WHERE id = $1::uuid FOR UPDATE',
    [person],
  );
  if (known === undefined) return { touched: false, words: 0, proposals: [], conversations: [] };
  const alone = places.filter(({ shared }) => !shared).map(({ id }) => id);
  const words = await query(
    `UPDATE "Words" SET text = '', salt = '', "erasedAt" = $2::timestamptz
     WHERE "erasedAt" IS NULL AND id NOT IN (${FOR_ALL}) AND (
       id IN (${WORDS_OF}) OR id = ANY($3::uuid[])
       OR ("personId" IS NULL AND id IN (
         SELECT i."wordsId" FROM "Inbound" i WHERE i."conversationId" = ANY($4::uuid[])
         UNION ALL SELECT (i.payload->>'valueWords')::uuid FROM "Inbound" i WHERE i."conversationId" = ANY($4::uuid[])
         UNION ALL SELECT (f->>'name')::uuid FROM "Inbound" i
           CROSS JOIN LATERAL jsonb_array_elements(i.payload->'files') AS f
           WHERE i."conversationId" = ANY($4::uuid[])
         UNION ALL SELECT (f->>'words')::uuid FROM "Inbound" i
           CROSS JOIN LATERAL jsonb_array_elements(i.payload->'fields') AS f
           WHERE i."conversationId" = ANY($4::uuid[]))))
     RETURNING id`,
    [person, when, also, alone],
  );
  const proposals = await eraseProposals(
    query,
    known.consultationId,
    when,
    `o.id IN (${PROPOSALS_OF})`,
    person,
  );
  await query(
    `UPDATE "Doubt" SET "resolvedAt" = $2::timestamptz WHERE "resolvedAt" IS NULL AND (
       "inboundId" IN (SELECT id FROM "Inbound" WHERE "personId" = $1::uuid)
       OR "proposalId" IN (${PROPOSALS_OF}))`,
    [person, when],
  );
  // Passers-by who came by this person's link are known by nothing else.
  await query(
    `UPDATE "Words" SET text = '', salt = '', "erasedAt" = $2::timestamptz
     WHERE "erasedAt" IS NULL AND "personId" IS NULL AND id IN (
       SELECT i."wordsId" FROM "Doubt" d JOIN "Inbound" i ON i.id = d."inboundId"
       WHERE d.kind = 'visitor' AND d.options && ARRAY(SELECT m.id::text FROM (${MINE}) AS m))`,
    [person, when],
  );
  await query(
    `UPDATE "Doubt" SET "resolvedAt" = $2::timestamptz
     WHERE "resolvedAt" IS NULL AND kind = 'visitor' AND options && ARRAY(SELECT m.id::text FROM (${MINE}) AS m)`,
    [person, when],
  );
  await eraseFiles(query, 'a."personId" = $1::uuid', person);
  await query(
    `UPDATE "Dispute" SET outcome = 'dropped', "answeredAt" = $2::timestamptz
     WHERE outcome IS NULL AND NOT EXISTS (
       SELECT 1 FROM unnest("wordsIds") AS said WHERE said NOT IN (${WORDS_OF}))`,
    [person, when],
  );
  await query('UPDATE "ProcessRating" SET "personId" = NULL WHERE "personId" = $1::uuid', [person]);
  await query(`UPDATE "Dispute" SET "readerId" = NULL WHERE outcome IS NULL AND "readerId" = $1::uuid`, [
    person,
  ]);
  for (const place of places) await moveAway(query, person, place, known.consultationId);
  await query(`UPDATE "Inbound" SET payload = payload - 'from' - 'place' WHERE "personId" = $1::uuid`, [
    person,
  ]);
  await query(
    `UPDATE "Delivery" d SET
       document = jsonb_build_object('lang', d.document->'lang', 'blocks', '[]'::jsonb, 'choices', '[]'::jsonb),
       state = CASE WHEN d.state IN ('queued', 'sending') THEN 'dropped' ELSE d.state END
     FROM "Conversation" c
     WHERE c.id = d."conversationId" AND d."consultationId" = $2::uuid AND d.document->'manner'->>'as' = 'whisper'
       AND (c.platform, c.workspace, d.document->'manner'->>'to') IN (
         SELECT i.platform, i.workspace, i."userId" FROM "Identity" i WHERE i."personId" = $1::uuid)`,
    [person, known.consultationId],
  );
  if (known.name) await unseat(query, person, known.name);
  await unname(query, person, known);
  await query('UPDATE "Conversation" SET "speakerId" = NULL WHERE "speakerId" = $1::uuid', [person]);
  await query('DELETE FROM "WrittenRound" WHERE "writtenBy" = $1::uuid AND "openedAt" IS NULL', [person]);
  await query(
    `UPDATE "Mail" SET state = 'dropped', error = 'erased' WHERE "personId" = $1::uuid AND state IN ('queued', 'sending')`,
    [person],
  );
  // What they said in a room before anybody knew them names nobody but by its address.
  await query(
    `UPDATE "Inbound" b SET payload = b.payload - 'from' - 'place'
     FROM "Conversation" c, "Identity" i
     WHERE c.id = b."conversationId" AND c.kind = 'room' AND b."personId" IS NULL AND i."personId" = $1::uuid
       AND i.platform = b.platform AND i.workspace = b.workspace AND b.payload->'from'->>'userId' = i."userId"`,
    [person],
  );
  await query(
    `UPDATE "WorkshopGuest" g SET "userId" = NULL
     WHERE g."personId" = $1::uuid OR (g.platform, g.workspace, g."userId") IN (
       SELECT i.platform, i.workspace, i."userId" FROM "Identity" i
       WHERE i."personId" = $1::uuid AND i."consultationId" = g."consultationId")`,
    [person],
  );
  await query('DELETE FROM "Identity" WHERE "personId" = $1::uuid', [person]);
  await query('DELETE FROM "Proofreading" WHERE "readerId" = $1::uuid AND "readAt" IS NULL', [person]);
  // Whoever never spoke in a session that runs sits there no more; what was said there stays counted.
  await query(
    `DELETE FROM "CommitteeMember" m USING "CommitteeSession" s
     WHERE s.id = m."sessionId" AND s.state = 'convened' AND m."personId" = $1::uuid AND NOT EXISTS (
       SELECT 1 FROM "CommitteePosition" p WHERE p."sessionId" = s.id AND p."personId" = $1::uuid)`,
    [person],
  );
  await query(
    `UPDATE "CommitteeMember" m SET "proxyId" = NULL FROM "CommitteeSession" s
     WHERE s.id = m."sessionId" AND s.state = 'convened' AND m."proxyId" = $1::uuid`,
    [person],
  );
  await query('DELETE FROM "DigestReader" WHERE "personId" = $1::uuid', [person]);
  await query('DELETE FROM "Role" WHERE "personId" = $1::uuid', [person]);
  await query(
    `UPDATE "Partner" SET "jobTitle" = NULL, capacity = NULL
     WHERE coalesce("successorId", "personId") = $1::uuid`,
    [person],
  );
  await query(
    `UPDATE "Person" SET name = NULL, zone = NULL, email = NULL, telephone = NULL, preferred = NULL,
       "enrolledLang" = NULL, "stoppedAt" = coalesce("stoppedAt", $2::timestamptz)
     WHERE id = $1::uuid`,
    [person, when],
  );
  // A small association sits at the home of who speaks for it.
  await query(
    `UPDATE "Organisation" o SET seat = NULL
     WHERE o.id IN (SELECT "organisationId" FROM "Partner" WHERE $1::uuid IN ("personId", "successorId"))
       AND NOT EXISTS (SELECT 1 FROM "Partner" a JOIN "Person" p ON p.id = coalesce(a."successorId", a."personId")
                       WHERE a."organisationId" = o.id AND p.name IS NOT NULL)`,
    [person],
  );
  return {
    touched: words.length > 0 || known.name !== null,
    words: words.length,
    proposals,
    conversations: places.map(({ id }) => id),
  };
}

/**
 * What was said in that conversation goes to one without address, and what the bot had said there is emptied: it
 * greeted by name. The row stays with the address, as a stranger's: a last word can still be sent there.
 */
async function moveAway(
  query: Query,
  person: string,
  { id, userId, nextSeq, shared }: Place,
  consultation: string,
): Promise<void> {
  const away = v7();
  await query(
    `INSERT INTO "Conversation" (id, "consultationId", platform, workspace, kind, "nextSeq", "createdAt")
     SELECT $2::uuid, $3::uuid, platform, workspace, kind, ${nextSeq}, "createdAt" FROM "Conversation"
     WHERE id = $1::uuid`,
    [id, away, consultation],
  );
  await query(
    `UPDATE "Delivery" SET "conversationId" = $2::uuid,
       document = jsonb_build_object('lang', document->'lang', 'blocks', '[]'::jsonb, 'choices', '[]'::jsonb),
       state = CASE WHEN state IN ('queued', 'sending') THEN 'dropped' ELSE state END
     WHERE "conversationId" = $1::uuid AND (NOT $3::boolean OR "consultationId" = $4::uuid)`,
    [id, away, shared, consultation],
  );
  // An address may be part of the platform's ids of events; without them nothing is delivered twice from there.
  await query(
    `UPDATE "Inbound" SET "conversationId" = $2::uuid,
       payload = payload - 'from' - 'place',
       "eventId" = CASE WHEN position($5::text IN "eventId") > 0 THEN 'erased/' || id ELSE "eventId" END
     WHERE "conversationId" = $1::uuid AND (NOT $3::boolean OR "personId" = $4::uuid)`,
    [id, away, shared, person, userId],
  );
  await query(
    `UPDATE "Attachment" SET "conversationId" = $2::uuid
     WHERE "conversationId" = $1::uuid AND (NOT $3::boolean OR "personId" = $4::uuid)`,
    [id, away, shared, person],
  );
  await query(
    `UPDATE "Answer" SET "conversationId" = $2::uuid
     WHERE "conversationId" = $1::uuid AND (NOT $3::boolean OR "consultationId" = $4::uuid)`,
    [id, away, shared, consultation],
  );
  await query(
    `UPDATE "Conversation" SET focus = NULL, "consultationId" = NULL, "speakerId" = NULL, "partnerId" = NULL
     WHERE id = $1::uuid AND ("consultationId" IS NULL OR "consultationId" = $2::uuid)`,
    [id, consultation],
  );
}
