/** From what a table says to the actions of a plan: axes recognised, amounts, dates and states read, keys kept. */
import { folded } from '../../person/names.ts';
import { amountsIn } from '../amount.ts';
import { spanOf } from '../calendar.ts';
import { keyFor, named } from '../keys.ts';
import type { PlanAction, PlanIndicator, PlanObjective, PlanState } from '../model.ts';
import { PLAN_STATES } from '../model.ts';
import type { Field } from './columns.ts';
import type { TableFault, TableFaultCode, TableRemark } from './model.ts';
import type { RawAction, RawTable, Said } from './read.ts';

export interface Known {
  /** Axes of the consultation, with whatever they are called. */
  readonly axes: readonly { readonly key: string; readonly names: readonly string[] }[];
  /** Of the version before: what is called the same keeps its key. */
  readonly before: readonly Pick<PlanAction<string>, 'key' | 'label' | 'indicators' | 'illustrative'>[];
  readonly objectivesBefore: readonly PlanObjective<string>[];
}

export interface ReadActions {
  readonly objectives: readonly PlanObjective<string>[];
  readonly actions: readonly PlanAction<string>[];
  readonly faults: readonly TableFault[];
  readonly remarks: readonly TableRemark[];
}

const STATES: Readonly<Record<PlanState, string>> = {
  planned:
    'planned, prevu, prevue, a venir, a lancer, a faire, a demarrer, projet, non demarree, non commencee, not started, en projet, planifiee',
  'under-way':
    'under way, en cours, engage, engagee, lance, lancee, demarree, started, in progress, ongoing, deja engagee, en cours de realisation',
  done: 'done, fait, faite, realise, realisee, termine, terminee, achevee, completed, finished, cloturee',
  dropped: 'dropped, abandonne, abandonnee, supprimee, annulee, cancelled, non retenue, retiree',
};
const STATE_OF: ReadonlyMap<string, PlanState> = new Map(
  PLAN_STATES.flatMap((state) => STATES[state].split(', ').map((word) => [word, state] as const)),
);

export function actionsOf(
  { actions: raw, columns, faults: found, remarks: said }: RawTable,
  known: Known,
): ReadActions {
  const faults = [...found];
  const remarks = [...said];
  const wrong = (code: TableFaultCode, at: Said, details: TableFault['details'] = {}): void =>
    void faults.push({
      code,
      line: at.line,
      column: at.column,
      header: columns?.headers[at.column - 1] || null,
      details,
    });
  const remark = (code: TableRemark['code'], { line, column, text }: Said): void =>
    void remarks.push({ code, line, column, details: { found: text } });
  const several = (columns?.at.get('budget')?.length ?? 0) > 1;
  const untitled = (part: string): string => (several ? part.replace(/^[^:]{1,80} : /u, '') : part);
  const objectives = new Map<string, PlanObjective<string>>();
  const taken = new Set<string>();
  const firstOf = new Map<string, number>();
  const axes = axesByName(known.axes);
  const askedOf = new Map<Said, string | null>();
  const axisOf = (one: Said | null): string | null => {
    if (one === null) return null;
    if (!askedOf.has(one)) {
      const axis = axes(one.text);
      if (axis === null)
        wrong('axis-unknown', one, {
          found: one.text,
          choices: known.axes.flatMap(({ key, names }) => [key, ...names.slice(0, 1)]),
        });
      askedOf.set(one, axis);
    }
    return askedOf.get(one)!;
  };
  const actions = raw.map((action): PlanAction<string> => {
    const say = (field: Field): Said | null => action.fields.get(field) ?? null;
    const text = (field: Field): string | null => say(field)?.text ?? null;
    const label = text('action')!;
    const axis = axisOf(action.axis);
    const given = text('key');
    const earlier = known.before.find((one) => one.key === given || named(one.label) === named(label));
    const same = `${axis} ${named(label)}`;
    if (firstOf.has(same)) wrong('action-twice', say('action')!, { found: label, first: firstOf.get(same)! });
    else firstOf.set(same, action.line);
    const key =
      earlier && !taken.has(earlier.key)
        ? earlier.key
        : keyFor(isKey(given) ? given : label, taken, 'action');
    taken.add(key);
    const budget = say('budget');
    const amounts =
      budget === null
        ? []
        : budget.text.split('\n').flatMap((part) => amountsIn(untitled(part), columns?.scale ?? null));
    if (budget && amounts.length === 0 && /\d/u.test(budget.text)) remark('budget-unread', budget);
    const calendar = say('calendar');
    const span = calendar === null ? null : spanOf(calendar.text);
    if (calendar && span?.from === null && /\d/u.test(calendar.text)) remark('calendar-unread', calendar);
    return {
      key,
      axis,
      objective: objectiveOf(action, axis, objectives, known.objectivesBefore),
      label,
      description: text('description'),
      operator: text('operator'),
      partners: text('partners'),
      budget: budget === null ? null : { written: budget.text, amounts },
      means: text('means'),
      calendar: calendar === null || span === null ? null : { written: calendar.text, ...span },
      indicators: indicatorsOf(text('indicators'), text('target'), earlier?.indicators ?? []),
      state: stateOf(say('state'), wrong),
      illustrative: earlier?.illustrative ?? false,
      notes: [...action.notes, ...(text('notes') === null ? [] : [text('notes')!])],
    };
  });
  return { objectives: [...objectives.values()], actions, faults, remarks };
}

