import { describe, expect, test } from 'vitest';
import type { NoticeRow } from '../../../src/app/ports/notices.ts';
import type { DeliveryId, PersonId, ProposalId } from '../../../src/core/ids.ts';
import { AT, consultation, delivery, direct, id, MINUTE, partner, proposal, type Subject } from './scene.ts';

export const besideStories = (subject: () => Subject) => {
  describe('links between proposals', () => {
    test('what was said of two is found from either side, the last word in force', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const [mine, other, far] = [id<ProposalId>(), id<ProposalId>(), id<ProposalId>()];
      const link = { consultationId, proposalId: mine, otherId: other, kind: 'nuance' as const, at: AT };
      await store.transaction(async (tx) => {
        await tx.links.set({ ...link, id: id() });
        await tx.links.set({ ...link, id: id(), kind: 'apart', at: AT + MINUTE });
        await tx.links.set({ ...link, id: id(), proposalId: far, otherId: mine });
      });
      const of = (...ids: ProposalId[]) => store.transaction((tx) => tx.links.of(ids));
      expect(await of(other)).toMatchObject([
        { proposalId: mine, otherId: other, kind: 'apart', at: AT + MINUTE },
      ]);
      expect((await of(mine)).map(({ kind }) => kind)).toEqual(['nuance', 'apart']);
      expect(await of()).toEqual([]);
    });
  });

  describe('notices', () => {
    const waiting = async (over: Partial<NoticeRow> = {}): Promise<NoticeRow> => {
      const { store } = subject();
      const row: NoticeRow = {
        id: id(),
        consultationId: (await consultation(store)).id,
        personId: id<PersonId>(),
        kind: 'changed',
        subjectId: id(),
        state: 'waiting',
        dueAt: AT,
        deliveryId: null,
        createdAt: AT,
        ...over,
      };
      expect(await store.transaction((tx) => tx.notices.add([row]))).toBe(1);
      return row;
    };
    const on = (row: NoticeRow) =>
      subject().store.transaction((tx) => tx.notices.on(row.kind, row.subjectId));

    test('one a person and subject, whoever adds it; due, postponed, dropped', async () => {
      const { store, second } = subject();
      const row = await waiting({ dueAt: AT + MINUTE });
      const again = await Promise.all(
        [store, second].map((each) => each.transaction((tx) => tx.notices.add([{ ...row, id: id() }]))),
      );
      expect(again).toEqual([0, 0]);
      const due = (now: number) => store.transaction((tx) => tx.notices.due(row.consultationId, now, 10));
      expect(await due(AT)).toEqual([]);
      expect(await due(AT + MINUTE)).toEqual([row]);
      await store.transaction((tx) => tx.notices.postpone(row.id, AT + 5 * MINUTE));
      expect(await due(AT + MINUTE)).toEqual([]);
      await store.transaction((tx) => tx.notices.drop(row.id));
      expect(await due(AT + 9 * MINUTE)).toEqual([]);
      expect(await on(row)).toMatchObject([{ state: 'dropped' }]);
    });

    test('all that was answered to one is kept, oldest first', async () => {
      const { store } = subject();
      const [row, other] = [await waiting(), await waiting()];
      const said = [
        { answer: 'confirmed' as const, proposalId: null, at: AT + 2 * MINUTE },
        { answer: 'corrected' as const, proposalId: id<ProposalId>(), at: AT + MINUTE },
      ];
      await store.transaction(async (tx) => {
        for (const each of said) await tx.notices.answer({ id: id(), noticeId: row.id, ...each });
      });
      const answers = (...ids: string[]) => store.transaction((tx) => tx.notices.answers(ids));
      expect([...(await answers(row.id, other.id))]).toEqual([[row.id, said.toReversed()]]);
      expect([...(await answers())]).toEqual([]);
    });

    test('of two processes that take it, one does', async () => {
      const { store, second } = subject();
      const row = await waiting();
      const taken = await Promise.all(
        [store, second].map((each) => each.transaction((tx) => tx.notices.queue(row.id, id<DeliveryId>()))),
      );
      expect(taken.sort()).toEqual([false, true]);
    });
  });

  describe('beside one’s own', () => {
    test('what was merged into a proposal, what a partner endorses; a delivery by its message; one partner', async () => {
      const { store } = subject();
      const made = await consultation(store);
      const someone = await partner(store, made);
      const into = proposal(made, 1);
      const from = proposal(made, 2, { state: 'merged', mergedInto: into.id });
      const lane = await store.transaction((tx) => tx.conversations.lock(direct()));
      const [one, two] = [delivery(lane.id), delivery(lane.id)];
      await store.transaction(async (tx) => {
        await tx.proposals.add([into, from], { contentId: made.contentId, revision: 1 });
        const endorsement = { id: id<string>(), consultationId: made.id, proposalId: into.id, at: AT };
        await tx.proposals.endorse({ ...endorsement, partnerId: someone.id });
        await tx.outbox.add([one, two]);
        await tx.outbox.sent(one.id, 'm-1', AT);
      });
      await store.transaction(async (tx) => {
        expect(await tx.proposals.mergedInto([into.id])).toMatchObject([{ id: from.id }]);
        expect(await tx.proposals.mergedInto([])).toEqual([]);
        expect(await tx.proposals.endorsedBy(someone.id)).toMatchObject([{ id: into.id }]);
        await tx.proposals.retract(into.id, someone.id, AT);
        expect(await tx.proposals.endorsedBy(someone.id)).toEqual([]);
        expect(await tx.outbox.byMessage(lane.id, 'm-1')).toMatchObject({ id: one.id });
        expect(await tx.outbox.byMessage(lane.id, `${two.id}/1`)).toMatchObject({ id: two.id });
        expect(await tx.outbox.byMessage(lane.id, 'm-2')).toBeNull();
        expect(await tx.people.partner(someone.id)).toEqual(someone);
        await tx.people.setSharing(someone.id, 'shown');
        expect(await tx.people.partner(someone.id)).toEqual({ ...someone, sharing: 'shown' });
      });
    });
  });
};
