import { describe, expect, it } from 'vitest';
import { publishedColleges } from '../../../src/core/consultation/published-colleges.ts';
import type { Figures } from '../../../src/core/synthesis/model.ts';
import { renamed } from '../../../src/core/synthesis/renamed.ts';
import { withhold } from '../../../src/core/synthesis/suppress.ts';
import { together } from '../../../src/core/synthesis/together.ts';

const row = (college: string, answered: number, silent = 10) => ({
  college,
  invited: answered + silent,
  reached: answered + silent,
  answered,
  passed: 0,
  silent,
});
const exact = (...rows: ReturnType<typeof row>[]): Figures => ({
  base: rows,
  participation: rows.map(({ college, answered }) => ({ college, axis: 'money', people: answered })),
});
const college = (key: string, ...formerly: string[]) => ({ key, label: { en: key }, formerly });
const content = (...colleges: ReturnType<typeof college>[]) => ({
  colleges,
  axes: [{ key: 'funds', formerly: ['money'] }],
});
const HIDDEN = { reached: null, answered: null, passed: null, silent: null };

/** What is shown today beside what was shown then, under the content of today. */
const today = (now: Figures, then: Figures, after: ReturnType<typeof content>): Figures =>
  withhold(renamed(together(now, publishedColleges(after)), after), 5, [renamed(then, after)]);

describe('figures of a type of actor that has another key since', () => {
  const then = withhold(exact(row('social', 20), row('towns', 9)), 5, []);

  it('are compared with those of before: two people who came since are not told by the difference', () => {
    const after = content(college('ess', 'social'), college('towns'));
    const shown = today(exact(row('ess', 22), row('towns', 9)), then, after);
    expect(shown.base[0]).toMatchObject({ college: 'ess', invited: 32, answered: null });
    expect(shown.participation[0]).toMatchObject({ college: 'ess', axis: 'funds', people: null });
    expect(shown.base[1]).toEqual(then.base[1]);
  });

  it('are shown when nobody, or many, came since', () => {
    const after = content(college('ess', 'social'), college('towns'));
    for (const answered of [20, 26])
      expect(today(exact(row('ess', answered), row('towns', 9)), then, after).base[0]).toMatchObject({
        college: 'ess',
        answered,
      });
  });

  it('are those of a draft of before, under the key of today', () => {
    const after = content(college('ess', 'social'), college('towns'));
    expect(today(exact(row('social', 20), row('towns', 9)), then, after).base).toEqual([
      { ...row('ess', 20) },
      row('towns', 9),
    ]);
  });

  it('are not shown when two types became one, one of which stood alone before', () => {
    const after = content(college('all', 'social', 'towns'));
    // 20 and 9 are known: 31 would tell of two people.
    expect(today(exact(row('all', 31, 20)), then, after).base[0]).toMatchObject({
      college: 'all',
      ...HIDDEN,
    });
    const kept = content(college('social', 'towns'));
    expect(today(exact(row('social', 31, 20)), then, kept).base[0]).toMatchObject(HIDDEN);
  });

  it('are added up when two types of a draft became one', () => {
    const after = content(college('all', 'social', 'towns'));
    expect(together(exact(row('social', 20), row('towns', 9)), publishedColleges(after)).base).toEqual([
      row('all', 29, 20),
    ]);
  });
});
