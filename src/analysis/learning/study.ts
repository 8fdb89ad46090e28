/** What a learner learns from, and what comes of it: plain data, so that another thread can do it. */
import { type Example, type Learnt, learnFrom, sharpnessOf } from './fit.ts';

export interface Lesson {
  readonly taught: readonly Example[];
  readonly examples: readonly Example[];
  /** How many there are. */
  readonly classes: number;
}

export interface Studied {
  readonly learnt: Learnt;
  /** null when it was not asked for. */
  readonly sharpness: number | null;
}

/** Learns elsewhere than in this thread. `calibrate` asks for the sharpness too, which takes as long again. */
export type Study = (lesson: Lesson, calibrate: boolean) => Promise<Studied>;

export const sharpnessFrom = ({ taught, examples, classes }: Lesson): number =>
  sharpnessOf(taught, examples, classes);

export const study = (lesson: Lesson, calibrate: boolean): Studied => ({
  learnt: learnFrom(lesson.taught, lesson.examples, lesson.classes),
  sharpness: calibrate ? sharpnessFrom(lesson) : null,
});
