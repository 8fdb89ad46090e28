/** Slack's requests as they arrive: whose they are, what they say, and what can't be read. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SlackChat } from '../../../adapters/slack/chat.ts';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { FORM as FORM_VIEW } from '../../../adapters/slack/outbound/modal.ts';
import type { Inbound } from '../../../src/chat/inbound.ts';
import { type Message, paragraph } from '../../../src/chat/outbound.ts';
import { faultsOfView } from './block-kit.ts';
import { botOf, NO_SURFACES } from './bot.ts';
import { FORM, type Signed, signed } from './courier.ts';
import { rendered } from './rendered.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

let slack: Workspace;
let chat: SlackChat;
let claire: string;
let given: unknown[];
let faults: unknown[];
let store: (event: unknown) => Promise<void>;
/** What is wrong with a form. */
let wrong: ReadonlyMap<string, string>;
/** In what language people are written to; null for whom nobody knows. */
let lang: () => Promise<string | null>;

beforeAll(async () => {
  slack = await openWorkspace({ bot: () => `${chat.url}${PATH}` });
  chat = botOf(slack, {
    report: (error) => faults.push(error),
    surfaces: { ...NO_SURFACES, faults: async () => wrong, lang: () => lang() },
  });
  claire = slack.newcomer();
  given = [];
  faults = [];
  await chat.start((event) => store(event));
});
afterAll(async () => {
  await chat.stop();
  await slack.close();
});
beforeEach(() => {
  given = [];
  faults = [];
  wrong = new Map();
  lang = async () => null;
  store = async (event) => void given.push(event);
});

const post = async ({ body, headers }: Signed, path: string = PATH): Promise<Response> =>
  fetch(`${chat.url}${path}`, { method: 'POST', body, headers });
const event = (over: Readonly<Record<string, unknown>>) =>
  slack.envelope({ ...MESSAGE, user: claire, ...over });
const send = (body: unknown) => post(signed(slack.secret, JSON.stringify(body)));
/** What an event with that content is told as. */
const told = async (over: Readonly<Record<string, unknown>>): Promise<unknown[]> => {
  expect((await send(event(over))).status).toBe(200);
  return given;
};

const MESSAGE = {
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  text: 'bonjour',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
};

describe('whose requests are taken', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const body = () => JSON.stringify(event({}));

  test("takes Slack's own", async () => {
    expect((await post(signed(slack.secret, body()))).status).toBe(200);
    expect(given).toHaveLength(1);
  });

  test.each([
    ['another secret', () => signed('another', body())],
    ['an hour ago', () => signed(slack.secret, body(), 'application/json', now() - 3_600)],
    ['six minutes ahead', () => signed(slack.secret, body(), 'application/json', now() + 360)],
    ['a body that was changed', () => ({ ...signed(slack.secret, body()), body: body() })],
    ['no signature', () => ({ body: body(), headers: { 'content-type': 'application/json' } })],
    [
      'a check of certificates with an event smuggled in',
      () => ({
        body: `ssl_check=1&payload=${encodeURIComponent(body())}`,
        headers: { 'content-type': FORM },
      }),
    ],
    [
      'a time that is no number',
      () => ({
        body: body(),
        headers: { ...signed(slack.secret, body()).headers, 'x-slack-request-timestamp': 'NaN' },
      }),
    ],
  ])('refuses %s', async (_, make) => {
    expect((await post(make())).status).toBe(401);
    expect(given).toEqual([]);
  });

  test('answers the first question of Slack, when it is signed', async () => {
    const asked = JSON.stringify({ type: 'url_verification', challenge: 'a1' });
    expect((await post(signed('another', asked))).status).toBe(401);
    const response = await post(signed(slack.secret, asked));
    expect(await response.json()).toEqual({ challenge: 'a1' });
  });

  test('has one address, and takes no megabytes', async () => {
    expect((await post(signed(slack.secret, body()), '/other')).status).toBe(404);
    expect((await fetch(`${chat.url}${PATH}`)).status).toBe(405);
    const big = signed(slack.secret, JSON.stringify(event({ text: 'x'.repeat(2_000_000) })));
    expect((await post(big).catch(() => ({ status: 413 }))).status).toBe(413);
    expect(given).toEqual([]);
  });
});

