/** What the plan's indicators were found to be, and whether they keep up with their targets. */
import { addDays, daysBetween } from '../consultation/local-day.ts';
import type { PersonId, WordsId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Plan, PlanAction, PlanIndicator } from './model.ts';

/** Never changed; what was wrong is taken back. */
export interface Measure {
  readonly id: string;
  /** Keys of the plan. */
  readonly action: string;
  readonly indicator: string;
  readonly value: number;
  /** `YYYY-MM-DD`: when it was so. */
  readonly day: string;
  readonly note: WordsId | null;
  readonly by: PersonId;
  readonly at: Instant;
  readonly takenBackAt: Instant | null;
  /** When those whose proposals fed the action were told of it. */
  readonly toldAt: Instant | null;
}

/** The measure that counts: of the last day, and of that day the last one recorded. null: not measured. */
export function lastMeasure(measures: readonly Measure[], action: string, indicator: string): Measure | null {
  return measures
    .filter((one) => one.action === action && one.indicator === indicator && one.takenBackAt === null)
    .reduce<Measure | null>((last, one) => {
      if (last === null || one.day > last.day) return one;
      return one.day === last.day && one.at >= last.at ? one : last;
    }, null);
}

/** First and last local days of the way to a target; null where the plan says no end. */
export interface Course {
  readonly from: string;
  readonly to: string | null;
}

/**
 * When an action begins, else when the plan does (its earliest action, else `since`, a local day), and when its own
 * calendar ends.
 */
export function courseOf(
  plan: Pick<Plan<unknown>, 'actions'>,
  { calendar }: Pick<PlanAction<unknown>, 'calendar'>,
  since: string,
): Course {
  const begins = plan.actions.flatMap((one) => one.calendar?.from ?? []).map(firstDay);
  return {
    from: calendar?.from
      ? firstDay(calendar.from)
      : begins.reduce((a, b) => (b < a ? b : a), begins[0] ?? since),
    to: calendar?.to ? lastDay(calendar.to) : null,
  };
}

/** Of `2016` or `2016-03`. */
const firstDay = (span: string): string => (span.length === 4 ? `${span}-01-01` : `${span}-01`);

function lastDay(span: string): string {
  const [year, month] = (span.length === 4 ? `${span}-12` : span).split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

export type Pace = 'no-target' | 'not-measured' | 'no-end' | 'reached' | 'on-track' | 'off-track';

export interface Progress {
  readonly pace: Pace;
  /** Of the way to the target, 1 when it is met; null without one, or without a measure. */
  readonly share: number | null;
  /** Where the straight line from the beginning to the target stood on the day of the measure; null where there is no line. */
  readonly expected: number | null;
}

/**
 * A target above where the indicator began is reached from below, one below it from above. Without a beginning it began
 * at 0, and a target of 0 or less has no line to it: it is reached, or no end is known.
 */
export function progressOf(
  { target, baseline = 0 }: Pick<PlanIndicator<unknown>, 'target' | 'baseline'>,
  measure: Pick<Measure, 'value' | 'day'> | null,
  { from, to }: Course,
): Progress {
  if (measure === null)
    return { pace: target === null ? 'no-target' : 'not-measured', share: null, expected: null };
  if (target === null) return { pace: 'no-target', share: null, expected: null };
  const way = target - baseline;
  const lined = way > 0 || baseline !== 0;
  const share = lined && way !== 0 ? (measure.value - baseline) / way : null;
  const whole = to === null ? 0 : daysBetween(from, to);
  const elapsed = Math.min(1, Math.max(0, daysBetween(from, measure.day) / whole));
  const expected = lined && whole > 0 ? baseline + way * elapsed : null;
  // `short` of where it should be, in the direction of the target.
  const short = (aim: number) => (way < 0 && lined ? measure.value > aim : measure.value < aim);
  if (!short(target)) return { pace: 'reached', share, expected };
  if (expected === null) return { pace: 'no-end', share, expected };
  return { pace: short(expected) ? 'off-track' : 'on-track', share, expected };
}

/** The number that a text is: `12,5`, `1 200`; null for what two readers read two ways (`1,200`), or for no number. */
export function figureIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, '').replace('−', '-');
  if (/^[-+]?[1-9]\d{0,2}[.,]\d{3}$/u.test(plain)) return null;
  const figure = Number(plain.replace(',', '.'));
  return plain !== '' && Number.isFinite(figure) ? figure : null;
}
