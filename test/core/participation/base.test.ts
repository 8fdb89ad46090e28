import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartnerId } from '../../../src/core/ids.ts';
import { baseOf, participationOf } from '../../../src/core/participation/base.ts';

const COLLEGES = ['economic', 'territories', 'departments'];
const colleges = COLLEGES.map((key) => ({ key }));

const people = fc.array(
  fc.record({
    college: fc.constantFrom(...COLLEGES),
    reachedAt: fc.option(fc.nat(), { nil: null }),
    answered: fc.subarray(['a', 'b']),
    passed: fc.subarray(['c', 'd']),
  }),
  { maxLength: 40 },
);

test('every row adds up: reached = answered + passed + silent, and nobody is counted twice', () => {
  fc.assert(
    fc.property(people, (all) => {
      const partners = all.map((one, index) => ({ ...one, partnerId: `p${index}` as PartnerId }));
      const collegeOf = new Map(partners.map((one) => [one.partnerId, one.college]));
      const rows = baseOf(partners, collegeOf, colleges);
      for (const row of rows) {
        expect(row.invited).toBeGreaterThan(0);
        expect(row.answered! + row.passed! + row.silent!).toBe(row.reached);
        expect(row.reached!).toBeLessThanOrEqual(row.invited);
        expect(row.silent!).toBeGreaterThanOrEqual(0);
      }
      expect(rows.reduce((sum, row) => sum + row.invited, 0)).toBe(partners.length);
      expect(rows.map((row) => row.college)).toEqual(
        COLLEGES.filter((key) => partners.some((one) => one.college === key)),
      );
    }),
  );
});

test('one prompt answered and another passed is an answer; only passes are a pass; a word is proof of being reached', () => {
  const collegeOf = new Map(['p1', 'p2', 'p3', 'p4'].map((id) => [id as PartnerId, 'economic']));
  const one = (id: string, answered: string[], passed: string[], reachedAt: number | null) => ({
    partnerId: id as PartnerId,
    answered,
    passed,
    reachedAt,
  });
  const rows = baseOf(
    [
      one('p1', ['a'], ['b'], 5),
      one('p2', [], ['a'], 5),
      one('p3', ['a'], [], null),
      one('p4', [], [], null),
    ],
    collegeOf,
    colleges,
  );
  expect(rows).toEqual([{ college: 'economic', invited: 4, reached: 3, answered: 2, passed: 1, silent: 0 }]);
});

test('people are counted once an axis, and every pair is there', () => {
  const collegeOf = new Map([['p1' as PartnerId, 'economic']]);
  const contribution = (axis: string | null) => ({ partnerId: 'p1' as PartnerId, axis });
  const unknown = { partnerId: null, axis: '1' };
  const cells = participationOf(
    [contribution('1'), contribution('1'), contribution('2'), contribution(null), unknown],
    collegeOf,
    ['economic', 'territories'],
    ['1', '2', '3'],
  );
  expect(cells.map(({ college, axis, people: count }) => `${college} ${axis} ${count}`)).toEqual([
    'economic 1 1',
    'economic 2 1',
    'economic 3 0',
    'territories 1 0',
    'territories 2 0',
    'territories 3 0',
  ]);
});
