/** What changed between two versions of a plan, action by action; texts in one language. */
import type { Lang } from '../consultation/model.ts';
import { figureSaid } from './figure.ts';
import type { Plan, PlanAction, PlanIndicator } from './model.ts';

export const PLAN_FIELDS = [
  'label',
  'axis',
  'objective',
  'description',
  'operator',
  'partners',
  'budget',
  'means',
  'calendar',
  'indicators',
  'state',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

export interface FieldChange {
  readonly field: PlanField;
  /** null where it said nothing. A state is said by its key, an axis and an objective by their label. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ActionChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** As it stands now; as it stood, where it was removed. */
  readonly action: PlanAction<string>;
  /** Of what was changed, in the order of `PLAN_FIELDS`; empty for what was added or removed. */
  readonly fields: readonly FieldChange[];
}

export interface PlanDiff {
  /** In the order of the plan now; what was removed comes last. */
  readonly changes: readonly ActionChange[];
  /** Actions that stay as they were. */
  readonly same: number;
}

export function diffPlans(before: Plan<string>, after: Plan<string>, lang: Lang): PlanDiff {
  const was = new Map(before.actions.map((action) => [action.key, action]));
  const is = new Set(after.actions.map(({ key }) => key));
  const changes = after.actions.flatMap((action): ActionChange[] => {
    const earlier = was.get(action.key);
    if (!earlier) return [{ change: 'added', action, fields: [] }];
    const fields = changed(shown(earlier, before, lang), shown(action, after, lang));
    return fields.length === 0 ? [] : [{ change: 'changed', action, fields }];
  });
  const removed = before.actions
    .filter(({ key }) => !is.has(key))
    .map((action): ActionChange => ({ change: 'removed', action, fields: [] }));
  const touched = changes.filter(({ change }) => change !== 'added').length;
  return { changes: [...changes, ...removed], same: before.actions.length - touched - removed.length };
}

type Shown = Readonly<Record<PlanField, string | null>>;

/** Each field as a person reads it. */
export function shown(action: PlanAction<string>, plan: Plan<string>, lang: Lang): Shown {
  return {
    label: action.label,
    axis: plan.axes.find(({ key }) => key === action.axis)?.label ?? action.axis,
    objective: plan.objectives.find(({ key }) => key === action.objective)?.label ?? action.objective,
    description: action.description,
    operator: action.operator,
    partners: action.partners,
    budget: action.budget?.written ?? null,
    means: action.means,
    calendar: action.calendar?.written ?? null,
    indicators: indicatorsSaid(action, lang),
    state: action.state,
  };
}

/** null when it has none. */
export const indicatorsSaid = ({ indicators }: PlanAction<string>, lang: Lang): string | null =>
  indicators.length === 0 ? null : indicators.map((one) => indicatorSaid(one, lang)).join(' ; ');

export const indicatorSaid = (
  { label, unit, target }: PlanIndicator<string>,
  lang: Lang,
  figure = figureSaid,
): string => (target === null ? label : `${label} (${figure(target, unit, lang)})`);

const changed = (before: Shown, after: Shown): FieldChange[] =>
  PLAN_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
