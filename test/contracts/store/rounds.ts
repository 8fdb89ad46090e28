import { describe, expect, test } from 'vitest';
import type { Participation } from '../../../src/core/participation/model.ts';
import { AT, consultation, direct, id, MINUTE, partner, round, type Subject } from './scene.ts';

export const roundStories = (subject: () => Subject) =>
  describe('rounds and who takes part', () => {
    test('rounds of a consultation come newest first, and by id or key', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const [old, recent] = [round(one), round(one, { openedAt: AT + MINUTE })];
      await store.transaction(async (tx) => {
        await tx.rounds.add(old);
        await tx.rounds.add(recent);
      });
      const read = await store.transaction(async (tx) => [
        await tx.rounds.of(one.id),
        await tx.rounds.byId(old.id),
        await tx.rounds.byKey(one.id, recent.key),
        await tx.rounds.byKey(one.id, '%'),
        await tx.rounds.byId('forged' as never),
      ]);
      expect(read).toEqual([[recent, old], old, recent, null, null]);
    });

    test('a round whose close has come is due until it is closed, and its first close stands', async () => {
      const { store } = subject();
      const open = round(await consultation(store), { closesAt: AT + 10 * MINUTE });
      await store.transaction((tx) => tx.rounds.add(open));
      const due = async (now: number) =>
        (await store.transaction((tx) => tx.rounds.due(now))).filter((one) => one.id === open.id);
      expect(await due(open.closesAt - 1)).toEqual([]);
      expect(await due(open.closesAt)).toEqual([open]);
      const close = (state: 'closed' | 'cancelled', at: number) =>
        store.transaction((tx) => tx.rounds.close(open.id, { state, at, reason: id() }));
      await close('closed', open.closesAt);
      await close('cancelled', open.closesAt + MINUTE);
      expect(await due(open.closesAt)).toEqual([]);
      expect(await store.transaction((tx) => tx.rounds.byId(open.id))).toEqual({
        ...open,
        state: 'closed',
        closedAt: open.closesAt,
      });
    });

    test('an open round only grows, and of two that give it the same new day one does', async () => {
      const { store, second } = subject();
      const open = round(await consultation(store), { closesAt: AT + 10 * MINUTE });
      await store.transaction((tx) => tx.rounds.add(open));
      const extend = (closesAt: number, by = store) =>
        by.transaction((tx) => tx.rounds.extend(open.id, closesAt));
      const later = AT + 20 * MINUTE;
      expect(await extend(AT + 9 * MINUTE)).toBe(false);
      expect((await Promise.all([extend(later), extend(later, second)])).sort()).toEqual([false, true]);
      expect(await store.transaction((tx) => tx.rounds.byId(open.id))).toEqual({ ...open, closesAt: later });
      await store.transaction((tx) => tx.rounds.close(open.id, { state: 'closed', at: later, reason: null }));
      expect(await extend(later + MINUTE)).toBe(false);
    });

    test('of two processes that open one round, one is refused by the key', async () => {
      const { store, second } = subject();
      const one = await consultation(store);
      const opened = round(one);
      const results = await Promise.allSettled(
        [store, second].map((each) => each.transaction((tx) => tx.rounds.add({ ...opened, id: id() }))),
      );
      expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.transaction((tx) => tx.rounds.of(one.id))).toHaveLength(1);
    });

    const invitation = (
      opened: ReturnType<typeof round>,
      partnerId: Participation['partnerId'],
    ): Participation => ({
      id: id(),
      consultationId: opened.consultationId,
      roundId: opened.id,
      partnerId,
      state: 'invited',
      answered: [],
      passed: [],
      invitedAt: AT,
      reachedAt: null,
      consentedAt: null,
      endedAt: null,
    });

    test('somebody invited again keeps what they did', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const opened = round(one);
      const invited = invitation(opened, (await partner(store, one)).id);
      const finished: Participation = {
        ...invited,
        state: 'finished',
        answered: ['q2', 'q1'],
        passed: ['l\'autre, "question" {}'],
        reachedAt: AT + 1,
        consentedAt: AT + 2,
        endedAt: AT + 3,
      };
      await store.transaction(async (tx) => {
        await tx.rounds.add(opened);
        await tx.participations.add([invited]);
        await tx.participations.save(finished);
        await tx.participations.add([{ ...invited, id: id() }]);
      });
      const read = await store.transaction(async (tx) => [
        await tx.participations.find(opened.id, invited.partnerId),
        await tx.participations.of(opened.id),
        await tx.participations.find(opened.id, id()),
      ]);
      expect(read).toEqual([finished, [finished], null]);
    });

    test('a partner takes part in several rounds, newest first', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const { id: partnerId } = await partner(store, one);
      const rounds = [0, 2, 1].map((n) => round(one, { openedAt: AT + n * MINUTE }));
      const rows = rounds.map((each) => invitation(each, partnerId));
      await store.transaction(async (tx) => {
        for (const each of rounds) await tx.rounds.add(each);
        await tx.participations.add(rows);
      });
      expect(await store.transaction((tx) => tx.participations.ofPartner(partnerId))).toEqual([
        rows[1],
        rows[2],
        rows[0],
      ]);
    });

    test('a delivered invitation marks the person of that conversation as reached, once, in that round', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const [opened, other] = [round(one), round(one)];
      const [here, there] = [await partner(store, one), await partner(store, one)];
      const place = direct({ userId: here.person.addresses[0]!.userId });
      await store.transaction(async (tx) => {
        await tx.rounds.add(opened);
        await tx.participations.add([
          invitation(opened, here.id),
          invitation(opened, there.id),
          invitation(other, here.id),
        ]);
        const { id: conversation } = await tx.conversations.lock(place);
        await tx.participations.reached(opened.id, conversation, AT + 5);
        await tx.participations.reached(opened.id, conversation, AT + 9);
      });
      const reached = await store.transaction(async (tx) => [
        await tx.participations.find(opened.id, here.id),
        await tx.participations.find(opened.id, there.id),
        await tx.participations.find(other.id, here.id),
      ]);
      expect(reached.map((each) => each?.reachedAt)).toEqual([AT + 5, null, null]);
    });
  });
