import type { PersonalRecords, PersonalRows, PersonErased } from '../../app/ports/personal.ts';
import { erasePerson, WORDS_OF } from '../erase-person.ts';
import { eraseProposal, type Query } from '../erase-pieces.ts';
import type { Client } from '../insert.ts';

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;
const list = (columns: string, order: string, from: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${columns}) ORDER BY ${order}), '[]') FROM ${from})`;
const WORDS = WORDS_OF.replaceAll('$1::uuid', 'p.id');
/** Proposals they had a part in by their own words. */
const PROPOSALS = `SELECT v."proposalId" FROM "ProposalVersion" v WHERE v."wordsId" IN (${WORDS})`;

/** All of it in one statement; JSON carries instants as milliseconds. */
const ROWS = `
  SELECT json_build_object(
    'since', ${ms('p."createdAt"')}, 'telephone', p.telephone, 'preferred', p.preferred,
    'organisations', ${list(
      `'partnerId', a.id, 'organisation', o.name, 'acronym', o.acronym, 'college', a."collegeKey",
       'siret', o.siret, 'rna', o.rna, 'seat', o.seat, 'territories', o.territories,
       'jobTitle', a."jobTitle", 'capacity', a.capacity, 'substitute', a.substitute, 'attribution', a.attribution, 'standing', a.standing, 'since', ${ms('a."createdAt"')}`,
      'a.id',
      '"Partner" a JOIN "Organisation" o ON o.id = a."organisationId" WHERE a."personId" = p.id OR a."successorId" = p.id',
    )},
    'chats', ${list(
      `'platform', i.platform, 'workspace', i.workspace, 'userId', i."userId", 'locale', i.locale, 'goneAt', ${ms('i."goneAt"')}`,
      'i.id',
      '"Identity" i WHERE i."personId" = p.id',
    )},
    'roles', ${list(`'role', r.role, 'group', r."groupKey"`, 'r.role', '"Role" r WHERE r."personId" = p.id')},
    'words', ${list(
      `'id', w.id, 'at', ${ms('w."writtenAt"')}, 'lang', w.lang,
       'how', (SELECT i.type FROM "Inbound" i WHERE i."wordsId" = w.id ORDER BY i.id LIMIT 1)`,
      'w."writtenAt", w.id',
      `"Words" w WHERE w.id IN (${WORDS})`,
    )},
    'answers', ${list(
      `'promptKey', a."promptKey", 'roundId', a."roundId", 'words', a."wordsId", 'at', ${ms('a."textAt"')},
       'deletedAt', ${ms('a."deletedAt"')}`,
      'a."textAt", a.id',
      `"Answer" a WHERE a."wordsId" IN (${WORDS})`,
    )},
    'tags', ${list(
      `'proposalId', t."proposalId", 'dimension', t.dimension, 'value', t.value, 'source', t.source,
       'confidence', t.confidence, 'main', t.main, 'at', ${ms('t."createdAt"')}, 'replacedAt', ${ms('t."replacedAt"')}`,
      't."createdAt", t.id',
      `"Tag" t WHERE t."proposalId" IN (${PROPOSALS})`,
    )},
    'endorsements', ${list(
      `'number', o.number, 'at', ${ms('e.at')}, 'retractedAt', ${ms('e."retractedAt"')}`,
      'e.at, e.id',
      `"Endorsement" e JOIN "Proposal" o ON o.id = e."proposalId" WHERE e."partnerId" IN (
         SELECT a.id FROM "Partner" a WHERE coalesce(a."successorId", a."personId") = p.id)`,
    )},
    'deliveries', ${list(
      `'kind', d.kind, 'document', d.document, 'state', d.state, 'at', ${ms('d."createdAt"')}, 'sentAt', ${ms('d."sentAt"')}`,
      'd."createdAt", d.id',
      `"Delivery" d WHERE d."consultationId" = p."consultationId" AND d."conversationId" IN (
         SELECT c.id FROM "Conversation" c WHERE c.kind = 'direct' AND (c.platform, c.workspace, c."userId") IN (
           SELECT i.platform, i.workspace, i."userId" FROM "Identity" i WHERE i."personId" = p.id))`,
    )},
    'files', ${list(
      `'number', f.number, 'name', f."nameId", 'kind', f.kind, 'bytes', f.bytes, 'sha256', f.sha256, 'state', f.state,
       'reason', f."reasonId", 'at', ${ms('f."receivedAt"')}, 'proposals', ${list('o.number', 'o.number', '"Proposal" o JOIN "Answer" w ON w.id = o."answerId" WHERE w."attachmentId" = f.id').replace('json_build_object(o.number)', 'o.number')}`,
      'f.number',
      '"Attachment" f WHERE f."personId" = p.id',
    )},
    'letters', ${list(
      `'kind', m.kind, 'state', m.state, 'at', ${ms('m."createdAt"')}, 'sentAt', ${ms('m."sentAt"')}`,
      'm."createdAt", m.id',
      '"Mail" m WHERE m."personId" = p.id',
    )},
    'tables', ${list(
      `'label', t."labelId", 'at', ${ms('t."createdAt"')}, 'confirmedAt', ${ms('a."confirmedAt"')},
       'proposals', (SELECT coalesce(json_agg(o.number ORDER BY o.number), '[]') FROM "Proposal" o WHERE o."tableId" = t.id)`,
      't."createdAt", t.id',
      `"TableAttendee" a JOIN "WorkshopTable" t ON t.id = a."tableId" WHERE a."partnerId" IN (
         SELECT m.id FROM "Partner" m WHERE coalesce(m."successorId", m."personId") = p.id)`,
    )},
    'workshops', ${list(
      `'roundId', w."roundId", 'enteredAt', ${ms('there.entered')}, 'leftAt', ${ms('there.left')},
       'dots', (SELECT coalesce(json_agg(json_build_object('group', g.number, 'points', d.points) ORDER BY g.number), '[]')
         FROM "WorkshopDots" d JOIN "WorkshopGroup" g ON g.id = d."groupId"
         WHERE d."workshopId" = w.id AND d."personId" = p.id AND d.points > 0)`,
      'w.id',
      `"Workshop" w LEFT JOIN LATERAL (
         SELECT min(t."enteredAt") AS entered, CASE WHEN bool_and(t."leftAt" IS NOT NULL) THEN max(t."leftAt") END AS left
         FROM "WorkshopGuest" t WHERE t."workshopId" = w.id AND t."personId" = p.id) AS there ON true
       WHERE w."consultationId" = p."consultationId" AND (there.entered IS NOT NULL OR EXISTS (
         SELECT 1 FROM "WorkshopDots" d WHERE d."workshopId" = w.id AND d."personId" = p.id))`,
    )},
    'doubts', ${list(
      `'kind', d.kind, 'at', ${ms('d."raisedAt"')}, 'resolvedAt', ${ms('d."resolvedAt"')}`,
      'd."raisedAt", d.id',
      `"Doubt" d WHERE d."inboundId" IN (SELECT id FROM "Inbound" WHERE "personId" = p.id)
         OR d."proposalId" IN (${PROPOSALS})`,
    )},
    'acts', ${list(
      `'verb', a.verb, 'role', a.role, 'subjectType', a."subjectType", 'subjectId', a."subjectId", 'at', ${ms('a.at')}`,
      'a.at, a.id',
      '"Act" a WHERE a."actorId" = p.id',
    )}) AS rows
  FROM "Person" p WHERE p.id = $1::uuid`;

const BESIDES = `
  SELECT DISTINCT o.number FROM "ProposalVersion" mine
  JOIN "ProposalVersion" v ON v."wordsId" = mine."wordsId" AND v."proposalId" <> mine."proposalId"
  JOIN "Proposal" o ON o.id = v."proposalId"
  WHERE mine."proposalId" = $1::uuid AND o.state <> 'erased' ORDER BY o.number`;

export function personal(tx: Client): PersonalRecords {
  const query: Query = (sql, params) => tx.$queryRawUnsafe(sql, ...params);
  return {
    async of(id) {
      const [found] = await query<{ rows: PersonalRows }>(ROWS, [id]);
      if (!found) throw new Error(`no person ${id}`);
      return found.rows;
    },

    async erase(id, at, also) {
      const { words, proposals, conversations } = await erasePerson(query, {
        person: id,
        at: new Date(at),
        also,
      });
      return { words, proposals, conversations } as PersonErased;
    },

    async besides(id) {
      return (await query<{ number: number }>(BESIDES, [id])).map(({ number }) => number);
    },

    async eraseProposal(id, at) {
      await eraseProposal(query, { proposal: id, at: new Date(at) });
    },
  };
}
