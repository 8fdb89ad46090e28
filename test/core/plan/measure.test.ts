/** Which measure counts, and whether an indicator keeps up with the straight line to its target. */
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/ids.ts';
import { courseOf, lastMeasure, type Measure, progressOf } from '../../../src/core/plan/measure.ts';

const measure = (over: Partial<Measure>): Measure => ({
  id: 'm',
  action: 'shared-posts',
  indicator: 'posts',
  value: 1,
  day: '2016-05-03',
  note: null,
  by: 'p' as PersonId,
  at: 1,
  takenBackAt: null,
  toldAt: null,
  ...over,
});
const last = (...measures: Measure[]) => lastMeasure(measures, 'shared-posts', 'posts')?.value ?? null;

describe('given several measures of an indicator', () => {
  test('when one is of a later day, then it counts, whatever was recorded last', () =>
    expect(last(measure({ value: 12, day: '2016-06-01', at: 1 }), measure({ value: 8, at: 2 }))).toBe(12));

  test('when two are of the same day, then the one recorded last counts', () =>
    expect(last(measure({ value: 12, at: 1 }), measure({ value: 21, at: 2 }))).toBe(21));

  test('when the last is taken back, then the one before counts again', () =>
    expect(last(measure({ value: 12 }), measure({ value: 120, at: 2, takenBackAt: 3 }))).toBe(12));

  test('when they are of other indicators and actions, then there is none', () =>
    expect(last(measure({ indicator: 'people' }), measure({ action: 'other' }))).toBeNull());
});

describe('given the calendars of a plan', () => {
  const spans = (...all: ([string | null, string | null] | null)[]) => ({
    actions: all.map((span) => ({ calendar: span && { written: '', from: span[0], to: span[1] } })) as never,
  });
  const course = (
    own: [string | null, string | null] | null,
    ...others: ([string | null, string | null] | null)[]
  ) =>
    courseOf(
      spans(own, ...others),
      { calendar: own && { written: '', from: own[0], to: own[1] } },
      '2015-03-02',
    );

  test.each([
    [
      'when the action says both ends, then these are its course',
      course(['2016-03', '2017'], ['2015', null]),
      '2016-03-01',
      '2017-12-31',
    ],
    [
      'when it says an end only, then it begins with the plan',
      course([null, '2016-02'], ['2015-06', null]),
      '2015-06-01',
      '2016-02-29',
    ],
    [
      'when no action says a beginning, then it began when the plan came',
      course([null, '2016']),
      '2015-03-02',
      '2016-12-31',
    ],
    ['when it says no end, then there is none', course(['2016', null]), '2016-01-01', null],
    [
      'when it has no calendar, then there is no end either',
      course(null, ['2015', '2018']),
      '2015-01-01',
      null,
    ],
  ])('%s', (_, { from, to }, begins, ends) => expect({ from, to }).toEqual({ from: begins, to: ends }));
});

describe('given a target of 40 from 2015 to 2018', () => {
  const course = { from: '2015-01-01', to: '2018-12-31' };
  const on = (value: number, day: string, target: number | null = 40) =>
    progressOf({ target }, { value, day }, course);

  test('when half of the time has passed and less than half is there, then it is off track', () => {
    const { pace, share, expected } = on(12, '2016-12-31');
    expect({ pace, share }).toEqual({ pace: 'off-track', share: 0.3 });
    expect(expected).toBeCloseTo(20, 1);
  });

  test.each([
    ['when it is on the line or above, then it is on track', on(20.1, '2016-12-31'), 'on-track'],
    ['when it is met, then it is reached, however early', on(40, '2015-02-01'), 'reached'],
    ['when the end has passed, then only the target will do', on(39.9, '2020-01-01'), 'off-track'],
    [
      'when it was measured before the beginning, then nothing was expected yet',
      on(0, '2014-06-01'),
      'on-track',
    ],
    ['when it has no target, then nothing is said of its pace', on(12, '2016-12-31', null), 'no-target'],
    ['when the target is nothing, then there is no line to it', on(-1, '2016-12-31', 0), 'no-end'],
    [
      'when the plan says no end, then there is no line',
      progressOf({ target: 40 }, { value: 1, day: '2016-01-01' }, { ...course, to: null }),
      'no-end',
    ],
    [
      'when the end comes before the beginning, then there is no line',
      progressOf({ target: 40 }, { value: 1, day: '2016-01-01' }, { ...course, to: '2014-12-31' }),
      'no-end',
    ],
    ['when nobody measured it, then that is said', progressOf({ target: 40 }, null, course), 'not-measured'],
  ])('%s', (_, { pace }, expected) => expect(pace).toBe(expected));
});
