import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartnerId } from '../../../src/core/ids.ts';
import { counts, mayChange, mayMerge, retag } from '../../../src/core/proposal/change.ts';
import { DIMENSIONS, type Lateness, type ProposalState, type Tag } from '../../../src/core/proposal/model.ts';

const me = 'me' as PartnerId;
const other = 'other' as PartnerId;
const mine = (state: ProposalState, number = 42, lateness: Lateness = 'in-time') => ({
  number,
  partnerId: me,
  state,
  lateness,
});
const WAYS = ['revise', 'withdraw', 'restore'] as const;
const STATES: readonly ProposalState[] = ['submitted', 'merged', 'withdrawn', 'erased'];

describe('changing a proposal', () => {
  test('given each state, what its author may do', () => {
    const table = STATES.map((state) => [
      state,
      ...WAYS.map((to) => mayChange(mine(state), [me], to)?.code ?? 'yes'),
    ]);
    expect(table).toEqual([
      ['submitted', 'yes', 'yes', 'not-withdrawn'],
      ['merged', 'already-merged', 'already-merged', 'not-withdrawn'],
      ['withdrawn', 'already-withdrawn', 'already-withdrawn', 'yes'],
      ['erased', 'no-such-proposal', 'no-such-proposal', 'no-such-proposal'],
    ]);
  });

  test('given somebody else’s, then it is as if it were not there, whatever its state', () => {
    for (const state of STATES)
      for (const to of WAYS) {
        const refusal = mayChange(mine(state), [other], to);
        expect(refusal).toEqual(mayChange(null, [other], to));
        expect(refusal?.details).toEqual({});
      }
  });

  test('given a text imported without an author, then nobody owns it', () => {
    expect(mayChange({ number: 1, partnerId: null, state: 'submitted' }, [me], 'revise')?.code).toBe(
      'no-such-proposal',
    );
  });
});

describe('merging', () => {
  test('two in force, and not one with itself', () => {
    expect(mayMerge(mine('submitted', 1), mine('submitted', 2))).toBeNull();
    expect(mayMerge(mine('submitted', 1), mine('submitted', 1))?.code).toBe('merge-with-itself');
    expect(mayMerge(mine('submitted', 1), null)?.code).toBe('no-such-proposal');
    for (const state of ['merged', 'withdrawn', 'erased'] as const) {
      expect(mayMerge(mine(state, 1), mine('submitted', 2))?.details).toEqual({ proposal: 'P-0001' });
      expect(mayMerge(mine('submitted', 1), mine(state, 2))?.details).toEqual({ proposal: 'P-0002' });
    }
    for (const lateness of ['pending', 'declined'] as const)
      expect(mayMerge(mine('submitted', 1), mine('submitted', 2, lateness))?.code).toBe('late-not-accepted');
  });
});

describe('tags', () => {
  const tag: fc.Arbitrary<Tag> = fc.record({
    dimension: fc.constantFrom(...DIMENSIONS),
    value: fc.constantFrom('x', 'y', 'z'),
    source: fc.constantFrom('machine', 'partner', 'facilitator'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    main: fc.boolean(),
  });

  test('new ones take the place of all of their dimensions, the other dimensions stay as they were', () => {
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), (before, by) => {
        const after = retag(before, by);
        const said = new Set(by.map(({ dimension }) => dimension));
        expect(after.filter(({ dimension }) => said.has(dimension))).toEqual(by);
        expect(after.filter(({ dimension }) => !said.has(dimension))).toEqual(
          before.filter(({ dimension }) => !said.has(dimension)),
        );
        expect(retag(after, by)).toEqual(after);
      }),
    );
  });
});

test('what counts in a synthesis: in force, and in time or accepted', () => {
  const lateness: readonly Lateness[] = ['in-time', 'pending', 'accepted', 'declined'];
  const counted = STATES.flatMap((state) =>
    lateness.filter((late) => counts({ state, lateness: late })).map((late) => `${state} ${late}`),
  );
  expect(counted).toEqual(['submitted in-time', 'submitted accepted']);
});
