import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ref } from '../../../src/core/ids.ts';
import { inRanges, sizeOf } from '../../../src/core/proposal/ranges.ts';

test('three in a row and more are a range, in order, each once', () => {
  expect(inRanges([9, 3, 1, 2, 7, 6, 2].map(ref), 'à')).toEqual([
    'P-0001 à P-0003',
    'P-0006',
    'P-0007',
    'P-0009',
  ]);
  expect(inRanges([], 'to')).toEqual([]);
});

test('what is named is what was given, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
      const named = inRanges(numbers.map(ref), '-').flatMap((range) => {
        const [first, last = first] = [...range.matchAll(/P-(\d+)/gu)].map(([, number]) => Number(number));
        return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
      });
      expect(named).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      const sizes = inRanges(numbers.map(ref), '-').map(sizeOf);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(named.length);
    }),
  );
});
