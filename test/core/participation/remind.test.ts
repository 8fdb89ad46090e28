import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rules } from '../../../src/core/consultation/model.ts';
import { isWorking, localDaysBetween, nextWorking } from '../../../src/core/consultation/working-hours.ts';
import { mayLeaveAt, waveIsDue } from '../../../src/core/participation/remind.ts';

const HOURS: Rules['workingHours'] = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 };
const PARIS = 'Europe/Paris';
const at = (text: string) => Date.parse(text);
const DAY = 86_400_000;
const instants = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
const zones = fc.subarray([PARIS, 'America/Curacao', 'Indian/Reunion', 'Europe/London'], { minLength: 1 });

describe('working hours', () => {
  test.each([
    ['Friday evening waits for Monday', '2015-03-27T17:30:00Z', '2015-03-30T07:00:00Z'],
    ['on the day the clocks go forward too', '2015-03-29T01:30:00Z', '2015-03-30T07:00:00Z'],
    ['and when they go back', '2015-10-25T00:30:00Z', '2015-10-26T08:00:00Z'],
    ['within hours it leaves at once', '2015-03-30T07:00:00Z', '2015-03-30T07:00:00Z'],
    ['six in the evening is too late', '2015-03-30T16:00:00Z', '2015-03-31T07:00:00Z'],
  ])('%s', (_, from, expected) => {
    expect(new Date(nextWorking(at(from), HOURS, [PARIS])!).toISOString()).toBe(
      expected.replace('Z', '.000Z'),
    );
  });

  test('in two zones, both must be at work; where they never are, there is no such hour', () => {
    const shared = nextWorking(at('2015-03-30T07:00:00Z'), HOURS, [PARIS, 'America/Curacao']);
    expect(new Date(shared!).toISOString()).toBe('2015-03-30T13:00:00.000Z');
    expect(nextWorking(at('2015-03-30T07:00:00Z'), HOURS, [PARIS, 'Pacific/Tahiti'])).toBeNull();
  });

  test('what is found is working, not before, and nothing whole quarter before it was', () => {
    fc.assert(
      fc.property(instants, zones, (from, where) => {
        const found = nextWorking(from, HOURS, where);
        if (found === null) return;
        expect(found).toBeGreaterThanOrEqual(from);
        expect(isWorking(found, HOURS, where)).toBe(true);
        if (found > from) expect(isWorking(Math.max(from, found - 900_000), HOURS, where)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('a day of 23 hours, or of 25, is one day', () => {
    expect(localDaysBetween(at('2015-03-28T23:30:00+01:00'), at('2015-03-30T00:30:00+02:00'), PARIS)).toBe(2);
    expect(localDaysBetween(at('2015-10-24T00:30:00+02:00'), at('2015-10-26T00:10:00+01:00'), PARIS)).toBe(2);
  });
});

describe('the weekly budget', () => {
  const rules = { workingHours: HOURS, reminders: { most: 2, afterDays: [14, 35], weeklyMessages: 2 } };

  test('no week holds more than it allows, working hours apart', () => {
    fc.assert(
      fc.property(
        instants,
        fc.array(fc.integer({ min: 0, max: 20 * DAY }), { maxLength: 6 }),
        (now, ages) => {
          const before = ages.map((age) => now - age);
          const leaves = mayLeaveAt(now, before, rules, [PARIS])!;
          expect(before.filter((one) => one > leaves - 7 * DAY).length).toBeLessThan(2);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('by the calendar', () => {
  const rules = { afterDays: [14, 35] };
  const invited = at('2015-03-02T18:00:00+01:00');
  const day = (n: number) => invited + n * DAY - 6 * 3_600_000;
  const due = (had: readonly number[], now: number) => waveIsDue(invited, had, rules, now, PARIS);

  test('one on the fourteenth day, one on the thirty-fifth', () => {
    expect(due([], day(13))).toBe(false);
    expect(due([], day(14))).toBe(true);
    expect(due([day(14)], day(15))).toBe(false);
    expect(due([day(14)], day(35))).toBe(true);
    expect(due([day(14), day(35)], day(50))).toBe(false);
  });

  test('one asked for by hand before takes the place of the first', () => {
    expect(due([day(12)], day(14))).toBe(false);
    expect(due([day(12)], day(35))).toBe(true);
  });

  test('after five weeks switched off: one, not two', () => {
    expect(due([], day(36))).toBe(true);
    expect(due([day(36)], day(36) + 60_000)).toBe(false);
    expect(due([day(36)], day(44))).toBe(false);
  });

  test('a clock a day ahead that comes back fires nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -DAY, max: DAY }), { minLength: 90, maxLength: 90 }),
        (drifts) => {
          const had: number[] = [];
          for (const [n, drift] of drifts.entries()) {
            const now = day(n) + drift;
            if (due(had, now)) had.push(now);
          }
          expect(had).toHaveLength(2);
        },
      ),
      { numRuns: 50 },
    );
  });
});
