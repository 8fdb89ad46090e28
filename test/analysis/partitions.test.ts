import { describe, expect, test } from 'vitest';
import { adjustedRand, vMeasure } from '../../src/analysis/partitions.ts';

describe('how far two ways to group agree', () => {
  const classes = ['a', 'a', 'a', 'b', 'b', 'b'];
  test('the same groups under other names agree wholly', () => {
    expect(adjustedRand(classes, [2, 2, 2, 1, 1, 1])).toBe(1);
    expect(vMeasure(classes, [2, 2, 2, 1, 1, 1])).toBeCloseTo(1);
  });
  test('one group of all, or each alone, tells nothing', () => {
    expect(adjustedRand(classes, [1, 1, 1, 1, 1, 1])).toBeCloseTo(0);
    expect(vMeasure(classes, [1, 1, 1, 1, 1, 1])).toBeCloseTo(0);
    expect(adjustedRand(classes, [1, 2, 3, 4, 5, 6])).toBeCloseTo(0);
  });
  test('worked out by hand', () => {
    // Pairs together in both: 1 + 1 of 6 and 4; expected 6 × 4 / 15.
    const groups = [1, 1, 2, 2, 3, 3];
    expect(adjustedRand(classes, groups)).toBeCloseTo((2 - 18 / 15) / (4.5 - 18 / 15));
  });
});
