/** Socket Mode: what comes over the socket, what breaks in it, and the socket itself. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackChat } from '../../../adapters/slack/chat.ts';
import type { Inbound } from '../../../src/chat/inbound.ts';
import { botOf } from './bot.ts';
import { openSocketSide, type SocketSide } from './socket.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

describe('over a socket', () => {
  let side: SocketSide;
  let slack: Workspace;
  let chat: SlackChat;
  let claire: string;
  const given = new Map<string, Inbound>();

  beforeEach(async () => {
    side = await openSocketSide();
    slack = await openWorkspace({ bot: side, people: 2 });
    chat = botOf(slack, { connection: { by: 'socket', appToken: slack.appToken } });
    given.clear();
    claire = slack.newcomer();
    await chat.start(async (event) => void given.set((event as Inbound).id, event as Inbound));
  });
  afterEach(async () => {
    await chat.stop();
    await slack.close();
  });

  const texts = () => [...given.values()].map((event) => ('text' in event ? event.text : event.type));

  test('a button and a command arrive, and the command is answered', async () => {
    const place = { workspace: slack.team, ref: await slack.direct(claire) };
    const offered = { lang: 'fr', blocks: [], choices: [{ value: 'start', label: 'Commencer' }] };
    await slack.press(claire, await chat.post(place, offered, 'k/0'), 'start');
    expect(await slack.command(claire, 'statut', { channel: 'C1' })).toBe('');
    const told = [...given.values()].map((event) => ('value' in event ? event.value : event.type));
    expect(told).toEqual(['start', 'message']);
  });

  test('nothing is lost when it breaks amid a batch, nor when Slack asks for another', async () => {
    const said = Array.from({ length: 40 }, (_, index) => `${index}`);
    for (const [index, text] of said.entries()) {
      await slack.say(claire, text);
      if (index === 10) side.sever();
      if (index === 25) {
        await side.settled();
        side.refresh();
      }
    }
    await side.settled();
    expect(texts().toSorted((a, b) => Number(a) - Number(b))).toEqual(said);
    expect(side.connections).toBeGreaterThanOrEqual(3);
  });

  test('what can not be read breaks nothing', async () => {
    const broken = [
      '',
      'null',
      '[]',
      '{',
      '{"type":"events_api"}',
      '{"type":"events_api","envelope_id":"a"}',
      '{"type":"events_api","envelope_id":"a","payload":null}',
      '{"type":"events_api","envelope_id":"a","payload":{"event":null}}',
      '{"type":"events_api","envelope_id":"a","payload":{"event":{"type":"error"}}}',
      '{"type":"events_api","envelope_id":"a","payload":{"event":{"type":"close"}}}',
      '{"type":"interactive","envelope_id":"a","payload":""}',
      '{"type":"ws_message","envelope_id":"a","payload":{}}',
      '{"type":null,"envelope_id":null,"payload":null}',
    ];
    for (const text of broken) side.raw(text);
    await slack.say(claire, 'toujours là ?');
    await side.settled();
    expect(texts().filter((text) => text !== undefined)).toEqual(['toujours là ?']);
    expect(side.connections).toBe(1);
  });

  test('an app token that is refused is told of, and what comes meanwhile waits for a good one', async () => {
    const faults: unknown[] = [];
    await chat.stop();
    slack.appToken = 'xapp-2';
    const wrong = botOf(slack, {
      connection: { by: 'socket', appToken: 'xapp-1' },
      report: (error) => faults.push(error),
    });
    await wrong.start(async () => {});
    expect(String((faults[0] as { data?: { error: string } }).data?.error)).toBe('invalid_auth');
    await wrong.stop();
  });
});
