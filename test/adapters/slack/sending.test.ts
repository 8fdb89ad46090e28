/** The bot's calls of Slack: what people see of them, and what happens when they go wrong. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SlackChat, slackChat } from '../../../adapters/slack/chat.ts';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { blocksOf } from '../../../adapters/slack/outbound/blocks.ts';
import { fallbackOf } from '../../../adapters/slack/outbound/fallback.ts';
import { CAPABILITIES } from '../../../adapters/slack/posting.ts';
import { degrade } from '../../../src/chat/degrade.ts';
import type { Message } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';
import type { Place } from '../../../src/chat/port.ts';
import { faultsOfMessage } from './block-kit.ts';
import { botOf, NO_SURFACES } from './bot.ts';
import { type Fault, method } from './faults.ts';
import { rendered, type SlackMessage } from './rendered.ts';
import { switching } from './switching.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

let slack: Workspace;
let chat: SlackChat;
let claire: string;
let place: Place;

beforeAll(async () => {
  slack = await openWorkspace({ bot: () => `${chat.url}${PATH}`, people: 60 });
  chat = botOf(slack);
});
afterAll(async () => {
  await slack.close();
  expect(slack.gateway.refused).toEqual([]);
});
beforeEach(async () => {
  // Each test has a channel of its own, with nothing to wait for.
  chat = botOf(slack);
  claire = slack.newcomer();
  place = { workspace: slack.team, ref: await slack.direct(claire) };
});

const saying = (text: string, over: Partial<Message> = {}): Message => ({
  lang: 'fr',
  blocks: [{ type: 'paragraph', content: [{ text }] }],
  choices: [],
  ...over,
});
const posts = (channel = place.ref) =>
  slack.gateway.asked.filter((call) => call.method === 'chat.postMessage' && call.channel === channel);
const fail = (fault: Fault, name = 'chat.postMessage', channel: string | undefined = place.ref) =>
  slack.gateway.faults.plan(fault, method(name, channel));
const texts = async () => (await slack.seen(claire)).map(({ text }) => text);

describe('what people see', () => {
  test('paragraphs, quotes, lists and buttons, as they are written for every chat', async () => {
    const message: Message = {
      lang: 'fr',
      blocks: [
        { type: 'paragraph', content: [{ text: 'Bonjour ' }, { text: 'Claire', strong: true }] },
        { type: 'paragraph', content: [{ text: 'Deux idées :' }] },
        { type: 'list', items: [[{ text: 'une halle' }], [{ text: '' }]] },
        { type: 'quote', content: [{ text: 'de la <!channel> tréso & *vite*', person: true }] },
        { type: 'paragraph', content: [{ text: 'C’est bien ça ?' }] },
      ],
      choices: [{ value: 'yes', label: 'Oui', main: true }],
    };
    await chat.post(place, message, 'k/0');
    const [seen] = await slack.seen(claire);
    expect(seen!.text).toBe(
      'Bonjour Claire\n\nDeux idées :\n\n- une halle\n- \u00a0\n\n«\u00a0de la <!channel> tréso & *vite*\u00a0»\n\nC’est bien ça ?',
    );
    expect(JSON.stringify(seen!.message.blocks)).toContain('"style":"primary"');
    // What notifications and screen readers get is read by Slack: its own notation must not be in it.
    expect(seen!.message.text).toContain('de la &lt;!channel&gt; tréso &amp; *vite*');
    expect(posts()[0]!.body).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('nothing Slack would refuse, and every character, whatever is said', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('<!channel>', '<@U1|x>', '&amp;', ':tada:', '*', '`', '\u202e', '\ud800', '  ', '\n'),
      fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => `Lire ${url}.`),
      fc.string({ unit: 'grapheme', minLength: 500, maxLength: 6_000 }),
    );
    const run = fc.record(
      { text, person: fc.constant(true as const), strong: fc.constant(true as const) },
      { requiredKeys: ['text'] },
    );
    const runs = fc.array(run, { maxLength: 4 });
    const block = fc.oneof(
      fc.record({ type: fc.constant('paragraph' as const), content: runs }),
      fc.record({ type: fc.constant('quote' as const), content: runs }),
      fc.record({ type: fc.constant('list' as const), items: fc.array(runs, { maxLength: 6 }) }),
    );
    const choice = fc.record({ value: fc.string({ minLength: 1, maxLength: 200 }), label: text });
    const messages = fc.record({
      lang: fc.constant('fr'),
      blocks: fc.array(block, { maxLength: 70 }),
      choices: fc.array(choice, { maxLength: 14 }),
    });
    fc.assert(
      fc.property(messages, (message) => {
        for (const part of degrade(message, CAPABILITIES)) {
          const sent = { text: fallbackOf(part), blocks: blocksOf(part) };
          expect(faultsOfMessage(sent)).toEqual([]);
          const seen = rendered({ ts: '', user: '', ...sent } as unknown as SlackMessage);
          const bare = (shown: string) => shown.replace(/[\s\u00a0«»…-]/gu, '');
          if (bare(plain(part)) !== '') expect(bare(seen)).toBe(bare(plain(part)));
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test('a message changed in place, without its buttons when they are over', async () => {
    const ref = await chat.post(
      place,
      saying('On commence ?', { choices: [{ value: 'a', label: 'Oui' }] }),
      'k/0',
    );
    await chat.edit!(place, ref, saying('C’est parti.'));
    const [seen] = await slack.seen(claire);
    expect(seen).toMatchObject({ ref, text: 'C’est parti.' });
    expect(JSON.stringify(seen!.message.blocks)).not.toContain('button');
  });

  test('a label too long for a button, shortened between graphemes', () => {
    const label = `${'👩🏽‍🌾'.repeat(20)}`;
    const [actions] = blocksOf({ blocks: [], choices: [{ value: 'a', label }] });
    const shown = (actions as unknown as { elements: { text: { text: string } }[] }).elements[0]!.text.text;
    expect(shown).toBe(`${'👩🏽‍🌾'.repeat(10)}…`);
  });
});

describe('a call that fails', () => {
  test.each<[string, Fault, object]>([
    ['broken after Slack took it', { kind: 'dropped', accepted: true }, { transient: true, scope: 'call' }],
    [
      '500 after Slack took it',
      { kind: 'status', status: 500, accepted: true },
      { transient: true, scope: 'call' },
    ],
    ['that never answers', { kind: 'hung', accepted: true }, { transient: true, scope: 'call' }],
  ])('%s is made once, and found again', async (_, fault, expected) => {
    fail(fault);
    await expect(chat.post(place, saying('une fois'), 'k/0')).rejects.toMatchObject(expected);
    expect(posts()).toHaveLength(1);
    const ref = await chat.reconcile!(place, 'k/0');
    expect(await slack.seen(claire)).toMatchObject([{ ref, text: 'une fois' }]);
  });

  test('before Slack took it is found nowhere', async () => {
    fail({ kind: 'dropped', accepted: false });
    await expect(chat.post(place, saying('perdu'), 'k/0')).rejects.toMatchObject({ transient: true });
    expect(await chat.reconcile!(place, 'k/0')).toBeNull();
  });

  test('is looked for in a thread of a room too, and beyond the first page', async () => {
    for (let index = 0; index < 3; index += 1) await chat.post(place, saying(`${index}`), `k/${index}`);
    expect(await chat.reconcile!(place, 'k/0')).toBe((await slack.seen(claire))[0]!.ref);
    const thread = (await slack.seen(claire))[0]!.ref;
    const ref = await chat.post({ ...place, thread }, saying('dessous'), 'k/9');
    expect(await chat.reconcile!(place, 'k/9')).toBeNull();
    expect(await chat.reconcile!({ ...place, thread }, 'k/9')).toBe(ref);
  });

  test.each([
    ['30', 30_000],
    ['1', 1_000],
    [null, null],
    ['soon', null],
    ['-3', null],
    ['', null],
  ])('for its pace (Retry-After: %s) says how long, and that place alone waits', async (header, expected) => {
    fail({ kind: 'limited', retryAfter: header });
    await expect(chat.post(place, saying('a'), 'k/0')).rejects.toMatchObject({
      transient: true,
      scope: 'place',
      retryAfter: expected,
    });
    const marc = slack.newcomer();
    const other = { workspace: slack.team, ref: await slack.direct(marc) };
    await chat.post(other, saying('b'), 'k/1');
    expect(posts(other.ref)).toHaveLength(1);
    if (expected === null) return;
    // Slack isn't asked before its time.
    await expect(chat.post(place, saying('a'), 'k/0')).rejects.toMatchObject({ transient: true });
    expect(posts()).toHaveLength(1);
  });

  test('for the pace of one method holds up no other in that place', async () => {
    const ref = (await chat.post(place, saying('a'), 'k/0'))!;
    fail({ kind: 'limited', retryAfter: '30' });
    await expect(chat.post(place, saying('b'), 'k/1')).rejects.toMatchObject({ retryAfter: 30_000 });
    await chat.edit!(place, ref, saying('c'));
    expect(await texts()).toEqual(['c']);
  });

  test.each([
    ['token_revoked', { transient: true, scope: 'workspace' }],
    ['account_inactive', { transient: true, scope: 'workspace' }],
    ['missing_scope', { transient: true, scope: 'workspace' }],
    ['messages_tab_disabled', { transient: true, scope: 'workspace' }],
    ['no_permission', { transient: false, scope: 'place' }],
    ['access_denied', { transient: false, scope: 'place' }],
    ['channel_not_found', { transient: false, scope: 'place' }],
    ['user_disabled', { transient: false, scope: 'place' }],
    ['internal_error', { transient: true, scope: 'call' }],
    ['invalid_blocks', { transient: false, scope: 'call' }],
    ['something_new', { transient: false, scope: 'call' }],
    ['<html>Bad gateway</html>', { transient: true, scope: 'call' }],
  ])('for %s says what must wait', async (error, expected) => {
    fail({ kind: 'refused', error });
    await expect(chat.post(place, saying('a'), 'k/0')).rejects.toMatchObject(expected);
    expect(posts()).toHaveLength(1);
  });

  test('and a right that is missing for a sign or a pin stops nothing else', async () => {
    const ref = (await chat.post(place, saying('a'), 'k/0'))!;
    for (const [method, call] of [
      ['reactions.add', () => chat.react!(place, ref, '✅')],
      ['pins.add', () => chat.pin!(place, ref)],
    ] as const) {
      slack.answers.set(method, { ok: false, error: 'missing_scope' });
      await expect(call(), method).rejects.toMatchObject({ transient: false, scope: 'call' });
      slack.answers.delete(method);
    }
    await chat.post(place, saying('b'), 'k/1');
    expect(posts()).toHaveLength(2);
  });

  test('says nothing of what was said', async () => {
    fail({ kind: 'refused', error: 'msg: canari 4217' });
    const error: Error = await chat.post(place, saying('canari 4217'), 'k/0').catch((one) => one);
    expect(JSON.stringify([error.message, String(error.cause ?? '')])).not.toContain('canari');
  });
});

describe('small things', () => {
  test('a sign put twice is there once; a sign Slack has no name for is refused', async () => {
    const said = await slack.say(claire, 'noté ?');
    await chat.react!(place, said, '✅');
    await chat.react!(place, said, '✅');
    const [message] = await slack.history(claire);
    expect(message!.reactions).toMatchObject([{ name: 'white_check_mark', users: [slack.bot.userId] }]);
    await expect(chat.react!(place, said, '🦜')).rejects.toMatchObject({ transient: false });
  });

  test('a file is fetched from Slack, and from nowhere else', async () => {
    await slack.share(claire, 'voici', [{ name: 'devis.txt', content: 'douze euros' }]);
    const [message] = (await slack.history(claire)) as unknown as { files: { id: string }[] }[];
    const [file] = message!.files;
    const pieces: Uint8Array[] = [];
    for await (const piece of await chat.fetchFile!(place, file!.id)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString('utf8')).toBe('douze euros');
    await expect(chat.fetchFile!(place, 'F0NOWHERE')).rejects.toMatchObject({ transient: false });
    const elsewhere = (over: object) =>
      slack.answers.set('files.info', {
        ok: true,
        file: { id: 'F1', url_private: 'http://169.254.169.254/', ...over },
      });
    elsewhere({});
    await expect(chat.fetchFile!(place, 'F1')).rejects.toThrow('elsewhere');
    elsewhere({ is_external: true, url_private: slack.gateway.url });
    await expect(chat.fetchFile!(place, 'F1')).rejects.toThrow('not kept by Slack');
    slack.answers.delete('files.info');
  });

  test('two workspaces with people of the same id are told apart', async () => {
    const other = await openWorkspace({ bot: () => '', team: 'T0OTHER', people: 1 });
    // One address stands for both, as Slack's does: the token says which is meant.
    const between = await switching([slack, other]);
    const both = slackChat({
      tokens: [slack.botToken, other.botToken],
      connection: { by: 'socket', appToken: 'xapp-none' },
      api: { url: between.url, patience: 1_000 },
      lang: 'fr',
      surfaces: NO_SURFACES,
      now: Date.now,
      report: () => {},
    });
    expect((await both.meet()).map(({ workspace }) => workspace)).toEqual([slack.team, 'T0OTHER']);
    const there = other.newcomer();
    await both.post({ workspace: 'T0OTHER', ref: await other.direct(there) }, saying('là-bas'), 'k/0');
    expect((await other.seen(there)).map(({ text }) => text)).toEqual(['là-bas']);
    expect(await texts()).toEqual([]);
    await expect(both.openDirect('T0NOWHERE', there)).rejects.toMatchObject({ transient: false });
    between.close();
    await other.close();
  });
});
