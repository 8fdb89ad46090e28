/** How those who took part rate the process (C15): optional, once a question, and counted without names. */
import type { PersonId } from '../ids.ts';
import { atLeast } from '../participation/at-least.ts';
import type { Instant } from '../time.ts';

/** Could they say it; is the reply clear; would they do it again. */
export const RATED = ['said', 'answered', 'again'] as const;
export type Rated = (typeof RATED)[number];
export const GRADES = ['entirely', 'rather', 'hardly', 'not-at-all'] as const;
export type Grade = (typeof GRADES)[number];

/** The last one of a person on a question counts. `person` is null once they were erased: the count stays. */
export interface Rating {
  readonly id: string;
  readonly person: PersonId | null;
  readonly question: Rated;
  readonly grade: Grade;
  readonly at: Instant;
}

/** The first question that was not asked yet; null when all were. */
export const nextRated = (asked: readonly Rated[]): Rated | null =>
  RATED.find((one) => !asked.includes(one)) ?? null;

export interface RatedFigure {
  readonly question: Rated;
  /** People; null where there are too few to be told. */
  readonly answered: number | null;
  /** Of them, entirely or rather. */
  readonly content: number | null;
}

/** As everybody may read it. */
export const ratedForAll = (ratings: readonly Rating[], smallest: number): RatedFigure[] =>
  RATED.map((question) => {
    const here = ratings.filter((one) => one.question === question);
    const content = here.filter(({ grade }) => grade === 'entirely' || grade === 'rather');
    return { question, answered: atLeast(here.length, smallest), content: atLeast(content.length, smallest) };
  });
