/** An adjustment of the plan: what it adds, amends, strengthens or drops, in whose words, and from which proposals. */
import type { DecisionStep } from '../decision/model.ts';
import type { PersonId, ProposalId, WordsId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { amountsIn } from './amount.ts';
import { spanOf } from './calendar.ts';
import type { Plan, PlanAction, PlanText } from './model.ts';

export const ADJUSTMENT_KINDS = ['add', 'amend', 'strengthen', 'drop'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export const ADJUSTED_FIELDS = [
  'label',
  'description',
  'operator',
  'partners',
  'budget',
  'means',
  'calendar',
] as const;
export type AdjustedField = (typeof ADJUSTED_FIELDS)[number];
/** What becomes of each field it speaks of; the others stay as they are. */
export type AdjustedFields = Readonly<Partial<Record<AdjustedField, WordsId>>>;

/** Rows are added, never changed: the latest counts. */
export interface AdjustmentVersion {
  /** 1, 2, 3… */
  readonly n: number;
  readonly kind: AdjustmentKind;
  /** Key of the action; of a new one, the key it is to have. */
  readonly action: string;
  /** Of a new action; null of the others. */
  readonly axis: string | null;
  readonly fields: AdjustedFields;
  readonly proposals: readonly ProposalId[];
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Adjustment {
  readonly id: string;
  /** 1, 2, 3… in its consultation. */
  readonly number: number;
  /** The version of the plan it was drafted on. */
  readonly basis: number;
  /** The line of the synthesis it was drafted from. */
  readonly line: string | null;
  readonly state: 'open' | 'withdrawn';
  /** At least one, oldest first. */
  readonly versions: readonly AdjustmentVersion[];
}

/** A body said this of one version of an adjustment: a later text has to be decided anew. */
export interface AdjustmentStep extends Omit<DecisionStep, 'id' | 'proposalId'> {
  readonly id: string;
  readonly adjustmentId: string;
  readonly version: number;
}

/** `A-3`: how an adjustment is named to people, in every language. */
export const adjustmentRef = (number: number): string => `A-${number}`;

export const latest = ({ versions }: Pick<Adjustment, 'versions'>): AdjustmentVersion => versions.at(-1)!;

/** Steps on the text as it stands, oldest first. */
export function stepsOf(adjustment: Adjustment, steps: readonly AdjustmentStep[]): AdjustmentStep[] {
  const { n } = latest(adjustment);
  return steps.filter(({ adjustmentId, version }) => adjustmentId === adjustment.id && version === n);
}

/** Whether it can be drafted on that plan. */
export function mayAdjust(
  plan: Pick<Plan, 'actions'>,
  { kind, action, fields }: Pick<AdjustmentVersion, 'kind' | 'action' | 'fields'>,
): Refusal | null {
  const found = plan.actions.find(({ key }) => key === action);
  if (kind === 'add') return fields.label === undefined ? refuse('adjustment-untitled') : null;
  if (!found) return refuse('no-such-action', { action });
  if (found.state === 'dropped') return refuse('action-dropped', { action });
  if (kind === 'drop') return null;
  return Object.keys(fields).length === 0 ? refuse('adjustment-empty') : null;
}

/** Two that say different things of the same action: they can't both be applied. */
export function clash(
  adjustments: readonly Adjustment[],
): { readonly one: Adjustment; readonly other: Adjustment } | null {
  for (const [at, other] of adjustments.entries())
    for (const one of adjustments.slice(0, at)) {
      const [a, b] = [latest(one), latest(other)];
      if (a.action !== b.action) continue;
      const shared = Object.keys(a.fields).some((field) => field in b.fields);
      if (shared || a.kind === 'drop' || b.kind === 'drop') return { one, other };
    }
  return null;
}

/** The plan with adjustments applied, in their order. A dropped action stays, as dropped. `text` is of their words. */
export function adjusted(
  plan: Plan,
  adjustments: readonly Adjustment[],
  text: (words: WordsId) => string,
): Plan | Refusal {
  let actions = [...plan.actions];
  for (const adjustment of adjustments) {
    const version = latest(adjustment);
    const refusal = mayAdjust({ actions }, version);
    if (refusal) return refusal;
    actions =
      version.kind === 'add'
        ? insert(actions, changed(EMPTY(version), version.fields, text))
        : actions.map((action) => {
            if (action.key !== version.action) return action;
            return version.kind === 'drop'
              ? { ...action, state: 'dropped' as const }
              : changed(action, version.fields, text);
          });
  }
  return { ...plan, actions };
}

const EMPTY = ({ action, axis, fields }: AdjustmentVersion): PlanAction => ({
  key: action,
  axis,
  objective: null,
  label: { words: fields.label! },
  description: null,
  operator: null,
  partners: null,
  budget: null,
  means: null,
  calendar: null,
  indicators: [],
  state: 'planned',
  illustrative: false,
  notes: [],
});

function changed(action: PlanAction, fields: AdjustedFields, text: (words: WordsId) => string): PlanAction {
  const said = <Kept>(field: AdjustedField, kept: Kept): Kept | PlanText =>
    fields[field] === undefined ? kept : { words: fields[field] };
  const { budget, calendar } = fields;
  return {
    ...action,
    label: said('label', action.label),
    description: said('description', action.description),
    operator: said('operator', action.operator),
    partners: said('partners', action.partners),
    means: said('means', action.means),
    budget:
      budget === undefined
        ? action.budget
        : {
            written: { words: budget },
            amounts: text(budget)
              .split('\n')
              .flatMap((line) => amountsIn(line)),
          },
    calendar:
      calendar === undefined ? action.calendar : { written: { words: calendar }, ...spanOf(text(calendar)) },
  };
}

/** After the last one of its axis. */
function insert(actions: readonly PlanAction[], added: PlanAction): PlanAction[] {
  const at = actions.findLastIndex(({ axis }) => axis === added.axis);
  return at < 0 ? [...actions, added] : actions.toSpliced(at + 1, 0, added);
}

/** Every word an adjustment refers to, in all its versions. */
export const wordsOfAdjustment = ({ versions }: Pick<Adjustment, 'versions'>): WordsId[] =>
  versions.flatMap(({ fields }) => Object.values(fields));
