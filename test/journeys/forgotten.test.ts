/** Somebody is erased: their words, name and address are looked for everywhere, and every count is compared. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../src/analysis/reader.ts';
import { gatherDocuments } from '../../src/app/documents/gather-documents.ts';
import type { Person } from '../../src/app/ports/people.ts';
import type { Transaction } from '../../src/app/ports/store.ts';
import { catchUp, type Desk } from '../../src/app/proposal/read-message.ts';
import { takeSnapshot } from '../../src/app/synthesis/snapshot.ts';
import { sha256 } from '../../src/bot/sha256.ts';
import { keepVisitor } from '../../src/bot/visitor.ts';
import { documentFiles } from '../../src/compose.ts';
import type { ConversationId, DeliveryId, WordsId } from '../../src/core/ids.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { hashOf, tampered } from '../../src/core/synthesis/hash.ts';
import { createLog } from '../../src/log.ts';
import { backup } from '../../src/store/backup.ts';
import type { Database } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { readErasures, replayErasures } from '../../src/store/erasures.ts';
import { restore } from '../../src/store/restore.ts';
import { databases } from '../databases.ts';
import { LILLE, openStage, type Stage } from './stage.ts';
import { quiet, type Told, tell } from './story.ts';

/** Words nobody else says; the name and the address are hers alone too. */
const CANARIES = [
  'zorglubine',
  'schmilblick',
  'Quetsche',
  'zephyrine-q',
  'zq@ressourcerie.example',
  '03 20 00 00 42',
  'Gardienne des bobines',
  '12 rue des Bobines',
];

/** Every row of every table, as text, that holds one of these. */
async function traces(database: Database): Promise<string[]> {
  return database.session(async ({ query }) => {
    const tables = await query<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const { schema, name } of tables) {
      const rows = await query<{ row: string }>(
        `SELECT t::text AS row FROM "${schema}"."${name}" t WHERE ${CANARIES.map((_, at) => `t::text ILIKE $${at + 1}`).join(' OR ')}`,
        CANARIES.map((one) => `%${one}%`),
      );
      found.push(...rows.map(({ row }) => `${name}: ${row}`));
    }
    return found;
  });
}

const NEWCOMER = (platform: string, college: string) => ({
  name: 'Zéphyrine Quetsche',
  lang: 'fr',
  addresses: [{ platform, workspace: 'main', userId: 'zephyrine-q' }],
  contact: { email: 'ZQ@ressourcerie.example', telephone: '03 20 00 00 42', preferred: platform },
  roles: [],
  partner: {
    organisation: 'La Ressourcerie du Canal',
    college,
    attribution: 'name' as const,
    about: { seat: '12 rue des Bobines', siret: '00000000000042' },
    place: { jobTitle: 'Gardienne des bobines', capacity: 'elected' as const },
  },
});

interface Scene {
  readonly stage: Stage;
  readonly dataDir: string;
  readonly log: string[];
  told: Told;
}

async function open(database: Database, dataDir: string): Promise<Scene> {
  const log: string[] = [];
  const stage = await openStage(database, {
    world: LILLE,
    stories: 1,
    dataDir,
    log: createLog({ level: 'debug', destination: { write: (text) => void log.push(text) } }),
  });
  await stage.enrol([NEWCOMER(stage.platform.name, stage.content.colleges[0]!.key)]);
  return { stage, dataDir, log, told: { refs: {}, users: { Zéphyrine: 'zephyrine-q' } } };
}

async function go(scene: Scene, script: string): Promise<void> {
  scene.told = await tell(scene.stage, script, scene.told);
}

