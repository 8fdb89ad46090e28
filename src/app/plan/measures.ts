/** Measures of the plan's indicators: recorded, taken back, and listed beside their targets. */
import { localDay } from '../../core/consultation/local-day.ts';
import type { WordsId } from '../../core/ids.ts';
import {
  type Course,
  courseOf,
  lastMeasure,
  type Measure,
  type Progress,
  progressOf,
} from '../../core/plan/measure.ts';
import type { PlanAction, PlanIndicator } from '../../core/plan/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import { type As, shownPlan } from './show-plan.ts';

type Needs = 'measures' | 'plans' | 'words';

export interface Measured {
  readonly indicator: PlanIndicator<string>;
  readonly last: Measure | null;
  readonly progress: Progress;
}

export interface MeasuredAction {
  readonly action: PlanAction<string>;
  readonly course: Course;
  /** At least one. */
  readonly indicators: readonly Measured[];
}

export async function listIndicators(
  scene: Scene<Needs>,
  as: As,
): Promise<readonly MeasuredAction[] | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'measure.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, () => measuredActions(scene, as));
}

/** Actions of the version in force that have indicators, by measures until that local day; on no record. */
export async function measuredActions(
  scene: Pick<Scene<Needs>, 'tx' | 'consultation'>,
  as: As,
  until: string | null = null,
): Promise<readonly MeasuredAction[] | Refusal> {
  const { tx, consultation } = scene;
  const shown = await shownPlan(scene, null, as);
  if (isRefusal(shown)) return shown;
  const first = await tx.plans.byNumber(consultation.id, 1);
  const since = localDay((first ?? shown.version).createdAt, consultation.content.zone);
  const measures = (await tx.measures.of(consultation.id)).filter(
    ({ day }) => until === null || day <= until,
  );
  return shown.plan.actions.flatMap((action): MeasuredAction[] => {
    const course = courseOf(shown.plan, action, since);
    const indicators = action.indicators.map((indicator): Measured => {
      const last = lastMeasure(measures, action.key, indicator.key);
      return { indicator, last, progress: progressOf(indicator, last, course) };
    });
    return indicators.length > 0 ? [{ action, course, indicators }] : [];
  });
}

/** `indicator` null: the only one the action has. Keys, or titles as they are read. */
export interface Named {
  readonly action: string;
  readonly indicator: string | null;
}

export type MeasuredOne = Pick<MeasuredAction, 'action'> & Measured;

/** Refuses what names none of them, and says which there are. */
export function indicatorNamed(actions: readonly MeasuredAction[], named: Named): MeasuredOne | Refusal {
  const found = actionNamed(actions, named.action);
  if (isRefusal(found)) return found;
  const { action, indicators } = found;
  const same = (one: Measured) =>
    [one.indicator.key, one.indicator.label].some((text) => alike(text, named.indicator!));
  const one =
    named.indicator === null ? (indicators.length === 1 ? indicators[0] : undefined) : indicators.find(same);
  if (one) return { action, ...one };
  const there = indicators.map(({ indicator }) => indicator.key).join(', ');
  return named.indicator === null
    ? refuse('which-indicator', { action: action.key, indicators: there })
    : refuse('no-such-indicator', { action: action.key, indicator: named.indicator, indicators: there });
}

export function actionNamed(actions: readonly MeasuredAction[], key: string): MeasuredAction | Refusal {
  const found = actions.find(({ action }) => alike(action.key, key));
  if (found) return found;
  const there = actions.map(({ action }) => action.key).join(', ');
  return there === ''
    ? refuse('no-indicators')
    : refuse('no-such-measured-action', { action: key, actions: there });
}

const alike = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/gu, "'").toLowerCase().trim();

/** `day` is a local one, not to come: whoever asks looks at that. */
export async function recordMeasure(
  scene: Scene<Needs | 'consultations'>,
  named: Named,
  { value, day, note }: { readonly value: number; readonly day: string; readonly note: WordsId | null },
  as: As,
): Promise<MeasuredOne | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const id = ids.next();
  const act = { verb: 'measure.record', subjectType: 'measure', subjectId: id } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const actions = await measuredActions(scene, as);
    if (isRefusal(actions)) return actions;
    const one = indicatorNamed(actions, named);
    if (isRefusal(one)) return one;
    const of = { action: one.action.key, indicator: one.indicator.key };
    const made = { by: actor.person.id, at: now, takenBackAt: null, toldAt: null };
    await tx.measures.add({ id, ...of, value, day, note, ...made }, consultation.id);
    return again(scene, of, as);
  });
}

async function again(scene: Scene<Needs>, of: Named, as: As): Promise<MeasuredOne | Refusal> {
  const actions = await measuredActions(scene, as);
  return isRefusal(actions) ? actions : indicatorNamed(actions, of);
}

export interface TakenBack {
  readonly measure: Measure;
  /** As it stands without it; null when the plan no longer has that indicator. */
  readonly now: MeasuredOne | null;
}

/** The last one that the actor recorded, or the last one of what is named, whoever recorded it. */
export async function takeBackMeasure(
  scene: Scene<Needs | 'consultations'>,
  named: Named | null,
  as: As,
): Promise<TakenBack | Refusal> {
  const { tx, consultation, actor, now } = scene;
  let id = '';
  const act = { verb: 'measure.take-back', subjectType: 'measure', subjectId: () => id } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    let theirs: (one: Measure) => boolean = ({ by }) => by === actor.person.id;
    if (named !== null) {
      const actions = await measuredActions(scene, as);
      const one = isRefusal(actions) ? actions : indicatorNamed(actions, named);
      if (isRefusal(one)) return one;
      theirs = ({ action, indicator }) => action === one.action.key && indicator === one.indicator.key;
    }
    const all = await tx.measures.of(consultation.id);
    const measure = all.findLast((one) => one.takenBackAt === null && theirs(one));
    if (!measure) return refuse('no-measure');
    id = measure.id;
    await tx.measures.takeBack(measure.id, now);
    const left = await again(scene, measure, as);
    return { measure, now: isRefusal(left) ? null : left };
  });
}
