/** Whatever Slack, or somebody who holds its secret, may send: each kind of request there is, broken in every place. */
import fc from 'fast-check';
import { MENU_SHORTCUT, MESSAGE_SHORTCUTS } from '../../../adapters/slack/inbound/shortcut.ts';
import { FORM } from '../../../adapters/slack/outbound/modal.ts';
import { FORM as FORM_TYPE } from './courier.ts';

/** A word nobody but these payloads says: it must be in no log. */
export const CANARY = 'canari7431';

export interface Sent {
  /** How it travels. */
  readonly as: 'event' | 'interactive' | 'command';
  readonly body: unknown;
}

/** Somebody, and where they and the bot talk. */
export interface Known {
  readonly team: string;
  readonly user: string;
  readonly direct: string;
}

const TS = '1700000000.000100';

function events({ user, direct }: Known): Record<string, unknown>[] {
  const message = {
    type: 'message',
    user,
    channel: direct,
    channel_type: 'im',
    text: CANARY,
    ts: TS,
    event_ts: TS,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
  };
  const item = { type: 'message', channel: direct, ts: TS };
  const file = { id: 'F1', name: `${CANARY}.pdf`, mimetype: 'application/pdf', size: 12, url_private: 'x' };
  const of = (type: string, over: object = {}) => ({ type, user, channel: 'C1', event_ts: TS, ...over });
  return [
    message,
    { ...message, thread_ts: '1600000000.000100', parent_user_id: user },
    { ...message, subtype: 'file_share', files: [file], upload: true },
    { ...message, subtype: 'thread_broadcast', root: { ts: TS, text: CANARY } },
    { ...message, subtype: 'me_message' },
    { ...message, subtype: 'bot_message', bot_id: 'B1', username: CANARY },
    { ...message, channel: 'C1', channel_type: 'channel' },
    { ...message, channel: 'G1', channel_type: 'group' },
    {
      ...message,
      subtype: 'message_changed',
      message: { user, text: CANARY, ts: TS, edited: { user, ts: TS } },
      previous_message: { user, text: 'a', ts: TS },
    },
    { ...message, subtype: 'message_deleted', deleted_ts: TS, previous_message: { user, text: CANARY } },
    of('app_mention', { text: `<@U1> ${CANARY}`, ts: TS }),
    of('reaction_added', { reaction: '+1', item, item_user: 'U0TOURBOT' }),
    of('reaction_removed', { reaction: 'thumbsup::skin-tone-2', item }),
    of('member_joined_channel', { channel_type: 'C', team: 'T1', inviter: 'U1' }),
    of('member_left_channel', { channel_type: 'C', team: 'T1' }),
    of('app_home_opened', { channel: direct, tab: 'home', view: { id: 'V1', hash: 'x' } }),
    of('tokens_revoked', { tokens: { oauth: ['U1'], bot: [] } }),
    ...['channel_rename', 'team_join', 'user_change', 'link_shared', 'pin_added', 'file_shared', 'error'].map(
      (type) => of(type, { name: CANARY, links: [{ url: 'http://169.254.169.254', domain: 'x' }] }),
    ),
    of('function_executed', { function: { id: 'F1', callback_id: 'x' }, inputs: { said: CANARY } }),
    of('assistant_thread_started', { assistant_thread: { user_id: user, context: {}, thread_ts: TS } }),
  ];
}

