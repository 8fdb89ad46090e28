/** Themes last: whatever comes, in whatever order, a theme keeps its id, its name and what people did. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import type { Group, Grouping } from '../../../src/core/synthesis/model.ts';
import { applied, beforeOf, merge, move, pin, putBack, rename } from '../../../src/core/theme/correct.ts';
import { membersOf, type ThemePatch, type Themes } from '../../../src/core/theme/model.ts';
import { groupingsOf, settle } from '../../../src/core/theme/settle.ts';

const NONE: Themes = { themes: [], members: [] };
const by = 'rachida' as PersonId;
const id = (n: number): ProposalId => `p${String(n).padStart(3, '0')}` as ProposalId;
const group = (label: string, ...numbers: number[]): Group => ({
  label,
  words: [],
  members: numbers.map(id),
});
const found = (...groups: Group[]): ReadonlyMap<string | null, Grouping> => new Map([['1', { groups }]]);
let made = 0;
const ids = () => () => `theme-${++made}`;
const next = (before: Themes, ...groups: Group[]): Themes => settle(before, found(...groups), ids());
/** What is in each theme, under its number. */
const content = (all: Themes): Record<string, string[]> =>
  Object.fromEntries(
    all.themes
      .map((theme) => [`T${theme.number}`, membersOf(all, theme.id).map(({ proposal }) => proposal)] as const)
      .filter(([, members]) => members.length > 0),
  );
const change = (all: Themes, patch: ThemePatch | { refused: true }): Themes => {
  if (isRefusal(patch)) throw new Error(`refused: ${patch.code}`);
  return applied(all, patch as ThemePatch);
};
const at = (...numbers: number[]) => numbers.map((n) => ({ proposal: id(n), axis: '1' }));

describe('themes found anew', () => {
  test('groups are themes, one alone is in none', () => {
    const all = next(NONE, group('Prêts', 1, 2, 3), group('Locaux', 4, 5), group('', 6));
    expect(content(all)).toEqual({ T1: ['p001', 'p002', 'p003'], T2: ['p004', 'p005'] });
    expect(
      groupingsOf(all, found(group('', 6)))
        .get('1')!
        .groups.map(({ members }) => members),
    ).toEqual([['p006']]);
  });

  test('what comes joins the theme it is grouped with; id, number and name stay', () => {
    const before = next(NONE, group('Prêts', 1, 2, 3), group('Locaux', 4, 5));
    const after = settle(
      before,
      found(group('Locaux et clés', 4, 5, 6, 7), group('Avances', 3, 8, 1, 2)),
      ids(),
    );
    expect(content(after)).toEqual({
      T1: ['p003', 'p008', 'p001', 'p002'],
      T2: ['p004', 'p005', 'p006', 'p007'],
    });
    expect(after.themes.map(({ label }) => label)).toEqual(['Prêts', 'Locaux']);
    expect(after.themes.map((one) => one.id)).toEqual(before.themes.map((one) => one.id));
  });

  test('a theme of which the machine makes two goes on as the larger; a theme of two goes on once', () => {
    const before = next(NONE, group('Prêts', 1, 2, 3, 4, 5), group('Locaux', 6, 7));
    expect(
      content(settle(before, found(group('', 1, 2, 3), group('', 4, 5), group('', 6, 7)), () => 'new')),
    ).toEqual({
      T1: ['p001', 'p002', 'p003'],
      T2: ['p006', 'p007'],
      T3: ['p004', 'p005'],
    });
    expect(content(next(before, group('', 1, 2, 3, 4, 5, 6, 7)))).toEqual({
      T1: ['p001', 'p002', 'p003', 'p004', 'p005', 'p006', 'p007'],
    });
  });

  test('a name that went with somebody’s words is found anew', () => {
    const before = next(NONE, { ...group('', 1, 2), words: ['pointeuse'] });
    const emptied = { ...before, themes: before.themes.map((theme) => ({ ...theme, words: [] })) };
    expect(next(emptied, { ...group('', 1, 2, 3), words: ['vestiaire'] }).themes[0]!.words).toEqual([
      'vestiaire',
    ]);
  });
});

