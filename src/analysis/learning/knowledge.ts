import { type Example, FEWEST_TO_CALIBRATE, type Learnt, latest, learnFrom, lookAt } from './fit.ts';
import { type Lesson, type Study, sharpnessFrom } from './study.ts';

export interface Learning {
  /** The latest examples that are learnt from. */
  readonly most?: number;
  /** Where more than `AT_ONCE` examples are learnt from; without it, all is learnt here. */
  readonly study?: Study | null;
}

/**
 * What is learnt from examples that come one by one. Up to `AT_ONCE`, it is always from all of them. Beyond, it is what
 * was learnt last, with a look at what came since, while `study` learns all; from the latest alone while it is the first.
 */
export interface Knowledge {
  readonly size: number;
  /** The same id again replaces what was there. */
  put(id: string, example: Example): void;
  remove(id: string): void;
  learnt(): Learnt;
  /** null when too few examples tell, or none was worked out yet. */
  sharpness(): number | null;
  /** Resolves when all that was put is learnt. Rejects as `study` does. */
  settled(): Promise<void>;
}

const MOST_EXAMPLES = 2000;
/** Learning from so many takes less than a tenth of a second: whoever waits for an answer can wait for it. */
export const AT_ONCE = 200;
/** Calibrated anew when there are that many times more. */
const GROWN = 1.25;

export function createKnowledge(
  taught: readonly Example[],
  classes: number,
  { most = MOST_EXAMPLES, study = null }: Learning = {},
): Knowledge {
  const all = new Map<string, Example>();
  let learnt: Learnt | null = null;
  let fresh = false;
  let changes = 0;
  let studying: Promise<void> | null = null;
  let calibrated: { readonly size: number; readonly sharpness: number | null } = { size: 0, sharpness: null };

  const lesson = (atMost = most): Lesson => ({
    taught,
    examples: latest([...all.values()], atMost),
    classes,
  });
  const grown = (): boolean => all.size >= FEWEST_TO_CALIBRATE && all.size > calibrated.size * GROWN;
  const elsewhere = (): Study | null => (Math.min(all.size, most) > AT_ONCE ? study : null);
  const changed = (): void => {
    changes += 1;
    fresh = false;
  };

  const begin = (asked: Study): Promise<void> => {
    if (studying !== null) return studying;
    const [before, size, known] = [changes, all.size, new Set(all.values())];
    studying = asked(lesson(), grown())
      .then((found) => {
        learnt = found.learnt;
        if (found.sharpness !== null) calibrated = { size, sharpness: found.sharpness };
        fresh = changes === before;
        for (const example of all.values()) if (!known.has(example)) lookAt(learnt, example);
      })
      .finally(() => {
        studying = null;
      });
    return studying;
  };

  return {
    get size() {
      return all.size;
    },
    put(id, example) {
      all.delete(id);
      all.set(id, example);
      changed();
      if (elsewhere() !== null && learnt !== null) lookAt(learnt, example);
    },
    remove(id) {
      if (all.delete(id)) changed();
    },
    learnt() {
      if (fresh && learnt !== null) return learnt;
      const away = elsewhere();
      if (away === null) {
        const { examples } = lesson();
        learnt = learnFrom(taught, examples, classes);
        fresh = true;
        return learnt;
      }
      // Who studies says what went wrong; the next text asks again.
      begin(away).catch(() => {});
      learnt ??= learnFrom(taught, lesson(AT_ONCE).examples, classes);
      return learnt;
    },
    sharpness() {
      if (all.size < FEWEST_TO_CALIBRATE) return null;
      if (grown() && elsewhere() === null)
        calibrated = { size: all.size, sharpness: sharpnessFrom(lesson()) };
      return calibrated.sharpness;
    },
    async settled() {
      for (let away = elsewhere(); away !== null && !fresh; away = elsewhere()) await begin(away);
    },
  };
}