/** She speaks in every way people do: before agreeing, in answers, edits, corrections, questions, and beside the point. */
const SPOKEN = `
  Rachida: ouvrir plan-actions
  Bot: On envoie ?
  Rachida: oui
  Bot: invitations
  Bot → Zéphyrine: Bonjour Zéphyrine
  Zéphyrine: Une avance de trésorerie zorglubine en attendant les subventions.
  Bot: il me faut votre accord
  Zéphyrine: oui
  Bot: Noté, {hers} … 1/6 :
  Zéphyrine [as first]: un poste de comptable zorglubine partagé entre associations
  Bot: Noté, {job} … 2/6 :
  Zéphyrine [edit first]: un poste de comptable schmilblick partagé entre quatre associations
  Bot: J'ai suivi votre modification
  Zéphyrine: {job} : un comptable zorglubine partagé entre six associations
  Bot: {job} est à jour.
  Zéphyrine: À quelle date la zorglubine sera-t-elle décidée ?
  Bot: je la transmets à l'équipe
  Zéphyrine: Je m'oppose à un guichet zorglubine de plus, ce serait du schmilblick.
  Bot: {against}
  Zéphyrine [file zorglubine-quetsche.pdf]:
  Bot: Je garde « zorglubine-quetsche.pdf » (PJ-1
  Zéphyrine [file autre.pdf]: ma note schmilblick, en pièce jointe, merci de la lire attentivement
  Bot: (PJ-2
  Rachida: extraire PJ-1 : un hangar zorglubine partagé entre les ressourceries du canal
  Bot: Noté pour Zéphyrine Quetsche
  Bot → Zéphyrine: d'après le fichier … C'est bien ça ?
  Zéphyrine: oui
  Bot: confirmé
  Rachida: classer PJ-2 : c'est le même texte que PJ-1
  Bot: PJ-2 est classée
  Bot → Zéphyrine: PJ-2 a été lu
  Rachida: table "atelier du 12 mars, table 3" : Zéphyrine Quetsche, 3 territoires↵un four à pain partagé dans chaque quartier
  Bot: Noté pour cette table
  Bot → Zéphyrine: four à pain … Est-ce bien ce qui s'est dit ?
  Zéphyrine: oui
  Bot: Merci de l'avoir relu
  Zéphyrine: mes données
  Bot: Je vous écris tout ici ?
  Zéphyrine: oui
  Bot: zorglubine … schmilblick
  Claire: oui
  Bot: 1/6 :
  Claire: Un fonds qui avance la trésorerie tant que les subventions n'arrivent pas.
  Bot: Noté, {fund} … 2/6 :
  Omar: oui
  Bot: 1/6 :
  Omar: Des locaux moins chers à Roubaix pour les associations.
  Bot: Noté, {rooms} … 2/6 :
  Lucie: pas moi
  Bot: À qui devrions-nous nous adresser ?
  Lucie: voyez plutôt Zéphyrine Quetsche (zq@ressourcerie.example), qui connaît bien le sujet
  Bot: Merci, l'équipe s'en occupe.
  Rachida: ajouter zéphyrine quetsche, La Ressourcerie du Canal, partenaires, memory:zephyrine-q
  Bot: …
`;

const MERGED = `
  Rachida: clore plan-actions : tout le monde a répondu
  Bot: est clos
  Rachida: réunir {job} dans {rooms}
  Bot: La question est posée
  Bot → Zéphyrine: semblent dire la même chose
  Zéphyrine: oui
  Bot: {job} est réunie à {rooms}.
  Rachida: réunir {fund} dans {hers}
  Bot: La question est posée
  Bot → Claire: zorglubine
  Claire: oui
  Bot: {fund} est réunie à {hers}.
`;

