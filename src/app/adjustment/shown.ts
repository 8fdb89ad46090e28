/** Adjustments as people read them: what was, what becomes of it, from which proposals, and where it stands. */
import type { Lang } from '../../core/consultation/model.ts';
import { type Answer, answerOf } from '../../core/decision/answer.ts';
import { type ProposalId, type Ref, ref, type WordsId } from '../../core/ids.ts';
import {
  ADJUSTED_FIELDS,
  type AdjustedField,
  type Adjustment,
  type AdjustmentStep,
  latest,
  stepsOf,
  wordsOfAdjustment,
} from '../../core/plan/adjustment.ts';
import { type Plan, wordsOfPlan } from '../../core/plan/model.ts';
import { planIn, referenceTo } from '../../core/plan/texts.ts';
import type { Refusal } from '../../core/refusal.ts';
import { refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { PlanVersionRow } from '../ports/plans.ts';

export interface ShownChange {
  readonly field: AdjustedField;
  readonly before: string | null;
  readonly after: string;
}

export interface ShownAdjustment {
  readonly adjustment: Adjustment;
  /** Of the action: as it was, or as it is to be called. */
  readonly title: string;
  readonly axis: string | null;
  readonly changes: readonly ShownChange[];
  readonly cites: readonly Ref[];
  readonly answer: Answer<AdjustmentStep>;
  /** The version of the plan that holds it; null until then. */
  readonly applied: number | null;
}

export type ReadNeeds = 'adjustments' | 'plans' | 'words' | 'proposals';

/** Those that stand, and withdrawn ones when `all`. */
export async function listAdjustments(
  scene: Scene<ReadNeeds>,
  as: { readonly lang: Lang; readonly references?: boolean },
): Promise<readonly ShownAdjustment[] | Refusal> {
  const act = {
    verb: 'adjustment.show',
    subjectType: 'consultation',
    subjectId: scene.consultation.id,
  } as const;
  return perform(scene, act, async () => {
    const all = await scene.tx.adjustments.of(scene.consultation.id);
    return shown(
      scene,
      all.filter(({ state }) => state === 'open'),
      as,
    );
  });
}

export async function showAdjustment(
  scene: Scene<ReadNeeds>,
  number: number,
  as: { readonly lang: Lang; readonly references?: boolean },
): Promise<ShownAdjustment | Refusal> {
  const act = {
    verb: 'adjustment.show',
    subjectType: 'consultation',
    subjectId: scene.consultation.id,
  } as const;
  return perform(scene, act, async () => {
    const found = await byNumber(scene, number);
    return found === null
      ? refuse('no-such-adjustment', { adjustment: `A-${number}` })
      : (await shown(scene, [found], as))[0]!;
  });
}

export const byNumber = async (
  { tx, consultation }: Pick<Scene<'adjustments'>, 'tx' | 'consultation'>,
  number: number,
): Promise<Adjustment | null> =>
  (await tx.adjustments.of(consultation.id)).find((one) => one.number === number) ?? null;

/** On no record, for what shows them among other things. */
export async function shown(
  { tx, consultation }: Pick<Scene<ReadNeeds>, 'tx' | 'consultation'>,
  adjustments: readonly Adjustment[],
  { lang, references = false }: { readonly lang: Lang; readonly references?: boolean },
): Promise<ShownAdjustment[]> {
  const { languages, rules } = consultation.content;
  const versions = await tx.plans.of(consultation.id);
  const ids = [
    ...adjustments.flatMap(wordsOfAdjustment),
    ...versions.flatMap(({ plan }) => wordsOfPlan(plan)),
  ];
  const texts: ReadonlyMap<WordsId, string | null> = references
    ? new Map(ids.map((id) => [id, referenceTo(id)]))
    : await tx.words.texts(ids);
  const steps = await tx.adjustments.steps(consultation.id);
  const refs = await refsOf(tx, consultation.id, adjustments);
  const bases = new Map(versions.map((row) => [row.number, planIn(row.plan, { lang, languages, texts })]));
  return adjustments.map((adjustment): ShownAdjustment => {
    const { action: key, fields, axis, proposals } = latest(adjustment);
    const action = actionIn(bases, adjustment.basis, key);
    const changes = ADJUSTED_FIELDS.flatMap((field): ShownChange[] => {
      const words = fields[field];
      if (words === undefined) return [];
      const before = action === null ? null : action[field];
      return [
        {
          field,
          before: before === null || typeof before === 'string' ? before : before.written,
          after: texts.get(words) ?? '…',
        },
      ];
    });
    return {
      adjustment,
      title: action?.label ?? changes.find(({ field }) => field === 'label')?.after ?? key,
      axis: action?.axis ?? axis,
      changes,
      cites: proposals.flatMap((id) => refs.get(id) ?? []),
      answer: answerOf(stepsOf(adjustment, steps), rules),
      applied: appliedIn(versions, adjustment),
    };
  });
}

export const appliedIn = (
  versions: readonly PlanVersionRow[],
  { id }: Pick<Adjustment, 'id'>,
): number | null => versions.find(({ adjustments }) => adjustments.includes(id))?.number ?? null;

const actionIn = (bases: ReadonlyMap<number, Plan<string>>, basis: number, key: string) =>
  bases.get(basis)?.actions.find((one) => one.key === key) ?? null;

async function refsOf(
  tx: Scene<'proposals'>['tx'],
  consultationId: Scene['consultation']['id'],
  adjustments: readonly Adjustment[],
): Promise<ReadonlyMap<ProposalId, Ref>> {
  if (adjustments.length === 0) return new Map();
  const rows = await tx.proposals.of(consultationId);
  return new Map(rows.map((row) => [row.id, ref(row.number)]));
}
