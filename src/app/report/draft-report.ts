/** The annual report, drafted by the machine from what is on record at that moment. */
import { localDay } from '../../core/consultation/local-day.ts';
import { inLang } from '../../core/consultation/text.ts';
import { heldBy, onRecord } from '../../core/gate/gate.ts';
import { type Ref, ref, type SynthesisId } from '../../core/ids.ts';
import { adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { levelOf } from '../../core/plan/alert.ts';
import type { Plan } from '../../core/plan/model.ts';
import { ratedForAll } from '../../core/rating/rating.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import {
  type AdoptedThen,
  type AskedThen,
  compileReport,
  type MeasuredThen,
} from '../../core/report/compile.ts';
import { type ReadNeeds, shown } from '../adjustment/shown.ts';
import { type DebtNeeds, everythingOwed } from '../decision/owed.ts';
import { perform, type Scene } from '../perform.ts';
import { measuredActions } from '../plan/measures.ts';
import { shownPlan } from '../plan/show-plan.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { takeSnapshot } from '../synthesis/snapshot.ts';

type Needs =
  | ReadNeeds
  | DebtNeeds
  | 'measures'
  | 'people'
  | 'participations'
  | 'links'
  | 'reports'
  | 'ratings'
  | 'consultations';

/** A draft before it is dropped. In the consultation's first language. */
export async function draftReport(scene: Scene<Needs>, year: number): Promise<SynthesisRow | Refusal> {
  const { tx, consultation, ids, now } = scene;
  const { content } = consultation;
  const id = ids.next<SynthesisId>();
  const act = { verb: 'report.draft', subjectType: 'report', subjectId: id, refs: { year } } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const today = localDay(now, content.zone);
    const from = `${year}-01-01`;
    if (from > today) return refuse('report-year-to-come', { year });
    const to = today < `${year}-12-31` ? today : `${year}-12-31`;
    const plan = await shownPlan(scene, null, { lang: content.languages[0] });
    if (isRefusal(plan)) return plan;
    const snapshot = await takeSnapshot(tx, consultation);
    const { proposals, base } = snapshot;
    const said = await saidIn(scene, from, to);
    const owed = heldBy(await everythingOwed(scene), now);
    const body = compileReport({
      lang: content.languages[0],
      axes: plan.plan.axes.map(({ key }) => key),
      facts: {
        year,
        from,
        to,
        plan: plan.version.number,
        adopted: (await versionsIn(scene, from, to)).map(({ number, decision }) => ({
          version: number,
          body: decision!.body,
          decidedOn: decision!.decidedOn,
        })),
        rated: ratedForAll(await tx.ratings.of(consultation.id), content.rules.smallestFigure),
        debt: owed === null ? { answers: {}, adjustments: {}, disputes: [] } : onRecord(owed),
      },
      adopted: await adoptedIn(scene, from, to),
      measured: await measuredUntil(scene, to),
      asked: askedIn(plan.plan, snapshot.askedAbout, (one) => said.has(one)),
      proposals,
      base,
      smallestFigure: content.rules.smallestFigure,
    });
    return tx.reports.add({
      id,
      consultationId: consultation.id,
      contentId: consultation.contentId,
      roundId: null,
      state: 'draft',
      body,
      hash: null,
      commitments: null,
      compiledAt: now,
      signedBy: null,
      signedAt: null,
      published: null,
    });
  });
}

const versionsIn = async ({ tx, consultation }: Scene<'plans'>, from: string, to: string) =>
  (await tx.plans.of(consultation.id)).filter(
    ({ decision }) => decision !== null && decision.decidedOn >= from && decision.decidedOn <= to,
  );

async function adoptedIn(scene: Scene<ReadNeeds>, from: string, to: string): Promise<AdoptedThen[]> {
  const { tx, consultation } = scene;
  const { rules, languages } = consultation.content;
  const [lang] = languages;
  const all = await tx.adjustments.of(consultation.id);
  const found: AdoptedThen[] = [];
  for (const { decision, adjustments } of await versionsIn(scene, from, to)) {
    const label = rules.decisions.bodies.find(({ key }) => key === decision!.body)?.label;
    const applied = all.filter(({ id }) => adjustments.includes(id));
    for (const { adjustment, title, axis, cites } of await shown(scene, applied, { lang }))
      found.push({
        ref: adjustmentRef(adjustment.number),
        kind: latest(adjustment).kind,
        title,
        axis,
        body: label ? inLang(label, lang, languages) : decision!.body,
        decidedOn: decision!.decidedOn,
        cites,
      });
  }
  return found;
}

/** References of what was said within these days. */
async function saidIn({ tx, consultation }: Scene<'proposals'>, from: string, to: string): Promise<Set<Ref>> {
  const { zone } = consultation.content;
  const rows = (await tx.proposals.of(consultation.id)).filter(({ submittedAt }) => {
    const day = localDay(submittedAt, zone);
    return day >= from && day <= to;
  });
  return new Set(rows.map(({ number }) => ref(number)));
}

/** In the order of the plan in force; of what it holds no more, nothing. */
const askedIn = (
  { actions }: Plan<string>,
  about: ReadonlyMap<Ref, string>,
  then: (one: Ref) => boolean,
): AskedThen[] =>
  actions.flatMap(({ key, label, axis }) => {
    const cites = [...about].flatMap(([one, action]) => (action === key && then(one) ? [one] : []));
    return cites.length === 0 ? [] : [{ title: label, axis, cites }];
  });

/** Each indicator of the plan in force, by the last measure of these days. */
async function measuredUntil(
  scene: Scene<'measures' | 'plans' | 'words'>,
  to: string,
): Promise<MeasuredThen[]> {
  const actions = await measuredActions(scene, { lang: scene.consultation.content.languages[0] }, to);
  if (isRefusal(actions)) return [];
  return actions.flatMap(({ action, course, indicators }) =>
    indicators.map(({ indicator, last, progress }) => ({
      title: action.label,
      axis: action.axis,
      indicator,
      last,
      progress,
      level: levelOf(indicator, action.state, last, course, to),
    })),
  );
}
