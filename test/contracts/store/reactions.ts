import { describe, expect, test } from 'vitest';
import type { PartnerId, ProposalId, RoundId } from '../../../src/core/ids.ts';
import type { Reaction } from '../../../src/core/round/validation.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const reactionStories = (subject: () => Subject) =>
  describe('views on statements', () => {
    test('rows are added, never changed; those of a round, and of somebody in all rounds, oldest first', async () => {
      const { store } = subject();
      const here = await consultation(store);
      const [round, other] = [id<RoundId>(), id<RoundId>()];
      const [mine, theirs] = [id<PartnerId>(), id<PartnerId>()];
      const row = (over: Partial<Reaction>): Reaction => ({
        id: id(),
        roundId: round,
        partnerId: mine,
        statement: 'objectif-1',
        view: 'agree',
        proposalId: null,
        at: AT,
        ...over,
      });
      const changed = row({ view: 'object', proposalId: id<ProposalId>(), at: AT + 2 });
      const [first, after, elsewhere] = [
        row({}),
        row({ partnerId: theirs, view: 'reserve', at: AT + 1 }),
        row({ roundId: other, at: AT + 3 }),
      ];
      await store.transaction(async (tx) => {
        for (const one of [changed, first, after, elsewhere]) await tx.reactions.add(one, here.id);
      });
      await store.transaction(async (tx) => {
        expect(await tx.reactions.of(round)).toEqual([first, after, changed]);
        expect(await tx.reactions.of(id<RoundId>())).toEqual([]);
        expect(await tx.reactions.ofPartners([mine])).toEqual([first, changed, elsewhere]);
        expect(await tx.reactions.ofPartners([])).toEqual([]);
      });
    });
  });
