/**
 * The whole cycle in Matrix, through a real Synapse, encrypted: `npm run campaign -- --cycle` alone, since it takes minutes
 * and what is told of Matrix in `npm test` is a part of it.
 */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { hasPython } from '../../adapters/matrix/python.ts';
import { sharedSynapse } from '../../adapters/matrix/shared.ts';
import { openStage, type Stage } from '../../adapters/matrix/stage.ts';
import { databases } from '../../databases.ts';
import { LILLE } from '../../journeys/stage.ts';
import { expectOpened, OPENING } from './documents.ts';
import { expectGivenBack } from './given-back.ts';
import { type Cycled, enrolled, forCycle, GONE, playCycle, WHOLE } from './story.ts';

const [embedded] = databases();
const PARTNERS = Number(process.env.CYCLE_MATRIX ?? 0);

describe.skipIf(!hasPython || PARTNERS === 0)('the whole cycle in Matrix', () => {
  let at: Stage;
  let cycled: Cycled;
  beforeAll(async () => {
    at = await openStage(await embedded!.open(), await sharedSynapse(), {
      sdk: Math.ceil(PARTNERS / 2),
      nio: Math.floor(PARTNERS / 2),
      members: 2,
      world: { ...LILLE, change: forCycle },
      enrolled: ({ facilitator, ...people }, content) =>
        enrolled({ ...people, team: facilitator }, content, (userId) => [
          { platform: 'matrix', workspace: 'main', userId },
        ]),
    });
    cycled = await playCycle({
      team: at.facilitator,
      members: at.members,
      partners: at.partners,
      say: (who, text) => at.say(who, text),
      told: async (who) => (await at.seen(who)).map(({ text }) => text),
      given: async (who) => (await at.sdk.get(who)!.files()).map(({ data }) => data),
      now: () => at.clock.now(),
      pass: async (ms) => {
        at.clock.leap(at.clock.now() + ms);
        await at.bot.tick();
        await at.bot.drain.sweep();
      },
    });
  }, 5 * WHOLE);
  afterAll(() => at?.close());

  test('everybody is given back what became of theirs, and every document holds', () =>
    expectGivenBack(at.bot, cycled));

  test(
    'every document that came opens elsewhere, its figures the same in each format; without whoever left, the same but for their words',
    () => expectOpened(cycled.documents, cycled.without, GONE),
    OPENING,
  );
});
