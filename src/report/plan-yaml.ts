import { stringify } from 'yaml';
import type { LocalText } from '../core/consultation/model.ts';
import type { Plan, PlanAction } from '../core/plan/model.ts';

/**
 * `plan.yaml` as a consultation's folder holds it: every text in the languages it has, what is missing left for
 * `tour check` to name. Notes stay out: a folder is published.
 */
export function planYaml(plan: Plan<LocalText>): string {
  const file = {
    key: plan.key,
    label: plan.label,
    ...(plan.objectives.length === 0 ? {} : { objectives: plan.objectives.map(bare) }),
    actions: plan.actions.map(actionIn),
  };
  const head = '# yaml-language-server: $schema=../schemas/plan.schema.json\n';
  return head + stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}

function actionIn(action: PlanAction<LocalText>): object {
  const { notes: _, budget, calendar, indicators, operator, illustrative, description, ...rest } = action;
  return bare({
    ...rest,
    description: description ?? action.label,
    // A name, which has no translation.
    operator: operator === null ? null : Object.values(operator)[0]!,
    budget: budget?.written ?? null,
    calendar: calendar?.written ?? null,
    illustrative: illustrative || null,
    indicators: indicators.length === 0 ? null : indicators.map(bare),
  });
}

/** Without what says nothing. */
const bare = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
