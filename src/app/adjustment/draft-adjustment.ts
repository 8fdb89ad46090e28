/** Drafting an adjustment, in two steps: what it is about, then what it changes; editing it, and withdrawing it. */
import { itemOfAdjustment } from '../../core/committee/may.ts';
import type { Lang } from '../../core/consultation/model.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import {
  type AdjustedFields,
  type Adjustment,
  type AdjustmentKind,
  type AdjustmentVersion,
  adjustmentRef,
  latest,
  mayAdjust,
} from '../../core/plan/adjustment.ts';
import { keyFor } from '../../core/plan/keys.ts';
import type { PlanAction } from '../../core/plan/model.ts';
import { counts } from '../../core/proposal/change.ts';
import { axisOf } from '../../core/proposal/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { rowsChosen } from '../decision/decide-together.ts';
import { perform, type Scene } from '../perform.ts';
import { askedAbout } from '../plan/asked-about.ts';
import { shownPlan } from '../plan/show-plan.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { appliedIn, byNumber } from './shown.ts';

/** A line of the synthesis by its id, proposals by number, or an action by its key. */
export type Source =
  | { readonly from: 'line'; readonly line: string }
  | { readonly from: 'proposals'; readonly numbers: readonly number[] }
  | { readonly from: 'action'; readonly action: string };

export interface Sourced {
  /** Of an action: those that answer a question on it. */
  readonly proposals: readonly ProposalRow[];
  /** The axis most of them are of; that of the action. */
  readonly axis: string | null;
  /** What may be changed: the actions of that axis first, none that was dropped. */
  readonly actions: readonly PlanAction<string>[];
}

type Needs =
  | 'adjustments'
  | 'plans'
  | 'words'
  | 'proposals'
  | 'syntheses'
  | 'consultations'
  | 'committee'
  | 'rounds';

export async function adjustmentSource(
  scene: Scene<Needs>,
  source: Source,
  as: { readonly lang: Lang; readonly references?: boolean },
): Promise<Sourced | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'adjustment.preview',
    subjectType: 'consultation',
    subjectId: consultation.id,
  } as const;
  return perform(scene, act, async (): Promise<Sourced | Refusal> => {
    const plan = await shownPlan(scene, null, as);
    if (isRefusal(plan)) return plan;
    const open = plan.plan.actions.filter(({ state }) => state !== 'dropped');
    if (source.from === 'action') {
      const action = plan.plan.actions.find(({ key }) => key === source.action);
      if (!action) return refuse('no-such-action', { action: source.action });
      const asked = await askedAbout(scene);
      const answers = (await tx.proposals.of(consultation.id, { states: ['submitted'] })).filter(
        (row) => counts(row) && asked(row) === action.key,
      );
      return { proposals: answers, axis: action.axis, actions: [action] };
    }
    const rows =
      source.from === 'line'
        ? await rowsChosen(scene, { by: 'line', line: source.line })
        : await numbered(tx, consultation.id, source.numbers);
    if (isRefusal(rows)) return rows;
    const axis = commonest(rows.flatMap((row) => axisOf(row) ?? []));
    return {
      proposals: rows,
      axis,
      actions: [...open.filter((one) => one.axis === axis), ...open.filter((one) => one.axis !== axis)],
    };
  });
}

async function numbered(
  tx: Scene<'proposals'>['tx'],
  id: Scene['consultation']['id'],
  numbers: readonly number[],
): Promise<readonly ProposalRow[] | Refusal> {
  const rows: ProposalRow[] = [];
  for (const number of new Set(numbers)) {
    const row = await tx.proposals.byNumber(id, number);
    if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
    if (row.state !== 'submitted') return refuse('not-in-force', { proposal: ref(number) });
    rows.push(row);
  }
  return rows;
}

const commonest = (values: readonly string[]): string | null => {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
};

export interface Drafted {
  readonly kind: AdjustmentKind;
  /** Key of the action; null for a new one. */
  readonly action: string | null;
  /** Of a new action. */
  readonly axis: string | null;
  readonly fields: AdjustedFields;
  readonly numbers: readonly number[];
  readonly line: string | null;
}

