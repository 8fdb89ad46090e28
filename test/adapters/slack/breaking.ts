/** Requests broken in every place there is, by Slack, by somebody who holds its secret, or by what is between. */
import fc from 'fast-check';
import { FORM as FORM_TYPE } from './courier.ts';
import { CANARY, type Sent } from './payloads.ts';

const MISSING = Symbol('missing');
const deep = (levels: number): unknown => (levels === 0 ? CANARY : { a: [deep(levels - 1)] });
/** Longer than what Slack sends: a message has 40,000 characters at most. */
const LONG = [
  `${CANARY} `.repeat(2_000),
  'a'.repeat(300_000),
  '<@U1> '.repeat(20_000),
  '\u0301'.repeat(50_000),
];
const MANY = Array.from({ length: 3_000 }, () => ({
  id: CANARY,
  action_id: 'choice-0',
  value: 'x',
  action_ts: '1.0',
}));
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
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...LONG, deep(60), deep(2_000), MANY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** A body that is missing altogether. */
const nothing = (body: unknown): unknown => (body === MISSING ? null : body);

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

/** The last name on that way is another one. */
function renamed(value: unknown, [key, ...rest]: readonly string[], name: string): unknown {
  if (key === undefined || !isBranch(value)) return value;
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? renamed(one, rest, name) : one));
  return Object.fromEntries(
    Object.entries(value).map(([own, one]) => {
      if (own !== key) return [own, one];
      return rest.length === 0 ? [name, one] : [own, renamed(one, rest, name)];
    }),
  );
}

const NAMES = ['', '\u0000', '\ud800', '__proto__', 'constructor', ' ', 'a'.repeat(5_000), '\u202e'];

/** Every leaf of it the same. */
const filledWith = (value: unknown, leaf: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => filledWith(one, leaf))
    : isBranch(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledWith(one, leaf)]))
      : leaf;

/**
 * One to four places of one of them are something else, or have another name; or all of its leaves but `type` are
 * nothing; or it is no request at all.
 */
export function broken(all: readonly Sent[]): fc.Arbitrary<Sent> {
  const holed = fc.constantFrom(...all).chain(({ as, body }) => {
    const places = pathsOf(body);
    return fc
      .array(fc.tuple(fc.constantFrom(...places), holes), { minLength: 1, maxLength: 4 })
      .map((changes) => ({
        as,
        body: changes.reduce<unknown>((left, [at, hole]) => nothing(withHole(left, at, hole)), body),
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
  const misnamed = fc
    .tuple(fc.constantFrom(...all), fc.nat(), fc.constantFrom(...NAMES))
    .map(([{ as, body }, at, name]) => {
      const places = pathsOf(body);
      return { as, body: renamed(body, places[at % places.length]!, name) };
    });
  const anything = fc.record({
    as: fc.constantFrom('event' as const, 'interactive' as const, 'command' as const),
    body: fc.jsonValue({ maxDepth: 3 }),
  });
  return fc.oneof(
    { weight: 10, arbitrary: holed },
    { weight: 2, arbitrary: empty },
    { weight: 2, arbitrary: misnamed },
    { weight: 1, arbitrary: anything },
  );
}

const JSON_TYPE = 'application/json';
const MESSAGE = '{"type":"event_callback","event_id":"Ev1","event":{"type":"message"}}';

/** What is no request of Slack's, to its last byte: a text, and what it says it is. */
export const GARBAGE: readonly { readonly text: string; readonly type: string }[] = [
  ...[
    '',
    ' ',
    'null',
    '[]',
    '""',
    '0',
    'true',
    '{',
    '{"a":',
    '{}{}',
    '\u0000',
    '\ufeff{}',
    '<xml/>',
    'payload={}',
  ].map((text) => ({ text, type: JSON_TYPE })),
  ...['{"event":null}', '{"event":"x","event_id":""}', '{"event_id":[]}', '{"type":{}}', '[[[[[[]]]]]]'].map(
    (text) => ({
      text,
      type: JSON_TYPE,
    }),
  ),
  { text: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, type: JSON_TYPE },
  { text: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, type: JSON_TYPE },
  {
    text: MESSAGE.replace('{"type":"message"}', `${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    type: JSON_TYPE,
  },
  ...[
    '',
    'payload',
    'payload=',
    'payload=%',
    'payload=%00',
    'payload=null',
    'payload=[]',
    'payload=1',
    'payload={',
  ].map((text) => ({ text, type: FORM_TYPE })),
  ...[
    'payload={}&payload={}',
    '%ff%fe=%ff',
    '&&&===',
    'ssl_check=1',
    'command',
    'command=',
    'command=/tour',
    'a[b]=c',
  ].map((text) => ({ text, type: FORM_TYPE })),
  { text: `payload=${encodeURIComponent(MESSAGE)}`, type: FORM_TYPE },
  { text: `payload=${'%7B'.repeat(100_000)}`, type: FORM_TYPE },
  { text: 'a=b&'.repeat(100_000), type: FORM_TYPE },
  { text: 'x'.repeat(1_200_000), type: JSON_TYPE },
  ...[
    '',
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    ';',
    '/',
  ].flatMap((type) => [
    { text: MESSAGE, type },
    { text: `payload=${encodeURIComponent(MESSAGE)}`, type },
  ]),
  { text: MESSAGE, type: FORM_TYPE },
];

/** Frames of a socket that are none of Slack's. */
export const FRAMES: readonly string[] = [
  ...GARBAGE.map(({ text }) => text),
  ...[null, '', 0, [], {}, 'x', 'hello', 'error', 'close', 'disconnected', '__proto__'].flatMap((type) =>
    [null, '', 0, [], {}, CANARY].map((payload) => JSON.stringify({ type, envelope_id: null, payload })),
  ),
  JSON.stringify({ type: 'hello', num_connections: null, connection_info: null, debug_info: '' }),
];

/** The body as Slack would post it, and its type. */
export function posted({ as, body }: Sent): { readonly text: string; readonly type: string } {
  if (as === 'event') return { text: JSON.stringify(body) ?? '', type: JSON_TYPE };
  if (as === 'interactive')
    return { text: `payload=${encodeURIComponent(JSON.stringify(body) ?? '')}`, type: FORM_TYPE };
  const fields = isBranch(body) ? Object.entries(body) : [];
  const said = fields.map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ]);
  return { text: new URLSearchParams(said).toString(), type: FORM_TYPE };
}
