import type { Point } from './space.ts';

/** Added to each count, so that a feature a class never had says little of it. */
const SMOOTHING = 0.1;

/**
 * What each feature says for each class by how rare it is in all the others: complement naive Bayes (Rennie et al.,
 * 2003), of rarity-weighted counts. Only what tells classes apart is kept: over the classes, the weights of a feature
 * add up to 0. A row of `size` weights a class.
 */
export function complementWeights(
  points: readonly Point[],
  classOf: (point: number) => number,
  classes: number,
  size: number,
): readonly Float32Array[] {
  const own = Array.from({ length: classes }, () => new Float64Array(size));
  const all = new Float64Array(size);
  const totals = new Float64Array(classes);
  points.forEach(({ ids, weights }, point) => {
    const index = classOf(point);
    for (let at = 0; at < ids.length; at++) {
      own[index]![ids[at]!]! += weights[at]!;
      all[ids[at]!]! += weights[at]!;
      totals[index]! += weights[at]!;
    }
  });
  const total = totals.reduce((sum, one) => sum + one, 0);
  const found = own.map((counts, index) => {
    const rest = Math.log(total - totals[index]! + SMOOTHING * size);
    return Float32Array.from(
      counts,
      (count, feature) => rest - Math.log(Math.max(0, all[feature]! - count) + SMOOTHING),
    );
  });
  for (let feature = 0; feature < size; feature++) {
    let mean = 0;
    for (const weights of found) mean += weights[feature]! / classes;
    for (const weights of found) weights[feature]! -= mean;
  }
  return found;
}
