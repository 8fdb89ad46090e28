import { connect } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import type { Inbound } from '../../../src/chat/inbound.ts';
import { FORM, signed } from './courier.ts';
import { Endpoint } from './endpoint.ts';

const here = await Endpoint.open();
afterAll(() => here.close());
beforeEach(() => here.reset());

describe('whose requests are taken', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const body = () => JSON.stringify(here.event({}));

  test("takes Slack's own", async () => {
    expect((await here.post(signed(here.slack.secret, body()))).status).toBe(200);
    expect(here.given).toHaveLength(1);
  });

  test.each([
    ['another secret', () => signed('another', body())],
    ['an hour ago', () => signed(here.slack.secret, body(), 'application/json', now() - 3_600)],
    ['six minutes ahead', () => signed(here.slack.secret, body(), 'application/json', now() + 360)],
    ['a body that was changed', () => ({ ...signed(here.slack.secret, body()), body: body() })],
    ['no signature', () => ({ body: body(), headers: { 'content-type': 'application/json' } })],
    [
      'a check of certificates with an here.event smuggled in',
      () => ({
        body: `ssl_check=1&payload=${encodeURIComponent(body())}`,
        headers: { 'content-type': FORM },
      }),
    ],
    [
      'a time that is no number',
      () => ({
        body: body(),
        headers: { ...signed(here.slack.secret, body()).headers, 'x-slack-request-timestamp': 'NaN' },
      }),
    ],
  ])('refuses %s', async (_, make) => {
    expect((await here.post(make())).status).toBe(401);
    expect(here.given).toEqual([]);
  });

  test('answers the first question of Slack, when it is signed', async () => {
    const asked = JSON.stringify({ type: 'url_verification', challenge: 'a1' });
    expect((await here.post(signed('another', asked))).status).toBe(401);
    const response = await here.post(signed(here.slack.secret, asked));
    expect(await response.json()).toEqual({ challenge: 'a1' });
  });

  test('has one address, and takes no megabytes', async () => {
    expect((await here.post(signed(here.slack.secret, body()), '/other')).status).toBe(404);
    expect((await fetch(`${here.chat.url}${PATH}`)).status).toBe(405);
    const big = signed(here.slack.secret, JSON.stringify(here.event({ text: 'x'.repeat(2_000_000) })));
    expect((await here.post(big).catch(() => ({ status: 413 }))).status).toBe(413);
    expect(here.given).toEqual([]);
  });

  test.each([
    ['no HTTP', 'GARBAGE\r\n\r\n', 400],
    ['a length that is none', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n`, 400],
    ['a header of 70 kB', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  ])('answers %s all the same', async (_, sent, status) => {
    const { hostname, port } = new URL(here.chat.url!);
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    const said = await new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(String(data)));
      socket.once('close', () => reject(new Error('cut without a word')));
      socket.on('error', () => {});
    }).finally(() => socket.destroy());
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
  });
});

describe('when Slack is told', () => {
  test('only once it is stored, and to try again when it was not', async () => {
    let release = () => {};
    const stored = new Promise<void>((resolve) => {
      release = resolve;
    });
    here.store = () => stored;
    let answered = false;
    const response = here.send(here.event({})).then((one) => {
      answered = true;
      return one;
    });
    await here.send(here.slack.envelope({ type: 'team_rename', name: 'x' }));
    expect(answered).toBe(false);
    release();
    expect((await response).status).toBe(200);
    here.store = async () => {
      throw Object.assign(new Error('the database stumbles'), { transient: true });
    };
    expect((await here.send(here.event({}))).status).toBe(503);
  });

  test('gives what is sent again with its signature, a command or a button too, under the id it had', async () => {
    const user = { id: here.claire, team_id: here.slack.team };
    const press = {
      type: 'block_actions',
      user,
      team: { id: here.slack.team },
      channel: { id: 'D1' },
      container: { type: 'message', message_ts: '1.0', channel_id: 'D1' },
      message: { ts: '1.0' },
      actions: [{ type: 'button', action_id: 'choice-0', value: 'start', action_ts: '2.0' }],
    };
    const command = {
      command: '/tour',
      text: 'statut',
      user_id: here.claire,
      team_id: here.slack.team,
      channel_id: 'C1',
      trigger_id: '1.2.a',
    };
    for (const body of [
      `payload=${encodeURIComponent(JSON.stringify(press))}`,
      new URLSearchParams(command).toString(),
    ]) {
      here.given = [];
      const request = signed(here.slack.secret, body, FORM);
      for (let time = 0; time < 3; time += 1) expect((await here.post(request)).status).toBe(200);
      expect(here.given).toHaveLength(3);
      expect(new Set(here.given.map((one) => (one as Inbound).id)).size).toBe(1);
    }
  });

  test('gives a retry under the id of the first', async () => {
    const same = here.event({});
    for (let retry = 0; retry < 4; retry += 1) await here.send(same);
    expect(new Set(here.given.map((one) => (one as Inbound).id))).toEqual(new Set([same.event_id]));
  });
});

describe('what is said', () => {
  test("is here.told as the person typed it, without Slack's notation", async () => {
    const text =
      'pour <!channel> &amp; <@U123|marc>, <#C1|atelier>, <https://apes.org/a?b=1|apes.org/a?b=1> <http://x.org|ici> <mailto:a@b.fr|a@b.fr> :+1: &lt;b&gt; :inconnu:';
    expect(await here.told({ text })).toMatchObject([
      {
        text: 'pour @channel & @marc, #atelier, apes.org/a?b=1 ici (http://x.org) a@b.fr 👍 <b> :inconnu:',
        place: { kind: 'direct', ref: 'D1', thread: null },
        at: 1_700_000_000_000,
      },
    ]);
  });

  test('under a receipt is a reply to it', async () => {
    expect(await here.told({ thread_ts: '1600000000.000100' })).toMatchObject([
      { replyTo: '1600000000.000100' },
    ]);
  });

  test('with files names them', async () => {
    const file = { id: 'F1', name: 'devis.pdf', mimetype: 'application/pdf', size: 12, url_private: 'x' };
    expect(
      await here.told({ subtype: 'file_share', text: '', files: [file, null, { id: '' }] }),
    ).toMatchObject([
      { text: '', files: [{ ref: 'F1', name: 'devis.pdf', type: 'application/pdf', bytes: 12 }] },
    ]);
  });

  test.each([
    ['the bot itself', { user: 'U0TOURBOT' }],
    ['another bot', { bot_id: 'B1', subtype: 'bot_message' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['Slack, of who came in', { subtype: 'channel_join' }],
    [
      'an unfolded link',
      {
        subtype: 'message_changed',
        message: { user: 'U1', text: 'a', ts: '1.0' },
        previous_message: { user: 'U1', text: 'a' },
      },
    ],
    [
      'the bot, changing its message',
      {
        subtype: 'message_changed',
        message: { user: 'U0TOURBOT', bot_id: 'B0', text: 'b', ts: '1.0', edited: { ts: '2.0' } },
        previous_message: { text: 'a' },
      },
    ],
  ])('by %s is nothing', async (_, over) => {
    expect(await here.told(over)).toEqual([]);
    expect(here.faults).toEqual([]);
  });

  test('and deleted with replies under it is deleted', async () => {
    const over = {
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: '1.0' },
      previous_message: { user: here.claire, text: 'a' },
    };
    expect(await here.told(over)).toMatchObject([
      { type: 'delete', message: '1.0', from: { userId: here.claire } },
    ]);
  });

  test.each([
    ['null', null],
    ['empty', {}],
    ['no stamp', { user: 'U1', ts: '' }],
    ['a word', 'x'],
  ])('and changed is changed, though when it was can’t be read (%s)', async (_, edited) => {
    const message = { user: here.claire, text: 'b', ts: '1.0', edited };
    const over = { subtype: 'message_changed', message, event_ts: '5.0', text: undefined };
    expect(await here.told({ ...over, previous_message: { user: here.claire, text: 'a' } })).toMatchObject([
      { type: 'edit', message: '1.0', text: 'b', at: 5_000 },
    ]);
  });

  test('is of the workspace the bot is installed in, whoever said it', async () => {
    const body = { ...here.event({}), team_id: 'T0ELSEWHERE' };
    await here.send(body);
    expect(here.given).toMatchObject([{ workspace: here.slack.team }]);
  });
});
