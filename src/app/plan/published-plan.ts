/** The plan as everybody may read it, for those who write documents. In the consultation's first language. */
import { inLang } from '../../core/consultation/text.ts';
import { adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { wordsOfPlan } from '../../core/plan/model.ts';
import type { PublishedPlan, PublishedVersion } from '../../core/plan/published.ts';
import { planIn } from '../../core/plan/texts.ts';
import { type ReadNeeds, shown } from '../adjustment/shown.ts';
import type { Scene } from '../perform.ts';

/** Nothing of a version that no body has adopted yet, nor of an adjustment that no adopted version applies. */
export async function publishedPlan(
  scene: Pick<Scene<ReadNeeds | 'measures'>, 'tx' | 'consultation'>,
): Promise<PublishedPlan> {
  const { tx, consultation } = scene;
  const { languages, rules } = consultation.content;
  const lang = languages[0];
  const all = await tx.plans.of(consultation.id);
  const rows = all.slice(0, all.findLastIndex(({ origin }) => origin === 'adoption') + 1);
  if (rows.length === 0) return { versions: [], measures: [] };
  const texts = await tx.words.texts(rows.flatMap(({ plan }) => wordsOfPlan(plan)));
  const applied = new Set(rows.flatMap(({ adjustments }) => adjustments));
  const adjustments = await shown(
    scene,
    (await tx.adjustments.of(consultation.id)).filter(({ id }) => applied.has(id)),
    { lang },
  );
  const bodyNamed = (body: string): string => {
    const label = rules.decisions.bodies.find(({ key }) => key === body)?.label;
    return label ? inLang(label, lang, languages) : body;
  };
  const versions = rows.map((row): PublishedVersion => {
    const plan = planIn(row.plan, { lang, languages, texts });
    return {
      number: row.number,
      origin: row.origin,
      decidedBy: row.decision && bodyNamed(row.decision.body),
      decidedOn: row.decision?.decidedOn ?? null,
      plan: { ...plan, actions: plan.actions.map((action) => ({ ...action, notes: [] })) },
      adjustments: adjustments
        .filter(({ adjustment }) => row.adjustments.includes(adjustment.id))
        .map(({ adjustment, changes, cites }) => ({
          ref: adjustmentRef(adjustment.number),
          kind: latest(adjustment).kind,
          action: latest(adjustment).action,
          changes,
          cites,
        })),
    };
  });
  const measured = new Set(
    versions
      .at(-1)!
      .plan.actions.flatMap(({ key, indicators }) => indicators.map((one) => `${key} ${one.key}`)),
  );
  const measures = (await tx.measures.of(consultation.id))
    .filter(
      ({ action, indicator, takenBackAt }) => takenBackAt === null && measured.has(`${action} ${indicator}`),
    )
    .map(({ action, indicator, day, value }) => ({ action, indicator, day, value }));
  return { versions, measures };
}
