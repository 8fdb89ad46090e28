/** What may be read of the views on a statement, by whoever subtracts, keeps two publications, and knows this program. */
import { describe, expect, test } from 'vitest';
import { publishedViews } from '../../../src/core/round/published-views.ts';
import { type ViewsRow, viewsTogether } from '../../../src/core/round/validation.ts';
import { withhold } from '../../../src/core/synthesis/suppress.ts';

/** How many of a type of actor said each; the others said nothing. */
type Said = readonly [agree: number, reserve: number, object: number];
type Type = readonly [college: string, invited: number, said: Said];

const VIEWS = ['agree', 'reserve', 'object'] as const;
const row = (college: string | null, invited: number, [agree, reserve, object]: Said): ViewsRow<number> => ({
  round: 'validation',
  statement: 's1',
  college,
  invited,
  agree,
  reserve,
  object,
});
const exact = (...types: readonly Type[]): ViewsRow<number>[] => {
  const all = (at: number) => types.reduce((sum, [, , said]) => sum + said[at]!, 0);
  const invited = types.reduce((sum, [, many]) => sum + many, 0);
  return [row(null, invited, [all(0), all(1), all(2)]), ...types.map((one) => row(...one))];
};
const shown = (rows: readonly ViewsRow[]) => rows.map((one) => VIEWS.map((view) => one[view]));

describe('views on a statement, as they are published', () => {
  test('are rounded down by type of actor, and of all the sum of what is shown', () => {
    const rows = exact(['towns', 14, [7, 0, 4]], ['firms', 30, [12, 6, 9]]);
    expect(shown(publishedViews(rows, 5, []))).toEqual([
      [15, 5, 5],
      [5, null, null],
      [10, 5, 5],
    ]);
    expect(publishedViews(rows, 5, []).map(({ invited }) => invited)).toEqual([44, 14, 30]);
    expect(publishedViews(rows, 1, [])).toEqual(rows);
  });

  test('of five types of actor with four objections each, none is told, though all would be 20', () => {
    const four = (college: string): Type => [college, 20, [0, 0, 4]];
    const rows = publishedViews(exact(...['a', 'b', 'c', 'd', 'e'].map(four)), 5, []);
    expect(
      shown(rows)
        .flat()
        .every((count) => count === null),
    ).toBe(true);
  });

  test('of types that were published alone before, the row of both shows nothing', () => {
    const both = [{ key: 'both', colleges: ['towns', 'firms'] }];
    const rows = exact(['towns', 6, [5, 0, 1]], ['firms', 9, [0, 0, 4]]);
    const before = publishedViews(rows, 5, []);
    const [, together] = publishedViews(viewsTogether(rows, both), 5, before);
    expect(together).toMatchObject({ college: 'both', invited: 15, agree: null, object: null });
    const [, first] = publishedViews(viewsTogether(rows, both), 5, []);
    expect(first).toMatchObject({ agree: 5, object: 5 });
    // One synthesis hides them as the other figures: it is one function that is asked.
    const figures = { base: [], participation: [], views: viewsTogether(rows, both) };
    expect(withhold(figures, 5, [{ ...figures, views: before }]).views![1]).toMatchObject({ object: null });
  });

  test('figures that are not exact are refused', () => {
    expect(() => publishedViews([{ ...row('towns', 9, [5, 0, 1]), agree: null }], 5, [])).toThrow(/exact/u);
  });
});

function* saidBy(invited: number): Generator<Said> {
  for (let agree = 0; agree <= invited; agree += 1)
    for (let reserve = 0; agree + reserve <= invited; reserve += 1)
      for (let object = 0; agree + reserve + object <= invited; object += 1) yield [agree, reserve, object];
}

/** Sets of people a reader may want to count: who said what (or nothing), in some types of actor. */
const SETS = [1, 2, 3].flatMap((types) =>
  Array.from({ length: 14 }, (_, bits) => [0, 1, 2, 3].filter((view) => ((bits + 1) >> view) & 1)).map(
    (views) => ({ types: [0, 1].filter((at) => (types >> at) & 1), views }),
  ),
);
const countOf = (world: readonly Type[], { types, views }: (typeof SETS)[number]): number =>
  types.reduce((sum, at) => {
    const [, invited, said] = world[at]!;
    const of = [...said, invited - said[0] - said[1] - said[2]];
    return sum + views.reduce((all, view) => all + of[view]!, 0);
  }, 0);
