import { expect, test } from 'vitest';
import type { ProposalId } from '../../../src/core/ids.ts';
import { answeringFor } from '../../../src/core/proposal/lineage.ts';
import type { Proposal } from '../../../src/core/proposal/model.ts';

type Row = Pick<Proposal, 'id' | 'mergedInto' | 'splitFrom' | 'state'>;
const row = (id: string, state: Proposal['state'], from: { into?: string; of?: string } = {}): Row => ({
  id: id as ProposalId,
  state,
  mergedInto: (from.into ?? null) as ProposalId | null,
  splitFrom: (from.of ?? null) as ProposalId | null,
});
const answering = (rows: readonly Row[], id: string) =>
  answeringFor(rows)(rows.find((one) => one.id === id)!).map((one) => one.id);

test('what was merged is answered by what it was merged into, through any number of merges', () => {
  const rows = [row('a', 'merged', { into: 'b' }), row('b', 'merged', { into: 'c' }), row('c', 'submitted')];
  expect(answering(rows, 'a')).toEqual(['c']);
});

test('split since, by each of its parts', () => {
  const rows = [
    row('a', 'merged', { into: 'b' }),
    row('b', 'split'),
    row('c', 'submitted', { of: 'b' }),
    row('d', 'submitted', { of: 'b' }),
  ];
  expect(answering(rows, 'a')).toEqual(['c', 'd']);
});

test('a part that was split or merged in its turn gives way to what answers it, said once', () => {
  const rows = [
    row('a', 'merged', { into: 'b' }),
    row('b', 'split'),
    row('c', 'split', { of: 'b' }),
    row('d', 'merged', { of: 'b', into: 'f' }),
    row('e', 'submitted', { of: 'c' }),
    row('f', 'submitted', { of: 'c' }),
  ];
  expect(answering(rows, 'a')).toEqual(['e', 'f']);
});
