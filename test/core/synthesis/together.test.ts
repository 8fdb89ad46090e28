import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedColleges } from '../../../src/core/consultation/published-colleges.ts';
import type { BaseRow, Figures } from '../../../src/core/synthesis/model.ts';
import { withhold } from '../../../src/core/synthesis/suppress.ts';
import { together } from '../../../src/core/synthesis/together.ts';

type Counts = readonly [answered: number, passed: number, silent: number, unreached: number];
type Colleges = Readonly<Record<'banks' | 'networks' | 'towns', Counts>>;

const KEYS = ['banks', 'networks', 'towns'] as const;
const label = (en: string) => ({ en });
const colleges = KEYS.map((key) => ({ key, label: label(key), formerly: [] }));
const rowsOf = (...groups: (readonly string[])[]) =>
  publishedColleges({
    colleges,
    publishedTogether: groups.map((keys) => ({
      key: keys.join('-and-'),
      label: label(keys.join(' and ')),
      colleges: keys,
    })),
  });
const APART = rowsOf();
const PAIR = rowsOf(['networks', 'banks']);

const exact = (counts: Colleges, people: Partial<Record<string, number>> = {}): Figures => ({
  base: KEYS.map((college) => {
    const [answered, passed, silent, unreached] = counts[college];
    const reached = answered + passed + silent;
    return { college, invited: reached + unreached, reached, answered, passed, silent };
  }),
  participation: KEYS.map((college) => ({ college, axis: '1', people: people[college] ?? 0 })),
});
const published = (counts: Colleges, as = PAIR, before: readonly Figures[] = [], people = {}): Figures =>
  withhold(together(exact(counts, people), as), 5, before);

const SMALL: Colleges = { banks: [3, 0, 1, 0], networks: [4, 0, 4, 0], towns: [12, 6, 8, 0] };

describe('types of actor that are published as one', () => {
  it('are one row where the first of them stands, with figures that each alone would hide', () => {
    expect(published(SMALL, APART).base.map(({ answered }) => answered)).toEqual([null, null, 12]);
    expect(published(SMALL, PAIR, [], { banks: 3, networks: 3, towns: 12 })).toEqual({
      base: [
        {
          college: 'networks-and-banks',
          colleges: ['networks', 'banks'],
          invited: 12,
          reached: 12,
          answered: 7,
          passed: 0,
          silent: 5,
        },
        { college: 'towns', invited: 26, reached: 26, answered: 12, passed: 6, silent: 8 },
      ],
      participation: [
        { college: 'networks-and-banks', colleges: ['networks', 'banks'], axis: '1', people: null },
        { college: 'towns', axis: '1', people: 12 },
      ],
    });
  });

  it('show nothing when they are still few together', () => {
    const few: Colleges = { ...SMALL, banks: [1, 0, 0, 0], networks: [2, 0, 1, 0] };
    expect(published(few).base[0]).toMatchObject({ invited: 4, reached: null, answered: null, silent: null });
  });

  it('hide again what a regrouping would give away: types shown apart before, or in other company', () => {
    const counts: Colleges = { banks: [2, 0, 0, 0], networks: [12, 0, 8, 0], towns: [20, 0, 9, 0] };
    const apart = published(counts, APART, [], { networks: 9 });
    expect(apart.base[1]).toMatchObject({ answered: 12, silent: 8 });
    const hidden = { reached: null, answered: null, passed: null, silent: null };
    const joined = published(counts, PAIR, [apart], { networks: 9, banks: 2 });
    expect(joined.base[0]).toMatchObject({ invited: 22, ...hidden });
    expect(joined.participation[0]).toMatchObject({ people: null });
    expect(joined.base[1]).toMatchObject({ answered: 20 });

    const paired = published(counts);
    const [banks, networks] = published(counts, APART, [paired]).base;
    expect([banks, networks]).toMatchObject([hidden, hidden]);
    expect(published(counts, rowsOf(['networks', 'towns']), [paired]).base[1]).toMatchObject(hidden);
    expect(published(counts, rowsOf(['banks', 'networks']), [paired]).base[0]).toMatchObject({
      answered: 14,
    });
  });
});

const anyCounts = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12));
const anyColleges = fc.record({ banks: anyCounts, networks: anyCounts, towns: anyCounts });
const anyRows = fc.constantFrom(
  APART,
  PAIR,
  rowsOf(['networks', 'towns']),
  rowsOf(['banks', 'towns']),
  rowsOf([...KEYS]),
);

/** Sets of states whose count follows from what a row shows, beside all of its people; unreached is the fourth. */
function told({ invited, reached, answered, passed, silent }: BaseRow): Map<string, number> {
  const sets = new Map<string, number>();
  const add = (set: string, count: number | null) => count !== null && sets.set(set, count);
  add('a', answered);
  add('p', passed);
  add('s', silent);
  add('aps', reached);
  add('u', reached === null ? null : invited - reached);
  add('psu', answered === null ? null : invited - answered);
  add('asu', passed === null ? null : invited - passed);
  add('apu', silent === null ? null : invited - silent);
  return sets;
}
const members = ({ college, colleges }: BaseRow): readonly string[] => colleges ?? [college];

describe('a reader of what was published of types of actor, grouped or not', () => {
  it('learns nothing of how a row is shared among its types', () => {
    fc.assert(
      fc.property(anyColleges, anyCounts, (counts, moved) => {
        const shared = counts.banks.map((count, state) => Math.min(count, moved[state]!));
        const other = {
          ...counts,
          banks: counts.banks.map((count, state) => count - shared[state]!) as unknown as Counts,
          networks: counts.networks.map((count, state) => count + shared[state]!) as unknown as Counts,
        };
        expect(published(other)).toEqual(published(counts));
      }),
    );
  });

  it('computes no figure of 1 to 4 people from two tables, whatever was grouped in each', () => {
    fc.assert(
      fc.property(anyColleges, anyColleges, fc.boolean(), anyRows, anyRows, (was, since, same, as, later) => {
        const first = published(was, as);
        const second = published(same ? was : since, later, [first]);
        for (const now of second.base) {
          for (const [, count] of told(now)) expect(count === 0 || count >= 5).toBe(true);
          for (const then of first.base.filter((one) =>
            members(one).some((key) => members(now).includes(key)),
          ))
            for (const [set, count] of told(now)) {
              const change = Math.abs(count - (told(then).get(set) ?? count));
              expect(change === 0 || change >= 5, JSON.stringify({ now, then, set })).toBe(true);
            }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
