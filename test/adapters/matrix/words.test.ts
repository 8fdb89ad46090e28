import { describe, expect, test } from 'vitest';
import type { RawEvent } from '../../../adapters/matrix/connection/responses.ts';
import { split } from '../../../adapters/matrix/connection/responses.ts';
import { readEvent, type Setting } from '../../../adapters/matrix/inbound/read.ts';
import { addressedTo, withoutQuotation } from '../../../adapters/matrix/inbound/text.ts';
import { allowedBy } from '../../../adapters/matrix/inviters.ts';
import { contentOf, inPlaceOf } from '../../../adapters/matrix/outbound/content.ts';
import { message } from '../../contracts/chat/contract.ts';

const BOT = { userId: '@tour:exemple.fr', display: 'Tour de table' };

describe('what is said to the bot in a room', () => {
  test.each([
    ['!tour pause', false, 'pause'],
    ['!Tour : pause', false, 'pause'],
    ['!tour', false, ''],
    ['!tourner la page', false, null],
    ['@tour pause', false, 'pause'],
    ['@tour:exemple.fr pause', false, 'pause'],
    ['Tour de table : pause', false, 'pause'],
    ['tour de table, pause', false, 'pause'],
    ['Tour de table pause', true, 'pause'],
    ['Tour de table de mardi : on vient', false, null],
    ['une pause, Tour de table ?', true, 'une pause, ?'],
    ['bonjour à tous', false, null],
    ['bonjour à tous', true, 'bonjour à tous'],
  ])('%s', (text, mentioned, heard) => {
    expect(addressedTo(text, BOT, mentioned)).toBe(heard);
  });

  test('does not contain what a client quotes above a reply', () => {
    expect(withoutQuotation('> <@a:b> une question\n> longue\n\nma réponse', true)).toBe('ma réponse');
    expect(withoutQuotation('> ceci est de moi', false)).toBe('> ceci est de moi');
    expect(withoutQuotation('> rien que cela', true)).toBe('> rien que cela');
  });
});

describe('an event, in the words of every chat', () => {
  const setting = (over: Partial<Setting> = {}): Setting => ({
    platform: 'matrix',
    workspace: 'main',
    room: '!r',
    direct: true,
    bot: BOT,
    people: () => ['@claire:exemple.fr', '@marc:exemple.fr'],
    choices: () => [],
    sign: () => null,
    keepSign: () => {},
    ...over,
  });
  const event = (content: Record<string, unknown>, over: Partial<RawEvent> = {}): RawEvent => ({
    event_id: '$1',
    type: 'm.room.message',
    sender: '@claire:exemple.fr',
    origin_server_ts: 1_700_000_000_000,
    content,
    ...over,
  });
  const read = (content: Record<string, unknown>, over: Partial<RawEvent> = {}, how: Partial<Setting> = {}) =>
    readEvent(event(content, over), setting(how));

  test('leaves out what programs say, and the bot itself', () => {
    expect(read({ msgtype: 'm.notice', body: 'rappel' })).toEqual([]);
    expect(read({ msgtype: 'm.text', body: 'moi' }, { sender: BOT.userId })).toEqual([]);
    expect(read({}, { type: 'm.room.topic' })).toEqual([]);
    expect(read({})).toEqual([]);
  });

  test('has a file by its message, with what is written beside it', () => {
    const file = {
      msgtype: 'm.file',
      body: 'Notre avis',
      filename: 'avis.pdf',
      info: { mimetype: 'application/pdf', size: 12 },
    };
    expect(read(file)[0]).toMatchObject({
      text: 'Notre avis',
      files: [{ ref: '$1', name: 'avis.pdf', type: 'application/pdf', bytes: 12 }],
    });
    expect(read({ msgtype: 'm.image', body: 'plan.png' })[0]).toMatchObject({
      text: '',
      files: [{ name: 'plan.png', type: '', bytes: 0 }],
    });
  });

  test('takes a number put on a question for its option, any other sign for a sign', () => {
    const on = (key: string) => ({ 'm.relates_to': { rel_type: 'm.annotation', event_id: '$q', key } });
    const choices = () => ['start', 'later'];
    const react = (key: string) => read(on(key), { type: 'm.reaction' }, { choices });
    expect(react('2️⃣')).toMatchObject([{ type: 'choice', message: '$q', value: 'later' }]);
    expect(react('1')).toMatchObject([{ type: 'choice', value: 'start' }]);
    expect(react('3️⃣')).toMatchObject([{ type: 'reaction', emoji: '3️⃣' }]);
    expect(react('👍')).toMatchObject([{ type: 'reaction', message: '$q', emoji: '👍', removed: false }]);
  });

  test('knows a sign taken back from a message taken back', () => {
    const redaction = { type: 'm.room.redaction', redacts: '$x' } as Partial<RawEvent>;
    expect(read({}, redaction)).toMatchObject([{ type: 'delete', message: '$x' }]);
    expect(read({ redacts: '$y' }, { type: 'm.room.redaction' })).toMatchObject([{ message: '$y' }]);
    expect(read({}, redaction, { sign: () => ({ message: '$q', emoji: '👍' }) })).toMatchObject([
      { type: 'reaction', message: '$q', emoji: '👍', removed: true },
    ]);
  });

  test('tells who enters and leaves a room, not who changes their name', () => {
    const member = (membership: string, before: string | null, who = '@claire:exemple.fr') =>
      read(
        { membership },
        {
          type: 'm.room.member',
          state_key: who,
          unsigned: before === null ? {} : { prev_content: { membership: before } },
        } as Partial<RawEvent>,
        { direct: false },
      ).map((told) => ('here' in told ? [told.from.userId, told.here] : []));
    expect(member('join', null)).toEqual([['@claire:exemple.fr', true]]);
    expect(member('join', 'join')).toEqual([]);
    expect(member('leave', 'join')).toEqual([['@claire:exemple.fr', false]]);
    expect(member('leave', 'invite')).toEqual([]);
    expect(member('join', 'invite', BOT.userId)).toEqual([
      ['@claire:exemple.fr', true],
      ['@marc:exemple.fr', true],
    ]);
  });

  test('throws on what can’t be read, so that it is kept by its name', () => {
    expect(() => read({ msgtype: 12, body: 'x' })).toThrow();
    expect(() => read({ membership: 1 }, { type: 'm.room.member', state_key: '@a:b' })).toThrow();
  });
});

