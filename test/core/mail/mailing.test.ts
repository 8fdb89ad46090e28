import { describe, expect, test } from 'vitest';
import {
  expired,
  type Letter,
  mayComeUnasked,
  recapIsDue,
  retryAfter,
  whyNotSent,
} from '../../../src/core/mail/mailing.ts';

const NOW = Date.parse('2026-03-12T10:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const open = { state: 'open', closesAt: NOW + 10 * DAY } as const;
const letter = (over: Partial<Letter> = {}): Letter => ({
  kind: 'invitation',
  createdAt: NOW - MINUTE,
  addressed: true,
  stopped: false,
  stands: true,
  round: open,
  participations: [{ state: 'invited', answered: [], passed: [] }],
  ...over,
});
const whyNot = (over: Partial<Letter>) => whyNotSent(letter(over), NOW);

describe('a letter', () => {
  test('leaves while it makes sense', () => {
    expect(whyNot({})).toBeNull();
    expect(whyNot({ kind: 'restitution', round: { state: 'closed', closesAt: NOW - DAY } })).toBeNull();
    expect(whyNot({ kind: 'notice', round: null, participations: [] })).toBeNull();
  });

  test('does not once its person was erased, said stop, or its message was called off', () => {
    expect(whyNot({ addressed: false })).toBe('erased');
    expect(whyNot({ stopped: true })).toBe('stopped');
    expect(whyNot({ stands: false })).toBe('called-off');
    expect(whyNot({ kind: 'restitution', stopped: true })).toBe('stopped');
  });

  test('does not for a round that is over, when it asks for something in it', () => {
    for (const kind of ['invitation', 'reminder', 'extension', 'behalf']) {
      expect(whyNot({ kind, round: { state: 'closed', closesAt: NOW - DAY } })).toBe('round-over');
      expect(whyNot({ kind, round: { state: 'open', closesAt: NOW } })).toBe('round-over');
    }
    expect(whyNot({ kind: 'restitution', round: { ...open, state: 'cancelled' } })).toBe('called-off');
  });

  test('does not ask for what was given meanwhile', () => {
    const begun = [{ state: 'started' as const, answered: ['developper'], passed: [] }];
    expect(whyNot({ kind: 'reminder', participations: begun })).toBe('settled');
    expect(whyNot({ kind: 'invitation', participations: begun })).toBe('settled');
    expect(whyNot({ kind: 'extension', participations: begun })).toBeNull();
    for (const state of ['finished', 'declined', 'stopped'] as const)
      expect(whyNot({ kind: 'extension', participations: [{ ...begun[0]!, state }] })).toBe('settled');
    expect(whyNot({ kind: 'behalf', participations: begun })).toBeNull();
  });

  test('does not ask whoever somebody took over from', () => {
    for (const kind of ['invitation', 'reminder', 'extension', 'behalf'])
      expect(whyNot({ kind, participations: [] })).toBe('replaced');
    expect(whyNot({ kind: 'succession', participations: [] })).toBeNull();
  });

  test('does not after days of trying', () => {
    expect(whyNot({ createdAt: NOW - 3 * DAY - 1 })).toBe('too-old');
    expect(expired(NOW - 3 * DAY, NOW)).toBe(false);
  });
});

test('it is tried again after a minute, then ever later, an hour at most', () => {
  expect([1, 2, 3, 6].map(retryAfter)).toEqual([1, 2, 4, 32].map((n) => n * MINUTE));
  expect(retryAfter(7)).toBe(60 * MINUTE);
  expect(retryAfter(5_000)).toBe(60 * MINUTE);
});

test('what answers somebody is no letter; what comes of somebody else’s doing may be', () => {
  expect(['answer', 'receipt', 'prompt', 'farewell', 'synthesis'].map(mayComeUnasked)).not.toContain(true);
  expect(['invitation', 'restitution', 'moderation', 'review'].map(mayComeUnasked)).not.toContain(false);
});

test('what was said is recalled once its person has finished, or is quiet', () => {
  expect(recapIsDue(NOW - 29 * MINUTE, false, NOW)).toBe(false);
  expect(recapIsDue(NOW - 30 * MINUTE, false, NOW)).toBe(true);
  expect(recapIsDue(NOW - 4 * MINUTE, true, NOW)).toBe(false);
  expect(recapIsDue(NOW - 5 * MINUTE, true, NOW)).toBe(true);
});
