import { sequence } from '../sequence.ts';
import type { Plane } from './plane.ts';

/** Which group each person is in, from 0 on. */
export type Clusters = Int32Array;

const ROUNDS = 50;
const STARTS = 6;
const MOST_GROUPS = 5;
/** People whose distance to all others is looked at, to judge how well a number of groups suits. */
const JUDGED = 300;

const gap = (plane: Plane, a: number, b: number): number =>
  (plane[2 * a]! - plane[2 * b]!) ** 2 + (plane[2 * a + 1]! - plane[2 * b + 1]!) ** 2;

/** k-means, begun from people far from each other; the tightest of several beginnings. */
export function clustersOf(plane: Plane, groups: number): Clusters {
  const people = plane.length / 2;
  let best: { readonly spread: number; readonly of: Clusters } | null = null;
  for (let start = 0; start < STARTS; start++) {
    const found = once(plane, groups, sequence(start * 7919 + 1), people);
    if (best === null || found.spread < best.spread - 1e-12) best = found;
  }
  return numberedBySize(best!.of, groups);
}

function once(
  plane: Plane,
  groups: number,
  random: () => number,
  people: number,
): { readonly spread: number; readonly of: Clusters } {
  const centres = seeds(plane, groups, random, people);
  const of = new Int32Array(people).fill(-1);
  let spread = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    spread = 0;
    const sums = new Float64Array(groups * 3);
    for (let person = 0; person < people; person++) {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let group = 0; group < groups; group++) {
        const distance =
          (plane[2 * person]! - centres[2 * group]!) ** 2 +
          (plane[2 * person + 1]! - centres[2 * group + 1]!) ** 2;
        if (distance < least) [least, nearest] = [distance, group];
      }
      if (of[person] !== nearest) moved += 1;
      of[person] = nearest;
      spread += least;
      sums[3 * nearest]! += plane[2 * person]!;
      sums[3 * nearest + 1]! += plane[2 * person + 1]!;
      sums[3 * nearest + 2]! += 1;
    }
    if (moved === 0) break;
    for (let group = 0; group < groups; group++) {
      const size = sums[3 * group + 2]!;
      if (size === 0) continue;
      centres[2 * group] = sums[3 * group]! / size;
      centres[2 * group + 1] = sums[3 * group + 1]! / size;
    }
  }
  return { spread, of };
}

/** Each next one drawn the likelier the farther it is from those before (k-means++). */
function seeds(plane: Plane, groups: number, random: () => number, people: number): Float64Array {
  const chosen = [Math.floor(random() * people)];
  while (chosen.length < groups) {
    const gaps = Float64Array.from({ length: people }, (_, person) =>
      Math.min(...chosen.map((one) => gap(plane, person, one))),
    );
    let left = random() * gaps.reduce((sum, value) => sum + value, 0);
    let next = 0;
    while (next < people - 1) {
      left -= gaps[next]!;
      if (left <= 0) break;
      next += 1;
    }
    chosen.push(next);
  }
  return Float64Array.from(chosen.flatMap((person) => [plane[2 * person]!, plane[2 * person + 1]!]));
}

function numberedBySize(of: Clusters, groups: number): Clusters {
  const sizes = new Int32Array(groups);
  const first = new Int32Array(groups).fill(of.length);
  of.forEach((group, person) => {
    sizes[group]! += 1;
    first[group] = Math.min(first[group]!, person);
  });
  const order = Array.from({ length: groups }, (_, group) => group).sort(
    (a, b) => sizes[b]! - sizes[a]! || first[a]! - first[b]!,
  );
  return of.map((group) => order.indexOf(group));
}

/** How much nearer people are to their own group than to the next one: -1 to 1. */
export function silhouette(plane: Plane, of: Clusters, groups: number): number {
  const people = of.length;
  const step = Math.max(1, Math.floor(people / JUDGED));
  let sum = 0;
  let judged = 0;
  for (let person = 0; person < people; person += step) {
    const distances = new Float64Array(groups);
    const sizes = new Int32Array(groups);
    for (let other = 0; other < people; other++) {
      if (other === person) continue;
      distances[of[other]!]! += Math.sqrt(gap(plane, person, other));
      sizes[of[other]!]! += 1;
    }
    judged += 1;
    const own = of[person]!;
    if (sizes[own] === 0) continue;
    const within = distances[own]! / sizes[own]!;
    let next = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++)
      if (group !== own && sizes[group]! > 0) next = Math.min(next, distances[group]! / sizes[group]!);
    const larger = Math.max(within, next);
    if (Number.isFinite(larger) && larger > 0) sum += (next - within) / larger;
  }
  return judged === 0 ? 0 : sum / judged;
}

/** The number of groups that suits best, from two to five. */
export function bestClusters(plane: Plane): { readonly groups: number; readonly of: Clusters } {
  let best: { groups: number; of: Clusters; suits: number } | null = null;
  for (let groups = 2; groups <= Math.min(MOST_GROUPS, plane.length / 2 - 1); groups++) {
    const of = clustersOf(plane, groups);
    const suits = silhouette(plane, of, groups);
    if (best === null || suits > best.suits) best = { groups, of, suits };
  }
  return best ?? { groups: 1, of: new Int32Array(plane.length / 2) };
}
