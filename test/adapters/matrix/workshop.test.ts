/** A workshop in an encrypted room of many: its threads, its signs, and what is only one person's in their own conversation. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { eventually, type Partner, type Seen } from './partner.ts';
import { hasPython } from './python.ts';
import { sharedSynapse } from './shared.ts';
import { openStage, plainly, type Stage } from './stage.ts';

const [database] = storyDatabases();

describe.skipIf(!hasPython)('a workshop in Matrix', () => {
  let at: Stage;
  let room: string;
  let team: Partner;
  let claire: Partner;
  let omar: Partner;
  beforeAll(async () => {
    at = await openStage(await database!.open(), await sharedSynapse(), { sdk: 2, nio: 0 });
    team = at.sdk.get(at.facilitator)!;
    [claire, omar] = at.partners.map((userId) => at.sdk.get(userId)!) as [Partner, Partner];
  }, 10 * 60_000);
  afterAll(() => at?.close());

  const posted = (words: RegExp): Promise<Seen> =>
    eventually(
      async () => (await claire.seen(room)).findLast(({ text }) => words.test(plainly(text))),
      `the room reads ${words}`,
    );
  const signs = async (message: string): Promise<string[]> => {
    const { chunk } = await claire.client.fetchRelations(room, message, 'm.annotation', 'm.reaction');
    return chunk.map(({ content }) => String((content['m.relates_to'] as { key?: string }).key));
  };
  const ask = (text: string) => team.say(`!tour ${text}`, { room });

  test('is opened by the team in its room', async () => {
    room = await team.room('Salle des associations', at.partners);
    for (const one of [claire, omar])
      await eventually(async () => one.client.getRoom(room)?.getMyMembership() === 'join', 'they are there');
    await posted(/Bonjour, je suis/u);
    await ask('atelier atelier-1');
    await posted(/Atelier 1/u);
    await at.until(at.facilitator, 'est ouvert');
  });

  test('has a thread an axis: an idea there is signed and counted, a question is not', async () => {
    await ask('atelier début');
    const axis = await posted(/Axe 1/u);
    const idea = await claire.say('une avance de trésorerie en attendant les subventions', {
      room,
      thread: axis.ref,
    });
    await omar.say('un guichet unique pour les porteurs de projet', { room, thread: axis.ref });
    const question = await omar.say('est-ce que les villes peuvent candidater ?', { room, thread: axis.ref });
    const chat = await claire.say('bonjour à tous, quel temps', { room });
    await eventually(async () => (await signs(idea)).includes('✅'), 'the idea is signed');
    await at.until(omar.userId, "C'est une question");
    expect([await signs(question), await signs(chat)]).toEqual([[], []]);
    await posted(/2 idées/u);
  });

  test('an idea edited there is revised, redacted it is withdrawn; only who wrote it is told', async () => {
    const axis = await posted(/Axe 1/u);
    const said = await omar.say('un camion partagé', { room, thread: axis.ref });
    await eventually(async () => (await signs(said)).includes('✅'), 'it is signed');
    await omar.edit(said, 'un camion frigorifique partagé entre épiceries', room);
    await at.until(omar.userId, /P-\d{4}/u);
    await omar.redact(said, room);
    await at.until(omar.userId, 'retirée');
    expect((await claire.seen(room)).filter(({ text }) => text.includes('retirée'))).toEqual([]);
  });

  test('a thumb on a group is a dot, told to who put it alone', async () => {
    await ask('suite');
    await posted(/d'idées proches, à corriger|trop différentes/u);
    await ask('P-0001 nouveau groupe');
    await posted(/G\d+ · /u);
    await ask('suite');
    await posted(/5 points par personne/u);
    const group = await posted(/^G\d+ · /u);
    await omar.react(group.ref, '👍', room);
    await at.until(omar.userId, 'Vos points : 1 sur');
    expect((await claire.seen(room)).filter(({ text }) => plainly(text).includes('Vos points'))).toEqual([]);
  });

  test('nothing of it was said in clear', async () => {
    const seen = await claire.seen(room);
    expect(seen.filter(({ type }) => type !== 'm.room.encrypted')).toEqual([]);
    expect(seen.filter(({ thread }) => thread !== null).map(({ text }) => text)).not.toContain('');
  });
});
