/** Dots: so many a person, whatever the number of organisations they speak for. Pure. */
import type { PersonId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Dots } from './model.ts';

/** So many points of one person on one group: a number in place of theirs, or one more, or one less. */
export type Wish =
  | { readonly group: string; readonly set: number }
  | { readonly group: string; readonly add: number };

export const spent = (dots: readonly Pick<Dots, 'points'>[]): number =>
  dots.reduce((sum, { points }) => sum + points, 0);

/** That person's dots after all of it, or nothing of it: a choice half counted would not be theirs. */
export function place(
  mine: readonly Pick<Dots, 'group' | 'points'>[],
  wishes: readonly Wish[],
  most: number,
): ReadonlyMap<string, number> | Refusal {
  const after = new Map(mine.map(({ group, points }) => [group, points]));
  for (const wish of wishes) {
    const before = after.get(wish.group) ?? 0;
    after.set(wish.group, Math.max(0, 'set' in wish ? wish.set : before + wish.add));
  }
  const sum = spent([...after.values()].map((points) => ({ points })));
  return sum > most ? refuse('too-many-dots', { most, asked: sum, placed: spent(mine) }) : after;
}

export interface Cell {
  readonly college: string;
  /** People of that type of actor who put points there, and their points; null where it would tell of a few. */
  readonly people: number | null;
  readonly points: number | null;
}

export interface Result {
  readonly group: string;
  readonly people: number | null;
  readonly points: number | null;
  readonly cells: readonly Cell[];
}

/**
 * Results by group, the most points first, by type of actor. What is shown counts nobody or at least `smallest` people,
 * and so does what is left when the shown is taken from the total. `all` for eyes that may see names.
 */
export function tally(
  dots: readonly Dots[],
  of: {
    readonly groups: readonly string[];
    readonly colleges: readonly string[];
    readonly collegeOf: (person: Dots['partner']) => string | null;
    readonly smallest: number;
    readonly all?: boolean;
  },
): readonly Result[] {
  const order = new Map(of.groups.map((group, index) => [group, index]));
  const exact = of.groups.map((group) => {
    const here = dots.filter((one) => one.group === group && one.points > 0);
    return {
      group,
      people: voters(here),
      points: spent(here),
      cells: of.colleges.map((college) => {
        const theirs = here.filter(({ partner }) => of.collegeOf(partner) === college);
        return { college, people: voters(theirs), points: spent(theirs) };
      }),
    };
  });
  const sorted = exact.toSorted((a, b) => b.points - a.points || order.get(a.group)! - order.get(b.group)!);
  return of.all ? sorted : sorted.map((row) => withheld(row, of.smallest));
}

interface Exact {
  readonly group: string;
  readonly people: number;
  readonly points: number;
  readonly cells: readonly { readonly college: string; readonly people: number; readonly points: number }[];
}

function withheld(row: Exact, smallest: number): Result {
  const small = (people: number) => people > 0 && people < smallest;
  if (small(row.people)) return { ...row, people: null, points: null, cells: row.cells.map(hide) };
  const hidden = new Set(row.cells.filter(({ people }) => small(people)).map(({ college }) => college));
  const left = () =>
    row.people - row.cells.reduce((sum, { college, people }) => sum + (hidden.has(college) ? 0 : people), 0);
  const shown = row.cells.filter(({ people }) => people >= smallest).toSorted((a, b) => a.people - b.people);
  for (const { college } of shown) {
    if (!small(left())) break;
    hidden.add(college);
  }
  // Shown as nobody, a type of actor tells the hidden ones who they are: with any hidden, noughts are hidden too.
  return {
    ...row,
    cells: row.cells.map((cell) =>
      hidden.has(cell.college) || (hidden.size > 0 && cell.people === 0) ? hide(cell) : cell,
    ),
  };
}

const hide = ({ college }: { readonly college: string }): Cell => ({ college, people: null, points: null });

const voters = (dots: readonly Pick<Dots, 'person'>[]): number =>
  new Set<PersonId>(dots.map(({ person }) => person)).size;
