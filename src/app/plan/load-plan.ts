/** The plan of a consultation's folder becomes a version: the first one, or a new one where the folder changed. */
import type { Consultation } from '../../core/consultation/model.ts';
import type { ConsultationId } from '../../core/ids.ts';
import { planOfContent, samePlan } from '../../core/plan/from-content.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { perform } from '../perform.ts';
import type { Ids } from '../ports/edge.ts';
import type { Transaction } from '../ports/store.ts';

/** Nothing where the folder has no action, nor once a body has adopted a version: that one changes by adjustments. */
export async function loadPlan(
  tx: Pick<Transaction, 'plans' | 'acts'>,
  id: ConsultationId,
  content: Consultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const plan = planOfContent(content);
  if (plan.actions.length === 0) return;
  const versions = await tx.plans.of(id);
  if (versions.some(({ origin }) => origin === 'adoption')) return;
  const last = versions.findLast(({ origin }) => origin === 'content');
  if (last && samePlan(last.plan, plan)) return;
  const versionId = edge.ids.next();
  const act = { verb: 'plan.load', subjectType: 'plan', subjectId: versionId } as const;
  const loaded = await perform({ ...edge, tx, consultation: { id }, actor: 'operator' }, act, () =>
    tx.plans.add({
      id: versionId,
      consultationId: id,
      origin: 'content',
      plan,
      decision: null,
      adjustments: [],
      createdBy: null,
      createdAt: edge.now,
    }),
  );
  if (isRefusal(loaded)) throw new Error(`the operator may not load a plan: ${loaded.code}`);
}