async function signed(scene: Scene): Promise<void> {
  await go(
    scene,
    `
    Solène: synthèse
    Bot: Je prépare la synthèse
    Bot → Solène: zorglubine … Brouillon n° 1.
  `,
  );
  const shown = scene.stage.platform.texts('solene').findLast((text) => text.startsWith('Synthèse n°'))!;
  for (const [, axis] of shown.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await go(scene, `Étienne: sans désaccord ${axis}\n Bot: C'est fait.`);
  await go(scene, 'Étienne: signer\n Bot: Synthèse n° 1 signée.');
}

async function filesOf({ stage }: Scene): Promise<Record<string, string>> {
  return stage.read(async (tx) => {
    const gathered = await gatherDocuments(await sceneOf(stage, tx));
    if (isRefusal(gathered)) throw new Error(gathered.code);
    return { ...documentFiles(gathered) };
  });
}

async function sceneOf(stage: Stage, tx: Transaction) {
  const { consultation, bot, clock } = stage;
  const person = (await tx.people.find(consultation.id, 'Étienne'))!;
  return { tx, consultation, actor: { person, partners: [] }, now: clock.now(), ids: bot.ids };
}

/** All that is counted or referred to in the signed synthesis; no text. */
const structure = (files: Record<string, string>) => {
  const synthesis = JSON.parse(files['synthesis.json']!);
  return {
    hash: synthesis.hash,
    base: synthesis.base,
    participation: synthesis.participation,
    unclassified: synthesis.unclassified,
    axes: synthesis.axes.map((axis: never) => {
      const { lines, disagreements, themes, singleVoices } = axis as Record<string, { cites: string[] }[]>;
      return { lines: lines!.map(({ cites }) => cites), disagreements, themes: themes!.length, singleVoices };
    }),
  };
};

const withoutTexts = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'quote' || key === 'by' ? undefined : one)));