describe('when Slack is told', () => {
  test('only once it is stored, and to try again when it was not', async () => {
    let release = () => {};
    const stored = new Promise<void>((resolve) => {
      release = resolve;
    });
    store = () => stored;
    let answered = false;
    const response = send(event({})).then((one) => {
      answered = true;
      return one;
    });
    await send(slack.envelope({ type: 'team_rename', name: 'x' }));
    expect(answered).toBe(false);
    release();
    expect((await response).status).toBe(200);
    store = async () => {
      throw Object.assign(new Error('the database stumbles'), { transient: true });
    };
    expect((await send(event({}))).status).toBe(503);
  });

  test('gives a retry under the id of the first', async () => {
    const same = event({});
    for (let retry = 0; retry < 4; retry += 1) await send(same);
    expect(new Set(given.map((one) => (one as Inbound).id))).toEqual(new Set([same.event_id]));
  });
});

describe('what is said', () => {
  test("is told as the person typed it, without Slack's notation", async () => {
    const text =
      'pour <!channel> &amp; <@U123|marc>, <#C1|atelier>, <https://apes.org/a?b=1|apes.org/a?b=1> <http://x.org|ici> <mailto:a@b.fr|a@b.fr> :+1: &lt;b&gt; :inconnu:';
    expect(await told({ text })).toMatchObject([
      {
        text: 'pour @channel & @marc, #atelier, apes.org/a?b=1 ici (http://x.org) a@b.fr 👍 <b> :inconnu:',
        place: { kind: 'direct', ref: 'D1', thread: null },
        at: 1_700_000_000_000,
      },
    ]);
  });

  test('under a receipt is a reply to it', async () => {
    expect(await told({ thread_ts: '1600000000.000100' })).toMatchObject([{ replyTo: '1600000000.000100' }]);
  });

  test('with files names them', async () => {
    const file = { id: 'F1', name: 'devis.pdf', mimetype: 'application/pdf', size: 12, url_private: 'x' };
    expect(await told({ subtype: 'file_share', text: '', files: [file, null, { id: '' }] })).toMatchObject([
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
    expect(await told(over)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('and deleted with replies under it is deleted', async () => {
    const over = {
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: '1.0' },
      previous_message: { user: claire, text: 'a' },
    };
    expect(await told(over)).toMatchObject([{ type: 'delete', message: '1.0', from: { userId: claire } }]);
  });

  test.each([
    ['null', null],
    ['empty', {}],
    ['no stamp', { user: 'U1', ts: '' }],
    ['a word', 'x'],
  ])('and changed is changed, though when it was can’t be read (%s)', async (_, edited) => {
    const message = { user: claire, text: 'b', ts: '1.0', edited };
    const over = { subtype: 'message_changed', message, event_ts: '5.0', text: undefined };
    expect(await told({ ...over, previous_message: { user: claire, text: 'a' } })).toMatchObject([
      { type: 'edit', message: '1.0', text: 'b', at: 5_000 },
    ]);
  });

  test('is of the workspace the bot is installed in, whoever said it', async () => {
    const body = { ...event({}), team_id: 'T0ELSEWHERE' };
    await send(body);
    expect(given).toMatchObject([{ workspace: slack.team }]);
  });
});

describe('what is done', () => {
  test('a reaction comes and goes by its sign, skin apart', async () => {
    const item = { type: 'message', channel: 'D1', ts: '1.0' };
    const of = (type: string, reaction: string) => told({ type, reaction, item, text: undefined });
    await of('reaction_added', '+1::skin-tone-3');
    expect(await of('reaction_removed', 'parrot')).toMatchObject([
      { type: 'reaction', emoji: '👍', removed: false, message: '1.0' },
      { type: 'reaction', emoji: 'parrot', removed: true },
    ]);
  });

  test('a command is said in private, to be answered where it was typed', async () => {
    expect(await slack.command(claire, 'statut', { channel: 'C1' })).toBe('');
    const direct = await slack.direct(claire);
    const place = { kind: 'direct', ref: direct };
    expect(given).toMatchObject([
      {
        type: 'message',
        text: 'statut',
        place,
        from: { userId: claire },
        aside: expect.stringMatching(/^C1 /u),
      },
    ]);
    // Slack's address for the answer is stored with it: for whichever process answers, and nobody else.
    expect(JSON.stringify(given)).not.toContain(slack.gateway.url);
    given = [];
    expect(await slack.command(claire, '')).toBe('');
    expect(given).toMatchObject([{ text: 'menu', aside: null }]);
  });

  test('an answer is shown where it was asked; what waits for words is said in private, and the way shown', async () => {
    const direct = { workspace: slack.team, ref: await slack.direct(claire) };
    const message = {
      lang: 'fr',
      blocks: [paragraph('Voici.')],
      choices: [{ value: 'aide', label: 'Aide' }],
    };
    const asked = () => ({
      workspace: slack.team,
      ref: (given.at(-1) as { aside: string }).aside,
      aside: true as const,
    });
    // Another process than the one that was asked, which shares its secret alone.
    const other = botOf(slack);
    await slack.command(claire, 'statut', { channel: 'C3' });
    await other.whisper!(asked(), claire, message as Message, 'k/0');
    const [shown] = slack.asides(claire, 'C3');
    expect(shown?.text).toBe('Voici.');
    await slack.pressAside(claire, 'C3', shown!, 'Aide');
    expect(given.at(-1)).toMatchObject({ type: 'message', text: 'aide', place: { ref: direct.ref } });
    await other.pointFrom!(asked(), 'fr');
    expect(slack.asides(claire, 'C3').map(({ text }) => text)).toEqual([
      'Voici.',
      'Je vous réponds en message privé.',
    ]);
    await other.pointFrom!({ ...asked(), ref: `C3 ${'A'.repeat(80)}` }, 'fr');
    await botOf({ ...slack, apiUrl: slack.apiUrl, botToken: 'x', secret: 'other' } as never).pointFrom!(
      asked(),
      'fr',
    );
    expect(slack.asides(claire, 'C3')).toHaveLength(2);
  });

  test('a command that can’t be stored is acknowledged in time, with its words, and stored once it can be', async () => {
    let isDown = true;
    store = async (event) => {
      if (isDown) throw Object.assign(new Error('down'), { transient: true });
      given.push(event);
    };
    const answer = JSON.parse(await slack.command(claire, 'ouvrir <!channel> *vite*', { channel: 'C1' }));
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect(rendered(answer)).toContain('«\u00a0ouvrir @channel *vite*\u00a0»');
    expect(given).toEqual([]);
    isDown = false;
    await expect.poll(() => given.length, { timeout: 40_000 }).toBe(1);
    expect(given).toMatchObject([{ text: 'ouvrir @channel *vite*', aside: expect.stringMatching(/^C1 /u) }]);
  });

  test('what a database never answers to is acknowledged all the same; a form stays, and is sent again', async () => {
    let isDown = true;
    store = async (event) => {
      if (isDown) await new Promise(() => {});
      given.push(event);
    };
    const actions = [{ type: 'button', action_id: 'choice-0', value: 'x', action_ts: '1.0' }];
    const at = { channel: { id: 'C2' }, container: { message_ts: '1.0' } };
    const view = {
      id: 'V1',
      callback_id: FORM_VIEW,
      private_metadata: 'idea',
      state: { values: { idea: { field: { value: 'un four' } } } },
    };
    const [command, press, form] = await Promise.all([
      slack.command(claire, 'statut', { channel: 'C2' }),
      slack.interact(claire, {
        type: 'block_actions',
        ...at,
        response_url: `${slack.gateway.url}response/C2/${claire}`,
        actions,
      }),
      slack.interact(claire, { type: 'view_submission', view }),
    ]);
    expect(command).toContain('statut');
    expect([press.status, form.status]).toEqual([200, 200]);
    const said = () => slack.asides(claire, 'C2').map(({ text }) => text);
    await expect.poll(() => said().join()).toContain('je réessaie');
    expect(JSON.parse(form.body)).toEqual({
      response_action: 'errors',
      errors: { idea: expect.stringContaining('envoyez de nouveau') },
    });
    isDown = false;
    const again = await slack.interact(claire, { type: 'view_submission', view });
    expect(JSON.parse(again.body)).toEqual({ response_action: 'clear' });
    expect(given).toMatchObject([{ type: 'form', fields: [{ key: 'idea', text: 'un four' }] }]);
  });

  describe('a form without any field', () => {
    const view = { id: 'V3', callback_id: FORM_VIEW, private_metadata: 'leave', state: { values: {} } };
    const sent = async (userId: string, id = 'V3') => {
      const { status, body } = await slack.interact(userId, {
        type: 'view_submission',
        view: { ...view, id },
      });
      expect(status).toBe(200);
      const answer = JSON.parse(body) as { response_action: string; view: object };
      expect(answer.response_action).toBe('update');
      expect(faultsOfView(answer.view)).toEqual([]);
      return rendered(answer.view as never);
    };

    test('of somebody Slack opens no conversation with says that nothing changed', async () => {
      expect(await sent('U0NOBODY')).toContain('rien n’a changé');
      expect(given).toEqual([]);
    });

    test('that can’t be stored in time says so, in the language of who sent it, and is stored once it can be', async () => {
      lang = async () => 'en';
      let isDown = true;
      store = async (event) => {
        if (isDown) throw Object.assign(new Error('down'), { transient: true });
        given.push(event);
      };
      expect(await sent(claire, 'V4')).toContain('I’m trying again');
      isDown = false;
      await expect.poll(() => given.length, { timeout: 40_000 }).toBe(1);
      expect(given).toMatchObject([{ type: 'form', form: 'leave', fields: [] }]);
    });

    test('shows what is wrong with it; and a form with fields shows under the first what is about none of them', async () => {
      wrong = new Map([['gone', 'Il manque une réponse ici.']]);
      expect(await sent(claire, 'V5')).toContain('Il manque une réponse ici.');
      const state = { values: { idea: { field: { value: 'une halle' } } } };
      const { body } = await slack.interact(claire, {
        type: 'view_submission',
        view: { ...view, id: 'V6', state },
      });
      expect(JSON.parse(body)).toEqual({
        response_action: 'errors',
        errors: { idea: 'Il manque une réponse ici.' },
      });
    });
  });

  test('what is Slack’s alone is said in the language of who reads it, or last read, when nobody can tell in time', async () => {
    lang = async () => 'en';
    const answer = async () =>
      (await slack.command(claire, 'statut', { channel: 'C4' })).replaceAll('\\n', ' ');
    store = async () => {
      throw new TypeError('a mistake of ours');
    };
    expect(await answer()).toContain('I could not note this');
    lang = () => new Promise(() => {});
    expect(await answer()).toContain('I could not note this');
    lang = async () => 'fr';
    expect(await answer()).toContain('Je n’ai pas pu noter ceci');
  });

  test('a form that was taken too late to say so closes when it is sent again, once', async () => {
    let release = () => {};
    const stored = new Promise<void>((resolve) => {
      release = resolve;
    });
    store = async (event) => {
      await stored;
      given.push(event);
      // From now on nobody is asked that any more.
      wrong = new Map([['idea', 'Rien n’est rempli encore.']]);
    };
    const view = {
      id: 'V2',
      callback_id: FORM_VIEW,
      private_metadata: 'idea',
      state: { values: { idea: { field: { value: 'une halle' } } } },
    };
    const send = async () =>
      JSON.parse((await slack.interact(claire, { type: 'view_submission', view })).body) as object;
    expect(JSON.stringify(await send())).toContain('envoyez de nouveau');
    const again = send();
    release();
    expect(await again).toEqual({ response_action: 'clear' });
    expect(await send()).toEqual({ response_action: 'clear' });
    expect(given).toHaveLength(1);
    const other = { ...view, state: { values: { idea: { field: { value: 'un four' } } } } };
    const refused = await slack.interact(claire, { type: 'view_submission', view: other });
    expect(refused.body).toContain('Rien n’est rempli encore.');
  });

  test('a button of somebody else is no choice of ours', async () => {
    const actions = [{ type: 'button', action_id: 'other', value: 'x', action_ts: '1.0' }];
    await slack.interact(claire, {
      type: 'block_actions',
      channel: { id: 'D1' },
      message: { ts: '1.0' },
      actions,
    });
    expect(given).toEqual([]);
  });
});

describe('what can not be read', () => {
  /** One place of each body, changed. */
  const holes = fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    [null],
    'x',
    '\u0000',
    '\ud800',
    1e300,
  );
  const kinds = (): unknown[] => [
    event({ files: [{ id: 'F1', name: 'a' }], thread_ts: '1.0', item: null, channel_id: null }),
    event({
      subtype: 'message_changed',
      message: { user: claire, text: 'b', ts: '1.0', edited: { ts: '2.0' } },
      previous_message: { text: 'a' },
    }),
    event({ subtype: 'message_deleted', deleted_ts: '1.0', previous_message: { user: claire, text: 'a' } }),
    event({ type: 'reaction_added', reaction: '+1', item: { type: 'message', channel: 'D1', ts: '1.0' } }),
    event({ type: 'member_joined_channel', channel: 'C1' }),
    event({ type: 'app_home_opened', tab: 'home', view: { id: 'V1' } }),
    event({ type: 'function_executed', function: { id: 'F1', callback_id: 'x' }, inputs: {} }),
    event({ type: 'tokens_revoked', tokens: { bot: ['U1'] } }),
    event({ type: 'error' }),
    {
      type: 'block_actions',
      user: { id: claire, team_id: slack.team },
      team: { id: slack.team },
      channel: { id: 'D1' },
      message: { ts: '1.0' },
      container: {},
      actions: [{ action_id: 'choice-0', value: 'a', action_ts: '1.0', block_id: 'b' }],
      trigger_id: 't',
      response_url: 'x',
    },
    {
      type: 'view_submission',
      user: { id: claire },
      team: { id: slack.team },
      view: { id: 'V1', callback_id: 'x', state: { values: {} } },
      response_urls: [],
    },
    {
      type: 'view_submission',
      user: { id: claire, team_id: slack.team },
      team: { id: slack.team },
      view: {
        id: 'V2',
        callback_id: 'decide/plan/P-0042',
        private_metadata: '{"of":"D1"}',
        hash: '1.a',
        state: {
          values: {
            text: { text: { type: 'plain_text_input', value: 'une halle' } },
            one: { one: { type: 'static_select', selected_option: { value: 'a', text: { text: 'A' } } } },
            several: { several: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
            day: { day: { type: 'datepicker', selected_date: '2026-12-20' } },
          },
        },
      },
      trigger_id: 't',
    },
    {
      type: 'block_actions',
      user: { id: claire, team_id: slack.team },
      team: { id: slack.team },
      container: { type: 'view', view_id: 'V3' },
      view: { id: 'V3', type: 'home', hash: 'x', root_view_id: 'V3', blocks: [], state: { values: {} } },
      actions: [{ action_id: 'home-0', value: 'statut', action_ts: '1.0', block_id: 'b', type: 'button' }],
      trigger_id: 't',
    },
    { type: 'view_closed', user: { id: claire }, team: { id: slack.team }, view: { id: 'V1' } },
    { type: 'shortcut', callback_id: 'x', user: { id: claire }, team: { id: slack.team }, trigger_id: 't' },
    {
      type: 'message_action',
      callback_id: 'x',
      user: { id: claire },
      team: { id: slack.team },
      channel: { id: 'D1' },
      message: { ts: '1.0' },
    },
    { type: 'block_suggestion', name: 'x', value: '', user: { id: claire }, team: { id: slack.team } },
  ];
  const paths = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [at, ...Object.entries(value).flatMap(([key, one]) => paths(one, [...at, key]))];
  const withHole = (value: unknown, [key, ...rest]: readonly string[], hole: unknown): unknown =>
    key === undefined
      ? hole
      : Array.isArray(value)
        ? value.map((one, index) => (String(index) === key ? withHole(one, rest, hole) : one))
        : { ...(value as object), [key]: withHole((value as Record<string, unknown>)[key], rest, hole) };
  const payload = (body: unknown): Signed =>
    signed(slack.secret, `payload=${encodeURIComponent(JSON.stringify(body))}`, FORM);

  const alive = async () => {
    given = [];
    await send(event({ text: 'toujours là ?' }));
    expect(given).toMatchObject([{ text: 'toujours là ?' }]);
  };

  test('is answered, and never brings the endpoint down: each place of each kind of event', async () => {
    const bodies = kinds().flatMap((body) => paths(body).map((at) => ({ body, at })));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        holes,
        fc.boolean(),
        async ({ body, at }, hole, inForm) => {
          const broken = withHole(body, at, hole);
          const request = inForm ? payload(broken) : signed(slack.secret, JSON.stringify(broken));
          expect([200, 400]).toContain((await post(request)).status);
        },
      ),
      { numRuns: 400, seed: 4 },
    );
    await alive();
  });

  test('whatever the body is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), async (body, inForm) => {
        const request = inForm ? payload(body) : signed(slack.secret, JSON.stringify(body));
        expect([200, 400]).toContain((await post(request)).status);
      }),
      { numRuns: 150, seed: 4 },
    );
    for (const text of [
      '',
      'null',
      '[]',
      '"x"',
      '{',
      '\u0000',
      '{"event":null}',
      '{"event":"x","event_id":""}',
    ])
      expect([200, 400]).toContain((await post(signed(slack.secret, text))).status);
    await alive();
  });

  test('is kept as malformed under its id, and told of', async () => {
    const body = event({ user: null, ts: '' });
    await send(body);
    expect(given).toEqual([{ id: body.event_id, platform: 'slack', workspace: slack.team }]);
    expect(faults).toHaveLength(1);
  });

  test('is what Slack threw away for there being too much: told of', async () => {
    await send({ type: 'app_rate_limited', team_id: slack.team, minute_rate_limited: 1_700_000_000 });
    expect(faults.map(String)).toEqual([expect.stringContaining('app_rate_limited')]);
  });

  test('loses no message for fields that Slack left empty', async () => {
    const empty = {
      files: null,
      thread_ts: null,
      subtype: null,
      bot_id: null,
      item: null,
      channel_id: null,
      edited: '',
    };
    expect(await told({ ...empty, text: 'tout de même' })).toMatchObject([{ text: 'tout de même' }]);
  });
});
