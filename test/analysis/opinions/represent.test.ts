import { describe, expect, test } from 'vitest';
import {
  agreedByEach,
  groupAware,
  proportionTest,
  representativeOf,
  shared,
  twoProportionTest,
} from '../../../src/analysis/opinions/represent.ts';

const tally = (agree: number, disagree: number, seen = agree + disagree) => ({ agree, disagree, seen });

describe('what a group stands for', () => {
  test('the tests, worked out by hand', () => {
    expect(proportionTest(10, 10)).toBeCloseTo(2 * Math.sqrt(11) * 0.5);
    expect(proportionTest(0, 0)).toBe(1);
    // 9/11 inside against 3/11 outside, pooled 12/22.
    expect(twoProportionTest(8, 2, 10, 10)).toBeCloseTo(
      (9 / 11 - 3 / 11) / Math.sqrt((12 / 22) * (10 / 22) * (2 / 11)),
    );
    expect(twoProportionTest(5, 5, 5, 5)).toBe(0);
  });

  test('what it agrees with most comes first, then what only it says, then what it refuses', () => {
    const own = [tally(10, 0), tally(9, 1), tally(0, 10), tally(5, 5)];
    const others = [tally(9, 1), tally(1, 9), tally(10, 0), tally(5, 5)];
    const found = representativeOf([own, others], 0);
    expect(found.map((one) => [one.statement, one.for, one.bestAgreed])).toEqual([
      [1, 'agree', true],
      [2, 'disagree', false],
    ]);
    expect(representativeOf([own, others], 0, new Set([1])).map(({ statement }) => statement)).toEqual([
      0, 2,
    ]);
  });

  test('a group nothing sets apart has at most what it agrees with most', () => {
    expect(representativeOf([[tally(1, 1)], [tally(1, 1)]], 0)).toHaveLength(1);
    expect(representativeOf([[], []], 0)).toEqual([]);
  });

  test('consensus needs every group: one that refuses brings it down', () => {
    const [both, one] = groupAware([
      [tally(8, 0), tally(8, 0)],
      [tally(8, 0), tally(0, 8)],
    ]);
    expect(both).toBeCloseTo(0.81);
    expect(one).toBeCloseTo(0.09);
    const groups = [
      [tally(8, 0), tally(8, 0), tally(9, 0), tally(1, 0)],
      [tally(8, 0), tally(0, 8), tally(9, 0), tally(1, 0)],
    ];
    // One voice a group is no agreement of it.
    expect(agreedByEach(groups)).toEqual([2, 0]);
    expect(agreedByEach([])).toEqual([]);
    expect(shared([tally(20, 1), tally(2, 20), tally(10, 10)])).toMatchObject({
      agree: [{ statement: 0, successes: 20, trials: 21 }],
      disagree: [{ statement: 1, successes: 20, trials: 22 }],
    });
  });
});
