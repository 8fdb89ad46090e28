/** The whole cycle in conversations: from words to a plan, and from the plan back to the words. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { LILLE, openStage, type Stage } from '../../journeys/stage.ts';
import { quiet } from '../../journeys/story.ts';
import { expectOpened, OPENING } from './documents.ts';
import { expectGivenBack } from './given-back.ts';
import {
  CYCLE_PEOPLE,
  type CycleCast,
  type Cycled,
  enrolled,
  forCycle,
  GONE,
  playCycle,
  WHOLE,
} from './story.ts';

const CAST: CycleCast = {
  team: 'denise',
  members: ['mona', 'nils'],
  partners: Array.from({ length: CYCLE_PEOPLE }, (_, at) => `partner-${at + 1}`),
};

describe.each(storyDatabases())('the whole cycle in conversations, on $name', (database) => {
  let stage: Stage;
  let cycled: Cycled;
  beforeAll(async () => {
    stage = await openStage(await database.open(), { world: { ...LILLE, change: forCycle }, stories: 1 });
    const { bot, clock, content, platform } = stage;
    await stage.enrol(
      enrolled(CAST, content, (userId) => [{ platform: platform.name, workspace: 'main', userId }]),
    );
    cycled = await playCycle({
      ...CAST,
      say: (who, text) => platform.say(who, text),
      told: (who) => platform.texts(who),
      given: (who) =>
        platform.inbox(who).flatMap(({ file }) => (file ? [Buffer.from(file.content, 'base64')] : [])),
      now: () => clock.now(),
      pass: async (ms) => {
        clock.leap(clock.now() + ms);
        await bot.tick();
        await quiet(stage);
      },
    });
  }, WHOLE);
  afterAll(() => stage?.close());

  test('everybody is given back what became of theirs, and every document holds', () =>
    expectGivenBack(stage.bot, cycled));

  test(
    'every document that came opens elsewhere, its figures the same in each format; without whoever left, the same but for their words',
    () => expectOpened(cycled.documents, cycled.without, GONE),
    OPENING,
  );
});
