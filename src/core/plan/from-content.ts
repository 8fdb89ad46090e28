/** The plan of a consultation's folder, as a version holds it. */
import type { Consultation, LocalText, PlanActionContent } from '../consultation/model.ts';
import { inLang } from '../consultation/text.ts';
import { canonical } from '../synthesis/hash.ts';
import { amountsIn } from './amount.ts';
import { spanOf } from './calendar.ts';
import type { Plan, PlanAction, PlanAxis, PlanText } from './model.ts';

export function planOfContent(content: Pick<Consultation, 'plan' | 'axes' | 'languages'>): Plan {
  const { plan, languages } = content;
  const first = (text: LocalText): string => inLang(text, languages[0], languages);
  return {
    key: plan.key,
    label: { text: plan.label },
    axes: axesOfContent(content),
    objectives: (plan.objectives ?? []).map(({ key, axis, label }) => ({
      key,
      axis,
      label: { text: label },
    })),
    actions: plan.actions.map((action) => actionOf(action, first, languages[0])),
  };
}

export const axesOfContent = ({ axes }: Pick<Consultation, 'axes'>): PlanAxis[] =>
  axes.map(({ key, label, objective }) => ({ key, label: { text: label }, objective: { text: objective } }));

function actionOf(action: PlanActionContent, first: (text: LocalText) => string, lang: string): PlanAction {
  const maybe = (text: LocalText | undefined): PlanText | null => (text === undefined ? null : { text });
  const { budget, calendar } = action;
  return {
    key: action.key,
    axis: action.axis,
    objective: action.objective ?? null,
    label: { text: action.label },
    // A file has to give one: its title again says nothing more.
    description: first(action.description) === first(action.label) ? null : { text: action.description },
    operator: action.operator === null ? null : { text: { [lang]: action.operator } },
    partners: maybe(action.partners),
    budget: budget === undefined ? null : { written: { text: budget }, amounts: amountsIn(first(budget)) },
    means: maybe(action.means),
    calendar: calendar === undefined ? null : { written: { text: calendar }, ...spanOf(first(calendar)) },
    indicators: action.indicators.map(({ key, label, unit, target, baseline }) => ({
      key,
      label: { text: label },
      unit: unit ?? null,
      target: target ?? null,
      ...(baseline === undefined ? {} : { baseline }),
    })),
    state: action.state,
    illustrative: action.illustrative,
    notes: [],
  };
}

/** Whether two plans say the same; the database keeps no order of keys. */
export const samePlan = (one: Plan, other: Plan): boolean => canonical(one) === canonical(other);
