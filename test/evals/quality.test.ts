/** What reading is worth on real texts, where they are: fails when it drops by more than two or three texts of a set. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, rated } from './duplicates.ts';
import { worthOf } from './tagging/measures.ts';
import { recognise, someOfEach } from './tagging/runs.ts';
import { loadSet, type SetName } from './tagging/sets.ts';
import { commentsOf, groupedBy } from './themes.ts';

const data = process.env.TOUR_EVAL_DATA ?? join(import.meta.dirname, '../../../shared/data');
if (!existsSync(data)) console.warn(`NOT RUN, how well real texts are read: no ${data}.`);

/** At least, but for the calibration error; and what descriptions alone give. */
const PINNED = {
  'mel-grand-debat-comments': {
    trained: { accuracy: 0.88, macroF1: 0.72, top2: 0.925, surest: 0.91 },
    calibration: 0.055,
    cold: 0.735,
  },
  'paris-participatory-budget': {
    trained: { accuracy: 0.665, macroF1: 0.62, top2: 0.84, surest: 0.735 },
    calibration: 0.075,
    cold: 0.59,
  },
} satisfies Partial<Record<SetName, object>>;
type Pinned = keyof typeof PINNED;
/** How many draws with so many examples a class. */
const DRAWS = { 1: 3, 2: 3, 5: 3, 10: 2 } as const;
/** One draw may be unlucky by so much, never their mean. */
const UNLUCKY = 0.03;

describe.skipIf(!existsSync(data))('on real texts', () => {
  describe.each(Object.keys(PINNED) as Pinned[])('%s', (name) => {
    const pinned = PINNED[name];

    test('tagged after training', async () => {
      const set = (await loadSet(data, name))!;
      const worth = worthOf(recognise(set, set.train, set.test).guesses);
      for (const [figure, least] of Object.entries(pinned.trained))
        expect(worth[figure as keyof typeof pinned.trained], figure).toBeGreaterThanOrEqual(least);
      expect(worth.calibration, 'calibration error').toBeLessThanOrEqual(pinned.calibration);
    });

    test('from descriptions alone, and with a few examples never worse', async () => {
      const set = (await loadSet(data, name))!;
      const right = (most: number, draw: number): number =>
        worthOf(recognise(set, someOfEach(set.train, most, draw), set.test).guesses).accuracy;
      const cold = right(0, 0);
      expect(cold).toBeGreaterThanOrEqual(pinned.cold);
      for (const [most, draws] of Object.entries(DRAWS)) {
        const all = Array.from({ length: draws }, (_, draw) => right(Number(most), draw));
        expect(all.reduce((sum, one) => sum + one, 0) / draws, `${most} a class`).toBeGreaterThanOrEqual(
          cold,
        );
        expect(Math.min(...all), `${most} a class, the worst draw`).toBeGreaterThanOrEqual(cold - UNLUCKY);
      }
    });
  });

  test('corrections, as they come, never bring it below the descriptions alone', async () => {
    for (const name of Object.keys(PINNED) as Pinned[]) {
      const set = (await loadSet(data, name))!;
      const came = someOfEach(set.train, Number.POSITIVE_INFINITY, 0);
      const right = (most: number): number =>
        worthOf(recognise(set, came.slice(0, most), set.test).guesses).accuracy;
      const [cold, ...since] = [0, 3, 10, 30, 100].map(right);
      expect(Math.min(...since), name).toBeGreaterThanOrEqual(cold!);
    }
  });

  test('what is said twice is found', () => {
    const [, atFive, atTen] = found(data)!.pairs;
    expect(atFive).toBeGreaterThanOrEqual(0.48);
    expect(atTen).toBeGreaterThanOrEqual(0.575);
    expect(rated(data).own).toBeGreaterThanOrEqual(0.93);
  });

  test('comments are grouped as the prompts they answered', () => {
    const { v, rand } = groupedBy(commentsOf(data)!, ({ label }) => label);
    expect(v).toBeGreaterThanOrEqual(0.6);
    expect(rand).toBeGreaterThanOrEqual(0.32);
  });
});