const certain = (worlds: readonly (readonly Type[])[]): (number | null)[] =>
  SETS.map((set) => {
    const values = new Set(worlds.map((world) => countOf(world, set)));
    return values.size === 1 ? [...values][0]! : null;
  });
const SMALLEST = 3;
const holds = (count: number | null) => count === null || count === 0 || Math.abs(count) >= SMALLEST;

/** All that may have been said, by what is published of it. */
const worldsOf = (towns: number, firms: number, publish: (rows: ViewsRow<number>[]) => readonly ViewsRow[]) =>
  Map.groupBy(
    [...saidBy(towns)].flatMap((a) =>
      [...saidBy(firms)].map((b): Type[] => [
        ['towns', towns, a],
        ['firms', firms, b],
      ]),
    ),
    (types) => JSON.stringify(publish(exact(...types))),
  );

describe('a reader who replays this program on all that may have been said', () => {
  test('finds no set of one or two people, in a type of actor or in both', () => {
    // Who was invited always shows, and a type of few invited with it.
    for (const [towns, firms] of [
      [2, 5],
      [4, 4],
      [5, 6],
    ] as const)
      for (const [published, worlds] of worldsOf(towns, firms, (rows) => publishedViews(rows, SMALLEST, [])))
        for (const [at, count] of certain(worlds).entries())
          if (!holds(count) && SETS[at]!.views.length < 4)
            throw new Error(`${published} tells ${JSON.stringify(SETS[at])}: ${count}`);
  });

  test('and none by keeping what was published of other groups, nor of another day', () => {
    const both = [{ key: 'both', colleges: ['towns', 'firms'] }];
    const before = worldsOf(4, 4, (rows) => publishedViews(rows, SMALLEST, []));
    for (const [published, worlds] of before) {
      const then = JSON.parse(published) as ViewsRow[];
      // Nobody changed their mind, and the types are one row since.
      const after = Map.groupBy(worlds, (types) =>
        JSON.stringify(publishedViews(viewsTogether(exact(...types), both), SMALLEST, then)),
      );
      for (const [now, left] of after)
        expect(certain(left).every(holds), `${published} then ${now}`).toBe(true);
    }
    for (const [published, worlds] of before) {
      const then = certain(worlds);
      for (const [now, later] of worldsOf(4, 4, (rows) =>
        publishedViews(rows, SMALLEST, JSON.parse(published) as ViewsRow[]),
      ))
        for (const [at, count] of certain(later).entries())
          if (count !== null && then[at] != null)
            expect(holds(count - then[at]), `${published} then ${now}`).toBe(true);
    }
  });

  test('and none who spoke between two days, where nobody changed their mind', () => {
    const days = (invited: number) =>
      [...saidBy(invited)].flatMap((then) =>
        [...saidBy(invited)]
          .filter((now) => then.every((count, at) => count <= now[at]!))
          .map((now) => ({ then, now })),
      );
    const apart = new Map<string, Set<number>[]>();
    for (const towns of days(4))
      for (const firms of days(3)) {
        const then: Type[] = [
          ['towns', 4, towns.then],
          ['firms', 3, firms.then],
        ];
        const now: Type[] = [
          ['towns', 4, towns.now],
          ['firms', 3, firms.now],
        ];
        const first = publishedViews(exact(...then), SMALLEST, []);
        const key = JSON.stringify([first, publishedViews(exact(...now), SMALLEST, first)]);
        const sets = apart.get(key) ?? SETS.map(() => new Set<number>());
        for (const [at, set] of SETS.entries()) sets[at]!.add(countOf(now, set) - countOf(then, set));
        apart.set(key, sets);
      }
    expect(apart.size).toBeGreaterThan(20);
    for (const [published, sets] of apart)
      for (const [at, counts] of sets.entries())
        if (counts.size === 1 && !holds([...counts][0]!))
          throw new Error(`${published} tells of ${JSON.stringify(SETS[at])}: ${[...counts]}`);
  });
});
