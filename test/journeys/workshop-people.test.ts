/** People of a workshop: who comes late, whom nobody knows, who is forgotten. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from './stage.ts';
import { quiet, tell } from './story.ts';
import { expectNothingPrivate, plainly, type Room, roomOn, WORKSHOP } from './workshop-room.ts';

const AXIS = 'Axe 1';
const STRANGER = 'zephyrine-q';

describe.each(storyDatabases())('the people of a workshop, on $name', ({ open }) => {
  let database: Database;
  let stage: Stage;
  let room: Room;
  const direct = (userId: string) => stage.platform.texts(userId).map(plainly);
  const rows = () => stage.read((tx) => tx.proposals.of(stage.consultation.id, { states: ['submitted'] }));

  beforeAll(async () => {
    database = await open();
    stage = await openStage(database, { world: LILLE, stories: 2 });
    room = roomOn(stage, 'salon-2');
    for (const one of ['claire-1', 'rachida']) stage.platform.enter(one, room.ref);
    await room.ask('rachida', `atelier ${WORKSHOP}`);
    await room.ask('rachida', 'début');
    await room.find(AXIS);
  });
  afterAll(() => stage.close());

  test('somebody who comes late is there from their first word, and counts', async () => {
    stage.platform.enter('omar-1', room.ref);
    const said = room.say('omar-1', 'un fonds commun pour avancer les subventions', AXIS);
    await room.settled();
    expect(stage.platform.signs(said)).toEqual(['✅']);
    // Figures are of partners: whoever runs the workshop is of no type of actor.
    await tell(
      stage,
      "Rachida: atelier salle\n Bot: 2 personnes dans la salle … On n'a pas encore lu : Claire 1",
    );
    stage.platform.leave('claire-1', room.ref);
    await room.settled();
    await tell(stage, 'Rachida: atelier salle\n Bot: 1 personne dans la salle');
  });

  test('somebody nobody knows is asked in private who they are, once; their words are kept', async () => {
    const said = room.say(STRANGER, 'un camion zorglubine partagé entre les épiceries', AXIS);
    const edited = room.say(STRANGER, 'une halle couverte', AXIS);
    stage.platform.edit(STRANGER, edited, 'une halle schmilblick couverte', { room: room.ref });
    const deleted = room.say(STRANGER, 'un tramway', AXIS);
    stage.platform.delete(STRANGER, deleted, { room: room.ref });
    await room.settled();
    expect(stage.platform.signs(said)).toEqual([]);
    expect(direct(STRANGER)).toEqual([
      "Bonjour. Vous avez écrit dans l'atelier « Atelier 1 : créer, financer, relier », et je ne vous connais pas encore : vos mots sont gardés. Qui êtes-vous, et pour quelle structure ?",
    ]);
    stage.platform.say(STRANGER, 'Zéphyrine Quetsche, de la Ressourcerie du Canal');
    await room.settled();
    expect(direct(STRANGER).at(-1)).toContain("Je transmets à l'animation");
    expect(await rows()).toHaveLength(1);
    expectNothingPrivate(room);
    await tell(
      stage,
      `
      Rachida: doutes
      Bot: A écrit dans l'atelier sans être inscrit·e, et se présente : « Zéphyrine Quetsche, de la Ressourcerie du Canal » (« ajouter Prénom Nom, Organisation, collège, invité:4 »)
    `,
    );
  });

  test('registered by the team, they are heard: what they said counts, as they last wrote it', async () => {
    stage.platform.say(
      'rachida',
      `ajouter Zéphyrine Quetsche, Ressourcerie du Canal, ${stage.content.colleges[0]!.key}, invité:4`,
    );
    await room.settled();
    await stage.bot.tick();
    await quiet(stage);
    expect(await rows()).toHaveLength(3);
    expect(direct(STRANGER).at(-1)).toMatch(/Vous voilà inscrit·e : .* P-0002 et P-0003/u);
    await stage.bot.tick();
    await quiet(stage);
    expect(await rows()).toHaveLength(3);
    await tell(stage, "Rachida: doutes\n Bot: Rien n'attend votre avis.");
    const said = room.say(STRANGER, 'une monnaie zorglubine locale', AXIS);
    await room.settled();
    expect(stage.platform.signs(said)).toEqual(['✅']);
    await tell(
      stage,
      `
      Zéphyrine: mes données
      Bot: Je vous écris tout ici ?
      Zéphyrine: oui
      Bot: zorglubine … schmilblick … Les ateliers où vous étiez, et vos points … Atelier 1
    `,
      { refs: {}, users: { Zéphyrine: STRANGER } },
    );
  });

  test('forgotten, nothing of theirs is left but an address', async () => {
    room.say(STRANGER, 'est-ce que les villes peuvent candidater ?', AXIS);
    await room.settled();
    expect(room.whispers(STRANGER).at(-1)).toContain("C'est une question");
    await tell(
      stage,
      `
      Zéphyrine: effacer
      Bot: J'efface tout ?
      Zéphyrine: oui
      Bot: C'est fait
    `,
      { refs: {}, users: { Zéphyrine: STRANGER } },
    );
    const left = await database.session(async ({ query }) => {
      const tables = await query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_type = 'BASE TABLE' AND table_schema = 'public'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const hits = await query<{ row: string }>(
          `SELECT t::text AS row FROM "${name}" t WHERE t::text ~* '(zorglubine|schmilblick|quetsche|zephyrine-q)'`,
          [],
        );
        found.push(...hits.map(({ row }) => `${name}: ${row}`));
      }
      return found;
    });
    // The name leaves the command that brought them too; the conversation and the word that asked have an address.
    expect(left.map((row) => row.replace(/:.*/su, '')).sort()).toEqual(['Conversation', 'Inbound']);
    expect(left.filter((row) => /zorglubine|schmilblick|quetsche/iu.test(row))).toEqual([]);
  });
});
