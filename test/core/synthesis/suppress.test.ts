import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseRow, Figures } from '../../../src/core/synthesis/model.ts';
import { withhold } from '../../../src/core/synthesis/suppress.ts';

type Counts = readonly [answered: number, passed: number, silent: number, unreached: number];

const row = ([answered, passed, silent, unreached]: Counts): BaseRow => ({
  college: 'c',
  invited: answered + passed + silent + unreached,
  reached: answered + passed + silent,
  answered,
  passed,
  silent,
});
const figures = (counts: Counts, ...cells: number[]): Figures => ({
  base: [row(counts)],
  participation: cells.map((people, place) => ({ college: 'c', axis: String(place + 1), people })),
});
const shownRow = (counts: Counts, published: readonly Figures[] = []) =>
  withhold(figures(counts), 5, published).base[0]!;

describe('figures of a college, as they are published', () => {
  it('shows everything when nothing is small', () => {
    expect(shownRow([12, 0, 6, 5])).toEqual(row([12, 0, 6, 5]));
  });
  it('hides a second figure with a small one, so that no subtraction gives it back', () => {
    expect(shownRow([12, 2, 6, 5])).toMatchObject({ reached: 20, answered: 12, passed: null, silent: null });
    expect(shownRow([12, 2, 0, 5])).toMatchObject({
      reached: 14,
      answered: null,
      passed: null,
      silent: null,
    });
  });
  it('hides how many were reached when only a few were not, for the invited always show', () => {
    expect(shownRow([12, 6, 6, 2])).toMatchObject({
      invited: 26,
      reached: null,
      answered: 12,
      passed: 6,
      silent: null,
    });
    expect(shownRow([9, 0, 0, 1])).toMatchObject({
      invited: 10,
      reached: null,
      answered: null,
      passed: null,
    });
  });
  it('shows nothing but the invited of a college of fewer than five', () => {
    expect(withhold(figures([4, 0, 0, 0], 4, 0), 5, [])).toEqual({
      base: [{ college: 'c', invited: 4, reached: null, answered: null, passed: null, silent: null }],
      participation: [
        { college: 'c', axis: '1', people: null },
        { college: 'c', axis: '2', people: null },
      ],
    });
  });
  it('hides a cell of the participation table, and one that all but a few of the people fill', () => {
    const { participation } = withhold(figures([12, 6, 6, 6], 12, 9, 7, 3, 0), 5, []);
    expect(participation.map((cell) => cell.people)).toEqual([12, null, 7, null, 0]);
  });
  it('hides what changed by a few people since an earlier synthesis, and stays as it was when nothing changed', () => {
    const first = withhold(figures([12, 6, 6, 10], 6), 5, []);
    expect(withhold(figures([12, 6, 6, 10], 6), 5, [first])).toEqual(first);
    expect(shownRow([14, 6, 6, 8], [first])).toMatchObject({ reached: null, answered: null, passed: null });
    expect(withhold(figures([12, 6, 6, 10], 7), 5, [first]).participation[0]!.people).toBeNull();
    expect(shownRow([17, 6, 6, 5], [first])).toMatchObject({
      reached: 29,
      answered: 17,
      passed: 6,
      silent: 6,
    });
  });
  it('refuses figures that do not add up', () => {
    expect(() =>
      withhold({ base: [{ ...row([5, 5, 5, 5]), reached: 14 }], participation: [] }, 5, []),
    ).toThrow(/add up/);
  });
});

/** All the ways `total` people may be spread over four states. */
function* spreads(total: number): Generator<Counts> {
  for (let a = 0; a <= total; a++) {
    for (let p = 0; a + p <= total; p++) {
      for (let s = 0; a + p + s <= total; s++) yield [a, p, s, total - a - p - s];
    }
  }
}

const STATES = [0, 1, 2, 3];
const SETS = Array.from({ length: 14 }, (_, bits) => STATES.filter((state) => ((bits + 1) >> state) & 1));
const countOf = (counts: Counts, set: readonly number[]) =>
  set.reduce((sum, state) => sum + counts[state]!, 0);
const hiddenOf = (counts: Counts) => [counts[0] + counts[1] + counts[2], counts[0], counts[1], counts[2]];

