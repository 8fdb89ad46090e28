/** Erasure of one proposal or one file; a person's erasure goes through the same statements. */
import { v7 } from 'uuid';
import { UNANSWERED } from './unanswered.ts';

/** One statement with `$1`, `$2`…; its rows. */
export type Query = <Row>(sql: string, params: readonly unknown[]) => Promise<Row[]>;

/**
 * A withdrawn proposal stays withdrawn: erased ones count, and it did not. What others had merged into one that is
 * erased stands on its own again, and the team hears of it.
 */
export async function eraseProposals(
  query: Query,
  consultation: string,
  when: string,
  which: string,
  of: string,
): Promise<string[]> {
  const [advanced] = await query<{ revision: number }>(
    'UPDATE "Consultation" SET revision = revision + 1 WHERE id = $1::uuid RETURNING revision',
    [consultation],
  );
  const revision = advanced?.revision ?? 0;
  const rows = await query<{ id: string }>(
    `UPDATE "Proposal" o SET state = 'erased', revision = ${revision}
     WHERE ${which} AND o.state IN ('submitted', 'merged') RETURNING o.id`,
    [of],
  );
  // What a theme is called may be a word of theirs: it is named anew.
  await query(
    `UPDATE "Theme" SET words = '{}' WHERE id IN (
       SELECT "themeId" FROM "ThemeMember" WHERE "proposalId" = ANY($1::uuid[]))`,
    [rows.map(({ id }) => id)],
  );
  const alone = await query<{ id: string }>(
    `UPDATE "Proposal" m SET state = 'submitted', "mergedIntoId" = NULL, revision = ${revision}
     WHERE m."consultationId" = $1::uuid AND ${UNANSWERED} RETURNING m.id`,
    [consultation],
  );
  for (const { id } of alone)
    await query(
      `INSERT INTO "Doubt" (id, "consultationId", "proposalId", kind, options, "raisedAt")
       VALUES ($1::uuid, $2::uuid, $3::uuid, 'alone-again', '{}', $4::timestamptz)`,
      [v7(), consultation, id, when],
    );
  return rows.map(({ id }) => id);
}

/** The bytes of files, and what would know them again. */
export async function eraseFiles(query: Query, which: string, of: string): Promise<void> {
  await query(
    `DELETE FROM "AttachmentContent" c USING "Attachment" a WHERE c."attachmentId" = a.id AND ${which}`,
    [of],
  );
  await query(`UPDATE "Attachment" a SET state = 'erased', sha256 = NULL WHERE ${which}`, [of]);
}

/** The content and the name of one file; what was taken from it stands. */
export async function eraseAttachment(
  query: Query,
  { attachment, at }: { readonly attachment: string; readonly at: Date },
): Promise<{ readonly touched: boolean }> {
  const erased = await query(
    `UPDATE "Words" SET text = '', salt = '', "erasedAt" = $2::timestamptz
     WHERE "erasedAt" IS NULL AND id IN (SELECT "nameId" FROM "Attachment" WHERE id = $1::uuid) RETURNING id`,
    [attachment, at.toISOString()],
  );
  await eraseFiles(query, 'a.id = $1::uuid', attachment);
  return { touched: erased.length > 0 };
}

export interface ErasedProposal {
  readonly touched: boolean;
  readonly proposals: readonly string[];
}

interface Version {
  readonly id: string;
  readonly wordsId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Empties every message one proposal was written in. What other proposals took from these messages is kept, as words
 * of their own.
 */
export async function eraseProposal(
  query: Query,
  { proposal, at }: { readonly proposal: string; readonly at: Date },
): Promise<ErasedProposal> {
  const when = at.toISOString();
  const [known] = await query<{ consultationId: string }>(
    'SELECT "consultationId" FROM "Proposal" WHERE id = $1::uuid FOR UPDATE',
    [proposal],
  );
  if (known === undefined) return { touched: false, proposals: [] };
  const gone = await query<{ id: string }>(
    `SELECT v."wordsId" AS id FROM "ProposalVersion" v WHERE v."proposalId" = $1::uuid
     UNION SELECT i."wordsId" FROM "Proposal" o JOIN "Answer" a ON a.id = o."answerId"
       JOIN "Inbound" i ON i."conversationId" = a."conversationId" AND i."messageRef" = a."messageRef"
       WHERE o.id = $1::uuid AND i."wordsId" IS NOT NULL
     UNION SELECT unnest(d."wordsIds") FROM "Dispute" d WHERE d."proposalId" = $1::uuid`,
    [proposal],
  );
  const words = gone.map(({ id }) => id);
  const others = await query<Version>(
    `SELECT v.id, v."wordsId", v.start, v."end", w.text
     FROM "ProposalVersion" v JOIN "Proposal" o ON o.id = v."proposalId" JOIN "Words" w ON w.id = v."wordsId"
     WHERE v."wordsId" = ANY($2::uuid[]) AND v."proposalId" <> $1::uuid AND w."erasedAt" IS NULL
       AND o.state <> 'erased' ORDER BY v.id`,
    [proposal, words],
  );
  for (const version of others) await keepApart(query, version);
  const erased = await query(
    `UPDATE "Words" SET text = '', salt = '', "erasedAt" = $2::timestamptz
     WHERE "erasedAt" IS NULL AND id = ANY($1::uuid[]) RETURNING id`,
    [words, when],
  );
  await query(
    'UPDATE "Doubt" SET "resolvedAt" = $2::timestamptz WHERE "resolvedAt" IS NULL AND "proposalId" = $1::uuid',
    [proposal, when],
  );
  await query(
    `UPDATE "Dispute" SET outcome = 'dropped', "answeredAt" = $2::timestamptz
     WHERE outcome IS NULL AND "proposalId" = $1::uuid`,
    [proposal, when],
  );
  const proposals = await eraseProposals(query, known.consultationId, when, 'o.id = $1::uuid', proposal);
  return { touched: erased.length > 0, proposals };
}

async function keepApart(query: Query, version: Version): Promise<void> {
  const id = v7();
  const text = version.text.slice(version.start, version.end);
  await query(
    `INSERT INTO "Words" (id, "consultationId", "personId", text, lang, "writtenAt")
     SELECT $2::uuid, "consultationId", "personId", $3::text, lang, "writtenAt" FROM "Words" WHERE id = $1::uuid`,
    [version.wordsId, id, text],
  );
  await query(
    'UPDATE "ProposalVersion" SET "wordsId" = $2::uuid, start = 0, "end" = $3::int WHERE id = $1::uuid',
    [version.id, id, text.length],
  );
}
