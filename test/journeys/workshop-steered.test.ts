/** A workshop in English, steered by the team and by the clock, across a restart; and a group that is disputed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sequence } from '../../src/core/consultation/model.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../databases.ts';
import { botOn, openStage, type Stage, WINDHAVEN, type World } from './stage.ts';
import { quiet, tell } from './story.ts';
import { plainly, type Room, roomOn } from './workshop-room.ts';

const both = (text: string) => ({ nl: text, en: text });
const part = (does: Sequence['does'], minutes: number, more: Partial<Sequence> = {}): Sequence => ({
  key: does,
  does,
  title: both(
    does === 'ideas' ? 'Ideas' : does === 'grouping' ? 'Grouping' : does === 'dots' ? 'Dots' : 'Wrap-up',
  ),
  text: both('All together.'),
  minutes,
  ...more,
});
const EVENING: World = {
  ...WINDHAVEN,
  change: (content) => ({
    ...content,
    languages: ['en', 'nl'],
    rounds: content.rounds.flatMap((round) =>
      round.key === 'maatregelen'
        ? [
            round,
            {
              ...round,
              key: 'evening',
              form: 'workshop' as const,
              title: both('An evening on measures'),
              sequences: [
                part('ideas', 60),
                part('grouping', 30),
                part('dots', 20, { dots: 3 }),
                part('wrap-up', 10),
              ],
              additionDays: 5,
            },
          ]
        : [round],
    ),
  }),
};
const MINUTE = 60_000;
const THREAD = 'What would lower your power bill';

describe.each(databases())('a workshop that is steered, on $name', ({ open }) => {
  let database: Database;
  let stage: Stage;
  let room: Room;
  const last = (userId: string) => plainly(stage.platform.texts(userId).at(-1) ?? '');
  const later = async (minutes: number) => {
    stage.clock.leap(stage.clock.now() + minutes * MINUTE);
    await stage.bot.tick();
    await quiet(stage);
  };

  beforeAll(async () => {
    database = await open();
    stage = await openStage({ ...database, close: async () => {} }, { world: EVENING, stories: 2 });
    room = roomOn(stage, 'hall');
    for (const one of ['joy-1', 'ravi-1', 'rosa']) stage.platform.enter(one, room.ref);
    stage.platform.say('rosa', 'workshop evening', { room: room.ref });
    await room.settled();
  });
  afterAll(async () => {
    await stage.bot.stop();
    await database.close();
  });

  test('somebody follows from their own conversation, and is told what the room is told', async () => {
    stage.platform.say('joy-2', 'yes');
    await room.settled();
    const before = stage.platform.texts('joy-2').length;
    await room.ask('rosa', 'start');
    await room.find('1/4 · Ideas, until');
    const told = stage.platform.texts('joy-2').slice(before).map(plainly);
    expect(told.at(-1)).toContain('1/4 · Ideas, until');
    expect(told.at(-1)).toContain('Write your ideas here: they join those of the room.');
    stage.platform.say('joy-2', 'a ferry that runs at night');
    await room.settled();
    room.say('joy-1', 'solar panels on the school roof', THREAD);
    await room.settled();
    expect(last('joy-2')).toContain('Noted, P-0001');
  });

  test('a break, more time, back and forth: each step is told, wrong ones are refused', async () => {
    await later(10);
    await room.ask('rosa', 'pause');
    expect(room.texts().at(-1)).toContain('A break. There will be 50 minutes left for “Ideas”.');
    await later(45);
    await room.ask('rosa', 'pause');
    expect(room.whispers('rosa').at(-1)).toContain('The workshop is paused');
    await room.ask('rosa', 'resume');
    expect(room.texts().at(-1)).toContain('We go on: Ideas, until');
    await room.ask('rosa', '+5');
    expect(room.texts().at(-1)).toContain('More time for “Ideas”: until');
    await later(51);
    expect(room.texts().at(-1)).toContain('4 more minutes for “Ideas”.');
    await later(1);
    expect(room.texts().filter((text) => text.includes('more minute'))).toHaveLength(1);
  });

  test('stopped in the middle of a sequence, another process finds it as it was', async () => {
    const posted = room.texts().length;
    await stage.bot.stop();
    const { world, platform, clock } = stage;
    room.say('ravi-1', 'solar panels on every school', THREAD);
    const bot = await botOn(
      { ...database, close: async () => {} },
      { world, platform, clock, buttons: true },
    );
    await bot.start();
    stage = { ...stage, bot };
    room = roomOn(stage, 'hall');
    await bot.tick();
    await quiet(stage);
    expect(room.texts()).toHaveLength(posted);
    const rows = await stage.read((tx) => tx.proposals.of(stage.consultation.id));
    expect(rows).toHaveLength(3);
  });

  test('a clock that leaps past two sequences makes one step, told once, in full', async () => {
    const posted = room.texts().length;
    await later(200);
    await later(0);
    const told = room.texts().slice(posted);
    expect(told.filter((text) => /\d\/4 ·/u.test(text))).toEqual([expect.stringContaining('2/4 · Grouping')]);
    expect(last('joy-2')).toMatch(/2\/4 · Grouping|group/u);
  });

  test('a place in a group is disputed: the author decides, another is heard by the team', async () => {
    await stage.platform.waitFor('x', ({ text }) => /close ideas, to be|too different/u.test(text), {
      room: room.ref,
      within: 20_000,
    });
    await room.ask('rosa', 'P-0001 new group');
    const group = /P-0001 is in (G\d+)/u.exec(room.whispers('rosa').at(-1)!)![1]!;
    await room.ask('rosa', `P-0002 in ${group}`);
    await room.find(`(P-0001, P-0002)`);
    room.say('ravi-1', 'P-0001 is in the wrong place');
    await room.settled();
    expect(room.whispers('ravi-1').at(-1)).toContain('Noted for P-0001: the facilitators will settle it');
    expect(room.texts().find((text) => text.startsWith(`${group} ·`))).toContain('(P-0001, P-0002)');
    stage.platform.say('joy-2', 'I disagree, P-0001 is misplaced');
    await room.settled();
    expect(last('joy-2')).toContain('P-0001 leaves its group: it is yours.');
    expect(room.texts().find((text) => text.startsWith(`${group} ·`))).toContain('(P-0002)');
    stage.platform.say('rosa', 'doubts');
    await room.settled();
    expect(last('rosa')).toContain('P-0001');
    await room.ask('rosa', `merge ${group} and ${group}`);
    expect(room.whispers('rosa').at(-1)).toContain("can't be joined to itself");
    await room.ask('rosa', `P-0001 in G99`);
    expect(room.whispers('rosa').at(-1)).toContain("I can't find G99");
    await room.ask('rosa', `P-0001 in ${group}`);
    expect(room.whispers('rosa').at(-1)).toContain(`P-0001 is in ${group}.`);
  });

  test('two say “next” at the same moment: one step', async () => {
    await later(1);
    const posted = room.texts().length;
    for (const one of ['rosa', 'simon']) stage.platform.say(one, 'workshop next');
    await room.settled();
    const moved = room
      .texts()
      .slice(posted)
      .filter((text) => /\d\/4 ·/u.test(text));
    expect(moved).toEqual([expect.stringContaining('3/4 · Dots')]);
    expect([last('rosa'), last('simon')].filter((text) => text.includes('just now'))).toHaveLength(1);
  });

  test('dots by words from elsewhere, taken back, closed with their sequence', async () => {
    expect(last('joy-2')).toContain('3 dots to place');
    const group = /(G\d+) ·/u.exec(last('joy-2'))![1]!;
    for (const [said, told] of [
      [`2 dots on ${group}`, `Your dots: 2 on ${group}. 1 left.`],
      ['my dots', `Your dots: 2 on ${group}. 1 left.`],
      ['take back my dots', 'No dot placed, 3 left.'],
      [`${group} +1`, `Your dots: 1 on ${group}. 2 left.`],
      [`${group} 4`, 'That would be 4 dots and you have 3'],
    ] as const) {
      stage.platform.say('joy-2', said);
      await room.settled();
      expect(last('joy-2'), said).toContain(told);
    }
    await later(21);
    expect(room.texts().at(-1)).toContain('4/4 · Wrap-up');
    stage.platform.say('joy-2', `1 dot on ${group}`);
    await room.settled();
    expect(last('joy-2')).toContain('No dots are being placed at the moment.');
  });

  test('its time over, it ends by itself, and whoever opened it gets the draft', async () => {
    await later(11);
    expect(room.texts().at(-1)).toContain('The workshop is over');
    expect(last('rosa')).toContain('Minutes · An evening on measures');
    expect(last('rosa')).toContain('Place disputed: P-0001');
    await room.ask('rosa', 'back');
    expect(room.texts().at(-1)).toContain('4/4 · Wrap-up');
    await room.ask('rosa', 'workshop end');
    await tell(
      stage,
      `
      Rosa: sign minutes
      Bot: The minutes are signed.
    `,
    );
  });
});
