import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complementWeights } from '../../src/analysis/learning/complement.ts';
import type { Point } from '../../src/analysis/learning/space.ts';

const point = (...ids: number[]): Point => ({
  ids: Int32Array.from(ids),
  weights: Float32Array.from(ids, () => 1),
});

test('a feature speaks for the class whose others never have it, and for none when all do', () => {
  const points = [point(0, 3), point(0, 3), point(1, 3), point(2, 3)];
  const [first, second, third] = complementWeights(points, (k) => [0, 0, 1, 2][k]!, 3, 4);
  expect(first![0]).toBeGreaterThan(1);
  expect(second![1]).toBeGreaterThan(1);
  expect(third![2]).toBeGreaterThan(1);
  expect(second![0]).toBeLessThan(0);
  expect(Math.max(...[first, second, third].map((weights) => Math.abs(weights![3]!)))).toBeLessThan(0.8);
});

test('whatever the points, the weights of a feature add up to nothing over the classes, and are numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), fc.nat(3)), { maxLength: 12 }),
      (texts) => {
        const rows = complementWeights(
          texts.map(([ids]) => point(...ids)),
          (k) => texts[k]![1],
          4,
          10,
        );
        for (let feature = 0; feature < 10; feature++) {
          const sum = rows.reduce((total, weights) => total + weights[feature]!, 0);
          expect(Math.abs(sum)).toBeLessThan(1e-4);
        }
      },
    ),
  );
});
