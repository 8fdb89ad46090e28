/** A plan as a version holds it: axes → objectives → actions. `T` is a text: by reference, in each language, or in one. */
import type { LocalText, PlanActionContent } from '../consultation/model.ts';
import type { WordsId } from '../ids.ts';

/** A text of the content or of a table, or words of the team's. JSON. */
export type PlanText = { readonly text: LocalText } | { readonly words: WordsId };

export const PLAN_STATES = [
  'planned',
  'under-way',
  'done',
  'dropped',
] as const satisfies readonly PlanState[];
export type PlanState = PlanActionContent['state'];

export interface Plan<T = PlanText> {
  readonly key: string;
  readonly label: T;
  readonly axes: readonly PlanAxis<T>[];
  readonly objectives: readonly PlanObjective<T>[];
  readonly actions: readonly PlanAction<T>[];
}

export interface PlanAxis<T = PlanText> {
  readonly key: string;
  readonly label: T;
  readonly objective: T | null;
}

/** An objective of one axis, or of none. */
export interface PlanObjective<T = PlanText> {
  readonly key: string;
  readonly axis: string | null;
  readonly label: T;
}

export interface PlanAction<T = PlanText> {
  readonly key: string;
  readonly axis: string | null;
  readonly objective: string | null;
  readonly label: T;
  readonly description: T | null;
  readonly operator: T | null;
  readonly partners: T | null;
  readonly budget: PlanBudget<T> | null;
  readonly means: T | null;
  readonly calendar: PlanCalendar<T> | null;
  readonly indicators: readonly PlanIndicator<T>[];
  readonly state: PlanState;
  /** Made up as an example. */
  readonly illustrative: boolean;
  /** What somebody noted on its cells: for the team, never published. */
  readonly notes: readonly T[];
}

export interface PlanBudget<T = PlanText> {
  /** As it was written: what people are shown. */
  readonly written: T;
  /** What of it reads as an amount; empty when nothing does. */
  readonly amounts: readonly Amount[];
}

export interface Amount {
  /** Euros; of a range, its lower end. */
  readonly euros: number;
  /** The upper end of a range; null when it is none. */
  readonly upTo: number | null;
  readonly tax: 'excluded' | 'included' | null;
  readonly per: 'year' | null;
  /** "environ", "jusqu'à": not the exact figure. */
  readonly about: boolean;
  /** "dont 40 k€": counted in the amount before it. */
  readonly part: boolean;
}

export interface PlanCalendar<T = PlanText> {
  readonly written: T;
  /** `2016` or `2016-03`; null where none is said. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface PlanIndicator<T = PlanText> {
  readonly key: string;
  readonly label: T;
  readonly unit: string | null;
  readonly target: number | null;
  /** What it was before the plan; a target below it is one that goes down. Absent: 0. */
  readonly baseline?: number;
}

/** A plan with every text mapped. */
export function mapPlan<A, B>(plan: Plan<A>, f: (text: A) => B): Plan<B> {
  return {
    key: plan.key,
    label: f(plan.label),
    axes: plan.axes.map((axis) => ({
      ...axis,
      label: f(axis.label),
      objective: axis.objective === null ? null : f(axis.objective),
    })),
    objectives: plan.objectives.map((one) => ({ ...one, label: f(one.label) })),
    actions: plan.actions.map((action) => mapAction(action, f)),
  };
}

export function mapAction<A, B>(action: PlanAction<A>, f: (text: A) => B): PlanAction<B> {
  const maybe = (text: A | null): B | null => (text === null ? null : f(text));
  const { budget, calendar } = action;
  return {
    ...action,
    label: f(action.label),
    description: maybe(action.description),
    operator: maybe(action.operator),
    partners: maybe(action.partners),
    budget: budget === null ? null : { ...budget, written: f(budget.written) },
    means: maybe(action.means),
    calendar: calendar === null ? null : { ...calendar, written: f(calendar.written) },
    indicators: action.indicators.map((one) => ({ ...one, label: f(one.label) })),
    notes: action.notes.map(f),
  };
}

/** Ids of the words a plan refers to. */
export function wordsOfPlan(plan: Plan): WordsId[] {
  const ids: WordsId[] = [];
  mapPlan(plan, (text) => {
    if ('words' in text) ids.push(text.words);
  });
  return ids;
}

/** The one amount a budget comes to, in euros; null when it says several, a range, or something near it. */
export function totalOf(budget: Pick<PlanBudget, 'amounts'> | null): number | null {
  const whole = budget?.amounts.filter(({ part }) => !part) ?? [];
  const [one] = whole;
  return one && whole.length === 1 && one.upTo === null && !one.about ? one.euros : null;
}
