import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest } from '../../src/content/nearest.ts';

test('a swap, a slip and a forgotten letter are one step away', () => {
  expect([distance('phase', 'pahse'), distance('axes', 'axis'), distance('rounds', 'round')]).toEqual([
    1, 1, 1,
  ]);
});

test('the nearest word forgives case, accents and hyphens, and stays silent when nothing is close', () => {
  expect(nearest('Médiation', ['mediation', 'formation'])).toBe('mediation');
  expect(nearest('plan_actions', ['plan-actions'])).toBe('plan-actions');
  expect(nearest('back', ['background'])).toBe('background');
  expect(nearest('atlantis', ['zoutpan', 'berg'])).toBeNull();
  expect(nearest('1', ['2', '3'])).toBeNull();
});

const word = fc.string({ maxLength: 12 });

test('distance is zero for the same word, the same both ways, and at most the longer length', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const d = distance(a, b);
      expect(d === 0).toBe(a === b);
      expect(d).toBe(distance(b, a));
      expect(d).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
