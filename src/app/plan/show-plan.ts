/** A version of the plan as a reader sees it, the list of versions, and what changed between two of them. */
import type { Lang, LocalText } from '../../core/consultation/model.ts';
import { diffPlans, type PlanDiff } from '../../core/plan/diff.ts';
import { type Plan, wordsOfPlan } from '../../core/plan/model.ts';
import { planIn, planInAll, referenceTo } from '../../core/plan/texts.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { PlanVersionRow } from '../ports/plans.ts';

type Needs = 'plans' | 'words';

/** A reader's language; `references`: what the team wrote is put in place when it is shown. */
export interface As {
  readonly lang: Lang;
  readonly references?: boolean;
}

export interface ShownPlan {
  readonly version: Omit<PlanVersionRow, 'plan'>;
  readonly plan: Plan<string>;
  /** Of the versions there are. */
  readonly last: number;
}

/** The one in force when no number is given. */
export async function showPlan(
  scene: Scene<Needs>,
  number: number | null,
  as: As,
): Promise<ShownPlan | Refusal> {
  return perform(scene, seen(scene, 'plan.show'), () => shownPlan(scene, number, as));
}

/** The same, on no record: for what shows it among other things. */
export async function shownPlan(
  { tx, consultation }: Pick<Scene<Needs>, 'tx' | 'consultation'>,
  number: number | null,
  { lang, references = false }: As,
): Promise<ShownPlan | Refusal> {
  const latest = await tx.plans.latest(consultation.id);
  if (!latest) return refuse('no-plan');
  const row = number === null ? latest : await tx.plans.byNumber(consultation.id, number);
  if (!row) return refuse('no-such-plan', { version: number!, last: latest.number });
  const ids = wordsOfPlan(row.plan);
  const texts = references ? new Map(ids.map((id) => [id, referenceTo(id)])) : await tx.words.texts(ids);
  const { plan, ...version } = row;
  const { languages } = consultation.content;
  return { version, plan: planIn(plan, { lang, languages, texts }), last: latest.number };
}

export async function listPlans(scene: Scene<Needs>): Promise<readonly PlanVersionRow[] | Refusal> {
  return perform(scene, seen(scene, 'plan.show'), () => scene.tx.plans.of(scene.consultation.id));
}

/** Without `after`, the version in force; without `before`, the one before it. */
export async function comparePlans(
  scene: Scene<Needs>,
  asked: { readonly before: number | null; readonly after: number | null },
  as: As,
): Promise<{ readonly before: ShownPlan; readonly after: ShownPlan; readonly diff: PlanDiff } | Refusal> {
  return perform(scene, seen(scene, 'plan.show'), async () => {
    const after = await shownPlan(scene, asked.after, as);
    if (isRefusal(after)) return after;
    if (asked.before === null && after.version.number === 1) return refuse('plan-alone');
    const before = await shownPlan(scene, asked.before ?? after.version.number - 1, as);
    if (isRefusal(before)) return before;
    return { before, after, diff: diffPlans(before.plan, after.plan, as.lang) };
  });
}

/** What files are written from: for the team, notes included. */
export async function exportPlan(
  scene: Scene<Needs>,
  number: number | null,
  lang: Lang,
): Promise<(ShownPlan & { readonly inAll: Plan<LocalText> }) | Refusal> {
  const { tx, consultation } = scene;
  return perform(scene, seen(scene, 'plan.export'), async () => {
    const shown = await shownPlan(scene, number, { lang });
    if (isRefusal(shown)) return shown;
    const row = (await tx.plans.byNumber(consultation.id, shown.version.number))!;
    const texts = await tx.words.texts(wordsOfPlan(row.plan));
    const { languages } = consultation.content;
    return { ...shown, inAll: planInAll(row.plan, { languages, texts }) };
  });
}

const seen = ({ consultation }: Scene, verb: 'plan.show' | 'plan.export') =>
  ({ verb, subjectType: 'consultation', subjectId: consultation.id }) as const;
