/** The other side itself, before it judges the bot: signatures that Bolt accepts, retries, faults, and state. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySlackRequest } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { method } from './faults.ts';
import { whole } from './gateway.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

interface Heard {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

describe('the workspace of the tests', () => {
  let slack: Workspace;
  let server: Server;
  let heard: Heard[];
  let answers: number[];
  let client: WebClient;

  beforeEach(async () => {
    heard = [];
    answers = [];
    server = createServer(async (request, response) => {
      const body = (await whole(request)).toString('utf8');
      heard.push({ body, headers: request.headers });
      response.writeHead(answers.shift() ?? 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    slack = await openWorkspace({ bot: () => `http://127.0.0.1:${port}/slack/events`, people: 3 });
    client = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 1_500,
      rejectRateLimitedCalls: true,
    });
  });
  afterEach(async () => {
    await slack.close();
    server.closeAllConnections();
    server.close();
  });

  test('signs what it delivers, and tries four times what is not taken', async () => {
    answers = [500, 503, 404];
    await slack.say(slack.newcomer(), 'à <!channel> & co');
    await slack.courier.settled();
    expect(heard.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    for (const { body, headers } of heard)
      verifySlackRequest({
        signingSecret: slack.secret,
        body,
        headers: {
          'x-slack-signature': String(headers['x-slack-signature']),
          'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
        },
      });
    const events = heard.map(({ body }) => JSON.parse(body) as { event_id: string; event: { text: string } });
    expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(1);
    expect(events[0]!.event.text).toBe('à &lt;!channel&gt; &amp; co');
  });

  test('keeps what was posted with its metadata, and tells the app of its own message', async () => {
    const claire = slack.newcomer();
    const channel = await slack.direct(claire);
    const metadata = { event_type: 'tour', event_payload: { key: 'k' } };
    const { ts } = await client.chat.postMessage({ channel, text: 'bonjour', metadata });
    expect(await slack.seen(claire)).toMatchObject([{ ref: ts, text: 'bonjour' }]);
    await slack.courier.settled();
    expect(JSON.parse(heard[0]!.body)).toMatchObject({ event: { bot_id: slack.bot.botId, ts, channel } });
    const bare = await client.conversations.history({ channel });
    expect(bare.messages![0]!.metadata).toBeUndefined();
    const full = await client.conversations.history({ channel, include_all_metadata: true });
    expect(full.messages![0]!.metadata).toEqual(metadata);
  });

  test('fails as it is asked, before or after it did what it was asked', async () => {
    const claire = slack.newcomer();
    const channel = await slack.direct(claire);
    const post = (text: string) => client.chat.postMessage({ channel, text });
    const plan = (fault: Parameters<typeof slack.gateway.faults.plan>[0]) =>
      slack.gateway.faults.plan(fault, method('chat.postMessage', channel));
    plan({ kind: 'limited', retryAfter: '7' });
    await expect(post('a')).rejects.toMatchObject({ retryAfter: 7 });
    plan({ kind: 'status', status: 500, accepted: true });
    await expect(post('b')).rejects.toMatchObject({ statusCode: 500 });
    plan({ kind: 'dropped', accepted: true });
    await expect(post('c')).rejects.toThrow();
    plan({ kind: 'dropped', accepted: false });
    await expect(post('d')).rejects.toThrow();
    plan({ kind: 'hung', accepted: true });
    await expect(post('e')).rejects.toThrow();
    expect((await slack.seen(claire)).map(({ text }) => text)).toEqual(['b', 'c', 'e']);
  });

  test('refuses what Slack would refuse, and notes it', async () => {
    const channel = await slack.direct(slack.newcomer());
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] as never;
    await expect(client.chat.postMessage({ channel, text: 'x', blocks })).rejects.toMatchObject({
      data: { error: 'invalid_blocks' },
    });
    expect(slack.gateway.refused).toHaveLength(1);
  });

  test('delivers changes, deletes, reactions, files, buttons and commands as Slack writes them', async () => {
    const claire = slack.newcomer();
    const channel = await slack.direct(claire);
    const ts = await slack.say(claire, 'de la tréso');
    await slack.courier.settled();
    await slack.edit(claire, ts, 'de la trésorerie');
    await slack.react(claire, ts, '+1');
    await slack.remove(claire, ts);
    await slack.share(claire, 'voici', [{ name: 'devis.pdf', content: '%PDF-1.4' }]);
    const value = { type: 'button', text: { type: 'plain_text', text: 'Oui' }, action_id: '0', value: 'yes' };
    const posted = await client.chat.postMessage({
      channel,
      text: 'On commence ?',
      blocks: [{ type: 'actions', elements: [value] }] as never,
    });
    await slack.press(claire, posted.ts!, 'yes');
    await slack.command(claire, 'statut');
    await slack.courier.settled();
    const bodies = heard.map(({ body }) => body);
    const events = bodies
      .filter((body) => body.startsWith('{'))
      .map((body) => (JSON.parse(body) as { event: Record<string, unknown> }).event);
    expect(events[1]).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'de la trésorerie', user: claire, edited: {} },
      previous_message: { text: 'de la tréso' },
    });
    expect(events[2]).toMatchObject({ type: 'reaction_added', reaction: '+1', item: { channel, ts } });
    expect(events[3]).toMatchObject({ subtype: 'message_deleted', deleted_ts: ts });
    expect(events[4]).toMatchObject({ subtype: 'file_share', text: 'voici', files: [{ name: 'devis.pdf' }] });
    const forms = bodies.filter((body) => !body.startsWith('{')).map((body) => new URLSearchParams(body));
    expect(JSON.parse(forms[0]!.get('payload')!)).toMatchObject({
      type: 'block_actions',
      user: { id: claire },
      actions: [{ value: 'yes' }],
    });
    expect(forms[1]!.get('text')).toBe('statut');
  });
});
