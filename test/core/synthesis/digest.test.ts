import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartnerId, Ref } from '../../../src/core/ids.ts';
import { type DigestProposal, digestOf, isQuiet } from '../../../src/core/synthesis/digest.ts';
import { nextDigest } from '../../../src/core/synthesis/digest-schedule.ts';

const order = { axes: ['1', '2'], colleges: ['towns', 'networks'] };
const who = (name: string) => name as PartnerId;
const said = (n: number, over: Partial<DigestProposal> = {}): DigestProposal => ({
  ref: `P-000${n}` as Ref,
  axis: '1',
  theme: null,
  kind: 'need',
  partnerId: who(`p${n}`),
  college: 'towns',
  submittedAt: n,
  joined: [],
  ...over,
});

describe('what is new since a moment', () => {
  test('by axis and type of actor, against all that was said; what has no axis comes last', () => {
    const all = [
      said(1),
      said(6, { college: 'networks' }),
      said(7),
      said(8, { axis: null, partnerId: null, college: null }),
    ];
    const digest = digestOf(all, 5, order);
    expect(digest).toMatchObject({ arrived: 3, people: 2, total: 4 });
    expect(digest.axes).toEqual([
      {
        axis: '1',
        arrived: ['P-0006', 'P-0007'],
        total: 3,
        colleges: [
          { college: 'towns', count: 1 },
          { college: 'networks', count: 1 },
        ],
      },
      { axis: null, arrived: ['P-0008'], total: 1, colleges: [{ college: null, count: 1 }] },
    ]);
  });

  test('a theme grows from two on; somebody nobody joins, alone on a theme, is a single voice', () => {
    const all = [
      said(1, { theme: 'cash' }),
      said(6, { theme: 'cash' }),
      said(7, { theme: 'cash' }),
      said(8, { theme: 'rooms' }),
    ];
    const { growing, single } = digestOf(all, 5, order);
    expect(growing).toEqual([{ axis: '1', theme: 'cash', arrived: ['P-0006', 'P-0007'], before: 1 }]);
    expect(single).toEqual(['P-0008']);
  });

  test('what was joined since converges, by the most types of actor first', () => {
    const join = (name: string, college: string, at: number) => ({ partnerId: who(name), college, at });
    const all = [
      said(1, { joined: [join('a', 'towns', 7), join('b', 'towns', 8)] }),
      said(2, { joined: [join('c', 'networks', 9)] }),
      said(3, { joined: [join('d', 'networks', 4)] }),
    ];
    expect(digestOf(all, 5, order).converging).toEqual([
      { ref: 'P-0002', axis: '1', people: 2, colleges: 2 },
      { ref: 'P-0001', axis: '1', people: 3, colleges: 1 },
    ]);
  });

  test('an objection is shown beside what is asked for on its theme', () => {
    const all = [
      said(1, { theme: 'cash' }),
      said(2, { theme: 'cash', kind: 'question' }),
      said(6, { theme: 'cash', kind: 'objection' }),
    ];
    expect(digestOf(all, 5, order).diverging).toEqual([
      { ref: 'P-0006', axis: '1', theme: 'cash', beside: ['P-0001'] },
    ]);
  });

  test('nothing new is quiet', () => {
    expect(isQuiet(digestOf([said(1)], 5, order))).toBe(true);
    expect(isQuiet(digestOf([said(6)], 5, order, '2'))).toBe(true);
    expect(isQuiet(digestOf([said(6)], 5, order))).toBe(false);
  });
});

describe('when it is sent', () => {
  const at = (iso: string) => Date.parse(iso);
  const next = (now: string, weekday: number | null, hour: number, zone = 'Europe/Paris') =>
    new Date(nextDigest(at(now), { weekday, minute: hour * 60 }, zone)).toISOString();

  test('every Monday at nine stays at nine in winter and in summer', () => {
    expect(next('2015-03-27T08:00:00Z', 1, 9)).toBe('2015-03-30T07:00:00.000Z');
    expect(next('2015-10-23T08:00:00Z', 1, 9)).toBe('2015-10-26T08:00:00.000Z');
    expect(next('2015-03-30T07:00:00Z', 1, 9)).toBe('2015-04-06T07:00:00.000Z');
  });

  test('in the zone of the person', () => {
    expect(next('2015-03-02T12:00:00Z', null, 9, 'America/Cayenne')).toBe('2015-03-03T12:00:00.000Z');
  });

  test('over both changes of the clocks a daily one comes once a local day, at any hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('2015-03-27T00:00:00Z', '2015-10-23T00:00:00Z'),
        (minute, from) => {
          const days: string[] = [];
          let now = at(from);
          for (let count = 0; count < 5; count++) {
            now = nextDigest(now, { weekday: null, minute }, 'Europe/Paris');
            days.push(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now));
          }
          expect(new Set(days).size).toBe(5);
        },
      ),
    );
  });
});