export async function draftAdjustment(scene: Scene<Needs>, drafted: Drafted): Promise<Adjustment | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const id = ids.next();
  const act = { verb: 'adjustment.draft', subjectType: 'adjustment', subjectId: id } as const;
  return perform(scene, act, async (): Promise<Adjustment | Refusal> => {
    await tx.consultations.lock(consultation.id);
    const plan = await tx.plans.latest(consultation.id);
    if (!plan) return refuse('no-plan');
    const rows = await numbered(tx, consultation.id, drafted.numbers);
    if (isRefusal(rows)) return rows;
    const { kind, fields, axis } = drafted;
    const { axes } = consultation.content;
    if (kind === 'add' && axis !== null && !axes.some(({ key }) => key === axis))
      return refuse('no-such-axis', { axis, axes: axes.map(({ key }) => key).join(', ') });
    const others = await tx.adjustments.of(consultation.id);
    const action =
      drafted.action ??
      (await newKey(scene, fields, [
        ...plan.plan.actions.map(({ key }) => key),
        ...others.map((one) => latest(one).action),
      ]));
    const first: AdjustmentVersion = {
      n: 1,
      kind,
      action,
      axis: kind === 'add' ? axis : null,
      fields,
      proposals: rows.map((row) => row.id),
      by: actor.person.id,
      at: now,
    };
    const refusal = mayAdjust(plan.plan, first);
    if (refusal) return refusal;
    return tx.adjustments.add({
      id,
      consultationId: consultation.id,
      basis: plan.number,
      line: drafted.line,
      first,
      createdAt: now,
    });
  });
}

async function newKey(
  { tx }: Scene<'words'>,
  { label }: AdjustedFields,
  taken: readonly string[],
): Promise<string> {
  const text = label === undefined ? '' : ((await tx.words.texts([label])).get(label) ?? '');
  return keyFor(text, new Set(taken), 'action');
}

export interface Revised {
  /** Fields said anew; the others stay. */
  readonly fields?: AdjustedFields;
  readonly cite?: readonly number[];
  readonly uncite?: readonly number[];
}

/** A new text: what bodies said of the one before does not hold for it. */
export async function reviseAdjustment(
  scene: Scene<Needs>,
  number: number,
  revised: Revised,
): Promise<Adjustment | Refusal> {
  return changing(scene, number, 'adjustment.edit', (found) => rewritten(scene, found, revised));
}

/** The same, on no record of its own: of an adjustment that may change, under the consultation's lock. */
export async function rewritten(
  { tx, consultation, actor, now }: Scene<'proposals' | 'adjustments'>,
  found: Adjustment,
  { fields = {}, cite = [], uncite = [] }: Revised,
): Promise<Adjustment | Refusal> {
  const rows = await numbered(tx, consultation.id, cite);
  if (isRefusal(rows)) return rows;
  const before = latest(found);
  const gone = new Set<ProposalId>();
  for (const one of uncite) {
    const row = await tx.proposals.byNumber(consultation.id, one);
    if (!row || !before.proposals.includes(row.id))
      return refuse('not-cited', { proposal: ref(one), adjustment: adjustmentRef(found.number) });
    gone.add(row.id);
  }
  const proposals = [...new Set([...before.proposals, ...rows.map(({ id }) => id)])].filter(
    (id) => !gone.has(id),
  );
  const version: AdjustmentVersion = {
    ...before,
    n: before.n + 1,
    fields: { ...before.fields, ...fields },
    proposals,
    by: actor.person.id,
    at: now,
  };
  await tx.adjustments.revise(found, consultation.id, version);
  return { ...found, versions: [...found.versions, version] };
}

export async function withdrawAdjustment(scene: Scene<Needs>, number: number): Promise<Adjustment | Refusal> {
  return changing(scene, number, 'adjustment.withdraw', async (found) => {
    await scene.tx.adjustments.setState(found.id, 'withdrawn');
    return { ...found, state: 'withdrawn' };
  });
}

async function changing(
  scene: Scene<Needs>,
  number: number,
  verb: 'adjustment.edit' | 'adjustment.withdraw',
  change: (found: Adjustment) => Promise<Adjustment | Refusal>,
): Promise<Adjustment | Refusal> {
  const { tx, consultation } = scene;
  const found = await byNumber(scene, number);
  const act = { verb, subjectType: 'adjustment', subjectId: found?.id ?? consultation.id } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const now = await byNumber(scene, number);
    const refusal = (await untouchable(scene, now, number)) ?? (await inSession(scene, now!));
    return refusal ?? change(now!);
  });
}

/** What a committee has before it changes there, and is asked about anew. */
async function inSession(
  { tx, consultation }: Pick<Scene<'committee'>, 'tx' | 'consultation'>,
  { id, number }: Adjustment,
): Promise<Refusal | null> {
  const session = await tx.committee.current(consultation.id);
  return session && itemOfAdjustment(session, id)
    ? refuse('adjustment-in-session', { adjustment: adjustmentRef(number) })
    : null;
}

/** What was withdrawn, or is part of an adopted plan, changes no more. */
export async function untouchable(
  { tx, consultation }: Pick<Scene<'plans'>, 'tx' | 'consultation'>,
  found: Adjustment | null,
  number: number,
): Promise<Refusal | null> {
  const adjustment = adjustmentRef(number);
  if (!found) return refuse('no-such-adjustment', { adjustment });
  if (found.state === 'withdrawn') return refuse('adjustment-withdrawn', { adjustment });
  const version = appliedIn(await tx.plans.of(consultation.id), found);
  return version === null ? null : refuse('adjustment-applied', { adjustment, version });
}
