import { describe, expect, test } from 'vitest';
import { NO_CONTACT, NO_DETAILS, NO_PLACE } from '../../src/app/person/enrol-people.ts';
import { type Store, TransientError } from '../../src/app/ports/store.ts';
import type { ConsultationId, PersonId, RoundId } from '../../src/core/ids.ts';
import { databases } from '../databases.ts';
import { ids, newPlatform, onDatabase } from './kit.ts';
import { queue } from './queue.ts';
import { ManualTime } from './time.ts';

const SLACK = { deduplicates: false };
const MATRIX = { deduplicates: true };

describe.each(databases())('what is queued, on $name', (database) => {
  const here = onDatabase(database);
  const states = async (id: string) =>
    (
      await here.database.prisma.delivery.findMany({ where: { conversationId: id }, orderBy: { seq: 'asc' } })
    ).map(({ state }) => state);

  test('reaches each person in order, in a place opened once', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
    await queue(store, platform, people, ['un', 'deux', 'trois']);
    await drain.sweep();
    for (const person of people) expect(platform.texts(person)).toEqual(['un', 'deux', 'trois']);
    expect(drain.idleSince).not.toBeNull();
  });

  test('too long for one message, arrives in parts under one delivery', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform, chatOptions: { maxText: 100 } });
    const text = 'Une phrase de plus. '.repeat(20);
    const [id] = await queue(store, platform, ['claire'], [text]);
    await drain.drain(id!);
    expect(platform.texts('claire').length).toBeGreaterThan(3);
    expect(platform.texts('claire').join('')).toBe(text);
    expect(await states(id!)).toEqual(['sent']);
  });

  describe.each([
    { name: 'looks before it sends again', chat: SLACK },
    { name: 'sends again under the same key', chat: MATRIX },
  ])('when a call fails after the platform took the message, it $name', ({ chat }) => {
    test('and the person sees it once', async () => {
      const platform = newPlatform();
      const time = new ManualTime();
      const { store, drain } = await here.bot({ platform, chatOptions: chat, clock: time, timer: time });
      platform.faults.failPosts({ transient: true, accepted: true, times: 3 });
      const [id] = await queue(store, platform, ['claire'], ['un', 'deux']);
      await drain.drain(id!);
      expect(platform.texts('claire')).toEqual(['un']);
      expect(await states(id!)).toEqual(['queued', 'queued']);
      for (const delay of [1_000, 1_000, 2_000, 4_000]) {
        time.advance(delay);
        await drain.sweep();
      }
      expect(platform.texts('claire')).toEqual(['un', 'deux']);
      expect(await states(id!)).toEqual(['sent', 'sent']);
    });
  });

  test('and never answered for, is given up after ten seconds, looked for and sent once', async () => {
    for (const accepted of [true, false]) {
      const platform = newPlatform();
      const time = new ManualTime();
      const { store, drain } = await here.bot({ platform, chatOptions: SLACK, clock: time, timer: time });
      platform.faults.failPosts({ transient: true, hangs: true, accepted });
      const [id] = await queue(store, platform, ['claire'], ['un']);
      const drained = drain.drain(id!);
      await platform.faults.exhausted();
      time.advance(10_000);
      await drained;
      expect(platform.texts('claire')).toHaveLength(accepted ? 1 : 0);
      time.advance(1_000);
      await drain.sweep();
      expect(platform.texts('claire')).toEqual(['un']);
    }
  });

  test.each([
    { said: 1_000, waits: 1_000 },
    { said: 30_000, waits: 30_000 },
    { said: undefined, waits: 1_000 },
    { said: Number.NaN, waits: 1_000 },
    { said: -5, waits: 1_000 },
    { said: 1e15, waits: 600_000 },
  ])(
    'for a place that is asked too much ($said ms), waits $waits ms, there alone',
    async ({ said, waits }) => {
      const platform = newPlatform();
      const time = new ManualTime();
      const { store, drain } = await here.bot({ platform, clock: time, timer: time });
      const place = platform.direct('main', 'claire');
      platform.faults.failPosts({
        transient: true,
        scope: 'place',
        place,
        ...(said === undefined ? {} : { retryAfter: said }),
      });
      await queue(store, platform, ['claire', 'marc'], ['un', 'deux']);
      await drain.sweep();
      expect(platform.texts('claire')).toEqual([]);
      expect(platform.texts('marc')).toEqual(['un', 'deux']);
      expect(time.waits).toEqual([waits]);
      time.advance(waits - 1);
      await drain.sweep();
      expect(platform.texts('claire')).toEqual([]);
      time.advance(1);
      await drain.sweep();
      expect(platform.texts('claire')).toEqual(['un', 'deux']);
    },
  );

  test('for a platform that halts, waits as a whole, says so once, and goes on', async () => {
    const [slack, matrix] = [newPlatform(), newPlatform()];
    const time = new ManualTime();
    const one = await here.bot({ platform: slack, clock: time, timer: time, perWorkspace: 1 });
    const two = await here.bot({ platform: matrix, clock: time, timer: time });
    slack.faults.failPosts({ transient: false, scope: 'platform' });
    const people = ['claire', 'marc', 'zoé'];
    const lanes = await queue(one.store, slack, people, ['un']);
    await queue(two.store, matrix, people, ['un']);
    await Promise.all([one.drain.sweep(), two.drain.sweep()]);
    expect(slack.posted).toHaveLength(0);
    expect(matrix.posted).toHaveLength(3);
    expect(here.lines.filter((line) => line.includes('platform.pauses'))).toHaveLength(1);
    for (const id of lanes) expect(await states(id)).toEqual(['queued']);
    time.advance(30_000);
    await one.drain.sweep();
    for (const person of people) expect(slack.texts(person)).toEqual(['un']);
  });

  test('under a storm of refusals costs one alarm, and everybody is served in turn', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const { store, drain } = await here.bot({ platform, clock: time, timer: time });
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
    platform.faults.failPosts({ transient: true, scope: 'place', retryAfter: 5_000, times: 80 });
    await queue(store, platform, people, ['un', 'deux']);
    await drain.sweep();
    expect(time.waits).toEqual([5_000]);
    for (let round = 0; round < 2; round += 1) {
      expect(platform.posted).toHaveLength(0);
      time.advance(5_000);
      await drain.sweep();
    }
    for (const person of people) expect(platform.texts(person)).toEqual(['un', 'deux']);
  });

  test('whose waits end at different times, goes on at each of them by itself', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const { store, drain } = await here.bot({ platform, clock: time, timer: time });
    const people = ['claire', 'marc', 'zoé'];
    for (const [index, person] of people.entries()) {
      const place = platform.direct('main', person);
      platform.faults.failPosts({ transient: true, scope: 'place', retryAfter: (index + 1) * 1_000, place });
    }
    await queue(store, platform, people, ['un']);
    await drain.sweep();
    for (const person of people) {
      expect(platform.texts(person)).toEqual([]);
      await expect.poll(() => time.waits).toEqual([1_000]);
      time.advance(1_000);
      await expect.poll(() => platform.texts(person)).toEqual(['un']);
    }
  });

  test('goes on where the wait is over while another call hangs', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const { store, drain } = await here.bot({ platform, clock: time, timer: time, callTimeout: 60_000 });
    const [claire, marc] = ['claire', 'marc'].map((person) => platform.direct('main', person));
    platform.faults.failPosts({ transient: true, hangs: true, place: claire! });
    platform.faults.failPosts({ transient: true, place: marc! });
    await queue(store, platform, ['claire', 'marc'], ['un']);
    void drain.sweep();
    await platform.faults.exhausted();
    await expect.poll(() => time.waits).toContain(1_000);
    time.advance(1_000);
    await expect.poll(() => platform.texts('marc')).toEqual(['un']);
    expect(platform.texts('claire')).toEqual([]);
  });

  test('for a conversation that is dead, is reported, and the others proceed', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const consultationId = ids.next<ConsultationId>();
    const place = platform.direct('main', 'claire');
    platform.faults.failPosts({ transient: false, scope: 'place', place, times: Number.POSITIVE_INFINITY });
    platform.faults.failPosts({ transient: false, place: 'inconnu', times: Number.POSITIVE_INFINITY });
    await queue(store, platform, ['claire', 'inconnu', 'marc'], ['un', 'deux'], { consultationId });
    await drain.sweep();
    expect(platform.texts('marc')).toEqual(['un', 'deux']);
    expect(platform.posted).toHaveLength(2);
    const failed = await store.transaction((tx) => tx.outbox.of(consultationId, ['failed'], 10));
    expect(failed.map(({ error }) => error)).toEqual(Array(4).fill('ChatError'));
    expect(here.lines.filter((line) => line.includes('delivery.failed'))).toHaveLength(4);
  });

  test('is finished where it was begun and left queued elsewhere when the process is told to stop', async () => {
    const platform = newPlatform();
    const first = await here.bot({ platform, perWorkspace: 3 });
    const people = Array.from({ length: 9 }, (_, index) => `p${index}`);
    const gate = platform.faults.hold();
    await queue(first.store, platform, people, ['un', 'deux']);
    const swept = first.drain.sweep();
    await gate.reached(3);
    const stopped = first.drain.stop(10_000);
    gate.open();
    await Promise.all([swept, stopped]);
    expect(platform.posted).toHaveLength(3);
    const second = await here.bot({ platform });
    await second.drain.sweep();
    for (const person of people) expect(platform.texts(person)).toEqual(['un', 'deux']);
  });

  test('is not waited for beyond the grace when a call hangs', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const { store, drain } = await here.bot({ platform, clock: time, timer: time, callTimeout: 60_000 });
    platform.faults.failPosts({ transient: true, hangs: true });
    const [id] = await queue(store, platform, ['claire'], ['un']);
    void drain.drain(id!);
    await platform.faults.exhausted();
    const stopped = drain.stop(10_000);
    time.advance(10_000);
    await stopped;
    expect(await states(id!)).toEqual(['sending']);
  });

  test('while the database is away for ten minutes, waits, and all of it is sent once when it is back', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const back = time.now() + 10 * 60_000;
    const { store } = here;
    const away: Store = {
      ...store,
      transaction: (body) =>
        time.now() < back
          ? Promise.reject(new TransientError('no route to the database'))
          : store.transaction(body),
    };
    const { drain } = await here.bot({ platform, clock: time, timer: time, store: away });
    const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const lanes = await queue(store, platform, people, ['un', 'deux']);
    const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
    for (const id of lanes) void drain.drain(id);
    for (let tries = 0; time.now() < back; tries += 1) {
      await settled();
      // One alarm for all that waits, however long it lasts.
      expect(time.waits.length).toBeLessThanOrEqual(people.length);
      expect(platform.posted).toHaveLength(0);
      expect(tries).toBeLessThan(1_000);
      time.advance(time.waits[0] ?? 1_000);
    }
    const later = () => {
      time.advance(5_000);
      return platform.posted.length;
    };
    await expect.poll(later).toBe(24);
    for (const person of people) expect(platform.texts(person)).toEqual(['un', 'deux']);
  });

  describe('when the process that was sending died', () => {
    test.each([
      { when: 'before', accepted: false },
      { when: 'after', accepted: true },
    ])('$when the platform took it, is sent once, when its lease has ended', async ({ accepted }) => {
      const platform = newPlatform();
      const time = new ManualTime();
      const dead = await here.bot({ platform, chatOptions: SLACK, clock: time, timer: new ManualTime() });
      platform.faults.failPosts({ transient: true, hangs: true, accepted });
      const [id] = await queue(dead.store, platform, ['claire'], ['un', 'deux']);
      void dead.drain.drain(id!);
      await platform.faults.exhausted();
      const next = await here.bot({ platform, chatOptions: SLACK, clock: time, timer: time });
      await next.drain.sweep();
      expect(platform.texts('claire')).toHaveLength(accepted ? 1 : 0);
      time.advance(30_000);
      await next.drain.sweep();
      expect(platform.texts('claire')).toEqual(['un', 'deux']);
    });

    test('and nobody else shares the database, is sent as soon as it is back', async () => {
      const platform = newPlatform();
      const time = new ManualTime();
      const settings = { platform, chatOptions: SLACK, clock: time, alone: true };
      const dead = await here.bot({ ...settings, timer: new ManualTime() });
      platform.faults.failPosts({ transient: true, hangs: true, accepted: true });
      const [id] = await queue(dead.store, platform, ['claire'], ['un', 'deux']);
      void dead.drain.drain(id!);
      await platform.faults.exhausted();
      const next = await here.bot({ ...settings, timer: time });
      await next.drain.sweep();
      expect(platform.texts('claire')).toEqual(['un', 'deux']);
    });
  });

  test('is not sent twice when a lease ends while its holder is still sending', async () => {
    const platform = newPlatform();
    const time = new ManualTime();
    const slow = await here.bot({ platform, chatOptions: MATRIX, clock: time, timer: new ManualTime() });
    const [id] = await queue(slow.store, platform, ['claire'], ['un', 'deux', 'trois']);
    const gate = platform.faults.hold();
    const drained = slow.drain.drain(id!);
    await gate.reached(1);
    time.advance(30_000);
    const other = await here.bot({ platform, chatOptions: MATRIX, clock: time, timer: time });
    const taken = other.drain.sweep();
    await gate.reached(2);
    gate.open();
    await Promise.all([drained, taken]);
    await other.drain.sweep();
    expect(platform.texts('claire')).toEqual(['un', 'deux', 'trois']);
    expect(await states(id!)).toEqual(['sent', 'sent', 'sent']);
  });

  test('by several processes at once reaches each person once and in order', async () => {
    const platform = newPlatform();
    const bots = await Promise.all([1, 2, 3].map(() => here.bot({ platform, chatOptions: SLACK })));
    const people = Array.from({ length: 15 }, (_, index) => `p${index}`);
    const lanes = await queue(bots[0]!.store, platform, people, ['un', 'deux', 'trois']);
    await Promise.all(bots.flatMap(({ drain }) => [drain.sweep(), ...lanes.map((id) => drain.drain(id))]));
    await bots[0]!.drain.sweep();
    for (const person of people) expect(platform.texts(person)).toEqual(['un', 'deux', 'trois']);
  });

  test('as an invitation, marks who was reached in the transaction that says it was sent', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const [consultationId, roundId] = [ids.next<ConsultationId>(), ids.next<RoundId>()];
    const partnerId = ids.next<never>();
    await store.transaction(async (tx) => {
      await tx.people.enrol(
        consultationId,
        [
          {
            personId: ids.next<PersonId>(),
            name: 'Claire',
            lang: 'fr',
            contact: NO_CONTACT,
            addresses: [{ id: ids.next(), platform: platform.name, workspace: 'main', userId: 'claire' }],
            roles: [],
            partner: {
              id: partnerId,
              organisationId: ids.next<never>(),
              organisation: 'Association fictive',
              college: 'reseaux',
              attribution: 'college',
              about: NO_DETAILS,
              place: NO_PLACE,
            },
          },
        ],
        Date.now(),
      );
      await tx.participations.add([
        {
          id: ids.next(),
          consultationId,
          roundId,
          partnerId,
          state: 'invited',
          answered: [],
          passed: [],
          invitedAt: Date.now(),
          reachedAt: null,
          consentedAt: null,
          endedAt: null,
        },
      ]);
    });
    const reached = () =>
      store.transaction(async (tx) => (await tx.participations.find(roundId, partnerId))?.reachedAt);
    await queue(store, platform, ['claire'], ['un'], { consultationId, roundId });
    await drain.sweep();
    expect(await reached()).toBeNull();
    await queue(store, platform, ['claire'], ['invitation'], { consultationId, roundId, kind: 'invitation' });
    await drain.sweep();
    expect(await reached()).toEqual(expect.any(Number));
  });
});
