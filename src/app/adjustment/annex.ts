/** What the annex of a deliberation is written from. */
import { inLang } from '../../core/consultation/text.ts';
import { adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import type { Annex, AnnexAction, AnnexAdjustment } from '../../core/plan/annex.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import { shownPlan } from '../plan/show-plan.ts';
import { type ReadNeeds, shown } from './shown.ts';

/** Of a version that a body adopted; the last one when no number is given. In the consultation's first language. */
export async function annexOf(scene: Scene<ReadNeeds>, number: number | null): Promise<Annex | Refusal> {
  const { tx, consultation } = scene;
  const { content } = consultation;
  const lang = content.languages[0];
  const local = (text: Parameters<typeof inLang>[0]) => inLang(text, lang, content.languages);
  const act = { verb: 'plan.export', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async (): Promise<Annex | Refusal> => {
    const versions = await tx.plans.of(consultation.id);
    const adopted = versions.findLast(
      (row) => row.origin === 'adoption' && (number === null || row.number === number),
    );
    if (!adopted?.decision) return refuse('plan-not-adopted', number === null ? {} : { version: number });
    const plan = await shownPlan(scene, adopted.number, { lang });
    if (isRefusal(plan)) return plan;
    const all = await tx.adjustments.of(consultation.id);
    const applied = await shown(
      scene,
      all.filter(({ id }) => adopted.adjustments.includes(id)),
      { lang },
    );
    const adjustments = applied.map(
      ({ adjustment, changes, cites }): AnnexAdjustment => ({
        ref: adjustmentRef(adjustment.number),
        kind: latest(adjustment).kind,
        action: latest(adjustment).action,
        changes,
        cites,
      }),
    );
    const { body, decidedOn } = adopted.decision;
    const label = content.rules.decisions.bodies.find(({ key }) => key === body)?.label;
    const { axes, objectives, actions, label: title } = plan.plan;
    const entry = (action: (typeof actions)[number]): AnnexAction => ({
      action: { ...action, notes: [] },
      adjustments: adjustments.filter((one) => one.action === action.key),
    });
    return {
      lang,
      consultation: { title: local(content.title), asker: local(content.asker) },
      plan: title,
      version: adopted.number,
      decidedBy: label ? local(label) : body,
      decidedOn,
      axes: [...axes, { key: null, label: null, objective: null }].flatMap((axis) => {
        const own = actions.filter((action) => action.axis === axis.key);
        const groups = [null, ...objectives.filter((one) => one.axis === axis.key)].flatMap((objective) => {
          const of = own.filter((action) => action.objective === (objective?.key ?? null));
          return of.length === 0 ? [] : [{ objective: objective?.label ?? null, actions: of.map(entry) }];
        });
        return own.length === 0 ? [] : [{ ...axis, groups }];
      }),
      figures: {
        actions: actions.length,
        adjustments: adjustments.length,
        proposals: new Set(adjustments.flatMap(({ cites }) => cites)).size,
      },
    };
  });
}