describe.each(databases())('somebody forgotten, on $name', ({ open: openDatabase }) => {
  let database: Database;
  let scene: Scene;
  let before: Record<string, string>;
  let figures: unknown;
  const desk: Desk = { reader: null as never, revision: 0 };
  const texts = () => scene.stage.platform.texts('omar-1').join('\n');
  const snapshot = () => scene.stage.read((tx) => takeSnapshot(tx, scene.stage.consultation));
  const counted = async () => {
    const { base, participation } = await snapshot();
    return { base, participation };
  };
  const nearHers = async () => {
    const { content, consultation } = scene.stage;
    await scene.stage.read((tx) => catchUp(tx, desk, consultation.id));
    const said = 'Une avance de trésorerie zorglubine en attendant les subventions.';
    const reading = desk.reader.read(said, { lang: 'fr', prompt: null });
    const row = await scene.stage.read((tx) =>
      tx.proposals.byNumber(consultation.id, Number(scene.told.refs.hers!.slice(2))),
    );
    expect(content.axes.length).toBe(5);
    return reading.ideas.flatMap(({ near }) => near).some(({ proposal }) => proposal === row!.id);
  };

  beforeAll(async () => {
    database = await openDatabase();
    scene = await open(database, mkdtempSync(join(tmpdir(), 'tour-forgotten-')));
    Object.assign(desk, { reader: createReader(scene.stage.content) });
    await go(scene, SPOKEN);
    await go(scene, MERGED);
    await signed(scene);
    before = await filesOf(scene);
    figures = await counted();
    await queueHerWords(scene);
    // Somebody else came by her link, and spoke of her.
    const { consultation, bot, clock, platform } = scene.stage;
    const by = { platform: platform.name, workspace: 'main', userId: 'zephyrine-q' };
    const passer = {
      id: 'a-form',
      name: 'Nadia',
      organisation: '',
      email: '',
      word: 'Zéphyrine Quetsche est partie.',
    };
    await scene.stage.read((tx) =>
      keepVisitor(tx, consultation, by, passer, { ids: bot.ids, now: clock.now() }),
    );
  });
  afterAll(async () => {
    await scene.stage.close();
    rmSync(scene.dataDir, { recursive: true, force: true });
  });

  test('before, her words are all over the place, and nowhere in the log', async () => {
    expect((await traces(database)).length).toBeGreaterThan(10);
    expect(before['synthesis.json']).toContain('zorglubine');
    expect(await nearHers()).toBe(true);
    expect(scene.log.join('')).not.toMatch(/zorglubine|schmilblick|Quetsche/u);
  });

  test('she asks, and confirms', () =>
    go(
      scene,
      `
      Zéphyrine: effacer
      Bot: J'efface tout ?
      Zéphyrine: oui
      Bot: C'est fait : vos mots, votre nom et votre adresse sont effacés.
    `,
    ));

  test('no row of any table holds a word of hers, her name, or her address, but for where the last word went', async () => {
    const left = await traces(database);
    // The conversation of whoever is at that address, now a stranger's, and the one message that asked.
    expect(left.map((row) => row.replace(/:.*/su, '')).sort()).toEqual(['Conversation', 'Inbound']);
    expect(left.join('\n')).not.toMatch(/zorglubine|schmilblick|Quetsche/u);
    const ids = new Set(
      await scene.stage.read(async (tx) => {
        const rows = await tx.proposals.of(scene.stage.consultation.id);
        return rows.map((row) => row.partnerId);
      }),
    );
    const [stranger] = left.filter((row) => row.startsWith('Conversation'));
    for (const id of ids) if (id) expect(stranger).not.toContain(id);
  });

  test('what was queued for others shows [effacé] in the place of her words', async () => {
    expect(texts()).not.toContain('Pour mémoire');
    scene.stage.clock.leap(scene.stage.clock.now() + 2 * 86_400_000);
    await quiet(scene.stage);
    expect(texts()).toContain('Pour mémoire : [effacé]');
  });

  test('the published documents keep their structure, their counts and their hash, without her words', async () => {
    const after = await filesOf(scene);
    const all = Object.values(after).join('\n');
    expect(all).not.toMatch(/zorglubine|schmilblick|Quetsche/u);
    expect(after['synthesis.json']).toContain('[effacé]');
    expect(after['synthesis.md']).toContain('\\[effacé\\]');
    expect(after['synthesis.html']).toContain('[effacé]');
    const { unclassified, ...same } = structure(after);
    const { unclassified: then, ...signedThen } = structure(before);
    expect(withoutTexts(same)).toEqual(withoutTexts(signedThen));
    // What had been merged into hers stands on its own again, and is on no line yet.
    expect(unclassified).toEqual([...then, scene.told.refs.fund]);
    const supporters = (files: Record<string, string>) =>
      new Map(
        JSON.parse(files['proposals.json']!).map((row: { ref: string; supporters: number }) => [
          row.ref,
          row.supporters,
        ]),
      );
    const { rooms, hers, fund } = scene.told.refs;
    // Hers, merged into another's, still stands behind it.
    expect(supporters(after).get(rooms)).toBe(2);
    expect([supporters(before).get(hers), supporters(after).get(hers), supporters(after).get(fund)]).toEqual([
      2, 1, 1,
    ]);
  });

  test('the hash can still be checked, and whether the other texts are those that were signed', async () => {
    await scene.stage.read(async (tx) => {
      const { consultation } = scene.stage;
      const row = (await tx.syntheses.byNumber(consultation.id, 1))!;
      expect(hashOf(row.body, row.commitments!, consultation.salt, sha256)).toBe(row.hash);
      const words = row.commitments!.map(({ of }) => of.split(':')[0] as WordsId);
      const salted = await tx.words.salted(words);
      expect(salted.size).toBeGreaterThan(0);
      expect(salted.size).toBeLessThan(new Set(words).size);
      expect(tampered(row.body, row.commitments!, (id) => salted.get(id) ?? null, sha256)).toEqual([]);
    });
  });

  test('a synthesis compiled later counts what she said, without a text, and nobody reads it as near', async () => {
    expect(await counted()).toEqual(figures);
    const { aside, proposals } = await snapshot();
    const number = Number(scene.told.refs.hers!.slice(2));
    expect(aside.map((row) => row.number)).toContain(number);
    expect(proposals.map(({ ref }) => ref)).toContain(scene.told.refs.fund);
    expect(await nearHers()).toBe(false);
    await go(
      scene,
      `
      Rachida: doutes
      Bot: …
    `,
    );
    expect(scene.stage.platform.texts('rachida').at(-1)).not.toMatch(/zorglubine|schmilblick/u);
    expect(scene.log.join('')).not.toMatch(/zorglubine|schmilblick|Quetsche|zephyrine/u);
  });

  test('the act is on record, under an id', async () => {
    const acts = await scene.stage.read((tx) => tx.acts.of(scene.stage.consultation.id));
    const erased = acts.filter(({ verb }) => verb === 'data.erase');
    expect(erased).toHaveLength(1);
    expect(erased[0]).toMatchObject({ role: 'partner', subjectType: 'person', refs: {} });
    expect(readErasures(scene.dataDir)).toEqual([{ person: erased[0]!.subjectId, at: erased[0]!.at }]);
  });
});

