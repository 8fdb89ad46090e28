import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/core/refusal.ts';
import {
  back,
  type Course,
  end,
  extend,
  GATHERING,
  minutesLeft,
  next,
  onTime,
  pause,
  resume,
  sequenceOf,
  start,
} from '../../../src/core/workshop/course.ts';

const MINUTE = 60_000;
const PARTS = [{ minutes: 60 }, { minutes: 30 }, { minutes: 20 }];
const sure = (decided: Course | { refused: true }): Course => {
  if ('refused' in decided) throw new Error('refused');
  return decided;
};
const code = (decided: unknown) => (isRefusal(decided) ? decided.code : null);

describe('a workshop, sequence by sequence', () => {
  test('given people who gather, when it starts, then the first sequence has its time', () => {
    const course = sure(start(GATHERING, PARTS, 0));
    expect(course).toEqual({ state: 'running', at: 0, endsAt: 60 * MINUTE, warned: false });
    expect(minutesLeft(course, 1)).toBe(60);
    expect(code(start(course, PARTS, 0))).toBe('workshop-running');
  });

  test('given a pause, then what was left is left when it goes on, however long it lasted', () => {
    const paused = sure(pause(sure(start(GATHERING, PARTS, 0)), 10 * MINUTE));
    expect(onTime(paused, PARTS, 500 * MINUTE)).toBe(paused);
    expect(resume(paused, 500 * MINUTE)).toMatchObject({ endsAt: 550 * MINUTE });
    expect(extend(paused, 5, 0)).toMatchObject({ left: 55 * MINUTE });
  });

  test('given more time after the end, it counts from now; and the end is announced again', () => {
    const course: Course = { state: 'running', at: 0, endsAt: 10, warned: true };
    expect(extend(course, 10, 20 * MINUTE)).toEqual({
      state: 'running',
      at: 0,
      endsAt: 30 * MINUTE,
      warned: false,
    });
    expect(code(extend(course, 0, 0))).toBe('workshop-minutes');
    expect(code(extend(course, 100_000, 0))).toBe('workshop-minutes');
  });

  test('given the last sequence, the next step is the end; and back again', () => {
    const last: Course = { state: 'running', at: 2, endsAt: 10, warned: false };
    const ended = sure(next(last, PARTS, 0));
    expect(ended).toEqual({ state: 'ended', at: 2 });
    expect(code(next(ended, PARTS, 0))).toBe('workshop-ended');
    expect(back(ended, PARTS, 0)).toMatchObject({ state: 'running', at: 2 });
    expect(code(back({ ...last, at: 0 }, PARTS, 0))).toBe('workshop-first');
    expect(code(end(GATHERING))).toBe('workshop-not-started');
  });

  test('given little time left, it is said once; given none, the next sequence begins in full', () => {
    const running = sure(start(GATHERING, PARTS, 0));
    expect(onTime(running, PARTS, 54 * MINUTE)).toBe(running);
    const soon = onTime(running, PARTS, 56 * MINUTE);
    expect(soon).toMatchObject({ at: 0, warned: true });
    expect(onTime(soon, PARTS, 57 * MINUTE)).toBe(soon);
    expect(onTime(soon, PARTS, 60 * MINUTE)).toMatchObject({ at: 1, endsAt: 90 * MINUTE, warned: false });
  });

  test('given a clock that leaps past two sequences, one step is made: nobody was told of the other', () => {
    const leapt = onTime(sure(start(GATHERING, PARTS, 0)), PARTS, 300 * MINUTE);
    expect(leapt).toEqual({ state: 'running', at: 1, endsAt: 330 * MINUTE, warned: false });
  });

  test('whatever is asked in whatever order, it is in one sequence at most and its time never runs backwards', () => {
    const steps = fc.array(
      fc.record({
        does: fc.constantFrom('start', 'pause', 'resume', 'extend', 'next', 'back', 'end', 'clock'),
        after: fc.integer({ min: 0, max: 90 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (asked) => {
        let course: Course = GATHERING;
        let now = 0;
        for (const { does, after } of asked) {
          now += after * MINUTE;
          const decided =
            does === 'start'
              ? start(course, PARTS, now)
              : does === 'pause'
                ? pause(course, now)
                : does === 'resume'
                  ? resume(course, now)
                  : does === 'extend'
                    ? extend(course, 10, now)
                    : does === 'next'
                      ? next(course, PARTS, now)
                      : does === 'back'
                        ? back(course, PARTS, now)
                        : does === 'end'
                          ? end(course)
                          : onTime(course, PARTS, now);
          if (!isRefusal(decided)) course = decided;
          if (course.state === 'paused') expect(course.left).toBeGreaterThanOrEqual(0);
          if (course.state === 'running' || course.state === 'paused')
            expect(sequenceOf(course, PARTS)).not.toBeNull();
        }
      }),
    );
  });
});
