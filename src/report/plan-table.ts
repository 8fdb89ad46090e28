/** The columns of a plan's table, which an import reads back. */
import { indicatorSaid } from '../core/plan/diff.ts';
import { figureInTable } from '../core/plan/figure.ts';
import type { Plan, PlanAction } from '../core/plan/model.ts';
import { totalOf } from '../core/plan/model.ts';
import type { PlanSentences } from '../core/plan/sentences.ts';

export interface PlanColumn {
  readonly title: string;
  /** In characters, for a workbook. */
  readonly width: number;
  cell(action: PlanAction<string>): string | number;
}

const ACTION = { fr: 'Action', en: 'Action' } as const;
const TOTAL = { fr: 'Montant lu', en: 'Amount read' } as const;

/** One a line: axis and objective as people read them, several indicators on lines of their own. */
export function planColumns(plan: Plan<string>, say: PlanSentences): readonly PlanColumn[] {
  const title = (field: keyof PlanSentences['fields']): string => {
    const name = say.fields[field];
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const axes = new Map(plan.axes.map(({ key, label }) => [key, label]));
  const objectives = new Map(plan.objectives.map(({ key, label }) => [key, label]));
  return [
    { title: title('key'), width: 24, cell: ({ key }) => key },
    {
      title: title('axis'),
      width: 30,
      cell: ({ axis }) => (axis === null ? '' : say.axis(axis, axes.get(axis) ?? null)),
    },
    {
      title: title('objective'),
      width: 30,
      cell: ({ objective }) => (objective === null ? '' : (objectives.get(objective) ?? objective)),
    },
    { title: ACTION[say.lang], width: 40, cell: ({ label }) => label },
    { title: title('description'), width: 60, cell: ({ description }) => description ?? '' },
    { title: title('operator'), width: 24, cell: ({ operator }) => operator ?? '' },
    { title: title('partners'), width: 30, cell: ({ partners }) => partners ?? '' },
    { title: title('budget'), width: 18, cell: ({ budget }) => budget?.written ?? '' },
    { title: TOTAL[say.lang], width: 14, cell: ({ budget }) => totalOf(budget) ?? '' },
    { title: title('means'), width: 30, cell: ({ means }) => means ?? '' },
    { title: title('calendar'), width: 16, cell: ({ calendar }) => calendar?.written ?? '' },
    {
      title: title('indicators'),
      width: 40,
      cell: ({ indicators }) =>
        indicators.map((one) => indicatorSaid(one, say.lang, figureInTable)).join('\n'),
    },
    { title: title('state'), width: 12, cell: ({ state }) => say.states[state] },
    { title: title('notes'), width: 30, cell: ({ notes }) => notes.join('\n') },
  ];
}
