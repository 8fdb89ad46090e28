/** What an action says of itself, but for where it stands in the plan: the same fields, in the same order, wherever it is read. */
import { indicatorsSaid } from './diff.ts';
import type { PlanAction } from './model.ts';
import type { PlanSentences } from './sentences.ts';

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** Fields without a text are left out. */
export function described(
  action: PlanAction<string>,
  { lang, fields, states }: Pick<PlanSentences, 'lang' | 'fields' | 'states'>,
): Labelled[] {
  const said: readonly (readonly [string, string | null | undefined])[] = [
    [fields.operator, action.operator],
    [fields.partners, action.partners],
    [fields.budget, action.budget?.written],
    [fields.means, action.means],
    [fields.calendar, action.calendar?.written],
    [fields.indicators, indicatorsSaid(action, lang)],
    [fields.state, states[action.state]],
  ];
  return said.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
