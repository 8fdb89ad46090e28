/** The bot of a workspace is told to end, and killed, amid a fan-out and amid answers. In full: `npm run campaign -- --slack`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginFanOut, invitations, kill, open, posts, reached, type Scene, saw, until } from './killed.ts';

const KILLS = Number(process.env.SLACK_KILLS ?? 2);
const PEOPLE = Math.max(8, 3 * KILLS);
const PATIENCE = 120_000 + 30_000 * KILLS;

let scene: Scene;
beforeAll(async () => {
  scene = await open(PEOPLE);
}, PATIENCE);
afterAll(() => scene.close(), PATIENCE);

test(
  `told to end, then killed ${KILLS} times in a fan-out to ${PEOPLE} people, it leaves each with one invitation`,
  async () => {
    const since = await beginFanOut(scene);
    await reached(scene, since, 1);
    const told = performance.now();
    await scene.bot.stop();
    expect(performance.now() - told).toBeLessThan(20_000);
    await scene.again();
    await kill(scene, since, KILLS);
    const found = await Promise.all(scene.partners.map((one) => invitations(scene, one)));
    console.log(
      `${KILLS} kills in a fan-out to ${PEOPLE}: ${found.filter((many) => many === 1).length} have one invitation, ${posts(scene, since).length} posts`,
    );
    expect(found).toEqual(scene.partners.map(() => 1));
  },
  PATIENCE,
);

test(
  'killed amid answers, it has stored all that it acknowledged, and has answered none of it twice',
  async () => {
    const { slack, partners } = scene;
    for (const one of partners) await slack.say(one, 'oui');
    for (const one of partners) await until(() => saw(scene, one, /1\/6/u));
    await slack.courier.settled();
    const acknowledged = new Set<string>();
    const under = await Promise.all(partners.map((one) => slack.direct(one)));
    const answers = partners.map(async (user, index) => {
      const message = {
        type: 'message',
        channel: under[index],
        channel_type: 'im',
        user,
        ts: `${1_700_000_000 + index}.0`,
      };
      const event = slack.envelope({ ...message, text: `Un atelier partagé, le n° ${index}.` });
      const { status } = await slack.courier.event(event);
      if (status === 200) acknowledged.add(user);
    });
    await until(() => acknowledged.size >= PEOPLE / 3);
    await scene.bot.kill();
    await Promise.all(answers);
    await scene.again();
    const kept = new Set<string>();
    for (const [index, one] of partners.entries()) {
      await slack.say(one, 'mes propositions');
      await until(() => saw(scene, one, /^(?:Vos propositions|Vous n’avez)/u));
      if (await saw(scene, one, new RegExp(`^Vos propositions[^]*n° ${index}`, 'u'))) kept.add(one);
      const receipts = (await slack.seen(one)).filter(({ text }) => /Noté, P-\d{4}/u.test(text));
      expect(receipts.length).toBeLessThanOrEqual(1);
    }
    console.log(`${acknowledged.size} of ${PEOPLE} answers acknowledged before the end, ${kept.size} stored`);
    expect([...acknowledged].filter((one) => !kept.has(one))).toEqual([]);
  },
  PATIENCE,
);