/** As another author is asked about a merge: her words by reference, to be sent in two days. */
async function queueHerWords({ stage, told }: Scene): Promise<void> {
  const number = Number(told.refs.hers!.slice(2));
  await stage.read(async (tx) => {
    const row = (await tx.proposals.byNumber(stage.consultation.id, number))!;
    const address = { platform: stage.platform.name, workspace: 'main', userId: 'omar-1' };
    const now = stage.clock.now();
    const [conversation] = await tx.conversations.directs([
      {
        ...address,
        id: stage.bot.ids.next<ConversationId>(),
        consultationId: stage.consultation.id,
        at: now,
      },
    ]);
    const { words, start, end } = row.versions.at(-1)!;
    await tx.outbox.add([
      {
        id: stage.bot.ids.next<DeliveryId>(),
        consultationId: stage.consultation.id,
        conversationId: conversation!.id,
        kind: 'notice',
        document: {
          lang: 'fr',
          blocks: [{ type: 'paragraph', content: [{ text: 'Pour mémoire : ' }, { words, start, end }] }],
          choices: [],
        },
        inboundId: null,
        roundId: null,
        notBefore: now + 86_400_000,
        createdAt: now,
      },
    ]);
  });
}

describe('a restore does not bring anybody back', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-restored-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('of a backup made before, on the embedded database', { timeout: 60_000 }, async () => {
    let database: Database = await openEmbedded(dir);
    const scene = await open(database, dir);
    await go(scene, SPOKEN);
    await go(scene, MERGED);
    if (database.kind !== 'embedded') throw new Error('not the embedded database');
    const { file } = await backup(database, scene.stage.clock.now());
    await go(
      scene,
      `
      Omar: effacer {rooms}
      Bot: Je les efface ?
      Omar: oui
      Bot: C'est fait
      Zéphyrine: effacer
      Bot: J'efface tout ?
      Zéphyrine: oui
      Bot: C'est fait
    `,
    );
    await scene.stage.close();
    const restored = await restore(file, dir, scene.stage.clock.now() + 1000);
    expect(restored).toMatchObject({ erased: 2, generation: 2 });
    database = await openEmbedded(dir);
    const left = await traces(database);
    expect(left.join('\n')).not.toMatch(/zorglubine|schmilblick|Quetsche/u);
    expect(left.map((row) => row.replace(/:.*/su, ''))).toEqual(['Conversation']);
    const [rooms] = await database.session(({ query }) =>
      query<{ state: string; text: string }>(
        `SELECT p.state, w.text FROM "Proposal" p JOIN "ProposalVersion" v ON v."proposalId" = p.id
         JOIN "Words" w ON w.id = v."wordsId" WHERE p.number = $1`,
        [Number(scene.told.refs.rooms!.slice(2))],
      ),
    );
    expect(rooms).toEqual({ state: 'erased', text: '' });
    await database.close();
  });

  test.each(databases())(
    'of any database that had not heard of it, on $name',
    { timeout: 60_000 },
    async (on) => {
      const database = await on.open();
      const scene = await open(database, dir);
      await go(scene, SPOKEN);
      const person = (await scene.stage.read((tx) =>
        tx.people.find(scene.stage.consultation.id, 'zephyrine-q'),
      )) as Person;
      const erasures = [{ person: person.id, at: scene.stage.clock.now() }];
      const replay = () => database.session((session) => replayErasures(session, erasures));
      expect(await replay()).toBe(1);
      expect((await traces(database)).join('\n')).not.toMatch(/zorglubine|schmilblick|Quetsche/u);
      expect(await replay()).toBe(0);
      await go(scene, 'Zéphyrine: bonjour\n Bot: je ne vous connais pas encore');
      await scene.stage.close();
    },
  );
});
