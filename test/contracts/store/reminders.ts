import { describe, expect, test } from 'vitest';
import type { ReminderRow } from '../../../src/app/ports/rounds.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { DeliveryId, PersonId } from '../../../src/core/ids.ts';
import { AT, consultation, delivery, direct, id, MINUTE, round, type Subject } from './scene.ts';

export const reminderStories = (subject: () => Subject) =>
  describe('reminders', () => {
    const waiting = async (store: Store, over: Partial<ReminderRow> = {}): Promise<ReminderRow> => {
      const opened = round(await consultation(store));
      const row: ReminderRow = {
        id: id(),
        consultationId: opened.consultationId,
        roundId: opened.id,
        personId: id<PersonId>(),
        n: 1,
        state: 'waiting',
        dueAt: AT,
        askedBy: null,
        deliveryId: null,
        createdAt: AT,
        ...over,
      };
      await store.transaction(async (tx) => {
        await tx.rounds.add(opened);
        await tx.reminders.add([row]);
      });
      return row;
    };
    const of = (store: Store, row: ReminderRow) => store.transaction((tx) => tx.reminders.of(row.roundId));

    test('one waits until it is due, once whoever plans it', async () => {
      const { store, second } = subject();
      const row = await waiting(store, { dueAt: AT + MINUTE });
      await Promise.all(
        [store, second].map((each) => each.transaction((tx) => tx.reminders.add([{ ...row, id: id() }]))),
      );
      expect(await of(store, row)).toEqual([row]);
      const due = (now: number) => store.transaction((tx) => tx.reminders.due(row.consultationId, now, 10));
      expect(await due(AT)).toEqual([]);
      expect(await due(AT + MINUTE)).toEqual([row]);
      await store.transaction((tx) => tx.reminders.postpone(row.id, AT + 5 * MINUTE));
      expect(await due(AT + MINUTE)).toEqual([]);
    });

    test('of two processes that take it, one does', async () => {
      const { store, second } = subject();
      const row = await waiting(store);
      const taken = await Promise.all(
        [store, second].map((each) => each.transaction((tx) => tx.reminders.queue(row.id, id<DeliveryId>()))),
      );
      expect(taken.sort()).toEqual([false, true]);
      await store.transaction((tx) => tx.reminders.drop(row.id));
      expect((await of(store, row))[0]).toMatchObject({ state: 'queued' });
    });

    test('called off, it does not leave, unless it has', async () => {
      const { store, database } = subject();
      const rows = [await waiting(store), await waiting(store), await waiting(store)];
      const [untouched, queued, sent] = rows as [ReminderRow, ReminderRow, ReminderRow];
      const lane = await store.transaction((tx) => tx.conversations.lock(direct()));
      const [one, two] = [delivery(lane.id), delivery(lane.id)];
      await store.transaction(async (tx) => {
        await tx.outbox.add([one, two]);
        await tx.reminders.queue(queued.id, one.id);
        await tx.reminders.queue(sent.id, two.id);
        await tx.outbox.sent(two.id, 'm1', AT);
      });
      await store.transaction(async (tx) => {
        await tx.reminders.callOff(untouched.personId, id());
        await tx.reminders.callOff(queued.personId, queued.roundId);
        await tx.reminders.callOff(sent.personId, null);
      });
      const states = await Promise.all(rows.map(async (row) => (await of(store, row))[0]!.state));
      expect(states).toEqual(['waiting', 'dropped', 'queued']);
      const deliveries = await database.prisma.delivery.findMany({ where: { conversationId: lane.id } });
      expect(deliveries.map(({ state }) => state).sort()).toEqual(['dropped', 'sent']);
    });

    test('what left in a week is counted by conversation and kind, what was dropped is not', async () => {
      const { store } = subject();
      const lane = await store.transaction((tx) => tx.conversations.lock(direct()));
      const silent = await store.transaction((tx) => tx.conversations.lock(direct()));
      const { id: roundId } = round(await consultation(store));
      const [old, kept, other] = [
        delivery(lane.id, { kind: 'invitation', createdAt: AT - 10 * MINUTE }),
        delivery(lane.id, { kind: 'reminder', createdAt: AT }),
        delivery(lane.id, { kind: 'prompt', createdAt: AT }),
      ];
      await store.transaction((tx) =>
        tx.outbox.add([old, kept, other, delivery(lane.id, { kind: 'reminder', createdAt: AT, roundId })]),
      );
      await store.transaction((tx) => tx.outbox.drop(roundId));
      const left = await store.transaction((tx) =>
        tx.outbox.left([lane.id, silent.id], ['invitation', 'reminder'], AT - MINUTE),
      );
      expect([...left]).toEqual([[lane.id, [AT]]]);
    });
  });
