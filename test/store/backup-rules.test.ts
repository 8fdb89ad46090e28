import { describe, expect, test } from 'vitest';
import { backupDue } from '../../src/store/backup.ts';

const NOON = Date.parse('2026-03-12T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('when a backup is made', () => {
  const due = (minutesIdle: number | null, hoursSince: number | null) =>
    backupDue({
      now: NOON,
      idleSince: minutesIdle === null ? null : NOON - minutesIdle * MINUTE,
      lastBackup: hoursSince === null ? null : NOON - hoursSince * HOUR,
    });
  test('the first one waits for a quiet minute', () => {
    expect(due(0.5, null)).toBe(false);
    expect(due(null, null)).toBe(false);
    expect(due(1, null)).toBe(true);
  });
  test('then every six hours, at a quiet moment', () => {
    expect(due(5, 5.9)).toBe(false);
    expect(due(5, 6)).toBe(true);
    expect(due(0.5, 7)).toBe(false);
  });
  test('and after a day even without one', () => {
    expect(due(null, 23.9)).toBe(false);
    expect(due(null, 24)).toBe(true);
  });
  test('not when nothing happened since the last one', () => {
    expect(due(60 * 48, 24)).toBe(false);
  });
});
