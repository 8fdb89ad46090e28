import { softmax } from '../probability.ts';
import { complementWeights } from './complement.ts';
import type { Features } from './features.ts';
import { lean, type Separator, scoreOf, separate } from './separate.ts';
import { createSpace, type Point, pointIn, type Space } from './space.ts';
import { CHOSEN, type Tuning } from './tuning.ts';

export interface Example {
  readonly features: Features;
  readonly index: number;
}

/** Plain data: it goes from thread to thread. */
export interface Learnt {
  readonly space: Space;
  readonly separators: readonly Separator[];
}

/** Tells the classes apart by the descriptions and the examples. */
export function learnFrom(
  taught: readonly Example[],
  examples: readonly Example[],
  classes: number,
  tuning: Tuning = CHOSEN,
): Learnt {
  const all = [...taught, ...examples];
  const space = createSpace(
    all.map(({ features }) => features),
    tuning.letters,
  );
  const points: Point[] = all.map(({ features }) => pointIn(space, features));
  const sizes = new Array<number>(classes).fill(0);
  for (const { index } of all) sizes[index]! += 1;
  const complement = complementWeights(points, (k) => all[k]!.index, classes, space.size);
  const separators = sizes.map((size, index): Separator => {
    const balance = ((all.length - size) / Math.max(1, size)) ** tuning.balance;
    const inside = all.map((example) => example.index === index);
    const costs = Float32Array.from(
      all,
      (_, k) => (k < taught.length ? tuning.description : tuning.example) * (inside[k] ? balance : 1),
    );
    const separator = separate(points, inside, costs, space.size);
    const beside = complement[index]!;
    for (let k = 0; k < beside.length; k++) separator.weights[k]! += tuning.complement * beside[k]!;
    return separator;
  });
  return { space, separators };
}

/** Changes what was learnt: one more example is known, not yet weighed against the others. Words none of them has wait. */
export function lookAt(
  { space, separators }: Learnt,
  { features, index }: Example,
  { balance: power, example }: Tuning = CHOSEN,
): void {
  const point = pointIn(space, features);
  const balance = (separators.length - 1) ** power;
  separators.forEach((separator, k) => {
    lean(separator, point, k === index, example * (k === index ? balance : 1));
  });
}

/** The latest examples, `most` at most: the oldest of the largest classes are left out first. */
export function latest(examples: readonly Example[], most: number): readonly Example[] {
  if (examples.length <= most) return examples;
  const sizes = [...Map.groupBy(examples, ({ index }) => index).values()].map(({ length }) => length);
  let [low, high] = [0, Math.max(...sizes)];
  while (low < high) {
    const quota = Math.ceil((low + high) / 2);
    if (sizes.reduce((sum, size) => sum + Math.min(size, quota), 0) <= most) low = quota;
    else high = quota - 1;
  }
  const taken = new Map<number, number>();
  return examples.toReversed().filter(({ index }) => {
    const before = taken.get(index) ?? 0;
    taken.set(index, before + 1);
    return before < low;
  });
}

/** A text of which little is known has scores close together: they are set that far apart, to this power of how far they lie. */
const EVENED = 0.5;

/** How far inside each class a text lies, against how far its scores lie apart: the mean is 0. */
export const scoresIn = ({ space, separators }: Learnt, features: Features): number[] => {
  const point = pointIn(space, features);
  const scores = separators.map((separator) => scoreOf(separator, point));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const apart = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  return scores.map((score) => (apart === 0 ? 0 : (score - mean) / apart ** EVENED));
};

/** From scores to shares; with fewer examples than that, they tell nothing of it. */
const SHARPNESS = [0.8, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 5];
export const FEWEST_TO_CALIBRATE = 60;
const FOLDS = 5;
/** So many texts tell enough: of more, not every fold is looked at. */
const JUDGED = 600;

/**
 * What scores are to be multiplied by to be honest shares: what suits a fifth of the examples best as learnt from the
 * others, fifth by fifth. Learnt from fewer, scores would say less of what they will be.
 */
export function sharpnessOf(
  taught: readonly Example[],
  examples: readonly Example[],
  classes: number,
): number {
  const foldOf = (k: number): number => Math.floor((FOLDS * (Math.imul(k + 1, 0x9e3779b1) >>> 0)) / 2 ** 32);
  const looked = Math.min(FOLDS, Math.ceil((FOLDS * JUDGED) / examples.length));
  const judged = Array.from({ length: looked }, (_, fold) => fold).flatMap((fold) => {
    const learnt = learnFrom(
      taught,
      examples.filter((_, k) => foldOf(k) !== fold),
      classes,
    );
    return examples
      .filter((_, k) => foldOf(k) === fold)
      .map(({ features, index }) => ({ scores: scoresIn(learnt, features), index }));
  });
  const losses = SHARPNESS.map((sharpness) =>
    judged.reduce((sum, { scores, index }) => sum - Math.log(softmax(scores, 1 / sharpness)[index]!), 0),
  );
  return SHARPNESS[losses.indexOf(Math.min(...losses))]!;
}