describe('a reader who knows the invited, replays this program on every possible row and compares', () => {
  for (const smallest of [3, 4, 5]) {
    it(`finds at least two values for each hidden figure, and no set of 1 to ${smallest - 1} people`, () => {
      for (let invited = 1; invited <= 16; invited++) {
        const worlds = Map.groupBy(spreads(invited), (counts) =>
          JSON.stringify(withhold(figures(counts), smallest, []).base),
        );
        for (const [published, possible] of worlds) {
          const [shown] = JSON.parse(published) as [BaseRow];
          const names = ['reached', 'answered', 'passed', 'silent'] as const;
          names.forEach((name, place) => {
            const values = new Set(possible.map((counts) => hiddenOf(counts)[place]));
            if (shown[name] === null) expect(values.size, published).toBeGreaterThan(1);
            else expect([...values]).toEqual([shown[name]]);
          });
          for (const set of SETS) {
            const values = new Set(possible.map((counts) => countOf(counts, set)));
            const [only] = values;
            if (values.size === 1) expect(only === 0 || only! >= smallest, published).toBe(true);
          }
        }
      }
    });
  }

  it('finds at least two values for a hidden cell too, and learns nothing certain of the row from the cells', () => {
    const smallest = 3;
    for (let invited = 1; invited <= 10; invited++) {
      const all = [...spreads(invited)].flatMap((counts) =>
        Array.from({ length: counts[0] + 1 }, (_, first) =>
          Array.from({ length: counts[0] + 1 }, (_, second) => ({ counts, cells: [first, second] })),
        ).flat(),
      );
      const worlds = Map.groupBy(all, ({ counts, cells }) =>
        JSON.stringify(withhold(figures(counts, ...cells), smallest, [])),
      );
      for (const [published, possible] of worlds) {
        const shown = JSON.parse(published) as Figures;
        shown.participation.forEach((cell, place) => {
          const inCell = possible.map(({ cells }) => cells[place]!);
          const around = SETS.filter((set) => set.includes(0)).map((set) =>
            possible.map(({ counts, cells }) => countOf(counts, set) - cells[place]!),
          );
          if (cell.people === null) expect(new Set(inCell).size, published).toBeGreaterThan(1);
          for (const values of [inCell, ...around]) {
            const [only] = values;
            if (new Set(values).size === 1) expect(only === 0 || only! >= smallest, published).toBe(true);
          }
        });
        (['reached', 'answered', 'passed', 'silent'] as const).forEach((name, place) => {
          if (shown.base[0]![name] !== null) return;
          expect(
            new Set(possible.map(({ counts }) => hiddenOf(counts)[place])).size,
            published,
          ).toBeGreaterThan(1);
        });
      }
    }
  });
});

const anyCounts = fc.tuple(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 12 }),
);

/** What linear algebra gives: the sets whose count is the same in every world that fits, replaying nothing. */
function certain(shown: BaseRow): Map<number, number> {
  const found = new Map<number, number>();
  const fits = [...spreads(shown.invited)].filter((counts) =>
    (['reached', 'answered', 'passed', 'silent'] as const).every(
      (name, place) => shown[name] === null || shown[name] === hiddenOf(counts)[place],
    ),
  );
  SETS.forEach((set, place) => {
    const values = new Set(fits.map((counts) => countOf(counts, set)));
    if (values.size === 1) found.set(place, [...values][0]!);
  });
  return found;
}

describe('a reader who keeps two syntheses side by side', () => {
  it('can compute no set of people that changed by 1 to 4', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (before, now) => {
        const first = withhold(figures(before), 5, []);
        const second = withhold(figures(now), 5, [first]);
        const [then, today] = [certain(first.base[0]!), certain(second.base[0]!)];
        for (const [set, count] of today) {
          expect(count === 0 || count >= 5).toBe(true);
          const change = Math.abs(count - (then.get(set) ?? count));
          expect(change === 0 || change >= 5).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  for (const smallest of [3, 4]) {
    it(`finds at least two values for each figure hidden since, even replaying this program (${smallest})`, () => {
      for (let invited = 1; invited <= 8; invited++) {
        for (let then = Math.max(1, invited - 2); then <= invited; then++) {
          const firsts = Map.groupBy(spreads(then), (counts) =>
            JSON.stringify(withhold(figures(counts), smallest, [])),
          );
          for (const [text, before] of firsts) {
            const first = JSON.parse(text) as Figures;
            const worlds = Map.groupBy(spreads(invited), (counts) =>
              JSON.stringify(withhold(figures(counts), smallest, [first]).base),
            );
            for (const [published, possible] of worlds) {
              const [shown] = JSON.parse(published) as [BaseRow];
              const story = `${text} then ${published}`;
              (['reached', 'answered', 'passed', 'silent'] as const).forEach((name, place) => {
                const values = new Set(possible.map((counts) => hiddenOf(counts)[place]));
                if (shown[name] === null) expect(values.size, story).toBeGreaterThan(1);
              });
              for (const set of SETS) {
                const [now, ...others] = new Set(possible.map((counts) => countOf(counts, set)));
                if (others.length > 0) continue;
                expect(now === 0 || now! >= smallest, story).toBe(true);
                const [earlier, ...more] = new Set(before.map((counts) => countOf(counts, set)));
                const change = more.length > 0 ? 0 : Math.abs(now! - earlier!);
                expect(change === 0 || change >= smallest, story).toBe(true);
              }
            }
          }
        }
      }
    });
  }
});
