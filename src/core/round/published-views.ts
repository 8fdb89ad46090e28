/**
 * Views on statements as everybody may read them. A count is rounded down to a multiple of `smallest`, and null below it: of
 * one row, with its invited, no reader can tell a count from the next one, unless all its counts are whole multiples.
 *
 * What is said of all is the sum of what the rows show, never the rounded sum: five types of actor with four objections each
 * would be told by it (4 × 5 = 20 and no other way), and so would a few by a row with hardly anybody invited. For the same
 * reason a row of types that were published before in other company shows nothing.
 */
import { atLeast } from '../participation/at-least.ts';
import type { Figure } from '../synthesis/model.ts';
import { VIEWS, type ViewsRow } from './validation.ts';

const HIDDEN = { agree: null, reserve: null, object: null } as const;

/** `published`: all that was published before. Throws on figures that are not exact. */
export function publishedViews(
  exact: readonly ViewsRow<Figure>[],
  smallest: number,
  published: readonly ViewsRow[],
): ViewsRow[] {
  const shown = exact.map((row) => ({ row, as: shownAs(exactly(row), smallest, published) }));
  return shown.map(({ row, as }): ViewsRow => {
    if (row.college !== null || smallest <= 1) return as;
    const parts = shown.filter((one) => one.row.college !== null && ofOne(one.row, row));
    const sum = (view: (typeof VIEWS)[number]): Figure =>
      parts.reduce((all, one) => all + (one.as[view] ?? 0), 0) || null;
    return { ...row, agree: sum('agree'), reserve: sum('reserve'), object: sum('object') };
  });
}

function shownAs(row: ViewsRow<number>, smallest: number, published: readonly ViewsRow[]): ViewsRow {
  const regrouped = published.some(
    (earlier) => ofOne(earlier, row) && moved(earlier, row) && VIEWS.some((view) => earlier[view] !== null),
  );
  if (regrouped) return { ...row, ...HIDDEN };
  return {
    ...row,
    agree: atLeast(row.agree, smallest),
    reserve: atLeast(row.reserve, smallest),
    object: atLeast(row.object, smallest),
  };
}

const ofOne = (a: ViewsRow, b: ViewsRow): boolean => a.round === b.round && a.statement === b.statement;

const countedIn = ({ college, colleges }: ViewsRow): readonly string[] =>
  college === null ? [] : (colleges ?? [college]);

/** Some types of actor of both, in other company. */
function moved(earlier: ViewsRow, now: ViewsRow): boolean {
  const [then, today] = [countedIn(earlier), countedIn(now)];
  const common = then.filter((one) => today.includes(one));
  return common.length > 0 && (common.length < then.length || common.length < today.length);
}

function exactly(row: ViewsRow<Figure>): ViewsRow<number> {
  if (VIEWS.some((view) => row[view] === null))
    throw new Error(`views on ${row.statement}: exact figures are needed`);
  return row as ViewsRow<number>;
}
