/** Bodies speak of adjustments one after the other; with the last one's word, the next version of the plan is born. */
import type { DecisionStatus } from '../../core/consultation/model.ts';
import { answerOf, maySpeak } from '../../core/decision/answer.ts';
import type { WordsId } from '../../core/ids.ts';
import {
  type Adjustment,
  type AdjustmentStep,
  adjusted,
  adjustmentRef,
  clash,
  latest,
  stepsOf,
  wordsOfAdjustment,
} from '../../core/plan/adjustment.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Said, SaidBy } from '../decision/record-decisions.ts';
import { perform, type Scene } from '../perform.ts';
import type { PlanVersionRow } from '../ports/plans.ts';
import { untouchable } from './draft-adjustment.ts';
import { appliedIn, byNumber } from './shown.ts';

type Needs = 'adjustments' | 'plans' | 'words' | 'consultations';
type Recording = Pick<Scene<'adjustments' | 'plans'>, 'tx' | 'consultation' | 'ids' | 'now'>;

/** A body gives one status and one reason to some adjustments; all of them, or none when one can't be. */
export async function decideAdjustments(
  scene: Scene<Needs>,
  numbers: readonly number[],
  said: Said & { readonly status: DecisionStatus; readonly reason: WordsId },
): Promise<readonly Adjustment[] | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'adjustment.decide',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { body: said.body, status: said.status, adjustments: numbers.map(adjustmentRef) },
  } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const steps = await tx.adjustments.steps(consultation.id);
    const found: Adjustment[] = [];
    for (const number of new Set(numbers)) {
      const one = await byNumber(scene, number);
      const refusal = await untouchable(scene, one, number);
      if (refusal || !one) return refusal!;
      const named = { proposal: adjustmentRef(number) };
      if (latest(one).proposals.length === 0)
        return refuse('adjustment-cites-nothing', { adjustment: named.proposal });
      const may = maySpeak(named, stepsOf(one, steps), said.body, said.status, consultation.content.rules);
      if (may) return may;
      found.push(one);
    }
    await tx.adjustments.addSteps(
      found.map((one) => stepFor(scene, one, { ...said, by: scene.actor.person.id })),
      consultation.id,
    );
    return found;
  });
}

const stepFor = (
  { ids, now }: Pick<Scene, 'ids' | 'now'>,
  adjustment: Adjustment,
  said: SaidBy & { readonly status: DecisionStatus; readonly reason: WordsId },
): AdjustmentStep => ({
  id: ids.next(),
  adjustmentId: adjustment.id,
  version: latest(adjustment).n,
  body: said.body,
  status: said.status,
  reason: said.reason,
  decidedOn: said.decidedOn,
  recordedBy: said.by,
  recordedAt: now,
  reopens: false,
});

/** A body confirms, as they stand, all adjustments that await it, but for some. */
export async function ratifyAdjustments(
  scene: Scene<Needs>,
  said: Said,
  except: readonly number[],
): Promise<readonly Adjustment[] | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'adjustment.decide',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { body: said.body, except: except.map(adjustmentRef) },
  } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const by = scene.actor.person.id;
    const ratified = await confirmAdjustments(scene, { ...said, by }, (one) => !except.includes(one.number));
    return ratified.length === 0 ? refuse('nothing-to-ratify', { body: said.body }) : ratified;
  });
}

/** A body's word on those that await it, for whoever recorded it: under the consultation's lock, on no record of its own. */
export async function confirmAdjustments(
  scene: Recording,
  said: SaidBy,
  taken: (one: Adjustment) => boolean,
): Promise<readonly Adjustment[]> {
  const { tx, consultation } = scene;
  const steps = await tx.adjustments.steps(consultation.id);
  const confirmed = awaiting(scene, await pending(scene), { steps, said, taken });
  await tx.adjustments.addSteps(
    confirmed.map(({ step }) => step),
    consultation.id,
  );
  return confirmed.map(({ one }) => one);
}

