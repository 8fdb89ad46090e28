/** How a workshop goes, sequence by sequence. Pure: what it decides is a row, compared with the clock by whoever asks. */
import type { Sequence } from '../consultation/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';

export type Course =
  /** People arrive. */
  | { readonly state: 'gathering' }
  | {
      readonly state: 'running';
      /** The sequence's place, from 0. */
      readonly at: number;
      readonly endsAt: Instant;
      /** The room was told that little time is left. */
      readonly warned: boolean;
    }
  /** `left`: what the sequence still has, in milliseconds. */
  | { readonly state: 'paused'; readonly at: number; readonly left: number; readonly warned: boolean }
  | { readonly state: 'ended'; readonly at: number };

export const GATHERING: Course = { state: 'gathering' };

const MINUTE = 60_000;
/** Said once, when a third of the sequence and at most this much is left. */
const SOON = 5 * MINUTE;
const MOST_MINUTES = 240;

type Sequences = readonly Pick<Sequence, 'minutes'>[];

const begin = (sequences: Sequences, at: number, now: Instant): Course => ({
  state: 'running',
  at,
  endsAt: now + sequences[at]!.minutes * MINUTE,
  warned: false,
});

export function start(course: Course, sequences: Sequences, now: Instant): Course | Refusal {
  if (course.state === 'paused') return resume(course, now);
  return course.state === 'gathering' ? begin(sequences, 0, now) : refuse(refusalIn(course));
}

export function pause(course: Course, now: Instant): Course | Refusal {
  if (course.state !== 'running') return refuse(refusalIn(course));
  const { at, endsAt, warned } = course;
  return { state: 'paused', at, left: Math.max(0, endsAt - now), warned };
}

export function resume(course: Course, now: Instant): Course | Refusal {
  if (course.state !== 'paused') return refuse(refusalIn(course));
  return { state: 'running', at: course.at, endsAt: now + course.left, warned: course.warned };
}

/** More time for the sequence; what was said of its end is said again. */
export function extend(course: Course, minutes: number, now: Instant): Course | Refusal {
  if (minutes < 1 || minutes > MOST_MINUTES) return refuse('workshop-minutes', { most: MOST_MINUTES });
  const more = minutes * MINUTE;
  if (course.state === 'paused') return { ...course, left: course.left + more, warned: false };
  if (course.state !== 'running') return refuse(refusalIn(course));
  return { ...course, endsAt: Math.max(course.endsAt, now) + more, warned: false };
}

/** To the next sequence; after the last one, the end. */
export function next(course: Course, sequences: Sequences, now: Instant): Course | Refusal {
  if (course.state !== 'running' && course.state !== 'paused') return refuse(refusalIn(course));
  return course.at + 1 < sequences.length
    ? begin(sequences, course.at + 1, now)
    : { state: 'ended', at: course.at };
}

/** To the sequence before, with all its time; an ended workshop goes back into its last one. */
export function back(course: Course, sequences: Sequences, now: Instant): Course | Refusal {
  if (course.state === 'gathering') return refuse('workshop-not-started');
  if (course.state === 'ended') return begin(sequences, course.at, now);
  return course.at > 0 ? begin(sequences, course.at - 1, now) : refuse('workshop-first');
}

export const end = (course: Course): Course | Refusal =>
  course.state === 'running' || course.state === 'paused'
    ? { state: 'ended', at: course.at }
    : refuse(refusalIn(course));

const refusalIn = ({ state }: Course): string =>
  ({
    gathering: 'workshop-not-started',
    running: 'workshop-running',
    paused: 'workshop-paused',
    ended: 'workshop-ended',
  })[state];

/** What the clock asks for: a word on the time left, the next sequence, or nothing (the same course). */
export function onTime(course: Course, sequences: Sequences, now: Instant): Course {
  if (course.state !== 'running') return course;
  if (now >= course.endsAt) {
    // One step, however late: a sequence that nobody was told of has not begun, and gets all its time from now.
    const after = next(course, sequences, now);
    return 'refused' in after ? course : after;
  }
  const whole = sequences[course.at]!.minutes * MINUTE;
  return !course.warned && course.endsAt - now <= Math.min(SOON, whole / 3)
    ? { ...course, warned: true }
    : course;
}

/** Whole minutes left, the one begun included; null when no time runs. */
export function minutesLeft(course: Course, now: Instant): number | null {
  if (course.state === 'paused') return Math.ceil(course.left / MINUTE);
  return course.state === 'running' ? Math.max(0, Math.ceil((course.endsAt - now) / MINUTE)) : null;
}

/** The sequence under way, paused or not. */
export const sequenceOf = <One>(course: Course, sequences: readonly One[]): One | null =>
  course.state === 'running' || course.state === 'paused' ? (sequences[course.at] ?? null) : null;
