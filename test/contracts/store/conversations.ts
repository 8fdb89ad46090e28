import { describe, expect, test } from 'vitest';
import type { NewConversation } from '../../../src/app/ports/conversations.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { PartnerId, PersonId } from '../../../src/core/ids.ts';
import { AT, address, consultation, delivery, direct, id, type Subject, unique } from './scene.ts';

export const conversationStories = (subject: () => Subject) =>
  describe('conversations', () => {
    const lock = (store: Store, place: NewConversation) =>
      store.transaction((tx) => tx.conversations.lock(place));

    test('a place is made once, and found again by its reference', async () => {
      const { store } = subject();
      const place = direct();
      const made = await lock(store, place);
      const { at: _, ...rest } = place;
      expect(made).toEqual({ ...rest, consultationId: null, focus: null, speakerId: null, partnerId: null });
      expect(await lock(store, { ...place, id: id() })).toEqual(made);
      expect(await store.transaction((tx) => tx.conversations.byId(made.id))).toEqual(made);
    });

    test('who speaks there, and in whose name, is kept', async () => {
      const { store } = subject();
      const made = await lock(store, direct());
      const voice = { speakerId: id<PersonId>(), partnerId: id<PartnerId>() };
      await store.transaction((tx) => tx.conversations.setVoice(made.id, voice));
      expect(await store.transaction((tx) => tx.conversations.byId(made.id))).toEqual({ ...made, ...voice });
      await store.transaction((tx) =>
        tx.conversations.setVoice(made.id, { speakerId: null, partnerId: null }),
      );
      expect(await store.transaction((tx) => tx.conversations.byId(made.id))).toEqual(made);
    });

    test('whose home is shown beside it is known by its reference, once they looked, and in that workspace', async () => {
      const { store } = subject();
      const place = direct();
      const made = await lock(store, place);
      const beside = { ...place, externalRef: place.externalRef! };
      const looker = (over: Partial<typeof beside> = {}) =>
        store.transaction((tx) => tx.conversations.homeBeside({ ...beside, ...over }));
      expect(await looker()).toBeNull();
      for (const at of [AT, AT + 1_000])
        await store.transaction((tx) => tx.conversations.noteHome(made.id, at));
      expect(await looker()).toBe(place.userId);
      expect(await looker({ workspace: 'elsewhere' })).toBeNull();
      expect(await looker({ externalRef: unique('D') })).toBeNull();
      expect(await store.transaction((tx) => tx.conversations.byId(made.id))).toEqual(made);
    });

    test('a direct conversation made for a fan-out gets its reference from the first event', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const one = address();
      const [made] = await store.transaction((tx) =>
        tx.conversations.directs([{ ...one, id: id(), consultationId, at: AT }]),
      );
      expect(made).toMatchObject({ consultationId, externalRef: null, userId: one.userId, kind: 'direct' });
      const found = await lock(store, direct({ userId: one.userId, externalRef: 'D-late' }));
      expect(found).toEqual({ ...made, externalRef: 'D-late' });
      expect(await store.transaction((tx) => tx.conversations.byId(made!.id))).toEqual(found);
    });

    test('the reference follows a person who writes from another direct room', async () => {
      const { store } = subject();
      const place = direct();
      const made = await lock(store, place);
      const moved = await lock(store, { ...place, id: id(), externalRef: unique('D') });
      expect(moved).toMatchObject({ id: made.id, userId: place.userId });
      expect(moved.externalRef).not.toBe(made.externalRef);
    });

    test('a room is not the direct conversation of whoever writes there', async () => {
      const { store } = subject();
      const place = direct();
      const room = await lock(store, { ...place, id: id(), kind: 'room', externalRef: unique('R') });
      expect(room.userId).toBeNull();
      expect((await lock(store, place)).id).not.toBe(room.id);
      const elsewhere = await lock(store, { ...place, id: id(), workspace: 'w2' });
      expect(elsewhere.id).not.toBe(place.id);
    });

    test('two processes that meet in a new place make it once; one waits for the other', async () => {
      const { store, second, untilBlocked } = subject();
      const place = direct();
      const inside = Promise.withResolvers<void>();
      const told: string[] = [];
      const first = store.transaction(async (tx) => {
        const made = await tx.conversations.lock(place);
        inside.resolve();
        await untilBlocked();
        told.push('first');
        return made;
      });
      await inside.promise;
      const other = second.transaction(async (tx) => {
        const found = await tx.conversations.lock({ ...place, id: id() });
        told.push('second');
        return found;
      });
      expect(await other).toEqual(await first);
      expect(told).toEqual(['first', 'second']);
    });

    test('two processes in one conversation: their deliveries keep the order of the commits', async () => {
      const { store, second, untilBlocked } = subject();
      const place = direct();
      const { id: lane } = await lock(store, place);
      const inside = Promise.withResolvers<void>();
      const say = async (one: Store, kind: string, before: () => Promise<void>) =>
        one.transaction(async (tx) => {
          await tx.conversations.lock(place);
          await before();
          await tx.outbox.add([delivery(lane, { kind }), delivery(lane, { kind })]);
        });
      const first = say(store, 'first', async () => {
        inside.resolve();
        await untilBlocked();
      });
      await inside.promise;
      await Promise.all([first, say(second, 'second', async () => {})]);
      const rows = await subject().database.prisma.delivery.findMany({
        where: { conversationId: lane },
        orderBy: { seq: 'asc' },
      });
      expect(rows.map((row) => [row.seq, row.kind])).toEqual([
        [1, 'first'],
        [2, 'first'],
        [3, 'second'],
        [4, 'second'],
      ]);
    });

    test('150 direct conversations come in the order asked for, made once, and keep the consultation they hold', async () => {
      const { store, second } = subject();
      const [held, other] = [await consultation(store), await consultation(store)];
      const everyone = Array.from({ length: 150 }, () => address());
      const stranger = await lock(store, direct({ userId: everyone[7]!.userId }));
      const ask = (one: Store, { id: consultationId }: { id: typeof held.id }, who: typeof everyone) =>
        one.transaction((tx) =>
          tx.conversations.directs(who.map((each) => ({ ...each, id: id(), consultationId, at: AT }))),
        );
      const [first, backwards] = await Promise.all([
        ask(store, held, everyone),
        ask(second, held, [...everyone].reverse()),
      ]);
      expect(first.map((one) => one.userId)).toEqual(everyone.map((one) => one.userId));
      expect(backwards.map((one) => one.id)).toEqual(first.map((one) => one.id).reverse());
      expect(first[7]).toEqual({ ...stranger, consultationId: held.id });
      expect(await ask(store, other, everyone)).toEqual(first);
    });

    test('focus, consultation and reference are kept, and cleared', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const { id: made } = await lock(store, direct());
      const focus = { waits: 'prompt', said: 'NUL \0, lone \ud800, "quotes" \\u0000', list: [1, null] };
      await store.transaction(async (tx) => {
        await tx.conversations.setFocus(made, focus);
        await tx.conversations.setConsultation(made, consultationId);
        await tx.conversations.setRef(made, 'D-opened');
      });
      const read = () => store.transaction((tx) => tx.conversations.byId(made));
      expect(await read()).toMatchObject({
        consultationId,
        externalRef: 'D-opened',
        focus: { ...focus, said: 'NUL \ufffd, lone \ufffd, "quotes" \\u0000' },
      });
      await store.transaction((tx) => tx.conversations.setFocus(made, null));
      expect((await read())?.focus).toBeNull();
    });

    test('a place without reference and without person is a mistake of the caller', async () => {
      const { store } = subject();
      await expect(lock(store, direct({ externalRef: null, userId: null }))).rejects.toThrow(
        /needs a reference/,
      );
      await expect(lock(store, direct({ kind: 'room', externalRef: null }))).rejects.toThrow(
        /needs a reference/,
      );
    });
  });
