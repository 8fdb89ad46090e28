/**
 * SQL, true of a merged proposal `m` that nothing in force answers any more: what it was merged into is out, or was
 * split and each of its parts, in the end, is out.
 */
export const UNANSWERED = `m.state = 'merged' AND EXISTS (
  SELECT FROM "Proposal" r WHERE r.id = m."mergedIntoId" AND (
    r.state IN ('withdrawn', 'moderated', 'erased')
    OR (r.state = 'split' AND NOT EXISTS (
      WITH RECURSIVE part AS (
        SELECT p.id, p.state FROM "Proposal" p WHERE p."splitFromId" = r.id
        UNION SELECT p.id, p.state FROM part JOIN "Proposal" p ON p."splitFromId" = part.id WHERE part.state = 'split')
      SELECT FROM part WHERE part.state IN ('submitted', 'merged')))))`;
