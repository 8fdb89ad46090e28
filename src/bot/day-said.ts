/** A day as people say it: "dans 3 semaines", "le 17 avril", "17/04", "2026-12-20", "in a month", "17 April". */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../core/time.ts';
import { dayIn, today } from './day.ts';
import { bare } from './understand.ts';

const MONTHS = [
  ['janvier', 'janv', 'january', 'jan', 'januari'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb', 'februari'],
  ['mars', 'march', 'mar', 'maart'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may', 'mei'],
  ['juin', 'june', 'jun', 'juni'],
  ['juillet', 'juil', 'july', 'jul', 'juli'],
  ['aout', 'august', 'aug', 'augustus'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october', 'oktober', 'okt'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
const NUMBERS = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const UNITS: readonly [RegExp, 'days' | 'weeks' | 'months'][] = [
  [/^(?:jours?|days?)$/u, 'days'],
  [/^(?:semaines?|weeks?)$/u, 'weeks'],
  [/^(?:mois|months?)$/u, 'months'],
];
const LEAD = /^(?:jusqu'?(?:au|a)? |until |till |to |by |le |on |the |au |pour le )+/u;
const WITHIN = /^(?:dans|d'ici|in|within) (?:(\d{1,3})|([a-z]{1,6})) ([a-z]{3,8})$/u;
const NUMERIC = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/u;
const NAMED = /^(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([a-z]{3,10})\.?(?: (\d{4}))?$/u;
const NAMED_FIRST = /^([a-z]{3,10}) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u;

const LONGEST = 60;

/** `YYYY-MM-DD`; without a year, the next such day. null when it is no day (also for 31/02); yesterday is one. */
export function daySaid(text: string, now: Instant, zone: string): string | null {
  if (text.length > LONGEST) return null;
  const said = bare(text).replace(LEAD, '').replace(LEAD, '');
  const exact = dayIn(said);
  if (exact !== null) return exact;
  const from = Temporal.PlainDate.from(today(now, zone));
  if (/^(?:demain|tomorrow)$/u.test(said)) return from.add({ days: 1 }).toString();
  if (/^(?:aujourd'hui|today)$/u.test(said)) return from.toString();
  if (/^(?:hier|yesterday)$/u.test(said)) return from.subtract({ days: 1 }).toString();
  const within = WITHIN.exec(said);
  if (within) return after(from, within[1] ?? within[2]!, within[3]!);
  const numeric = NUMERIC.exec(said);
  if (numeric) return next(from, Number(numeric[2]), Number(numeric[1]), numeric[3]);
  const named = NAMED.exec(said);
  if (named) return next(from, monthOf(named[2]!), Number(named[1]), named[3]);
  const first = NAMED_FIRST.exec(said);
  return first ? next(from, monthOf(first[1]!), Number(first[2]), first[3]) : null;
}

const monthOf = (name: string): number => MONTHS.findIndex((names) => names.includes(name)) + 1;

function after(from: Temporal.PlainDate, count: string, unit: string): string | null {
  const named = ['a', 'une', 'an'].includes(count)
    ? 1
    : Math.max(NUMBERS.indexOf(count), ENGLISH.indexOf(count));
  const n = /^\d/u.test(count) ? Number(count) : named;
  const found = UNITS.find(([pattern]) => pattern.test(unit));
  return found && n > 0 ? from.add({ [found[1]]: n }).toString() : null;
}

function next(from: Temporal.PlainDate, month: number, day: number, year: string | undefined): string | null {
  try {
    const on = (which: number) =>
      Temporal.PlainDate.from({ year: which, month, day }, { overflow: 'reject' });
    if (year !== undefined) return on(Number(year)).toString();
    const here = on(from.year);
    return (Temporal.PlainDate.compare(here, from) < 0 ? on(from.year + 1) : here).toString();
  } catch {
    return null;
  }
}
