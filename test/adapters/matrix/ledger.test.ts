import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { ledgerOf } from '../../../adapters/matrix/store/ledger.ts';

const waiting = {
  id: '$locked',
  room: '!a:tour.test',
  event: { event_id: '$locked' },
  since: 1,
  told: false,
};

test('an event that was given is known at once, waits no more, and is on the disk a moment later', () => {
  vi.useFakeTimers();
  const sql = new DatabaseSync(':memory:');
  const ledger = ledgerOf(sql, Buffer.alloc(32));
  const onDisk = () => sql.prepare('SELECT id FROM given ORDER BY id').all();
  ledger.wait(waiting);
  ledger.setGiven('$locked');
  ledger.setGiven('$other');
  expect([ledger.given('$locked'), ledger.given('$other'), ledger.given('$never')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(ledger.waiting()).toEqual([]);
  expect(onDisk()).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(onDisk()).toEqual([{ id: '$locked' }, { id: '$other' }]);
  expect(ledgerOf(sql, Buffer.alloc(32)).waiting()).toEqual([]);
  vi.useRealTimers();
});

test('a new position forgets them, those not on the disk yet as well', () => {
  vi.useFakeTimers();
  const sql = new DatabaseSync(':memory:');
  const ledger = ledgerOf(sql, Buffer.alloc(32));
  ledger.wait(waiting);
  ledger.setGiven('$locked');
  ledger.setSync({ next_batch: 's2' });
  vi.advanceTimersByTime(300);
  expect(ledger.given('$locked')).toBe(false);
  expect(ledgerOf(sql, Buffer.alloc(32)).waiting()).toEqual([]);
  ledger.setGiven('$last');
  sql.close();
  expect(() => vi.advanceTimersByTime(300)).not.toThrow();
  vi.useRealTimers();
});
