/** A table becomes the next version of the plan: all of it, or nothing. */
import type { Lang } from '../../core/consultation/model.ts';
import type { WordsId } from '../../core/ids.ts';
import { adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { diffPlans, type PlanDiff } from '../../core/plan/diff.ts';
import { axesOfContent, samePlan } from '../../core/plan/from-content.ts';
import { planOver } from '../../core/plan/merge.ts';
import { type Plan, wordsOfPlan } from '../../core/plan/model.ts';
import { actionsOf, type ReadActions } from '../../core/plan/table/actions.ts';
import type { Field } from '../../core/plan/table/columns.ts';
import type { RawTable } from '../../core/plan/table/read.ts';
import { planIn } from '../../core/plan/texts.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

export interface PlanTable {
  readonly raw: RawTable;
  /** The plan's name; that of the version before when null. */
  readonly label: string | null;
  /** The language it is written in. */
  readonly lang: Lang;
}

export interface PlanImported {
  readonly number: number;
  readonly read: ReadActions;
  readonly diff: PlanDiff;
  /** Fields it has no column for: as they were. */
  readonly kept: readonly Field[];
  readonly notes: number;
}

/** Faulty: what is wrong with the table, which nothing was kept of. */
export type Faulty = { readonly faulty: ReadActions };

const KEEPABLE: readonly Field[] = [
  'description',
  'operator',
  'partners',
  'budget',
  'means',
  'calendar',
  'indicators',
  'state',
];

export async function importPlan(
  scene: Scene<'plans' | 'adjustments' | 'words' | 'consultations'>,
  { raw, label, lang }: PlanTable,
): Promise<PlanImported | Faulty | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const { content } = consultation;
  const id = ids.next();
  const act = { verb: 'plan.import', subjectType: 'plan', subjectId: id } as const;
  const faulty: Faulty[] = [];
  const done = await perform(scene, act, async (): Promise<PlanImported | Refusal> => {
    await tx.consultations.lock(consultation.id);
    const inForce = await tx.plans.latest(consultation.id);
    const texts = await tx.words.texts(inForce ? wordsOfPlan(inForce.plan) : []);
    const reading = { languages: content.languages, texts };
    const before = inForce && planIn(inForce.plan, { ...reading, lang });
    const read = actionsOf(raw, {
      axes: content.axes.map((axis) => ({
        key: axis.key,
        names: [...Object.values(axis.label), ...Object.values(axis.short), ...axis.formerly],
      })),
      before: before?.actions ?? [],
      objectivesBefore: before?.objectives ?? [],
    });
    if (read.faults.length > 0) {
      faulty.push({ faulty: read });
      return refuse('plan-table-faulty');
    }
    const notes: { id: WordsId; text: string }[] = [];
    const has = new Set<Field>(raw.columns?.at.keys());
    const plan: Plan = planOver(
      inForce?.plan ?? null,
      {
        key: inForce?.plan.key ?? content.plan.key,
        label:
          label === null
            ? (inForce?.plan.label ?? { text: content.plan.label })
            : { text: { [lang]: label } },
        axes: axesOfContent(content),
        objectives: read.objectives,
        actions: read.actions,
        has,
        lang,
        noted: (text) => {
          const note = { id: ids.next<WordsId>(), text };
          notes.push(note);
          return { words: note.id };
        },
      },
      reading,
    );
    if (inForce && samePlan(inForce.plan, plan)) return refuse('plan-unchanged', { version: inForce.number });
    const gone = await adjustedAndGone(scene, plan);
    if (gone.length > 0) return refuse('plan-adjusted', { adjustments: gone.join(', ') });
    await tx.words.add(
      notes.map((note) => ({
        ...note,
        consultationId: consultation.id,
        personId: actor.person.id,
        lang,
        writtenAt: now,
      })),
    );
    const added = await tx.plans.add({
      id,
      consultationId: consultation.id,
      origin: 'import',
      plan,
      decision: null,
      adjustments: [],
      createdBy: actor.person.id,
      createdAt: now,
    });
    const all = new Map([...texts, ...notes.map((note) => [note.id, note.text] as const)]);
    const after = planIn(plan, { ...reading, lang, texts: all });
    const nothing: Plan<string> = { ...after, actions: [], objectives: [] };
    return {
      number: added.number,
      read,
      diff: diffPlans(before ?? nothing, after, lang),
      kept: inForce ? KEEPABLE.filter((field) => !has.has(field)) : [],
      notes: notes.length,
    };
  });
  return faulty[0] ?? done;
}

/** Adjustments on their way whose action is not in that plan any more. */
async function adjustedAndGone(
  { tx, consultation }: Scene<'plans' | 'adjustments'>,
  plan: Plan,
): Promise<string[]> {
  const keys = new Set(plan.actions.map(({ key }) => key));
  const applied = new Set((await tx.plans.of(consultation.id)).flatMap(({ adjustments }) => adjustments));
  return (await tx.adjustments.of(consultation.id))
    .filter((one) => one.state === 'open' && !applied.has(one.id))
    .filter((one) => latest(one).kind !== 'add' && !keys.has(latest(one).action))
    .map(({ number }) => adjustmentRef(number));
}
