import { expect, test } from 'vitest';
import { nextDigest } from '../../../src/core/synthesis/digest-schedule.ts';

/** Those that come after `from`, each asked for at the time of the one before. */
const coming = (from: string, weekday: number | null, many: number): string[] => {
  let now = Date.parse(from);
  return Array.from({ length: many }, () => {
    now = nextDigest(now, { weekday, minute: 2 * 60 + 30 }, 'Europe/Paris');
    return new Date(now).toISOString().slice(0, 16);
  });
};

test('at an hour that summer time leaves out, a digest comes once, just after; at one that comes twice, once', () => {
  expect(coming('2015-03-23T12:00Z', 7, 2)).toEqual(['2015-03-29T01:30', '2015-04-05T00:30']);
  expect(coming('2015-10-24T12:00Z', null, 3)).toEqual([
    '2015-10-25T00:30',
    '2015-10-26T01:30',
    '2015-10-27T01:30',
  ]);
});
