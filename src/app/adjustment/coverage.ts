/** What adjustments leave untouched, for those who have to say so. */
import { STATUSES } from '../../core/consultation/model.ts';
import { ref } from '../../core/ids.ts';
import { latest } from '../../core/plan/adjustment.ts';
import { type Coverage, coverageOf } from '../../core/plan/coverage.ts';
import { axisOf } from '../../core/proposal/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

export async function coverPlan(
  scene: Scene<'adjustments' | 'plans' | 'proposals' | 'decisions' | 'people'>,
): Promise<Coverage | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'adjustment.show', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const rows = await tx.proposals.of(consultation.id, { states: ['submitted'] });
    const colleges = new Map(
      (await tx.people.partners(consultation.id)).map(({ id, college }) => [id, college]),
    );
    const steps = Map.groupBy(await tx.decisions.of(consultation.id), ({ proposalId }) => proposalId);
    const plan = await tx.plans.latest(consultation.id);
    const axes = new Map(plan?.plan.actions.map(({ key, axis }) => [key, axis]));
    const open = (await tx.adjustments.of(consultation.id)).filter(({ state }) => state === 'open');
    return coverageOf(
      rows.map((row) => ({
        id: row.id,
        ref: ref(row.number),
        axis: axisOf(row),
        college: row.partnerId === null ? null : (colleges.get(row.partnerId) ?? null),
        status: steps.get(row.id)?.at(-1)?.status ?? null,
      })),
      open.map((one) => {
        const { action, axis, proposals } = latest(one);
        return { axis: axes.get(action) ?? axis, proposals };
      }),
      { axes: consultation.content.axes.map(({ key }) => key), statuses: STATUSES },
    );
  });
}
