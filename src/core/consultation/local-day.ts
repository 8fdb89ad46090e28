/** Local days and hours, by Intl alone: days are `YYYY-MM-DD`, hours are minutes since midnight. */
import type { Instant } from '../time.ts';

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall says there, as if that were UTC. */
function wall(at: Instant, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type)!;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

const iso = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const localDay = (at: Instant, zone: string): string => iso(wall(at, zone));

export const addDays = (day: string, days: number): string => iso(utc(day) + days * DAY);

export const daysBetween = (from: string, to: string): number => (utc(to) - utc(from)) / DAY;

/** The same day some months later; the last one of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;

/**
 * The first instant at which clocks there show that hour of that day; an hour that the change to summer time leaves out
 * is the first one after it.
 */
export const instantAt = (day: string, minutes: number, zone: string): Instant =>
  instantShown(utc(day) + minutes * 60_000, zone);

function instantShown(shown: number, zone: string): Instant {
  // Offsets the day before and the day after are the only two that can hold.
  const guesses = [shown - DAY, shown + DAY]
    .map((near) => shown - (wall(near, zone) - near))
    .sort((a, b) => a - b);
  return guesses.find((at) => wall(at, zone) === shown) ?? guesses.at(-1)!;
}

/** How long it is from one to the other by the clocks there, in ms: whole days are whole across a change of time. */
export const shownBetween = (from: Instant, to: Instant, zone: string): number =>
  wall(to, zone) + (to % 1000) - wall(from, zone) - (from % 1000);

/** Whole days later, at the same hour of the clocks there. */
export const daysLater = (at: Instant, days: number, zone: string): Instant =>
  instantShown(wall(at, zone) + days * DAY, zone);

/** The last second of a local day. */
export const endOfDay = (day: string, zone: string): Instant => instantAt(addDays(day, 1), 0, zone) - 1000;