/** Those that await a body. */
export async function adjustmentsAwaiting(
  scene: Pick<Scene<'adjustments' | 'plans'>, 'tx' | 'consultation'>,
  body: string,
): Promise<readonly Adjustment[]> {
  const { tx, consultation } = scene;
  const steps = await tx.adjustments.steps(consultation.id);
  return (await pending(scene)).filter((one) => {
    const answer = answerOf(stepsOf(one, steps), consultation.content.rules);
    return answer.state === 'awaiting' && answer.body === body;
  });
}

/** What the body's word would be on each that awaits it; nothing is stored. */
function awaiting(
  scene: Pick<Recording, 'consultation' | 'ids' | 'now'>,
  all: readonly Adjustment[],
  asked: {
    readonly steps: readonly AdjustmentStep[];
    readonly said: SaidBy;
    readonly taken: (one: Adjustment) => boolean;
  },
): { readonly one: Adjustment; readonly step: AdjustmentStep }[] {
  const { steps, said, taken } = asked;
  return all.flatMap((one) => {
    const answer = answerOf(stepsOf(one, steps), scene.consultation.content.rules);
    if (answer.state !== 'awaiting' || answer.body !== said.body || !taken(one)) return [];
    const { status, reason } = answer.last;
    return [{ one, step: stepFor(scene, one, { ...said, status, reason }) }];
  });
}

/** Open, and in no version of the plan yet. */
export async function pending({
  tx,
  consultation,
}: Pick<Scene<'adjustments' | 'plans'>, 'tx' | 'consultation'>): Promise<Adjustment[]> {
  const versions = await tx.plans.of(consultation.id);
  return (await tx.adjustments.of(consultation.id)).filter(
    (one) => one.state === 'open' && appliedIn(versions, one) === null,
  );
}

export interface Adopted {
  readonly version: PlanVersionRow;
  readonly applied: readonly Adjustment[];
  /** Decided otherwise, or still awaiting a body: they are not in it. */
  readonly left: readonly Adjustment[];
}

/** The last body's word: what awaits it is confirmed, and all that was adopted is applied to the plan, in one act. */
export async function adoptPlan(
  scene: Scene<Needs>,
  said: Said,
  except: readonly number[],
): Promise<Adopted | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const { rules } = consultation.content;
  const id = ids.next();
  const act = { verb: 'plan.adopt', subjectType: 'plan', subjectId: id, refs: { body: said.body } } as const;
  return perform(scene, act, async (): Promise<Adopted | Refusal> => {
    await tx.consultations.lock(consultation.id);
    const last = rules.decisions.path.at(-1)!;
    if (said.body !== last) return refuse('not-the-last-body', { body: said.body, last });
    const plan = await tx.plans.latest(consultation.id);
    if (!plan) return refuse('no-plan');
    const all = await pending(scene);
    const before = await tx.adjustments.steps(consultation.id);
    const taken = (one: Adjustment) => !except.includes(one.number);
    const ratified = awaiting(scene, all, {
      steps: before,
      said: { ...said, by: actor.person.id },
      taken,
    }).map(({ step }) => step);
    const steps = [...before, ...ratified];
    const applied = all.filter((one) => {
      const answer = answerOf(stepsOf(one, steps), rules);
      return answer.state === 'decided' && ADOPTED.has(answer.step.status) && taken(one);
    });
    if (applied.length === 0) return refuse('nothing-to-adopt');
    const both = clash(applied);
    if (both)
      return refuse('adjustments-clash', {
        one: adjustmentRef(both.one.number),
        other: adjustmentRef(both.other.number),
      });
    const texts = await tx.words.texts(applied.flatMap(wordsOfAdjustment));
    const next = adjusted(plan.plan, applied, (words) => texts.get(words) ?? '');
    if (isRefusal(next)) return next;
    await tx.adjustments.addSteps(ratified, consultation.id);
    const version = await tx.plans.add({
      id,
      consultationId: consultation.id,
      origin: 'adoption',
      plan: next,
      decision: { body: said.body, decidedOn: said.decidedOn },
      adjustments: applied.map((one) => one.id),
      createdBy: actor.person.id,
      createdAt: now,
    });
    return { version, applied, left: all.filter((one) => !applied.includes(one)) };
  });
}

const ADOPTED: ReadonlySet<DecisionStatus> = new Set(['adopted', 'adopted-in-part']);
