/** A table imported over the version before: what it has no column for stays, what it says again keeps its translations. */
import type { Lang, LocalText } from '../consultation/model.ts';
import type { Plan, PlanAction, PlanAxis, PlanText } from './model.ts';
import { mapAction } from './model.ts';
import type { Field } from './table/columns.ts';
import { type Reading, textIn } from './texts.ts';

export interface TableOver {
  readonly key: string;
  readonly label: PlanText;
  readonly axes: readonly PlanAxis[];
  readonly objectives: Plan<string>['objectives'];
  readonly actions: readonly PlanAction<string>[];
  /** Fields the table has a column for. */
  readonly has: ReadonlySet<Field>;
  /** The language it is written in. */
  readonly lang: Lang;
  /** What stands for a note on a cell. */
  readonly noted: (note: string) => PlanText;
}

export function planOver(before: Plan | null, table: TableOver, reading: Omit<Reading, 'lang'>): Plan {
  const { lang, has } = table;
  const was = new Map(before?.actions.map((action) => [action.key, action]));
  const known = { ...reading, lang };
  const over = (text: string, earlier: PlanText | null | undefined): PlanText =>
    earlier && textIn(earlier, known) === text ? earlier : { text: { [lang]: text } satisfies LocalText };
  const objectives = new Map(before?.objectives.map((one) => [one.key, one]));
  return {
    key: table.key,
    label: table.label,
    axes: table.axes,
    objectives: table.objectives.map((one) => ({
      ...one,
      label: over(one.label, objectives.get(one.key)?.label),
    })),
    actions: table.actions.map((action): PlanAction => {
      const { notes, ...said } = action;
      const earlier = was.get(action.key);
      const made = mapAction({ ...said, notes: [] }, (text) => over(text, null));
      const texts = (field: 'description' | 'operator' | 'partners' | 'means'): PlanText | null =>
        !has.has(field)
          ? (earlier?.[field] ?? null)
          : said[field] === null
            ? null
            : over(said[field], earlier?.[field]);
      const written = <One extends { readonly written: PlanText }>(
        field: Field,
        now: One | null,
        then: One | null | undefined,
      ): One | null =>
        !has.has(field)
          ? (then ?? null)
          : now && then && textIn(then.written, known) === textIn(now.written, known)
            ? then
            : now;
      return {
        ...made,
        label: over(said.label, earlier?.label),
        description: texts('description'),
        operator: texts('operator'),
        partners: texts('partners'),
        means: texts('means'),
        budget: written('budget', made.budget, earlier?.budget),
        calendar: written('calendar', made.calendar, earlier?.calendar),
        state: has.has('state') ? said.state : (earlier?.state ?? 'planned'),
        axis: said.axis ?? (has.has('axis') ? null : (earlier?.axis ?? null)),
        indicators: has.has('indicators')
          ? said.indicators.map((one) => ({
              ...one,
              label: over(one.label, earlier?.indicators.find(({ key }) => key === one.key)?.label),
            }))
          : (earlier?.indicators ?? []),
        notes: notesOver(notes, earlier?.notes ?? [], known, table.noted),
      };
    }),
  };
}

function notesOver(
  notes: readonly string[],
  before: readonly PlanText[],
  reading: Reading,
  noted: (note: string) => PlanText,
): PlanText[] {
  return notes.map((note) => before.find((one) => textIn(one, reading) === note) ?? noted(note));
}