describe('what the bot says', () => {
  test('is a notice that calls nobody, with people’s words as text in both of its forms', () => {
    const hostile = '@room <img src=x onerror=alert(1)> & "a"\nb';
    const content = contentOf({
      blocks: [
        { type: 'paragraph', content: [{ text: 'Merci.', strong: true }] },
        { type: 'quote', content: [{ text: hostile, person: true }] },
        { type: 'list', items: [[{ text: 'une' }], [{ text: 'deux' }]] },
      ],
      choices: [
        { value: 'start', label: 'Commencer <tout de suite>' },
        { value: 'menu', label: 'Le reste', spare: true },
      ],
    });
    expect(content).toEqual({
      msgtype: 'm.notice',
      body: `Merci.\n\n«\u00a0${hostile}\u00a0»\n\n- une\n- deux\n\n1. Commencer <tout de suite>`,
      format: 'org.matrix.custom.html',
      formatted_body:
        '<p><strong>Merci.</strong></p>' +
        '<blockquote>@room &lt;img src=x onerror=alert(1)&gt; &amp; &quot;a&quot;<br>b</blockquote>' +
        '<ul><li>une</li><li>deux</li></ul><ol><li>Commencer &lt;tout de suite&gt;</li></ol>',
      'm.mentions': {},
    });
  });

  test('takes the place of what it said, for clients that know edits and those that don’t', () => {
    const content = contentOf(message('12 idées'));
    expect(inPlaceOf('$1', content)).toMatchObject({
      body: '* 12 idées',
      'm.new_content': content,
      'm.relates_to': { rel_type: 'm.replace', event_id: '$1' },
    });
  });
});

describe('a response of the server', () => {
  test('gives its messages apart, and keeps their states for the SDK', () => {
    const said = { event_id: '$1', type: 'm.room.message', content: { body: 'x' } };
    const entered = { event_id: '$2', type: 'm.room.member', state_key: '@a:b', content: {} };
    const response = {
      rooms: {
        join: {
          '!a': {
            timeline: { events: [said, entered], limited: true, prev_batch: 'p1' },
            state: { events: [] },
          },
          '!b': { timeline: { events: [entered] }, 'org.matrix.msc4222.state_after': { events: [] } },
          '!c': { timeline: 'nonsense' },
        },
        leave: { '!d': { timeline: { events: [entered] } } },
      },
    } as never;
    expect(split(response, 's1')).toEqual({
      since: 's1',
      slices: [
        { room: '!a', events: [said, entered], limited: true, before: 'p1', left: false },
        { room: '!b', events: [entered], limited: false, before: null, left: false },
        { room: '!c', events: [], limited: false, before: null, left: false },
        { room: '!d', events: [entered], limited: false, before: null, left: true },
      ],
    });
    expect(response).toMatchObject({
      rooms: {
        join: {
          '!a': { timeline: { events: [], limited: true, prev_batch: 'p1' }, state: { events: [entered] } },
          '!b': { timeline: { events: [] } },
        },
      },
    });
  });
});

test('a state that came before the one known is left out of a response', () => {
  const past = { event_id: '$old', type: 'm.room.member', state_key: '@a:b', content: {} };
  const fresh = { event_id: '$new', type: 'm.room.member', state_key: '@a:b', content: {} };
  const response = {
    rooms: { join: { '!a': { timeline: { events: [] }, state: { events: [past, fresh] } } } },
  };
  split(response as never, 's1', (_room, state) => state === past);
  expect(response.rooms.join['!a'].state.events).toEqual([fresh]);
});

test('those who may ask the bot in are said by address, server or all', () => {
  const may = allowedBy(['@claire:exemple.net', '*:exemple.org']);
  expect(['@claire:exemple.net', '@anne:exemple.org', '@ANNE:Exemple.org'].every(may)).toBe(true);
  expect(['@claire:exemple.netx', '@anne:exempleXorg', '@x:exemple.org.evil.net'].some(may)).toBe(false);
  expect(allowedBy(['*'])('@n:importe.ou')).toBe(true);
  expect(allowedBy([])('@n:importe.ou')).toBe(false);
});
