/** Figures of another day under the keys of today, so that what may be computed from both is found. */
import type { ViewsRow } from '../round/validation.ts';
import type { Figures } from './model.ts';

interface Keyed {
  readonly key: string;
  readonly formerly?: readonly string[];
}

/**
 * Types of actor and axes that were renamed are under their present key. Where several types became one, each was a
 * part of it: its row counts in other company than that one does (`suppress.ts`, rule 4).
 */
export function renamed(
  figures: Figures,
  { colleges, axes }: { readonly colleges: readonly Keyed[]; readonly axes: readonly Keyed[] },
): Figures {
  const collegeNow = present(colleges);
  const axisNow = present(axes);
  const places = new Map<string, Set<number>>();
  for (const [at, row] of figures.base.entries())
    for (const key of (row.colleges ?? [row.college]).map(collegeNow))
      places.set(key, (places.get(key) ?? new Set()).add(at));
  const now = <T extends Counting>(row: T): T => {
    const then = row.colleges ?? [row.college];
    const keys = [...new Set(then.map(collegeNow))];
    const part = keys.some((key) => (places.get(key)?.size ?? 0) > 1);
    if (!part && then.every((key, at) => key === keys[at])) return row;
    // No key has a space: who was counted then is nobody of today's.
    const counted = part ? [...keys, ...then.map((key) => `${key} then`)] : keys;
    return {
      ...row,
      college: collegeNow(row.college),
      ...(row.colleges || counted.length > 1 ? { colleges: counted } : {}),
    };
  };
  return {
    ...figures,
    base: figures.base.map(now),
    ...(figures.views ? { views: figures.views.map((row) => viewsNow(row, now)) } : {}),
    participation: figures.participation.map((cell) => ({ ...now(cell), axis: axisNow(cell.axis) })),
  };
}

type Counting = { readonly college: string; readonly colleges?: readonly string[] };

const viewsNow = (row: ViewsRow, now: <T extends Counting>(row: T) => T): ViewsRow =>
  row.college === null ? row : now({ ...row, college: row.college });

const present =
  (all: readonly Keyed[]) =>
  (key: string): string =>
    all.find((one) => one.key === key)?.key ??
    all.find(({ formerly = [] }) => formerly.includes(key))?.key ??
    key;
