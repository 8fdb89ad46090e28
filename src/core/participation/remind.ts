/** Whom a reminder is for, and when it may leave. */
import type { Rules } from '../consultation/model.ts';
import { localDaysBetween, nextWorking } from '../consultation/working-hours.ts';
import type { OrganisationId, PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Participation } from './model.ts';

/** Kinds of deliveries nobody asked for: what the weekly attention budget counts. */
export const UNSOLICITED = [
  'invitation',
  'extension',
  'reminder',
  'merge',
  'behalf',
  'changed',
  'review',
  'standing',
  'colleague',
] as const;

const WEEK = 7 * 86_400_000;

export type NotReminded = 'answered' | 'declined' | 'unreached' | 'enough';

/**
 * Why one person is not reminded of a round, from all their participations in it; null when they may be. `reminders`:
 * how many they had.
 */
export function whyNot(
  theirs: readonly Participation[],
  stopped: boolean,
  reminders: number,
  { most }: Pick<Rules['reminders'], 'most'>,
): NotReminded | null {
  if (theirs.some(({ answered, passed }) => answered.length + passed.length > 0)) return 'answered';
  if (stopped || theirs.some(({ state }) => state === 'declined' || state === 'stopped')) return 'declined';
  if (theirs.every(({ reachedAt }) => reachedAt === null)) return 'unreached';
  return reminders >= most ? 'enough' : null;
}

/**
 * Whether an automatic reminder is due: so many local days after the invitation, one more than they had. What was
 * missed while the program was off is not made up for: one reminder, however many days have passed.
 */
export function waveIsDue(
  invitedAt: Instant,
  reminders: readonly Instant[],
  { afterDays }: Pick<Rules['reminders'], 'afterDays'>,
  now: Instant,
  zone: string,
): boolean {
  const last = reminders.length === 0 ? null : Math.max(...reminders);
  return afterDays.some(
    (days, index) =>
      reminders.length <= index &&
      localDaysBetween(invitedAt, now, zone) >= days &&
      (last === null || localDaysBetween(invitedAt, last, zone) < days),
  );
}

/**
 * The first instant at which one more message nobody asked for may leave: within the weekly budget (`before`: when the
 * earlier ones left), and in working hours of all zones. null when those zones share no working hour.
 */
export function mayLeaveAt(
  now: Instant,
  before: readonly Instant[],
  rules: Pick<Rules, 'workingHours' | 'reminders'>,
  zones: readonly string[],
): Instant | null {
  const recent = before.filter((at) => at > now - WEEK).sort((a, b) => a - b);
  const over = recent.length - rules.reminders.weeklyMessages;
  const from = over < 0 ? now : recent[over]! + WEEK;
  return nextWorking(from, rules.workingHours, zones);
}

/** One seat of somebody in a round. */
export interface Voice {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly substitute: boolean;
}

/** Who spoke already in the same organisation: either the holder or the substitute is enough. */
export const colleagueOf = <One extends Voice>(mine: Voice, spoken: readonly One[]): One | null =>
  spoken.find(
    (one) =>
      one.organisationId === mine.organisationId &&
      one.personId !== mine.personId &&
      (one.substitute || mine.substitute),
  ) ?? null;