describe('what people did', () => {
  const start = next(NONE, group('Prêts', 1, 2, 3), group('Locaux', 4, 5, 6));

  test('a theme somebody named keeps the name, whatever little of it is left', () => {
    const named = change(start, rename(start, 1, 'title' as WordsId));
    const after = next(named, group('', 1, 10, 11, 12, 13, 14, 15), group('', 2, 3, 20, 21, 22));
    expect(after.themes[0]).toMatchObject({ number: 1, title: 'title' });
    expect(content(after).T1).toContain('p002');
  });

  test('two that were merged stay one, and what comes near either joins it', () => {
    const merged = change(start, merge(start, { from: 2, into: 1 }, by));
    const after = next(merged, group('', 1, 2, 3, 7), group('', 4, 5, 6, 8));
    expect(content(after)).toEqual({ T1: ['p001', 'p002', 'p003', 'p007', 'p004', 'p005', 'p006', 'p008'] });
  });

  test('what was split stays apart, though the machine finds it alike', () => {
    const split = change(start, move(start, at(4, 5), { made: 'apart' }, by));
    expect(content(split)).toEqual({ T1: ['p001', 'p002', 'p003'], T2: ['p006'], T3: ['p004', 'p005'] });
    expect(content(next(split, group('', 1, 2, 3), group('', 4, 5, 6, 7)))).toMatchObject({
      T2: ['p006'],
      T3: ['p004', 'p005', 'p007'],
    });
  });

  test('what was moved or pinned is where it was put, and drags nobody along', () => {
    const moved = change(start, move(start, at(6), { number: 1 }, by));
    const after = next(moved, group('', 1, 2, 3), group('', 4, 5, 6, 7));
    expect(content(after)).toEqual({ T1: ['p001', 'p002', 'p003', 'p006'], T2: ['p004', 'p005', 'p007'] });
    const pinned = change(start, pin(start, [id(3)], by));
    expect(content(next(pinned, group('', 1, 2), group('', 3, 4, 5, 6))).T1).toEqual([
      'p001',
      'p002',
      'p003',
    ]);
  });

  test('a proposal that is withdrawn and comes back is where it was put', () => {
    const moved = change(start, move(start, at(6), { number: 1 }, by));
    const without = next(moved, group('', 1, 2, 3), group('', 4, 5));
    expect(content(next(without, group('', 1, 2, 3), group('', 4, 5, 6))).T1).toContain('p006');
  });

  test('every change is taken back to what there was', () => {
    for (const patch of [
      rename(start, 1, 'title' as WordsId),
      merge(start, { from: 2, into: 1 }, by),
      move(start, at(4, 5), { made: 'apart' }, by),
      move(start, at(6), { number: 1 }, by),
      pin(start, [id(1)], by),
    ] as ThemePatch[]) {
      const after = applied(start, patch);
      expect(after).not.toEqual(start);
      expect(content(applied(after, putBack(after, beforeOf(start, patch))))).toEqual(content(start));
    }
  });

  test('what cannot be is refused', () => {
    const code = (patch: unknown) => (isRefusal(patch) ? patch.code : null);
    const other = settle(start, new Map([['2', { groups: [group('', 30, 31)] }]]), () => 'two');
    const all = { themes: other.themes, members: [...start.members, ...other.members] };
    expect(code(rename(start, 9, 'title' as WordsId))).toBe('no-such-theme');
    expect(code(merge(start, { from: 1, into: 1 }, by))).toBe('merge-theme-with-itself');
    expect(code(merge(all, { from: 1, into: 3 }, by))).toBe('themes-apart');
    expect(code(move(all, at(1), { number: 3 }, by))).toBe('not-of-that-axis');
    const moved = change(start, move(start, at(6), { number: 1 }, by));
    expect(code(move(moved, at(6), { number: 1 }, by))).toBe('already-in-theme');
  });
});

describe('whatever is said and grouped', () => {
  const partition = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 24 }).map((of) =>
    [
      ...Map.groupBy(
        of.map((_, n) => n),
        (n) => of[n]!,
      ).values(),
    ].map((members) => group('', ...members)),
  );
  const steps = fc.array(fc.tuple(fc.nat(23), fc.nat(5), fc.boolean()), { maxLength: 6 });
  const corrected = (start: Themes, changes: readonly [number, number, boolean][]): Themes =>
    changes.reduce((all, [proposal, theme, apart], n) => {
      const patch = move(all, at(proposal), apart ? { made: `made-${n}` } : { number: theme + 1 }, by);
      return isRefusal(patch) ? all : applied(all, patch);
    }, start);

  test('what a person put somewhere the machine never moves, and each proposal is in one group of the synthesis', () => {
    fc.assert(
      fc.property(partition, partition, steps, (one, other, changes) => {
        const before = corrected(next(NONE, ...one), changes);
        const after = settle(before, found(...other), ids());
        const where = new Map(after.members.map((member) => [member.proposal, member.theme]));
        for (const { proposal, theme, by: who } of before.members)
          if (who !== null) expect(where.get(proposal)).toBe(theme);
        const members = groupingsOf(after, found(...other))
          .get('1')!
          .groups.flatMap((each) => each.members);
        expect([...members].sort()).toEqual(other.flatMap((each) => each.members).sort());
      }),
      { numRuns: 100 },
    );
  });

  test('the order of groups changes nothing, and grouping the same again neither', () => {
    fc.assert(
      fc.property(partition, partition, steps, fc.infiniteStream(fc.nat()), (one, other, changes, keys) => {
        const before = corrected(next(NONE, ...one), changes);
        const shuffled = other
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const after = settle(before, found(...other), ids());
        expect(content(settle(before, found(...shuffled), ids()))).toEqual(content(after));
        expect(content(settle(after, found(...other), ids()))).toEqual(content(after));
      }),
      { numRuns: 100 },
    );
  });
});
