/** Which indicators call for attention, how much, and what is told of it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/consultation/local-day.ts';
import { type Alert, type AlertOn, alertChanges, LEVELS, levelOf } from '../../../src/core/plan/alert.ts';
import { operates } from '../../../src/core/plan/operator.ts';

const COURSE = { from: '2016-01-01', to: '2020-12-31' };
const level = (
  value: number | null,
  day: string,
  today = day,
  { target = 40 as number | null, baseline = 0, course = COURSE as { from: string; to: string | null } } = {},
) => levelOf({ target, baseline }, 'under-way', value === null ? null : { value, day }, course, today);

describe('given a target of 40 from 2016 to 2020', () => {
  test.each([
    [
      'when half of the time is over and half is there, then nothing is wrong',
      level(20.1, '2018-07-01'),
      null,
    ],
    ['when a little less is there, then it is behind', level(15, '2018-07-01'), 'behind'],
    ['when less than half of that is there, then it is far behind', level(9, '2018-07-01'), 'far-behind'],
    ['when the time is over and it falls short, then it is missed', level(39, '2020-12-31'), 'missed'],
    ['when it is met, then nothing more is asked, years later', level(40, '2017-01-01', '2024-01-01'), null],
    [
      'when nobody measured it for a year, then it is to be measured',
      level(null, '', '2017-01-02'),
      'to-measure',
    ],
    ['when the year is not over, then not yet', level(null, '', '2017-01-01'), null],
    [
      'when the last measure is a year old, then it is to be measured',
      level(20, '2017-01-01', '2018-01-02'),
      'to-measure',
    ],
    [
      'when the time is over without a last measure, then it is to be measured',
      level(39, '2020-06-01', '2021-01-01'),
      'to-measure',
    ],
    [
      'when it is behind and nobody looked since, then it is behind still',
      level(1, '2017-01-01', '2019-01-01'),
      'far-behind',
    ],
  ] as const)('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('given a target that goes down from 120 to 40', () => {
  const down = (value: number, day: string) => level(value, day, day, { baseline: 120 });
  test.each([
    [
      'when half of the time is over and half of the way is made, then nothing is wrong',
      down(79, '2018-07-01'),
      null,
    ],
    ['when it went down too little, then it is behind', down(90, '2018-07-01'), 'behind'],
    ['when it hardly went down, then it is far behind', down(115, '2018-07-01'), 'far-behind'],
    ['when it went up, then it is far behind', down(130, '2018-07-01'), 'far-behind'],
    ['when it is below the target, then it is reached', down(39, '2018-07-01'), null],
    ['when the time is over above the target, then it is missed', down(41, '2020-12-31'), 'missed'],
  ] as const)('%s', (_, found, expected) => expect(found).toBe(expected));

  test('when it goes down to nothing, then there is a way to it too', () =>
    expect(level(100, '2018-07-01', '2018-07-01', { baseline: 120, target: 0 })).toBe('far-behind'));
});

describe('given an action', () => {
  const of = (state: 'dropped' | 'done' | 'planned', target: number | null) =>
    levelOf({ target }, state, null, COURSE, '2019-01-01');
  test('when it was dropped, then nobody is alerted', () => expect(of('dropped', 40)).toBeNull());
  test('when it is done and its indicator has no target, then nobody is', () =>
    expect(of('done', null)).toBeNull());
  test('when it is done and a target was set, then it is to be measured', () =>
    expect(of('done', 40)).toBe('to-measure'));
  test('when it has no target, then it is to be measured each year', () =>
    expect(of('planned', null)).toBe('to-measure'));
  test('when the plan says no end, then no measure is late', () =>
    expect(level(1, '2018-07-01', '2018-08-01', { course: { ...COURSE, to: null } })).toBeNull());
});

describe('given any indicator', () => {
  const day = fc.integer({ min: 1, max: 1_900 }).map((n) => addDays('2016-01-01', n));
  const figure = fc.integer({ min: -500, max: 500 });
  const rank = (found: ReturnType<typeof level>) => (found === null ? -1 : LEVELS.indexOf(found));

  test('when its mirror image goes down, then it is told of alike', () =>
    fc.assert(
      fc.property(
        figure,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        day,
        (value, baseline, way, on) => {
          const mirrored = (figure: number) => 2 * baseline - figure;
          const up = level(value, on, on, { baseline, target: baseline + way });
          expect(level(mirrored(value), on, on, { baseline, target: mirrored(baseline + way) })).toBe(up);
        },
      ),
    ));

  test('when more is there, then it is never worse', () =>
    fc.assert(
      fc.property(figure, fc.integer({ min: 0, max: 500 }), day, (value, more, on) => {
        expect(rank(level(value + more, on))).toBeLessThanOrEqual(rank(level(value, on)));
      }),
    ));

  test('when time passes and nobody measures, then an alert stays', () =>
    fc.assert(
      fc.property(figure, day, fc.integer({ min: 0, max: 2_000 }), (value, on, days) => {
        const before = level(value, on);
        if (before !== null) expect(level(value, on, addDays(on, days))).toBe(before);
      }),
    ));
});

describe('given alerts that stand', () => {
  const on = (indicator: string, level: AlertOn['level']): AlertOn => ({ action: 'a', indicator, level });
  const standing = (one: AlertOn): Alert => ({ ...one, id: one.indicator, raisedAt: 1, clearedAt: null });
  const changes = (before: AlertOn[], found: AlertOn[]) => alertChanges(before.map(standing), found);

  test('when they are found again, then nothing is told', () =>
    expect(changes([on('x', 'behind')], [on('x', 'behind')])).toEqual({ tell: [], raise: [], clear: [] }));

  test('when one gets worse, then it is told again', () => {
    const { tell, clear } = changes([on('x', 'behind')], [on('x', 'missed')]);
    expect(tell).toEqual([on('x', 'missed')]);
    expect(clear.map(({ id }) => id)).toEqual(['x']);
  });

  test('when one eases, then it stands at its level, and nobody is told', () => {
    const { tell, raise } = changes([on('x', 'far-behind')], [on('x', 'behind')]);
    expect({ tell, raise }).toEqual({ tell: [], raise: [on('x', 'behind')] });
  });

  test('when one is over and comes back, then it is told anew', () => {
    expect(changes([on('x', 'behind')], []).clear).toHaveLength(1);
    expect(changes([], [on('x', 'behind')]).tell).toHaveLength(1);
  });

  test('when what was told stands, then it is told no more, whatever was found', () => {
    const some = fc.uniqueArray(
      fc.record({
        action: fc.constantFrom('a', 'b'),
        indicator: fc.constantFrom('x', 'y'),
        level: fc.constantFrom(...LEVELS),
      }),
      { selector: (one) => `${one.action} ${one.indicator}` },
    );
    fc.assert(
      fc.property(some, some, (before, found) => {
        const { raise, clear } = alertChanges(before.map(standing), found);
        const after = [
          ...before
            .map(standing)
            .filter(
              (one) => !clear.some((gone) => gone.action === one.action && gone.indicator === one.indicator),
            ),
          ...raise.map(standing),
        ];
        expect(alertChanges(after, found)).toEqual({ tell: [], raise: [], clear: [] });
      }),
    );
  });
});

test.each([
  ['APES et CRESS', 'APES', true],
  ['L’Apès, avec la MEL', 'APES', true],
  ['Agence des capes', 'APES', false],
  ['Groupement d’employeurs', "Groupement d'employeurs", true],
  [null, 'APES', false],
  ['APES', ' ', false],
])('%j is run by %j: %j', (operator, organisation, expected) =>
  expect(operates(operator, organisation)).toBe(expected),
);