function interactions({ team, user, direct }: Known): Record<string, unknown>[] {
  const who = {
    user: { id: user, username: 'x', team_id: team },
    team: { id: team, domain: 'x' },
    api_app_id: 'A0TOUR',
    trigger_id: '1.2.a',
    response_url: 'http://127.0.0.1:1/response',
  };
  const button = (action_id: string, value: string) => ({
    action_id,
    value,
    block_id: 'b',
    type: 'button',
    text: { type: 'plain_text', text: CANARY },
    action_ts: TS,
  });
  const press = (action: object, where: object) => ({
    type: 'block_actions',
    ...who,
    actions: [action],
    ...where,
  });
  const at = {
    channel: { id: direct, name: 'directmessage' },
    message: { ts: TS, thread_ts: TS, text: CANARY },
    container: { type: 'message', message_ts: TS, channel_id: direct, is_ephemeral: false },
  };
  const values = {
    text: { answer: { type: 'plain_text_input', value: CANARY } },
    one: { answer: { type: 'static_select', selected_option: { value: 'a', text: { text: 'A' } } } },
    several: { answer: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
    day: { answer: { type: 'datepicker', selected_date: '2026-12-20' } },
  };
  const view = (private_metadata: string) => ({
    id: 'V2',
    type: 'modal',
    callback_id: FORM,
    private_metadata,
    hash: '1.a',
    blocks: [],
    state: { values },
  });
  return [
    press(button('choice-0', 'oui'), at),
    press(button('form-0', 'all/mel plan-actions'), at),
    press(button('own-choice-0', 'statut'), at),
    press(button('own-choice-0', 'aide'), {
      container: { type: 'view', view_id: 'V3' },
      view: { id: 'V3', type: 'home', hash: 'x', state: { values: {} } },
    }),
    press(button('own-choice-1', 'aide'), {
      container: { type: 'view', view_id: 'V4' },
      view: { id: 'V4', type: 'modal', hash: 'x', state: { values: {} } },
    }),
    ...['idea', 'decide/x/P-0001/adopted', 'behalf/x', 'merge/x', 'open/x', `${CANARY}`].map((name) => ({
      type: 'view_submission',
      ...who,
      view: view(name),
      response_urls: [],
    })),
    { type: 'view_closed', ...who, view: view('idea'), is_cleared: false },
    { type: 'shortcut', ...who, callback_id: MENU_SHORTCUT, action_ts: TS },
    { type: 'shortcut', ...who, callback_id: 'x', action_ts: TS },
    ...[...Object.keys(MESSAGE_SHORTCUTS), 'x'].map((callback_id) => ({
      type: 'message_action',
      ...who,
      callback_id,
      channel: { id: direct, name: 'x' },
      message_ts: TS,
      message: { type: 'message', user, ts: TS, text: CANARY },
    })),
    { type: 'block_suggestion', ...who, action_id: 'x', block_id: 'b', value: CANARY },
    { type: 'dialog_suggestion', ...who, name: 'x', value: CANARY, callback_id: 'x' },
    { type: 'interactive_message', ...who, actions: [{ name: 'x', value: CANARY }], callback_id: 'x' },
    { type: 'workflow_step_edit', ...who, callback_id: 'x', workflow_step: {} },
  ];
}

/** Each kind of request, whole. `envelope`: what Slack puts around an event. */
export function requests(known: Known, envelope: (event: unknown) => object): readonly Sent[] {
  const command = {
    token: 'x',
    team_id: known.team,
    channel_id: known.direct,
    user_id: known.user,
    command: '/tour',
    text: CANARY,
    trigger_id: '1.2.a',
    response_url: 'http://127.0.0.1:1/response',
  };
  return [
    ...events(known).map((event): Sent => ({ as: 'event', body: envelope(event) })),
    {
      as: 'event',
      body: { type: 'app_rate_limited', team_id: known.team, minute_rate_limited: 1_700_000_000 },
    },
    { as: 'event', body: { type: 'url_verification', challenge: 'a1', token: 'x' } },
    ...interactions(known).map((body): Sent => ({ as: 'interactive', body })),
    { as: 'command', body: command },
    { as: 'command', body: { ...command, text: '' } },
    { as: 'command', body: { ...command, command: '/other' } },
  ];
}

const MISSING = Symbol('missing');
const deep = (levels: number): unknown => (levels === 0 ? CANARY : { a: [deep(levels - 1)] });
const holes = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(null, '', MISSING) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      0,
      -1,
      1e300,
      true,
      [],
      {},
      [null],
      [[]],
      { a: null },
      '\u0000',
      '\ud800',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      '__proto__',
      'constructor',
      '\u202e\u2066\u200d',
      'e\u0301'.repeat(50),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(`${CANARY} `.repeat(2_000), deep(60)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const pathsOf = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
  isBranch(value) ? [at, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...at, key]))] : [at];

function withHole(value: unknown, [key, ...rest]: readonly string[], hole: unknown): unknown {
  if (key === undefined) return hole;
  if (!isBranch(value)) return value;
  if (Array.isArray(value))
    return value.flatMap((one, index) => {
      const left = String(index) === key ? withHole(one, rest, hole) : one;
      return left === MISSING ? [] : [left];
    });
  const left = withHole((value as Record<string, unknown>)[key], rest, hole);
  const { [key]: _, ...others } = value as Record<string, unknown>;
  return left === MISSING ? others : { ...others, [key]: left };
}

/** Every leaf of it the same. */
const filledWith = (value: unknown, leaf: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => filledWith(one, leaf))
    : isBranch(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledWith(one, leaf)]))
      : leaf;

/** One to four places of one of them are something else; or all of its leaves but `type` are nothing. */
export function broken(all: readonly Sent[]): fc.Arbitrary<Sent> {
  const holed = fc.constantFrom(...all).chain(({ as, body }) => {
    const places = pathsOf(body);
    return fc
      .array(fc.tuple(fc.constantFrom(...places), holes), { minLength: 1, maxLength: 4 })
      .map((changes) => ({
        as,
        body: changes.reduce<unknown>((left, [at, hole]) => withHole(left, at, hole), body),
      }));
  });
  const empty = fc
    .tuple(fc.constantFrom(...all), fc.constantFrom<unknown>(null, '', [], {}), fc.boolean())
    .map(([{ as, body }, leaf, typed]) => {
      const bare = filledWith(body, leaf) as Record<string, unknown>;
      const { type, event } = body as { type?: unknown; event?: { type?: unknown } };
      const inner = event === undefined ? {} : { event: { ...(bare.event as object), type: event.type } };
      return { as, body: typed ? { ...bare, ...(type === undefined ? {} : { type }), ...inner } : bare };
    });
  return fc.oneof({ weight: 5, arbitrary: holed }, { weight: 1, arbitrary: empty });
}

/** The body as Slack would post it, and its type. */
export function posted({ as, body }: Sent): { readonly text: string; readonly type: string } {
  if (as === 'event') return { text: JSON.stringify(body) ?? '', type: 'application/json' };
  if (as === 'interactive')
    return { text: `payload=${encodeURIComponent(JSON.stringify(body) ?? '')}`, type: FORM_TYPE };
  const fields = isBranch(body) ? Object.entries(body) : [];
  const said = fields.map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ]);
  return { text: new URLSearchParams(said).toString(), type: FORM_TYPE };
}
