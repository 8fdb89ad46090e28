/** Indicators that are off the way to their targets, or that nobody measured when it was time. */
import { addMonths } from '../consultation/local-day.ts';
import type { Instant } from '../time.ts';
import { type Course, type Measure, progressOf } from './measure.ts';
import type { PlanAction, PlanIndicator } from './model.ts';

/** The least one first. */
export const LEVELS = ['to-measure', 'behind', 'far-behind', 'missed'] as const;
export type AlertLevel = (typeof LEVELS)[number];

/** Each year, progress is measured. */
const MEASURED_EVERY = 12;
/** Below this part of the way that should be behind it, an indicator is far behind. */
const FAR = 0.5;

/**
 * `today`: a local day. An action that was dropped alerts nobody, and one that is done only about its target. Reached is
 * reached; after the end of its calendar an indicator is due once more.
 */
export function levelOf(
  indicator: Pick<PlanIndicator<unknown>, 'target' | 'baseline'>,
  state: PlanAction<unknown>['state'],
  last: Pick<Measure, 'value' | 'day'> | null,
  course: Course,
  today: string,
): AlertLevel | null {
  if (state === 'dropped' || (state === 'done' && indicator.target === null)) return null;
  const { pace, expected } = progressOf(indicator, last, course);
  if (pace === 'reached') return null;
  const ended = course.to !== null && today > course.to;
  const final = last !== null && course.to !== null && last.day >= course.to;
  if (last !== null && pace === 'off-track' && expected !== null) {
    if (final) return 'missed';
    const { baseline = 0 } = indicator;
    const made = (last.value - baseline) / (expected - baseline);
    return made < FAR ? 'far-behind' : 'behind';
  }
  if (final) return null;
  const due = addMonths(last === null ? course.from : last.day, MEASURED_EVERY);
  return ended || today > due ? 'to-measure' : null;
}

/** Which indicator of which action, by their keys. */
export interface AlertOn {
  readonly action: string;
  readonly indicator: string;
  readonly level: AlertLevel;
}

/** An alert that was told. */
export interface Alert extends AlertOn {
  readonly id: string;
  readonly raisedAt: Instant;
  /** When it was no more; a worse one takes the place of a lesser. */
  readonly clearedAt: Instant | null;
}

const same = (one: AlertOn, other: AlertOn): boolean =>
  one.action === other.action && one.indicator === other.indicator;

export interface AlertChanges {
  /** Told of: new ones, and those that got worse. */
  readonly tell: readonly AlertOn[];
  /** Stand from now on; what eased stands at its lesser level, and nobody is told. */
  readonly raise: readonly AlertOn[];
  readonly clear: readonly Alert[];
}

/** From the alerts that stand to those that were found: each is told once, until it is over or worse. */
export function alertChanges(standing: readonly Alert[], found: readonly AlertOn[]): AlertChanges {
  const before = (one: AlertOn) => standing.find((other) => same(one, other));
  const raise = found.filter((one) => before(one)?.level !== one.level);
  const rank = (level: AlertLevel | undefined) => (level === undefined ? -1 : LEVELS.indexOf(level));
  return {
    raise,
    tell: raise.filter((one) => rank(one.level) > rank(before(one)?.level)),
    clear: standing.filter((one) => !found.some((other) => same(one, other) && other.level === one.level)),
  };
}
