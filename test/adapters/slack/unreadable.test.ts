/** Requests that can't be read: answered, told of, and nothing else is lost for them. */
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FORM, type Signed, signed } from './courier.ts';
import { Endpoint } from './endpoint.ts';

const here = await Endpoint.open();
afterAll(() => here.close());
beforeEach(() => here.reset());

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
    here.event({ files: [{ id: 'F1', name: 'a' }], thread_ts: '1.0', item: null, channel_id: null }),
    here.event({
      subtype: 'message_changed',
      message: { user: here.claire, text: 'b', ts: '1.0', edited: { ts: '2.0' } },
      previous_message: { text: 'a' },
    }),
    here.event({
      subtype: 'message_deleted',
      deleted_ts: '1.0',
      previous_message: { user: here.claire, text: 'a' },
    }),
    here.event({
      type: 'reaction_added',
      reaction: '+1',
      item: { type: 'message', channel: 'D1', ts: '1.0' },
    }),
    here.event({ type: 'member_joined_channel', channel: 'C1' }),
    here.event({ type: 'app_home_opened', tab: 'home', view: { id: 'V1' } }),
    here.event({ type: 'function_executed', function: { id: 'F1', callback_id: 'x' }, inputs: {} }),
    here.event({ type: 'tokens_revoked', tokens: { bot: ['U1'] } }),
    here.event({ type: 'error' }),
    {
      type: 'block_actions',
      user: { id: here.claire, team_id: here.slack.team },
      team: { id: here.slack.team },
      channel: { id: 'D1' },
      message: { ts: '1.0' },
      container: {},
      actions: [{ action_id: 'choice-0', value: 'a', action_ts: '1.0', block_id: 'b' }],
      trigger_id: 't',
      response_url: 'x',
    },
    {
      type: 'view_submission',
      user: { id: here.claire },
      team: { id: here.slack.team },
      view: { id: 'V1', callback_id: 'x', state: { values: {} } },
      response_urls: [],
    },
    {
      type: 'view_submission',
      user: { id: here.claire, team_id: here.slack.team },
      team: { id: here.slack.team },
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
      user: { id: here.claire, team_id: here.slack.team },
      team: { id: here.slack.team },
      container: { type: 'view', view_id: 'V3' },
      view: { id: 'V3', type: 'home', hash: 'x', root_view_id: 'V3', blocks: [], state: { values: {} } },
      actions: [{ action_id: 'home-0', value: 'statut', action_ts: '1.0', block_id: 'b', type: 'button' }],
      trigger_id: 't',
    },
    { type: 'view_closed', user: { id: here.claire }, team: { id: here.slack.team }, view: { id: 'V1' } },
    {
      type: 'shortcut',
      callback_id: 'x',
      user: { id: here.claire },
      team: { id: here.slack.team },
      trigger_id: 't',
    },
    {
      type: 'message_action',
      callback_id: 'x',
      user: { id: here.claire },
      team: { id: here.slack.team },
      channel: { id: 'D1' },
      message: { ts: '1.0' },
    },
    {
      type: 'block_suggestion',
      name: 'x',
      value: '',
      user: { id: here.claire },
      team: { id: here.slack.team },
    },
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
    signed(here.slack.secret, `payload=${encodeURIComponent(JSON.stringify(body))}`, FORM);

  const alive = async () => {
    here.given = [];
    await here.send(here.event({ text: 'toujours là ?' }));
    expect(here.given).toMatchObject([{ text: 'toujours là ?' }]);
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
          const request = inForm ? payload(broken) : signed(here.slack.secret, JSON.stringify(broken));
          expect([200, 400]).toContain((await here.post(request)).status);
        },
      ),
      { numRuns: 400, seed: 4 },
    );
    await alive();
  });

  test('whatever the body is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), async (body, inForm) => {
        const request = inForm ? payload(body) : signed(here.slack.secret, JSON.stringify(body));
        expect([200, 400]).toContain((await here.post(request)).status);
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
      '{"here.event":null}',
      '{"here.event":"x","event_id":""}',
    ])
      expect([200, 400]).toContain((await here.post(signed(here.slack.secret, text))).status);
    await alive();
  });

  test('is kept as malformed under its id, and here.told of', async () => {
    const body = here.event({ user: null, ts: '' });
    await here.send(body);
    expect(here.given).toEqual([{ id: body.event_id, platform: 'slack', workspace: here.slack.team }]);
    expect(here.faults).toHaveLength(1);
  });

  test('is what Slack threw away for there being too much: here.told of', async () => {
    await here.send({
      type: 'app_rate_limited',
      team_id: here.slack.team,
      minute_rate_limited: 1_700_000_000,
    });
    expect(here.faults.map(String)).toEqual([expect.stringContaining('app_rate_limited')]);
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
    expect(await here.told({ ...empty, text: 'tout de même' })).toMatchObject([{ text: 'tout de même' }]);
  });
});