/** Said by its key, by "Axe 2", or by what it is called, with or without its number. */
function axesByName(axes: Known['axes']): (text: string) => string | null {
  const names = new Map(
    axes.flatMap(({ key, names: called }) => [key, ...called].map((one) => [folded(one), key])),
  );
  return (text) => {
    const [, key, rest] =
      /^\s*(?:(?:axe|axis|orientation)(?:\s+strat[ée]gique)?\s*(?:n°\s*)?)?([\w-]{1,40})?\s*(?:[:.)–-]\s*(.*))?$/isu.exec(
        text,
      ) ?? [];
    for (const one of [text, rest, key]) {
      const found = one === undefined ? undefined : names.get(folded(one));
      if (found !== undefined) return found;
    }
    return names.get(named(text.replace(/^\s*(?:axe|axis)\s+/iu, ''))) ?? null;
  };
}

function objectiveOf(
  action: RawAction,
  axis: string | null,
  all: Map<string, PlanObjective<string>>,
  before: Known['objectivesBefore'],
): string | null {
  if (action.objective === null) return null;
  const place = `${axis} ${named(action.objective)}`;
  const found = all.get(place);
  if (found) return found.key;
  const taken = new Set([...all.values()].map(({ key }) => key));
  const earlier = before.find((one) => one.axis === axis && named(one.label) === named(action.objective!));
  const key = earlier && !taken.has(earlier.key) ? earlier.key : keyFor(action.objective, taken, 'objectif');
  all.set(place, { key, axis, label: action.objective });
  return key;
}

const AMOUNT = '(\\d[\\d\\s\\u00a0\\u202f]{0,20}(?:[.,]\\d{1,6})?)\\s{0,3}([^)\\d;]{0,40})';
/** "(cible : 50 emplois)", ", cible 50", "(50 emplois)". */
const TARGET = new RegExp(
  `(?:[(:,]?\\s{0,3}(?:cible|objectif|target)\\s{0,3}:?|\\()\\s{0,3}${AMOUNT}\\)?$`,
  'iu',
);
const NUMBER = /^\D{0,20}?(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*([^;\d]{0,40})$/u;

const numberIn = (text: string): number => Number(text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.'));

/** One a line, or between semicolons or bullets; a target beside it or in a column of its own. */
function indicatorsOf(
  text: string | null,
  target: string | null,
  before: PlanAction<string>['indicators'],
): PlanIndicator<string>[] {
  if (text === null) return [];
  const taken = new Set<string>();
  const parts = text
    .split(/\n|;|•|(?:^|\s)[-–]\s/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const targets = target?.split(/\n|;/u).map((part) => part.trim()) ?? [];
  return parts.map((part, at): PlanIndicator<string> => {
    const inside = TARGET.exec(part);
    const label = inside ? part.slice(0, inside.index).trim() : part;
    const beside = inside ?? (targets.length === parts.length ? NUMBER.exec(targets[at]!) : null);
    const earlier = before.find((one) => named(one.label) === named(label));
    const key = earlier && !taken.has(earlier.key) ? earlier.key : keyFor(label, taken, 'indicateur');
    taken.add(key);
    return {
      key,
      label: label || part,
      unit: beside?.[2]?.trim() || (earlier?.unit ?? null),
      target: beside ? numberIn(beside[1]!) : null,
      ...(earlier?.baseline === undefined ? {} : { baseline: earlier.baseline }),
    };
  });
}

function stateOf(
  said: Said | null,
  wrong: (code: TableFaultCode, at: Said, details: TableFault['details']) => void,
): PlanState {
  if (said === null) return 'planned';
  const state = STATE_OF.get(folded(said.text));
  if (state === undefined)
    wrong('state-unknown', said, {
      found: said.text,
      choices: PLAN_STATES.map((one) => STATES[one].split(', ')[1]!),
    });
  return state ?? 'planned';
}

const isKey = (text: string | null): text is string =>
  text !== null && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(text);
