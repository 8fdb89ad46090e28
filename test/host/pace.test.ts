import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/host/pace.ts';
import { ManualTime } from './time.ts';

const SECOND = 1_000;

function pace(perMinute = 60) {
  const time = new ManualTime();
  return { time, pace: createPace({ clock: time, timer: time, perMinute }) };
}

/** Lets what was resolved go on, and time with it. */
async function pass(time: ManualTime, ms: number): Promise<void> {
  const settled = () => new Promise((next) => setImmediate(next));
  await settled();
  for (let left = ms; left > 0; left -= 250) {
    time.advance(250);
    await settled();
  }
}

describe('the pace of letters', () => {
  test('is that of the settings, whoever sends', async () => {
    const { time, pace: one } = pace(60);
    const left: number[] = [];
    const start = time.now();
    for (let n = 0; n < 4; n += 1)
      void one.turn(() => false).then((mine) => mine && left.push(time.now() - start));
    await pass(time, 5 * SECOND);
    expect(left).toEqual([0, SECOND, 2 * SECOND, 3 * SECOND]);
  });

  test('gives up a turn when the program stops', async () => {
    const { time, pace: one } = pace(6);
    let stopping = false;
    await one.turn(() => stopping);
    const turn = one.turn(() => stopping);
    stopping = true;
    await pass(time, SECOND);
    expect(await turn).toBe(false);
  });

  test('a server that refuses everybody is left alone, longer each time, until it answers', () => {
    const { time, pace: one } = pace();
    const waits = Array.from({ length: 8 }, () => {
      const until = one.refused();
      // Those that were on their way at the same time are the same refusal.
      expect(one.refused()).toBe(until);
      expect(one.pausedUntil()).toBe(until);
      const wait = until - time.now();
      time.advance(wait);
      expect(one.pausedUntil()).toBeNull();
      return wait / SECOND;
    });
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 600, 600]);
    one.answered();
    expect(one.refused() - time.now()).toBe(15 * SECOND);
  });

  test('one letter that breaks its connection stops nobody; a server that never answers does', () => {
    const { pace: one } = pace();
    for (let n = 0; n < 20; n += 1) {
      expect(one.silent()).toBe(false);
      one.answered();
    }
    expect([one.silent(), one.silent(), one.silent(), one.silent()]).toEqual([false, false, false, true]);
    expect(one.pausedUntil()).not.toBeNull();
  });

  test('a clock set back a day holds letters for a minute or two, not for a day', async () => {
    const { time, pace: one } = pace(60);
    await one.turn(() => false);
    time.advance(-86_400 * SECOND);
    const turn = one.turn(() => false);
    await pass(time, 70 * SECOND);
    expect(await turn).toBe(true);
  });
});
