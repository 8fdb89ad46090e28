/** A workshop of 40 people who all speak at once, thirty in a room and ten from their own conversation. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from '../journeys/stage.ts';
import { quiet } from '../journeys/story.ts';
import { expectNothingPrivate, plainly, type Room, roomOn, WORKSHOP } from '../journeys/workshop-room.ts';

const IDEAS = [
  'une avance de trésorerie en attendant les subventions',
  'un fonds commun pour avancer la trésorerie aux associations',
  'une garantie bancaire pour les jeunes structures',
  'des locaux partagés moins chers à Roubaix',
  'un bail commun pour des locaux partagés',
  'un comptable partagé entre quatre associations',
  'un guichet unique pour les porteurs de projet',
  'une clause sociale dans chaque marché public',
];
const PEOPLE = ['claire', 'omar', 'lucie', 'kate', 'tom'].flatMap((name) =>
  Array.from({ length: 8 }, (_, n) => `${name}-${n + 1}`),
);
const IN_ROOM = PEOPLE.filter((_, n) => n % 4 !== 3);
const APART = PEOPLE.filter((_, n) => n % 4 === 3);
const AXIS = 'Axe 1';

describe.each(storyDatabases())('a workshop of 40 people, on $name', ({ open }) => {
  let stage: Stage;
  let room: Room;
  const last = (userId: string) => plainly(stage.platform.texts(userId).at(-1) ?? '');
  const rows = () => stage.read((tx) => tx.proposals.of(stage.consultation.id));

  beforeAll(async () => {
    stage = await openStage(await open(), { world: LILLE, stories: 8 });
    room = roomOn(stage, 'grande-salle');
    for (const one of [...IN_ROOM, 'rachida']) stage.platform.enter(one, room.ref);
    await room.ask('rachida', `atelier ${WORKSHOP}`);
    for (const one of APART)
      stage.platform.say(one, one.startsWith('k') || one.startsWith('t') ? 'yes' : 'oui');
    await room.ask('rachida', 'début');
    await room.find(AXIS);
  }, 30_000);
  afterAll(() => stage.close());

  test('everybody’s idea is one proposal, signed once, and the room is told the count', async () => {
    const said = IN_ROOM.map((one, n) => room.say(one, IDEAS[n % IDEAS.length]!, AXIS));
    for (const [n, one] of APART.entries()) stage.platform.say(one, IDEAS[n % IDEAS.length]!);
    await room.settled();
    expect(said.map((message) => stage.platform.signs(message))).toEqual(said.map(() => ['✅']));
    const found = await rows();
    expect(found).toHaveLength(PEOPLE.length);
    expect(new Set(found.map(({ partnerId }) => partnerId)).size).toBe(PEOPLE.length);
    await stage.bot.tick();
    await quiet(stage);
    expect(plainly((await room.find('Atelier 1')).text)).toContain('40 idées, 41 personnes ici');
    expectNothingPrivate(room);
  });

  test('close ideas are put together, and every one is in one group at most', async () => {
    await room.ask('rachida', 'suite');
    await room.find('à corriger ensemble');
    const { groups, members } = await stage.read(async (tx) => {
      const [workshop] = await tx.workshops.of(stage.consultation.id);
      return tx.workshops.grouped(workshop!.id);
    });
    expect(groups.length).toBeGreaterThan(2);
    expect(new Set(members.map(({ proposal }) => proposal)).size).toBe(members.length);
    expect(members.length).toBeGreaterThan(PEOPLE.length / 2);
  });

  test('dots of all at once are counted once a person, and no more than each has', async () => {
    await room.ask('rachida', 'suite');
    await room.find('5 points par personne');
    for (const one of IN_ROOM) {
      room.say(one, '3 points sur G1, 2 sur G2');
      room.say(one, '3 points sur G1, 2 sur G2');
      room.say(one, '1 point sur G3');
    }
    for (const one of APART) stage.platform.say(one, 'G1 2, G2 1');
    await room.settled();
    const dots = await stage.read(async (tx) => {
      const [workshop] = await tx.workshops.of(stage.consultation.id);
      return tx.workshops.dots(workshop!.id);
    });
    expect(dots.reduce((sum, { points }) => sum + points, 0)).toBe(IN_ROOM.length * 5 + APART.length * 3);
    expect(new Set(dots.map(({ person }) => person)).size).toBe(PEOPLE.length);
    expect(last(APART[0]!)).toContain('Vos points : 2 sur G1, 1 sur G2. Il vous en reste 2.');
    await room.ask('rachida', 'suite');
    expect(room.texts().find((text) => text.startsWith('Les priorités'))).toContain(
      `G1 · ${IN_ROOM.length * 3 + APART.length * 2} points`,
    );
    expectNothingPrivate(room);
  });

  test('the minutes cite each idea once, and reach all 40', async () => {
    await room.ask('rachida', 'fin');
    stage.platform.say('rachida', 'compte rendu');
    await room.settled();
    const cited = [
      ...stage.platform
        .texts('rachida')
        .slice(-4)
        .join('\n')
        .matchAll(/P-\d{4}/gu),
    ].map(([ref]) => ref);
    expect(new Set(cited).size).toBe(PEOPLE.length);
    stage.platform.say('rachida', 'signer compte rendu');
    await room.settled();
    for (const one of PEOPLE) {
      const told = stage.platform.texts(one).slice(-3).map(plainly).join('\n');
      expect(told, one).toMatch(/Signé par Rachida|Signed by Rachida/u);
    }
  });
});
