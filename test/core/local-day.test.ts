import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  instantAt,
  localDay,
  weekdayOf,
} from '../../src/core/consultation/local-day.ts';

const iso = (at: number) => new Date(at).toISOString();

describe('days and hours of a place', () => {
  test('the day is the one the calendar on the wall shows', () => {
    expect(localDay(Date.parse('2015-03-28T23:30:00Z'), 'Europe/Paris')).toBe('2015-03-29');
    expect(localDay(Date.parse('2015-03-28T23:30:00Z'), 'America/Cayenne')).toBe('2015-03-28');
  });

  test('an hour that summer time leaves out is the first one after it; one that comes twice is the first', () => {
    expect(iso(instantAt('2015-03-29', 2 * 60 + 30, 'Europe/Paris'))).toBe('2015-03-29T01:30:00.000Z');
    expect(iso(instantAt('2015-10-25', 2 * 60 + 30, 'Europe/Paris'))).toBe('2015-10-25T00:30:00.000Z');
    expect(iso(instantAt('2015-10-26', 9 * 60, 'Europe/Paris'))).toBe('2015-10-26T08:00:00.000Z');
  });

  test('a month later is the same day, or the last one', () => {
    expect(addMonths('2015-01-31', 1)).toBe('2015-02-28');
    expect(addMonths('2015-11-15', 3)).toBe('2016-02-15');
    expect(daysBetween('2015-02-27', addDays('2015-02-27', 3))).toBe(3);
    expect(weekdayOf('2015-03-02')).toBe(1);
    expect(weekdayOf('2015-03-01')).toBe(7);
    expect(iso(endOfDay('2015-03-29', 'Europe/Paris'))).toBe('2015-03-29T21:59:59.000Z');
  });

  test('whatever the day, the hour and the zone, the instant is on that day, at that hour or just after a gap', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones),
        (days, minutes, zone) => {
          const day = addDays('2015-01-01', days);
          const at = instantAt(day, minutes, zone);
          expect(localDay(at, zone)).toBe(day);
          expect(localDay(at - minutes * 60_000 - 3_600_001 - 60_000, zone) <= day).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
