/** The whole cycle on the page, through its HTTP doors alone: in the campaign; `npm test` plays it in conversations. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openStage, type Stage as Site } from '../../adapters/web/stage.ts';
import { Visitor } from '../../adapters/web/visitor.ts';
import { storyDatabases } from '../../databases.ts';
import { Doors } from '../page/doors.ts';
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

const [database] = storyDatabases();
const CAST: CycleCast = {
  team: 'denise',
  members: ['mona', 'nils'],
  partners: Array.from({ length: CYCLE_PEOPLE }, (_, at) => `partner-${at + 1}`),
};

describe.skipIf(process.env.CYCLE_PEOPLE === undefined)('the whole cycle on the page', () => {
  let site: Site;
  let doors: Doors;
  let cycled: Cycled;
  beforeAll(async () => {
    const people = (content: Parameters<typeof enrolled>[1]) =>
      enrolled(CAST, content, (userId) => [{ platform: 'web', workspace: 'main', userId }]);
    site = await openStage(await database!.open(), people, { open: false, change: forCycle });
    const everybody = [CAST.team, ...CAST.members, ...CAST.partners];
    doors = new Doors(site);
    const visitors = new Map<string, Visitor>();
    const admitted = () =>
      doors.admit(everybody, async (who) => {
        const visitor = new Visitor(site.url);
        visitors.set(who, visitor);
        return visitor;
      });
    await admitted();
    /** By person, what their pages showed so far: a page shows the latest of a long conversation. */
    const shown = new Map(everybody.map((who) => [who, new Map<string, string>()]));
    const told = (who: string): readonly string[] => {
      const lines = shown.get(who)!;
      for (const { key, text } of doors.inbox(who)) lines.set(key, text);
      return [...lines.values()];
    };
    cycled = await playCycle({
      ...CAST,
      say: (who, text) => doors.say(who, text),
      told,
      given: (who) => {
        const visitor = visitors.get(who)!;
        const links = visitor.lines.flatMap(({ encloses }) => encloses ?? []);
        return Promise.all(links.map((link) => visitor.download(link)));
      },
      now: () => site.bot.clock.now(),
      pass: async (ms) => {
        for (const who of everybody) told(who);
        site.pass(ms);
        await site.bot.tick();
        // A browser that was away for weeks is asked for a link again.
        doors.close();
        await admitted();
      },
    });
  }, WHOLE);
  afterAll(async () => {
    doors?.close();
    await site?.close();
  });

  test('everybody is given back what became of theirs, and every document holds', () =>
    expectGivenBack(site.bot, cycled));

  test(
    'every document that came opens elsewhere, its figures the same in each format; without whoever left, the same but for their words',
    () => expectOpened(cycled.documents, cycled.without, GONE),
    OPENING,
  );
});
