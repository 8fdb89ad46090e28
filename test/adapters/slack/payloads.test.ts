/**
 * Broken requests of every kind, to the bot whole: each is answered, soon, and it goes on. In full:
 * `npm run campaign -- --slack`.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { storyDatabases } from '../../databases.ts';
import { broken, FRAMES, GARBAGE, posted } from './breaking.ts';
import { signed } from './courier.ts';
import { CANARY, requests, type Sent } from './payloads.ts';
import type { SocketSide } from './socket.ts';
import { openStage, type Stage } from './stage.ts';

const PAYLOADS = Number(process.env.SLACK_PAYLOADS ?? 250);
const PATIENCE = 60_000 + 100 * PAYLOADS;
const [database] = storyDatabases();

describe.each(['http', 'socket'] as const)('what can not be read, by %s', (by) => {
  let at: Stage;
  let all: readonly Sent[];
  const astray: unknown[] = [];
  const notice = (error: unknown) => void astray.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', notice);
    at = await openStage(await database!.open(), { by, partners: 2 });
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
    const [claire, omar] = at.partners as [string, string];
    await at.next(omar, 'On commence');
    const known = { team: at.slack.team, user: claire, direct: await at.slack.direct(claire) };
    all = requests(known, (event) => at.slack.envelope(event));
  });
  afterAll(async () => {
    process.off('unhandledRejection', notice);
    await at?.close();
  });

  /** Slack's word for it is 2xx; 400 and 413 say that it was no request. */
  async function post(text: string, type: string): Promise<number> {
    const { body, headers } = signed(at.slack.secret, text, type);
    const response = await fetch(`${at.bot.slack!.url}${PATH}`, { method: 'POST', body, headers });
    await response.arrayBuffer();
    return response.status;
  }

  /** Milliseconds until it was answered. */
  async function send(one: Sent): Promise<number> {
    const begun = performance.now();
    if (by === 'http') {
      const { text, type } = posted(one);
      const most = text.length > 1_000_000 ? 413 : 200;
      const status = await post(text, type);
      if (![200, most].includes(status))
        expect([status, JSON.stringify(one).slice(0, 300)]).toEqual([200, '']);
    } else {
      const type = { event: 'events_api', interactive: 'interactive', command: 'slash_commands' }[one.as];
      const answered = await (at.slack.courier as SocketSide).answered(type, one.body);
      expect(answered, JSON.stringify(one).slice(0, 300)).toBe(true);
    }
    return performance.now() - begun;
  }

  test(
    `is answered within three seconds: ${PAYLOADS} requests, and the bot goes on`,
    async () => {
      const took: number[] = [];
      for (const one of all) took.push(await send(one));
      if (by === 'http')
        for (const { text, type } of GARBAGE) expect([200, 400, 413]).toContain(await post(text, type));
      else for (const frame of FRAMES) (at.slack.courier as SocketSide).raw(frame);
      await fc.assert(
        fc.asyncProperty(broken(all), async (one) => {
          took.push(await send(one));
        }),
        { numRuns: PAYLOADS, endOnFailure: true, ...(PAYLOADS > 250 ? {} : { seed: 4 }) },
      );
      took.sort((a, b) => a - b);
      const [half, last] = [took[Math.floor(took.length / 2)]!, took.at(-1)!].map((ms) => ms.toFixed(0));
      console.log(`${took.length} broken requests by ${by}: answered in p50 ${half} ms, max ${last} ms`);
      expect(took[Math.floor(took.length * 0.99)]).toBeLessThan(3_000);
      const omar = at.partners[1]!;
      await at.ask(omar, 'oui', '1/6');
      await at.ask(omar, 'Des vélos prêtés.', /P-\d{4}/u);
      expect(astray).toEqual([]);
      if (by === 'socket') expect((at.slack.courier as SocketSide).connections).toBe(1);
    },
    PATIENCE,
  );

  test('and nothing of it is in the log', () => {
    expect(at.lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });
});
