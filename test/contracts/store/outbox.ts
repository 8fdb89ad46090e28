import { describe, expect, test } from 'vitest';
import type { NewDelivery } from '../../../src/app/ports/outbox.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { ConversationId, RoundId } from '../../../src/core/ids.ts';
import {
  AT,
  consultation,
  delivery,
  direct,
  enrolment,
  id,
  MINUTE,
  round,
  type Subject,
  unique,
} from './scene.ts';

export const outboxStories = (subject: () => Subject) =>
  describe('outbox', () => {
    const lane = async (store: Store): Promise<ConversationId> =>
      (await store.transaction((tx) => tx.conversations.lock(direct()))).id;
    const add = (store: Store, rows: readonly NewDelivery[]) =>
      store.transaction((tx) => tx.outbox.add(rows));
    const claim = (store: Store, which: ConversationId, owner: string, now = AT, until = AT + MINUTE) =>
      store.transaction(async (tx) => (await tx.outbox.claim(which, owner, now, until)) !== null);
    const begin = (store: Store, which: ConversationId, owner: string, now = AT) =>
      store.transaction((tx) => tx.outbox.begin(which, owner, now));

    test('a delivery travels from queued to sent, and comes back as it was given', async () => {
      const { store } = subject();
      const here = await lane(store);
      const { id: consultationId } = await consultation(store);
      const row = delivery(here, {
        consultationId,
        document: { blocks: [{ text: 'Merci "Claire" \0' }] },
        inboundId: id(),
        roundId: id(),
        notBefore: AT + 1,
      });
      await add(store, [row]);
      const stored = { ...row, document: { blocks: [{ text: 'Merci "Claire" \ufffd' }] } };
      const asGiven = {
        ...stored,
        seq: 1,
        state: 'queued',
        attempts: 0,
        lookups: 0,
        doubtful: false,
        error: null,
        messageRef: null,
        sentAt: null,
      };
      expect(await claim(store, here, 'a')).toBe(true);
      expect(await begin(store, here, 'a', AT + 1)).toEqual({ begun: true, delivery: asGiven });
      expect(await begin(store, here, 'a', AT + 1)).toMatchObject({
        begun: true,
        delivery: { state: 'sending', attempts: 1 },
      });
      await store.transaction((tx) => tx.outbox.sent(row.id, 'm1', AT + 9));
      expect(await begin(store, here, 'a')).toBeNull();
      const [sent] = await store.transaction((tx) => tx.outbox.of(consultationId, ['sent'], 10));
      expect(sent).toMatchObject({ state: 'sent', messageRef: 'm1', sentAt: AT + 9 });
    });

    test('one on its way when its round ends is sent, or not tried again', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const roundId = id<RoundId>();
      const [accepted, refused] = [await lane(store), await lane(store)];
      const rows = [accepted, refused].map((here) => delivery(here, { consultationId: one.id, roundId }));
      await add(store, rows);
      for (const [index, here] of [accepted, refused].entries()) {
        await claim(store, here, 'a');
        expect(await begin(store, here, 'a')).toMatchObject({ delivery: { id: rows[index]!.id } });
      }
      expect(await store.transaction((tx) => tx.outbox.drop(roundId))).toBe(0);
      await store.transaction((tx) => tx.outbox.sent(rows[0]!.id, 'm1', AT + 9));
      await store.transaction((tx) => tx.outbox.retry(rows[1]!.id, 'away', AT + 9));
      const states = await store.transaction((tx) =>
        tx.outbox.of(one.id, ['queued', 'sending', 'sent', 'dropped'], 10),
      );
      expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
        [rows[0]!.id]: 'sent',
        [rows[1]!.id]: 'dropped',
      });
      expect(await begin(store, refused, 'a', AT + 9)).toBeNull();
    });

    test('whom a round could not tell: by what was last tried on a way to them', async () => {
      const { store } = subject();
      const here = await consultation(store);
      const roundRow = round(here);
      const people = [0, 1, 2].map(() => enrolment(unique('Claire'), unique('Association')));
      const lanes = await store.transaction(async (tx) => {
        await tx.rounds.add(roundRow);
        await tx.people.enrol(here.id, people, AT);
        const asked = people.map(({ addresses: [one] }) => ({
          ...one!,
          id: id<ConversationId>(),
          consultationId: here.id,
          at: AT,
        }));
        return tx.conversations.directs(asked);
      });
      const [never, since, fine] = people.map(
        ({ addresses: [one] }) => lanes.find(({ userId }) => userId === one!.userId)!.id,
      );
      const tried = async (where: ConversationId, roundId: RoundId | null, refused: boolean) => {
        const row = delivery(where, { consultationId: here.id, roundId });
        await add(store, [row]);
        await store.transaction((tx) =>
          refused ? tx.outbox.fail(row.id, 'user-not-found') : tx.outbox.sent(row.id, 'm1', AT),
        );
      };
      await tried(never!, roundRow.id, false);
      await tried(never!, roundRow.id, true);
      await tried(since!, roundRow.id, true);
      await tried(since!, null, false);
      await tried(fine!, null, true);
      expect(await store.transaction((tx) => tx.outbox.refused(roundRow.id))).toEqual([
        { personId: people[0]!.personId, by: 'chat' },
      ]);
    });

    test('each conversation counts for itself, in the order given, across transactions', async () => {
      const { store, database } = subject();
      const [one, two] = [await lane(store), await lane(store)];
      await add(store, [delivery(one), delivery(two), delivery(one)]);
      await add(store, [delivery(two), delivery(one)]);
      await add(store, []);
      const seqs = async (which: ConversationId) =>
        (
          await database.prisma.delivery.findMany({
            where: { conversationId: which },
            orderBy: { id: 'asc' },
          })
        ).map((row) => row.seq);
      expect(await seqs(one)).toEqual([1, 2, 3]);
      expect(await seqs(two)).toEqual([1, 2]);
    });

    test('two fan-outs to the same 150 conversations, in opposite orders, both pass', async () => {
      const { store, second, database } = subject();
      const { id: consultationId } = await consultation(store);
      const people = Array.from({ length: 150 }, () => ({
        ...direct(),
        consultationId,
        userId: id<string>(),
      }));
      const made = await store.transaction((tx) => tx.conversations.directs(people));
      const rows = () => made.map((each) => delivery(each.id, { consultationId, kind: 'invitation' }));
      await Promise.all([add(store, rows()), add(second, rows().reverse())]);
      const stored = await database.prisma.delivery.groupBy({
        by: ['seq'],
        where: { consultationId },
        _count: true,
      });
      expect(stored.sort((a, b) => a.seq - b.seq)).toEqual([
        { seq: 1, _count: 150 },
        { seq: 2, _count: 150 },
      ]);
    });

    test('a delivery for a conversation that is not there is refused whole', async () => {
      const { store } = subject();
      const here = await lane(store);
      await expect(add(store, [delivery(here), delivery(id())])).rejects.toThrow(/don't exist/);
      await claim(store, here, 'a');
      expect(await begin(store, here, 'a')).toBeNull();
    });

    test('a lane has one owner until released or expired', async () => {
      const { store, second } = subject();
      const here = await lane(store);
      await add(store, [delivery(here)]);
      expect(await claim(store, here, 'a')).toBe(true);
      expect(await claim(second, here, 'b')).toBe(false);
      expect(await claim(store, here, 'a', AT + 1, AT + 2 * MINUTE)).toBe(true);
      expect(await begin(second, here, 'b')).toBeNull();
      await second.transaction((tx) => tx.outbox.release(here, 'b'));
      expect(await claim(second, here, 'b', AT + MINUTE)).toBe(false);
      await store.transaction((tx) => tx.outbox.release(here, 'a'));
      expect(await claim(second, here, 'b')).toBe(true);
      expect(await claim(store, here, 'a', AT + MINUTE, AT + 2 * MINUTE)).toBe(true);
    });

    test('of two processes that claim a lane at once, one gets it', async () => {
      const { store, second } = subject();
      const here = await lane(store);
      const claimed = await Promise.all(
        ['a', 'b', 'c', 'd'].map((owner, n) => claim(n % 2 ? store : second, here, owner)),
      );
      expect(claimed.filter(Boolean)).toHaveLength(1);
    });

    test("a lane lost to another owner can't begin a delivery", async () => {
      const { store, second } = subject();
      const here = await lane(store);
      const row = delivery(here);
      await add(store, [row]);
      await claim(store, here, 'a');
      expect(await claim(second, here, 'b', AT + MINUTE, AT + 3 * MINUTE)).toBe(true);
      expect(await begin(store, here, 'a', AT + MINUTE)).toBeNull();
      expect(await begin(second, here, 'b', AT + MINUTE)).toMatchObject({
        begun: true,
        delivery: { id: row.id, state: 'queued', attempts: 0 },
      });
      expect(await claim(store, here, 'a', AT + 2 * MINUTE)).toBe(false);
    });

    test('an expired lease begins nothing, though nobody took the lane yet', async () => {
      const { store } = subject();
      const here = await lane(store);
      const row = delivery(here);
      await add(store, [row]);
      await claim(store, here, 'a');
      expect(await begin(store, here, 'a', AT + MINUTE)).toBeNull();
      expect(await begin(store, here, 'a', AT + MINUTE - 1)).toMatchObject({ begun: true });
    });

    test('the next owner sees that the former one may have sent', async () => {
      const { store, second } = subject();
      const here = await lane(store);
      const row = delivery(here);
      await add(store, [row]);
      await claim(store, here, 'a');
      await begin(store, here, 'a');
      await claim(second, here, 'b', AT + MINUTE, AT + 2 * MINUTE);
      expect(await begin(second, here, 'b', AT + MINUTE)).toMatchObject({
        delivery: { id: row.id, state: 'sending', attempts: 1 },
      });
    });

    test('where nothing may be sent now the lane is left, and whoever takes it is told of its conversation', async () => {
      const { store, second } = subject();
      const place = direct();
      const here = (await store.transaction((tx) => tx.conversations.lock(place))).id;
      const taken = (who: Store, owner: string) =>
        who.transaction((tx) => tx.outbox.claim(here, owner, AT, AT + MINUTE));
      expect(await taken(store, 'a')).toMatchObject({ id: here, userId: place.userId, focus: null });
      expect(await begin(store, here, 'a')).toBeNull();
      await add(store, [delivery(here, { notBefore: AT + 1 })]);
      expect(await taken(second, 'b')).toMatchObject({ id: here });
      expect(await begin(second, here, 'b')).toMatchObject({
        begun: false,
        delivery: { state: 'queued', attempts: 0, notBefore: AT + 1 },
      });
      expect(await taken(store, 'a')).toMatchObject({ id: here });
      expect(await begin(store, here, 'a', AT + 1)).toMatchObject({ begun: true, delivery: { attempts: 0 } });
      expect(await taken(second, 'b')).toBeNull();
    });

    test('what waits for its time stays first: a lane keeps its order', async () => {
      const { store } = subject();
      const here = await lane(store);
      const [first, second] = [delivery(here), delivery(here)];
      await add(store, [first, second]);
      await claim(store, here, 'a');
      await store.transaction((tx) => tx.outbox.retry(first.id, 'rate-limited', AT + 5 * MINUTE));
      expect(await begin(store, here, 'a')).toMatchObject({
        begun: false,
        delivery: {
          id: first.id,
          state: 'queued',
          error: 'rate-limited',
          notBefore: AT + 5 * MINUTE,
          doubtful: true,
          lookups: 0,
        },
      });
      await store.transaction((tx) =>
        tx.outbox.retry(first.id, 'away', AT + 6 * MINUTE, { doubtful: false, looking: true }),
      );
      await claim(store, here, 'a');
      expect(await begin(store, here, 'a')).toMatchObject({ delivery: { doubtful: false, lookups: 1 } });
      await store.transaction((tx) => tx.outbox.fail(first.id, 'channel-gone'));
      await claim(store, here, 'a');
      expect(await begin(store, here, 'a')).toMatchObject({ begun: true, delivery: { id: second.id } });
    });

    test('lanes with something to send now and no living owner are swept, oldest first', async () => {
      const { store } = subject();
      const [held, late, free, done, expired] = [
        await lane(store),
        await lane(store),
        await lane(store),
        await lane(store),
        await lane(store),
      ];
      const rows = [held, late, free, done, expired].map((which, n) =>
        delivery(which, { createdAt: AT - n }),
      );
      rows[1] = { ...rows[1]!, notBefore: AT + 10 * MINUTE };
      await add(store, [...rows, delivery(late)]);
      await claim(store, held, 'a', AT, AT + 2 * MINUTE);
      await claim(store, expired, 'a', AT, AT + MINUTE);
      await store.transaction((tx) => tx.outbox.sent(rows[3]!.id, 'm', AT));
      const swept = async (now: number, owned?: 'too') =>
        (await store.transaction((tx) => tx.outbox.lanes(now, 1_000, owned))).filter((which) =>
          [held, late, free, done, expired].includes(which),
        );
      expect(await swept(AT)).toEqual([free]);
      expect(await swept(AT + MINUTE)).toEqual([expired, free]);
      expect(await swept(AT + 10 * MINUTE)).toEqual([expired, free, late, held]);
      expect(await swept(AT, 'too')).toEqual([expired, free, held]);
      expect(await store.transaction((tx) => tx.outbox.lanes(AT, 0))).toEqual([]);
      const nextDue = (now: number) => store.transaction((tx) => tx.outbox.nextDue(now));
      expect(await nextDue(AT + 10 * MINUTE - 1)).toBe(AT + 10 * MINUTE);
      expect(await nextDue(AT + 10 * MINUTE)).not.toBe(AT + 10 * MINUTE);
    });

    test('a cancelled round drops what was not sent yet, of those kinds; what is being sent is not counted', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const here = await lane(store);
      const roundId = id<RoundId>();
      const row = (kind: string, of: RoundId | null = roundId) =>
        delivery(here, { consultationId, kind, roundId: of });
      const rows = [row('invitation'), row('prompt'), row('notice'), row('prompt', null)];
      await add(store, rows);
      await claim(store, here, 'a');
      await begin(store, here, 'a');
      const drop = (kinds?: string[]) => store.transaction((tx) => tx.outbox.drop(roundId, kinds));
      expect(await drop(['invitation', 'prompt'])).toBe(1);
      expect(await drop()).toBe(1);
      await store.transaction((tx) => tx.outbox.fail(rows[0]!.id, 'gone'));
      expect(await begin(store, here, 'a')).toMatchObject({ delivery: { id: rows[3]!.id } });
      const left = await store.transaction((tx) => tx.outbox.of(consultationId, ['queued', 'sending'], 10));
      expect(left.map((each) => each.id)).toEqual([rows[3]!.id]);
    });

    test('what is kept up to date is the newest of its kind in each conversation, as it was last changed', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const [here, there] = [await lane(store), await lane(store)];
      const map = (where: ConversationId, text: string, of?: string) =>
        delivery(where, {
          consultationId,
          kind: of === undefined ? 'map' : 'map-now',
          document: { blocks: [text], ...(of === undefined ? {} : { manner: { as: 'edit', of } }) },
        });
      const [old, newer, other] = [map(here, 'avant'), map(here, '0'), map(there, '0')];
      await add(store, [
        old,
        newer,
        other,
        map(here, 'jamais vu', old.id),
        delivery(here, { consultationId }),
      ]);
      await add(store, [map(here, '1', newer.id)]);
      await add(store, [map(here, '2', newer.id)]);
      const live = await store.transaction((tx) => tx.outbox.live(consultationId, 'map'));
      const shown = new Map(live.map(({ id: which, latest }) => [which, latest]));
      expect(shown).toEqual(
        new Map([
          [newer.id, { kind: 'map-now', document: expect.objectContaining({ blocks: ['2'] }) }],
          [other.id, { kind: 'map', document: { blocks: ['0'] } }],
        ]),
      );
      await store.transaction((tx) => tx.outbox.fail(newer.id, 'gone'));
      const left = await store.transaction((tx) => tx.outbox.live(consultationId, 'map'));
      expect(left.map(({ id: which }) => which).toSorted()).toEqual([old.id, other.id].toSorted());
    });

    test('after a restore, what was queued before is held back', async () => {
      const { store, database } = subject();
      const here = await lane(store);
      const [old, fresh] = [delivery(here), delivery(here)];
      await add(store, [old]);
      await database.prisma.installation.update({ where: { id: 1 }, data: { generation: { increment: 1 } } });
      expect(await store.transaction((tx) => tx.outbox.lanes(AT, 1_000))).not.toContain(here);
      await add(store, [fresh]);
      await claim(store, here, 'a');
      expect(await begin(store, here, 'a')).toMatchObject({ delivery: { id: fresh.id, seq: 2 } });
    });

    test('10,000 deliveries are queued in one go', async () => {
      const { store, database } = subject();
      const { id: consultationId } = await consultation(store);
      const people = Array.from({ length: 10_000 }, () => ({
        ...direct(),
        consultationId,
        userId: id<string>(),
      }));
      await store.transaction(async (tx) => {
        const made = await tx.conversations.directs(people);
        await tx.outbox.add(made.map((each) => delivery(each.id, { consultationId })));
      });
      expect(await database.prisma.delivery.count({ where: { consultationId, seq: 1 } })).toBe(10_000);
    });
  });
