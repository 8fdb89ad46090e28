/** Rows of types of actor that are published as one. */
import { countsFor, type PublishedCollege } from '../consultation/published-colleges.ts';
import { viewsTogether } from '../round/validation.ts';
import type { BaseRow, Figure, Figures, ParticipationCell } from './model.ts';

type Row = Pick<PublishedCollege, 'key' | 'colleges' | 'formerly'>;

/**
 * Exact figures with a row for each of `as` where it has somebody invited: the sum of its types. What `as` does not name
 * (a type that left the content since) stays as it is; what has another key today is under that one.
 */
export function together(exact: Figures, as: readonly Row[]): Figures {
  const several = as.filter(({ colleges, formerly = [] }) => colleges.length + formerly.length > 1);
  if (several.length === 0) return exact;
  const of = (college: string) => several.find((row) => countsFor(row, college));
  const rows = Map.groupBy(exact.base, ({ college }) => of(college)?.key ?? college);
  const cells = Map.groupBy(exact.participation, ({ college, axis }) =>
    JSON.stringify([of(college)?.key ?? college, axis]),
  );
  return {
    ...exact,
    ...(exact.views ? { views: viewsTogether(exact.views, several) } : {}),
    base: [...rows.values()].map((here) => rowOf(here, of(here[0]!.college))),
    participation: [...cells.values()].map((here) => cellOf(here, of(here[0]!.college))),
  };
}

function rowOf(rows: readonly BaseRow[], row: Row | undefined): BaseRow {
  if (row === undefined) return rows[0]!;
  return {
    college: row.key,
    ...named(row),
    invited: rows.reduce((sum, { invited }) => sum + invited, 0),
    reached: summed(rows.map(({ reached }) => reached)),
    answered: summed(rows.map(({ answered }) => answered)),
    passed: summed(rows.map(({ passed }) => passed)),
    silent: summed(rows.map(({ silent }) => silent)),
  };
}

function cellOf(cells: readonly ParticipationCell[], row: Row | undefined): ParticipationCell {
  const [first] = cells;
  if (row === undefined) return first!;
  const people = summed(cells.map((cell) => cell.people));
  return { college: row.key, ...named(row), axis: first!.axis, people };
}

const named = ({ colleges }: Row): { readonly colleges?: readonly string[] } =>
  colleges.length > 1 ? { colleges } : {};

const summed = (figures: readonly Figure[]): Figure =>
  figures.reduce((sum: Figure, one) => (sum === null || one === null ? null : sum + one), 0);
