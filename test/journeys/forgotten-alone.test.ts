/** Whoever is erased leaves alone: whatever their name is a part of, what belongs to others stays to the letter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { erasePerson } from '../../src/store/erase-person.ts';
import type { Session } from '../../src/store/session.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from './stage.ts';
import { type Told, tell } from './story.ts';

const PEOPLE = ['Li', 'Lila Li', 'Lille', '-'];

/** They are greeted, entered at a table, spoken of to the team and to each other, in texts that hold their names. */
const SPOKEN = `
  Rachida: ouvrir plan-actions
  Bot: On envoie ?
  Rachida: oui
  Bot: invitations
  Bot → Li: Bonjour Li
  Bot → Lila: Bonjour Lila
  Li: oui
  Bot: 1/6 :
  Li: une ligne de bus à Lille pour l'atelier Li
  Bot: Noté, {his} … 2/6 :
  Lila: oui
  Bot: 1/6 :
  Lila: un livre - lisible - à Lille, avec Li
  Bot: Noté, {hers} … 2/6 :
  Rachida: table "atelier Li - Lille" : Li, Lila Li, 3 territoires↵Li dit : un lieu à Lille, avec Lila Li
  Bot: Noté pour cette table
  Bot → Li: un lieu à Lille
  Bot → Lila: un lieu à Lille
  Rachida: pour Li : une liste des locaux de Lille
  Bot: Noté pour Li
  Bot → Li: une liste des locaux de Lille
  Rachida: silence
  Bot: …
  Rachida: remplacer Lila Li par Lia, memory:lia-1
  Bot: Lia parle désormais pour Lille & Li - Lila, à la place de Lila Li.
  Bot → Lia: Bonjour Lia. Vous prenez la suite de Lila Li
  Bot → Lia: Bonjour Lia
  Bot → Lila: Bonjour Lila. L'équipe nous apprend que Lia prend votre suite
`;

type Rows = ReadonlyMap<string, string>;

/** Every row of every table but the jobs, as text. */
async function rowsOf({ query }: Session): Promise<Rows> {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema = 'public' AND table_name NOT LIKE '\\_%'`,
  );
  const rows = new Map<string, string>();
  for (const { name } of tables)
    for (const { row } of await query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`))
      rows.set(`${name} ${(JSON.parse(row) as { id?: unknown }).id ?? row}`, row);
  return rows;
}

describe.each(storyDatabases())('erased alone, on $name', ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-alone-'));
  let database: Database;
  let stage: Stage;
  let told: Told;
  beforeAll(async () => {
    database = await open();
    stage = await openStage(database, { world: LILLE, stories: 1, dataDir: dir });
    const college = stage.content.colleges[0]!.key;
    await stage.enrol(
      PEOPLE.map((name, index) => ({
        name,
        lang: 'fr',
        addresses: [
          {
            platform: stage.platform.name,
            workspace: 'main',
            userId: ['li-1', 'lila-1', 'lille-1', 'dash-1'][index]!,
          },
        ],
        roles: [],
        partner: { organisation: `Lille & Li - ${name.split(' ')[0]}`, college },
      })),
    );
    told = await tell(stage, SPOKEN, { refs: {}, users: { Li: 'li-1', Lila: 'lila-1', Lia: 'lia-1' } });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Ids of all that is theirs: the person, their places, addresses, conversations and words. */
  const idsOf = ({ query }: Session, person: string) =>
    query<{ id: string }>(
      `SELECT $1::text AS id
       UNION SELECT id::text FROM "Partner" WHERE "personId" = $1::uuid
       UNION SELECT "organisationId"::text FROM "Partner" WHERE "personId" = $1::uuid
       UNION SELECT c.id::text FROM "Conversation" c JOIN "Identity" i
         ON i.platform = c.platform AND i.workspace = c.workspace AND i."userId" = c."userId"
         WHERE i."personId" = $1::uuid
       UNION SELECT id::text FROM "Words" WHERE "personId" = $1::uuid
       UNION SELECT v."proposalId"::text FROM "ProposalVersion" v JOIN "Words" w ON w.id = v."wordsId"
         WHERE w."personId" = $1::uuid`,
      [person],
    );

  /** What an erasure changes of rows that are nobody's or others'; undone afterwards. */
  const changedOfOthers = (who: string, name: string): Promise<string[]> =>
    database.session(async (session) => {
      const [person] = await session.query<{ id: string }>(
        `SELECT "personId"::text AS id FROM "Identity" WHERE "userId" = $1`,
        [who],
      );
      await session.exec('BEGIN');
      try {
        await session.query('UPDATE "Person" SET name = $2 WHERE id = $1::uuid', [person!.id, name]);
        const own = (await idsOf(session, person!.id)).map(({ id }) => id);
        const before = await rowsOf(session);
        await erasePerson((sql, params) => session.query(sql, params), {
          person: person!.id,
          at: new Date(stage.clock.now()),
        });
        const after = await rowsOf(session);
        const isOwn = (key: string, row: string) => {
          if (key.startsWith('Consultation ')) return true;
          const { conversationId } = JSON.parse(row) as { conversationId?: string };
          // A message to somebody else is theirs, whoever it speaks of.
          return key.startsWith('Delivery ')
            ? own.includes(conversationId!)
            : own.some((id) => row.includes(id));
        };
        return [...before].flatMap(([key, row]) =>
          isOwn(key, row) || after.get(key) === row ? [] : [`${row}\n→ ${after.get(key)}`],
        );
      } finally {
        await session.exec('ROLLBACK');
      }
    });

  test('by any name, a part of what others said, of the bot’s own words, or of JSON itself', async () => {
    const all = await database.session(rowsOf);
    const pieces = fc
      .constantFrom(...all.values())
      .chain((row) =>
        fc
          .tuple(fc.nat(Math.max(0, row.length - 2)), fc.integer({ min: 1, max: 12 }))
          .map(([from, length]) => row.slice(from, from + length)),
      );
    const name = fc.oneof(fc.constantFrom(...PEOPLE, 'e', 'text', 'Bonjour', '"', ','), pieces);
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('li-1', 'lila-1', 'rachida'), async (called, who) => {
        const changed = await changedOfOthers(who, called);
        // A table's message names who sat there, a command whom it brings in: that piece, and no more, is somebody's.
        expect(changed.filter((row) => !/table \\"atelier|remplacer Lila Li par/u.test(row))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('of the message of a table, the piece that names them leaves, and nothing else', async () => {
    const [changed, ...more] = await changedOfOthers('li-1', 'Li');
    expect(more).toEqual([]);
    expect(changed!.split('→')[1]).toContain(
      'table \\"atelier Li - Lille\\" : […], Lila Li, 3 territoires\\nLi dit : un lieu à Lille, avec Lila Li',
    );
  });

  test('the team and the others read the name while it is known, and [effacé] once it is not', async () => {
    const read = (user: string) => stage.platform.texts(user).join('\n');
    expect(read('lia-1')).toContain('Vous prenez la suite de Lila Li');
    told = await tell(
      stage,
      `
      Li: effacer
      Bot: J'efface tout ?
      Li: oui
      Bot: C'est fait
      Lila: effacer
      Bot: J'efface tout ?
      Lila: oui
      Bot: C'est fait
    `,
      told,
    );
    const kept = await database.session(({ query }) =>
      query<{ document: string }>(`SELECT document::text AS document FROM "Delivery"`),
    );
    expect(kept.map(({ document }) => document).join('\n')).not.toMatch(/suite de Lila|Noté pour Li\b/u);
  });
});
