import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoundContent } from '../../../src/core/consultation/model.ts';
import type { ConsultationId, PersonId, RoundId } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import type { Round } from '../../../src/core/round/model.ts';
import { decideClosing, decideOpening, type Opening } from '../../../src/core/round/open.ts';

const DAY = 86_400_000;
const text = { fr: 'x' };
const content: RoundContent = {
  key: 'actions',
  form: 'written',
  phase: 'plan',
  title: text,
  axes: [],
  audience: [],
  opensAt: 100 * DAY,
  closesAt: 146 * DAY,
  open: text,
  decided: text,
  background: [],
  minutes: 5,
  prompts: [{ key: 'p', axis: null, text, hint: null }],
};
const round: Round = {
  id: 'r' as RoundId,
  consultationId: 'c' as ConsultationId,
  key: 'actions',
  contentId: 'v1',
  attempt: 1,
  state: 'open',
  openedAt: 100 * DAY,
  openedBy: 'p' as PersonId,
  closesAt: 146 * DAY,
  closedAt: null,
};
const code = (value: unknown): string | null => (isRefusal(value) ? value.code : null);

describe('opening a round', () => {
  test('on its first day it keeps its own close', () => {
    expect(decideOpening(content, null, 100 * DAY, 'UTC')).toEqual({
      closesAt: 146 * DAY,
      moved: false,
      days: 46,
      short: false,
    });
  });

  test('a close asked for takes the place of its own; under 21 days it is short', () => {
    expect(decideOpening(content, null, 100 * DAY, 'UTC', 120 * DAY)).toMatchObject({
      days: 20,
      short: true,
    });
    expect(decideOpening(content, null, 100 * DAY, 'UTC', 121 * DAY)).toMatchObject({
      days: 21,
      short: false,
    });
  });

  test('a cancelled one may be opened anew, another not', () => {
    expect(code(decideOpening(content, { ...round, state: 'cancelled' }, 100 * DAY, 'UTC'))).toBeNull();
    expect(code(decideOpening(content, round, 100 * DAY, 'UTC'))).toBe('round-already-opened');
    expect(code(decideOpening(content, { ...round, state: 'closed' }, 100 * DAY, 'UTC'))).toBe(
      'round-already-opened',
    );
  });

  test('only written ones, with something to ask, and a close to come', () => {
    expect(code(decideOpening({ ...content, form: 'workshop' }, null, 0, 'UTC'))).toBe('round-is-workshop');
    expect(code(decideOpening({ ...content, form: 'decision' }, null, 0, 'UTC'))).toBe('round-form-not-yet');
    expect(code(decideOpening(content, null, 0, 'UTC', null, true))).toBe('not-a-workshop');
    expect(code(decideOpening({ ...content, prompts: [] }, null, 0, 'UTC'))).toBe('round-without-prompts');
    expect(code(decideOpening(content, null, 100 * DAY, 'UTC', 100 * DAY))).toBe('close-in-the-past');
  });

  test('opened too late, it keeps at least its length, by whole days, at its hour', () => {
    const late = fc.integer({ min: content.closesAt, max: content.closesAt + 4000 * DAY });
    fc.assert(
      fc.property(late, (now) => {
        const opening = decideOpening(content, null, now, 'UTC') as Opening;
        const length = content.closesAt - content.opensAt;
        expect(opening.moved).toBe(true);
        expect(opening.closesAt - now).toBeGreaterThanOrEqual(length);
        expect(opening.closesAt - now).toBeLessThan(length + DAY);
        expect((opening.closesAt - content.closesAt) % DAY).toBe(0);
      }),
    );
  });
});

describe('opened too late, across a change of time', () => {
  const at = (day: string) => Date.parse(day);
  test.each([
    [
      'planned in summer',
      '2015-07-01T07:00Z',
      '2015-08-15T21:59:59Z',
      '2026-12-01T09:00Z',
      '2027-01-16T22:59:59Z',
    ],
    [
      'planned in winter',
      '2015-01-05T08:00Z',
      '2015-02-20T22:59:59Z',
      '2026-06-01T09:00Z',
      '2026-07-18T21:59:59Z',
    ],
    [
      'over the change',
      '2015-07-01T07:00Z',
      '2015-08-15T21:59:59Z',
      '2026-10-01T09:00Z',
      '2026-11-16T22:59:59Z',
    ],
  ])('%s, it closes at the last second of a day of Paris', (_when, opensAt, closesAt, now, until) => {
    const planned = { ...content, opensAt: at(opensAt), closesAt: at(closesAt) };
    const opening = decideOpening(planned, null, at(now), 'Europe/Paris') as Opening;
    expect(new Date(opening.closesAt).toISOString()).toBe(new Date(at(until)).toISOString());
  });
});

describe('closing a round', () => {
  test('before its day only with a reason; from then on without', () => {
    expect(code(decideClosing(round, 146 * DAY - 1, false))).toBe('early-close-needs-reason');
    expect(decideClosing(round, 146 * DAY - 1, true)).toBeNull();
    expect(decideClosing(round, 146 * DAY, false)).toBeNull();
  });

  test('once', () => {
    expect(code(decideClosing({ ...round, state: 'closed' }, 147 * DAY, true))).toBe('round-not-open');
    expect(code(decideClosing({ ...round, state: 'cancelled' }, 147 * DAY, true))).toBe('round-not-open');
  });
});
