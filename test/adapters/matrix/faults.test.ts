/** What homeservers and people do to a bot: gaps, limits, refusals, lost answers. Nothing is lost, nothing said twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, Direction, EventType } from 'matrix-js-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MatrixChat, WORKSPACE } from '../../../adapters/matrix/chat.ts';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import type { ChatError } from '../../../src/chat/port.ts';
import { message, Received } from '../../contracts/chat/contract.ts';
import { type Between, between } from './between.ts';
import { botOf, settingsOf } from './bot.ts';
import { eventually, Partner, tokenOf } from './partner.ts';
import { hasPython } from './python.ts';
import { type SharedSynapse, sharedSynapse } from './shared.ts';
import type { Account } from './synapse.ts';

describe.skipIf(!hasPython)('in Matrix', () => {
  let synapse: SharedSynapse;
  let account: Account;
  let server: Between;
  let home: string;
  let bot: MatrixChat;
  let received: Received;
  let claire: Partner;
  /** What she read in the stories before. */
  let known: ReadonlySet<string>;
  const people: Partner[] = [];

  beforeAll(async () => {
    synapse = await sharedSynapse();
    server = await between(synapse.url);
    account = await synapse.register();
    home = mkdtempSync(join(tmpdir(), 'tour-matrix-'));
    claire = await enter();
  }, 10 * 60_000);
  afterAll(async () => {
    for (const one of people.splice(0)) one.leave();
    await server?.close();
    if (home !== undefined) rmSync(home, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await begin();
    known = new Set((await claire.seen()).map(({ ref }) => ref));
  });
  afterEach(() => bot.stop());

  async function enter(): Promise<Partner> {
    const partner = await Partner.enter(synapse.url, await synapse.register(), account.userId);
    people.push(partner);
    return partner;
  }
  async function begin(): Promise<void> {
    received = new Received();
    bot = botOf({ ...settingsOf(synapse, account), homeserver: server.url }, home);
    await bot.start(received.take);
  }
  const said = () => received.events.flatMap((one) => ('text' in one ? [one.text] : []));
  const heard = (text: string) => received.next((event) => 'text' in event && event.text === text);
  const placeOf = async (person: Partner) => ({
    workspace: WORKSPACE,
    ref: await bot.openDirect(WORKSPACE, person.userId),
  });
  const refused = (work: Promise<unknown>): Promise<ChatError> =>
    work.then(
      () => Promise.reject(new Error('it was not refused')),
      (error: ChatError) => error,
    );
  const seen = async (person: Partner) => (await person.seen()).filter(({ ref }) => !known.has(ref));
  const texts = async (person: Partner) => (await seen(person)).map(({ text }) => text);

  test('more was written while the bot was down than the server tells at once: each is given once, in order', async () => {
    await claire.say('avant');
    await heard('avant');
    await bot.stop();
    const written = Array.from({ length: 25 }, (_, index) => `pendant ${index + 1}`);
    for (const text of written) await claire.say(text);
    await begin();
    await heard('pendant 25');
    expect(said()).toEqual(written);
  });

  test('a server leaves events out and doesn’t say so: it is asked for them after an interruption', async () => {
    await claire.say('avant');
    await heard('avant');
    await bot.stop();
    for (const text of ['un', 'deux', 'trois']) await claire.say(text);
    const filter = JSON.stringify({ room: { timeline: { limit: 1 } } });
    const hidden = server.plan({
      when: ({ path }) => path.includes('/sync') && path.includes('since='),
      path: (path) => path.replace(/filter=[^&]*/u, `filter=${encodeURIComponent(filter)}`),
      answer: (status, body) => ({ status, body: body.replaceAll('"limited":true', '"limited":false') }),
    });
    await begin();
    await hidden;
    await heard('trois');
    expect(said()).toEqual(['un', 'deux', 'trois']);
  });

  test('a connection that drops in the middle of an answer loses nothing', async () => {
    await claire.say('avant');
    await heard('avant');
    const cut = server.plan({ when: ({ path }) => path.includes('/sync'), answer: null });
    await claire.say('pendant');
    await cut;
    await claire.say('après');
    await heard('après');
    expect(said()).toEqual(['avant', 'pendant', 'après']);
  });

  test('an answer of the server is lost: said again under the same key, the message is there once', async () => {
    const place = await placeOf(claire);
    void server.plan({ when: ({ path }) => path.includes('/send/m.room.encrypted'), answer: null });
    const lost = await refused(bot.post(place, message('une fois'), 'k/0'));
    expect(lost).toMatchObject({ transient: true, scope: 'call' });
    const ref = await bot.post(place, message('une fois'), 'k/0');
    expect(await seen(claire)).toMatchObject([{ ref, text: 'une fois' }]);
  });

  test('a proxy that answers for the server is waited for, as any outage', async () => {
    const place = await placeOf(claire);
    void server.plan({
      when: ({ path }) => path.includes('/send/'),
      reaches: false,
      answer: () => ({ status: 502, body: '<html>Bad gateway</html>' }),
    });
    const lost = await refused(bot.post(place, message('bonjour'), 'k/1'));
    expect(lost).toMatchObject({ transient: true });
    expect(lost.message).not.toContain('gateway');
    await bot.post(place, message('bonjour'), 'k/1');
    expect(await texts(claire)).toEqual(['bonjour']);
  });

  test('a server that says to slow down is waited for as long as it says; nothing is said twice', async () => {
    const place = await placeOf(claire);
    const { access_token } = await tokenOf(synapse.url, await synapse.register({ admin: true }));
    const limits = (method: 'POST' | 'DELETE') =>
      fetch(
        `${synapse.url}/_synapse/admin/v1/users/${encodeURIComponent(account.userId)}/override_ratelimit`,
        {
          method,
          headers: { authorization: `Bearer ${access_token}` },
          ...(method === 'POST' ? { body: JSON.stringify({ messages_per_second: 4, burst_count: 1 }) } : {}),
        },
      );
    expect((await limits('POST')).ok).toBe(true);
    const told = Array.from({ length: 5 }, (_, index) => `message ${index + 1}`);
    const refusals: ChatError[] = [];
    const insist = async (text: string): Promise<void> => {
      try {
        await bot.post(place, message(text), text);
      } catch (error) {
        refusals.push(error as ChatError);
        await new Promise((resolve) => setTimeout(resolve, (error as ChatError).retryAfter!));
        await insist(text);
      }
    };
    await Promise.all(told.map(insist));
    expect((await texts(claire)).toSorted()).toEqual(told);
    expect(refusals.length).toBeGreaterThan(0);
    for (const one of refusals) expect(one).toMatchObject({ transient: true, scope: 'platform' });
    await limits('DELETE');
  });

  test('rooms for many are made one after the other, and an answer waits for none of them', async () => {
    const place = await placeOf(claire);
    const many = await Promise.all(Array.from({ length: 9 }, () => synapse.register()));
    let made = 0;
    const making = many.map(({ userId }) => bot.openDirect(WORKSPACE, userId).then(() => (made += 1)));
    const ended = Promise.allSettled(making);
    await bot.post(place, message('réponse'), 'k/5');
    expect(made).toBeLessThan(4);
    const lost = (await ended).flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(lost).toHaveLength(1);
    const [one] = lost;
    expect(one).toMatchObject({ transient: true, scope: 'call', untaken: true });
  });

  test('stopped amid a fan-out, it ends soon; begun again, each person has one room and one message', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => synapse.register()));
    const reach = async ({ userId }: Account) => {
      const ref = await bot.openDirect(WORKSPACE, userId);
      return bot.post({ workspace: WORKSPACE, ref }, message('bonjour'), `hello ${userId}`);
    };
    const first = Promise.allSettled(people.map(reach));
    // One room is made and its answer is lost on the way.
    await server.plan({ when: ({ path }) => path.includes('/createRoom'), answer: null });
    const since = Date.now();
    await bot.stop();
    expect(Date.now() - since).toBeLessThan(20_000);
    await first;
    await begin();
    await Promise.all(people.map(reach));
    const { access_token: accessToken } = await tokenOf(synapse.url, account);
    const hands = createClient({
      baseUrl: synapse.url,
      userId: account.userId,
      accessToken,
      logger: silence,
    });
    const asked = new Map<string, number>();
    const posts: number[] = [];
    for (const room of (await hands.getJoinedRooms()).joined_rooms) {
      const { chunk } = await hands.createMessagesRequest(room, null, 100, Direction.Backward);
      const invited = chunk
        .filter(({ content }) => content.membership === 'invite')
        .map((one) => (one as { state_key?: string }).state_key!);
      for (const userId of invited) asked.set(userId, (asked.get(userId) ?? 0) + 1);
      if (people.some(({ userId }) => invited.includes(userId)))
        posts.push(chunk.filter(({ type }) => type === 'm.room.encrypted').length);
    }
    await hands.logout();
    expect(people.map(({ userId }) => asked.get(userId))).toEqual(people.map(() => 1));
    expect(posts).toEqual(people.map(() => 1));
  });

  test('a server that makes no more rooms for a while holds up no answer', async () => {
    const place = await placeOf(claire);
    void server.plan({
      when: ({ path }) => path.includes('/createRoom'),
      reaches: false,
      answer: () => ({
        status: 429,
        body: JSON.stringify({ errcode: 'M_LIMIT_EXCEEDED', error: '', retry_after_ms: 60_000 }),
      }),
    });
    const { userId } = await synapse.register();
    const lost = await refused(bot.openDirect(WORKSPACE, userId));
    expect(lost).toMatchObject({ transient: true, scope: 'call' });
    expect(lost.retryAfter).toBeGreaterThan(50_000);
    await bot.post(place, message('en attendant'), 'k/6');
    expect(await texts(claire)).toEqual(['en attendant']);
  });

  test('a room that forbids it to speak is lost alone: it is said of that room, others go on', async () => {
    const room = await claire.room('Salle');
    await eventually(async () => (await claire.seen(room)).length === 1, 'it introduces itself');
    const marc = await enter();
    await claire.client.sendStateEvent(room, EventType.RoomPowerLevels, { events_default: 50 });
    const lost = await refused(bot.post({ workspace: WORKSPACE, ref: room }, message('réponse'), 'k/2'));
    expect(lost).toMatchObject({ transient: false, scope: 'place' });
    expect(lost.message).toContain('M_FORBIDDEN');
    await bot.post(await placeOf(marc), message('bonjour'), 'k/3');
    await eventually(async () => (await texts(marc)).includes('bonjour'), 'others go on');
  });

  test('an invitation that is declined is known, and its empty room is left', async () => {
    const anne = await enter();
    anne.joins = false;
    const place = await placeOf(anne);
    await eventually(async () => anne.client.getRoom(place.ref) !== null, 'she is asked');
    await anne.client.leave(place.ref);
    const lost = await eventually(
      () =>
        bot.post(place, message('quelqu’un ?'), 'k/4').then(
          () => null,
          (error: ChatError) => error,
        ),
      'it is refused',
    );
    expect(lost).toMatchObject({ transient: false, scope: 'place' });
    const { access_token } = await tokenOf(synapse.url, account);
    await eventually(async () => {
      const response = await fetch(`${synapse.url}/_matrix/client/v3/joined_rooms`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      return ((await response.json()) as { joined_rooms: string[] }).joined_rooms.every(
        (one) => one !== place.ref,
      );
    }, 'it leaves');
  });

  test('what can’t be read is given by its name, and what follows as ever', async () => {
    await bot.stop();
    const given: unknown[] = [];
    await bot.start(async (event) => void given.push(event));
    const room = await claire.conversation();
    const broken = await claire.send(room, { msgtype: 'm.text', body: 5 });
    await claire.say('ensuite');
    await eventually(
      async () => given.some((one) => (one as { text?: string }).text === 'ensuite'),
      'it goes on',
    );
    expect(given.filter((one) => !('type' in (one as object)))).toEqual([
      { id: broken, platform: 'matrix', workspace: WORKSPACE },
    ]);
  });
});
