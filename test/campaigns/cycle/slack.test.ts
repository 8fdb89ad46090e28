/** The whole cycle in Slack, through its doors alone: in the campaign, as on the page. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type House, openHouse } from '../../adapters/slack/house.ts';
import { storyDatabases } from '../../databases.ts';
import { LILLE } from '../../journeys/stage.ts';
import { expectOpened, OPENING } from './documents.ts';
import { expectGivenBack } from './given-back.ts';
import { CYCLE_PEOPLE, type Cycled, enrolled, forCycle, GONE, playCycle, WHOLE } from './story.ts';

const [database] = storyDatabases();

describe.skipIf(process.env.CYCLE_PEOPLE === undefined)('the whole cycle in Slack', () => {
  let house: House;
  let cycled: Cycled;
  beforeAll(async () => {
    const cast = { team: '', members: [] as string[], partners: [] as string[] };
    house = await openHouse(await database!.open(), {
      by: 'http',
      people: [CYCLE_PEOPLE + 3],
      world: { ...LILLE, change: forCycle },
      enrolled(content, [slack]) {
        cast.team = slack!.newcomer();
        cast.members.push(slack!.newcomer(), slack!.newcomer());
        for (let at = 0; at < CYCLE_PEOPLE; at += 1) cast.partners.push(slack!.newcomer());
        return enrolled(cast, content, (userId) => [{ platform: 'slack', workspace: slack!.team, userId }]);
      },
    });
    const { bot, clock, slack } = house;
    cycled = await playCycle({
      ...cast,
      say: (who, text) => slack.say(who, text),
      told: async (who) => (await slack.seen(who)).map(({ text }) => text),
      given: async (who) => (await slack.given(who)).map(({ data }) => data),
      now: () => clock.now(),
      pass: async (ms) => {
        clock.leap(clock.now() + ms);
        await bot.tick();
        await house.quiet();
      },
    });
  }, WHOLE);
  afterAll(() => house?.close());

  test('everybody is given back what became of theirs, and every document holds', () =>
    expectGivenBack(house.bot, cycled));

  test(
    'every document that came opens elsewhere, its figures the same in each format; without whoever left, the same but for their words',
    () => expectOpened(cycled.documents, cycled.without, GONE),
    OPENING,
  );
});
