/** Local time, by Intl alone: what day it is somewhere, and when somebody may be written to. */
import type { Instant } from '../time.ts';
import type { Rules } from './model.ts';

type Hours = Rules['workingHours'];

const DAY = 86_400_000;
const STEP = 15 * 60_000;
const LOOKED_AHEAD = 14 * DAY;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function localOf(at: Instant, zone: string): { day: Instant; weekday: number; minutes: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    day: Date.UTC(number('year'), number('month') - 1, number('day')),
    weekday: WEEKDAYS.indexOf(parts.get('weekday')!) + 1,
    minutes: number('hour') * 60 + number('minute'),
  };
}

/** Local days from one instant to another; a day of 23 or 25 hours is one day. */
export const localDaysBetween = (from: Instant, to: Instant, zone: string): number =>
  Math.round((localOf(to, zone).day - localOf(from, zone).day) / DAY);

/** Whether it is a working hour in each of these zones. */
export const isWorking = (at: Instant, { days, from, to }: Hours, zones: readonly string[]): boolean =>
  zones.every((zone) => {
    const { weekday, minutes } = localOf(at, zone);
    return days.some((day) => day === weekday) && minutes >= from && minutes < to;
  });

/** `from` itself, or the first quarter of an hour after it that works in each zone; null when two weeks have none. */
export function nextWorking(from: Instant, hours: Hours, zones: readonly string[]): Instant | null {
  if (isWorking(from, hours, zones)) return from;
  const first = Math.ceil(from / STEP) * STEP;
  for (let at = first; at <= from + LOOKED_AHEAD; at += STEP) if (isWorking(at, hours, zones)) return at;
  return null;
}
