import { describe, expect, test } from 'vitest';
import type { Item, Override, Position } from '../../../src/core/committee/model.ts';
import type { PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';
import { AT, consultation, id, MINUTE, type Subject } from './scene.ts';

export const committeeStories = (subject: () => Subject) =>
  describe('sessions of a body', () => {
    const [ANA, BEN] = [id<PersonId>(), id<PersonId>()];
    const PROPOSAL = id<ProposalId>();
    const items = (): Omit<Item, 'outcome'>[] => [
      { id: id(), place: 1, about: { is: 'adjustment', adjustment: id(), version: 2, first: 1 } },
      { id: id(), place: 2, about: { is: 'answers', proposals: [PROPOSAL] } },
    ];
    const convened = (over: { readonly items?: readonly Omit<Item, 'outcome'>[] } = {}) => ({
      id: id(),
      body: 'comite',
      rules: { rule: 'majority' as const, quorum: 0.5, proxies: 1 },
      closesAt: AT + 60 * MINUTE,
      convenedBy: BEN,
      convenedAt: AT,
      members: [
        { person: ANA, group: 'elus' },
        { person: BEN, group: null },
      ],
      items: over.items ?? items(),
    });

    test('each has the next number of its consultation, and is found as it was convened', async () => {
      const { store } = subject();
      const [here, elsewhere] = [await consultation(store), await consultation(store)];
      const first = convened();
      await store.transaction(async (tx) => {
        const made = await tx.committee.convene(first, here.id);
        expect(made).toEqual({
          ...first,
          number: 1,
          state: 'convened',
          closedAt: null,
          members: first.members.map((one) => ({ ...one, proxy: null, remindedAt: null })),
          items: first.items.map((one) => ({ ...one, outcome: null })),
          positions: [],
          overrides: [],
        });
        expect(await tx.committee.current(here.id)).toEqual(made);
        expect(await tx.committee.current(elsewhere.id)).toBeNull();
        await tx.committee.close(first, { state: 'cancelled', at: AT + 1, outcomes: new Map() });
        expect((await tx.committee.convene(convened(), here.id)).number).toBe(2);
        expect((await tx.committee.convene(convened(), elsewhere.id)).number).toBe(1);
        expect((await tx.committee.of(here.id)).map(({ number, state }) => [number, state])).toEqual([
          [1, 'cancelled'],
          [2, 'convened'],
        ]);
      });
    });

    test('positions and overrides are added, oldest first; a voice is given and taken back', async () => {
      const { store } = subject();
      const here = await consultation(store);
      const session = convened();
      const [plan, answers] = session.items;
      const position = (over: Partial<Position>): Position => ({
        id: id(),
        item: plan!.id,
        version: 2,
        proposal: null,
        member: ANA,
        stand: 'agree',
        reason: null,
        at: AT,
        ...over,
      });
      const later = position({ stand: 'object', reason: id<WordsId>(), at: AT + 2 });
      const before = position({
        item: answers!.id,
        version: 0,
        proposal: PROPOSAL,
        stand: 'abstain',
        at: AT + 1,
      });
      const override: Override = {
        id: id(),
        item: plan!.id,
        version: 2,
        proposal: null,
        reason: id<WordsId>(),
        by: BEN,
        at: AT + 3,
      };
      await store.transaction(async (tx) => {
        await tx.committee.convene(session, here.id);
        await tx.committee.position(later, session, here.id);
        await tx.committee.position(before, session, here.id);
        await tx.committee.override(override, session, here.id);
        await tx.committee.setProxy(session, ANA, BEN);
        await tx.committee.reword(plan!, 3);
      });
      const read = () => store.transaction((tx) => tx.committee.current(here.id));
      const now = (await read())!;
      expect(now.positions).toEqual([before, later]);
      expect(now.overrides).toEqual([override]);
      expect(now.members.map(({ proxy }) => proxy)).toEqual([BEN, null]);
      expect(now.items[0]!.about).toMatchObject({ version: 3, first: 1 });
      await store.transaction((tx) => tx.committee.setProxy(session, ANA, null));
      expect((await read())!.members.map(({ proxy }) => proxy)).toEqual([null, null]);
    });

    test('each member is reminded once, and it is closed once, with what became of each item', async () => {
      const { store } = subject();
      const here = await consultation(store);
      const session = convened();
      const [plan, answers] = session.items;
      await store.transaction(async (tx) => {
        await tx.committee.convene(session, here.id);
        expect(await tx.committee.remind(session, ANA, AT + 1)).toBe(true);
        expect(await tx.committee.remind(session, ANA, AT + 2)).toBe(false);
        const outcomes = new Map([
          [plan!.id, 'passed' as const],
          [answers!.id, 'returned' as const],
        ]);
        expect(await tx.committee.close(session, { state: 'closed', at: AT + 5, outcomes })).toBe(true);
        const again = { state: 'cancelled' as const, at: AT + 6, outcomes: new Map() };
        expect(await tx.committee.close(session, again)).toBe(false);
      });
      await store.transaction(async (tx) => {
        expect(await tx.committee.current(here.id)).toBeNull();
        const [closed] = await tx.committee.of(here.id);
        expect(closed).toMatchObject({ state: 'closed', closedAt: AT + 5 });
        expect(closed!.items.map(({ outcome }) => outcome)).toEqual(['passed', 'returned']);
        expect(closed!.members.map(({ remindedAt }) => remindedAt)).toEqual([AT + 1, null]);
      });
    });
  });
