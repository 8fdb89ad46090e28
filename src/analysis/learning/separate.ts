import { sequence } from '../sequence.ts';
import type { Point } from './space.ts';

/** Tells one class from all others: `bias` plus the sum of `weights` over a point's features, positive inside. */
export interface Separator {
  readonly weights: Float32Array;
  bias: number;
}

/** The bias is a feature of this weight that every point has: hardly held back, hardly counted. */
const BIAS = Math.sqrt(0.1);
const ROUNDS = 12;
const CLOSE_ENOUGH = 1e-3;

/** Learning the same again gives the same. */
const SEED = 20151023;

export const scoreOf = ({ weights, bias }: Separator, { ids, weights: own }: Point): number => {
  let score = bias;
  for (let k = 0; k < ids.length; k++) score += weights[ids[k]!]! * own[k]!;
  return score;
};

/** Changes the separator as the first step of learning one more point would. */
export function lean(separator: Separator, point: Point, inside: boolean, cost: number): void {
  const { weights } = separator;
  const side = inside ? 1 : -1;
  const missing = Math.max(0, 1 - side * scoreOf(separator, point));
  const length = point.weights.reduce((sum, weight) => sum + weight * weight, BIAS * BIAS);
  const step = (side * missing) / (length + 0.5 / cost);
  for (let k = 0; k < point.ids.length; k++) weights[point.ids[k]!]! += step * point.weights[k]!;
  separator.bias += step * BIAS * BIAS;
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al., 2008).
 * `inside` tells which points are of the class, `costs` what an error on each is worth, `size` how many features are.
 */
export function separate(
  points: readonly Point[],
  inside: readonly boolean[],
  costs: Float32Array,
  size: number,
): Separator {
  const weights = new Float32Array(size);
  let bias = 0;
  const alphas = new Float64Array(points.length);
  const lengths = Float64Array.from(points, ({ weights: own }) => {
    let sum = BIAS * BIAS;
    for (const weight of own) sum += weight * weight;
    return sum;
  });
  const order = Int32Array.from(points, (_, k) => k);
  const random = sequence(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      const kept = order[k]!;
      order[k] = order[other]!;
      order[other] = kept;
    }
    let moved = 0;
    for (const k of order) {
      const { ids, weights: own } = points[k]!;
      const side = inside[k] ? 1 : -1;
      const slack = 0.5 / costs[k]!;
      let score = bias * BIAS;
      for (let at = 0; at < ids.length; at++) score += weights[ids[at]!]! * own[at]!;
      const before = alphas[k]!;
      const slope = side * score - 1 + slack * before;
      const after = Math.max(0, before - slope / (lengths[k]! + slack));
      if (after === before) continue;
      alphas[k] = after;
      const step = (after - before) * side;
      moved = Math.max(moved, Math.abs(step));
      for (let at = 0; at < ids.length; at++) weights[ids[at]!]! += step * own[at]!;
      bias += step * BIAS;
    }
    if (moved < CLOSE_ENOUGH) break;
  }
  return { weights, bias: bias * BIAS };
}
