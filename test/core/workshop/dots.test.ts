import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartnerId, PersonId } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import { place, tally } from '../../../src/core/workshop/dots.ts';

const dot = (person: string, college: string, group: string, points = 1) => ({
  group,
  person: person as PersonId,
  partner: college as PartnerId,
  points,
});
const OF = { groups: ['g1', 'g2'], colleges: ['a', 'b', 'c'], collegeOf: (one: string) => one, smallest: 5 };

describe('dots of one person', () => {
  test('are set, added to and taken back, never below nothing', () => {
    const after = place(
      [{ group: 'g1', points: 2 }],
      [
        { group: 'g1', add: -5 },
        { group: 'g2', set: 3 },
      ],
      5,
    );
    expect(after).toEqual(
      new Map([
        ['g1', 0],
        ['g2', 3],
      ]),
    );
  });

  test('too many change nothing, and say how many are placed', () => {
    const refused = place([{ group: 'g1', points: 2 }], [{ group: 'g2', set: 4 }], 5);
    expect(refused).toMatchObject({ code: 'too-many-dots', details: { most: 5, asked: 6, placed: 2 } });
  });

  test('whatever is asked, they are at most what one has', () => {
    const wishes = fc.array(
      fc.oneof(
        fc.record({ group: fc.constantFrom('g1', 'g2', 'g3'), set: fc.integer({ min: 0, max: 9 }) }),
        fc.record({ group: fc.constantFrom('g1', 'g2', 'g3'), add: fc.integer({ min: -9, max: 9 }) }),
      ),
    );
    fc.assert(
      fc.property(wishes, (asked) => {
        const after = place([], asked, 5);
        if (isRefusal(after)) return;
        expect([...after.values()].reduce((sum, points) => sum + points, 0)).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('results', () => {
  test('count points by group and by type of actor, the most points first', () => {
    const dots = Array.from({ length: 6 }, (_, n) => dot(`a${n}`, 'a', 'g2', 2)).concat(
      Array.from({ length: 5 }, (_, n) => dot(`b${n}`, 'b', 'g1')),
    );
    expect(tally(dots, OF)).toEqual([
      {
        group: 'g2',
        people: 6,
        points: 12,
        cells: [
          { college: 'a', people: 6, points: 12 },
          { college: 'b', people: 0, points: 0 },
          { college: 'c', people: 0, points: 0 },
        ],
      },
      {
        group: 'g1',
        people: 5,
        points: 5,
        cells: [
          { college: 'a', people: 0, points: 0 },
          { college: 'b', people: 5, points: 5 },
          { college: 'c', people: 0, points: 0 },
        ],
      },
    ]);
  });

  test('a few people are not told of, nor what is left of a total without them', () => {
    const few = [dot('b1', 'b', 'g1'), ...Array.from({ length: 7 }, (_, n) => dot(`a${n}`, 'a', 'g1'))];
    const [first] = tally(few, OF);
    expect(first).toMatchObject({ people: 8, points: 8 });
    expect(first!.cells.map(({ points }) => points)).toEqual([null, null, null]);
    const [alone] = tally([dot('b1', 'b', 'g1')], OF);
    expect(alone).toMatchObject({ people: null, points: null });
    expect(tally([dot('b1', 'b', 'g1')], { ...OF, all: true })[0]).toMatchObject({ people: 1, points: 1 });
  });

  test('whatever the dots, nothing shown counts one to four people, nor does what a subtraction gives', () => {
    const people = fc.array(
      fc.record({ college: fc.constantFrom('a', 'b', 'c'), group: fc.constantFrom('g1', 'g2') }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(people, (given) => {
        const dots = given.map(({ college, group }, n) => dot(`p${n}`, college, group));
        for (const row of tally(dots, OF)) {
          if (row.people === null) {
            expect(row.cells.every((cell) => cell.people === null)).toBe(true);
            continue;
          }
          const shown = row.cells.flatMap((cell) => cell.people ?? []);
          const left = row.people - shown.reduce((sum, count) => sum + count, 0);
          for (const count of [row.people, left, ...shown]) expect(count === 0 || count >= 5).toBe(true);
          const hidden = row.cells.filter((cell) => cell.people === null).length;
          if (left > 0) expect(hidden).toBeGreaterThan(1);
        }
      }),
    );
  });
});
