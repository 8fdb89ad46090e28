/** Everything the documents of a consultation are written from, at one moment. */
import type { Consultation, DecisionStatus } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { Dispute } from '../../core/decision/dispute.ts';
import type { RestitutionEntry } from '../../core/decision/model.ts';
import { ref } from '../../core/ids.ts';
import type { PublishedPlan } from '../../core/plan/published.ts';
import type { ExportedProposal } from '../../core/proposal/exported.ts';
import { answeringFor, mergedUnder } from '../../core/proposal/lineage.ts';
import { axisOf, current } from '../../core/proposal/model.ts';
import type { ModerationDocument } from '../../core/proposal/moderation-log.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { SynthesisDocument } from '../../core/synthesis/document.ts';
import type { Instant } from '../../core/time.ts';
import { answersTo } from '../decision/restitution.ts';
import { perform, type Scene } from '../perform.ts';
import { publishedPlan } from '../plan/published-plan.ts';
import type { RestitutionRow } from '../ports/decisions.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { publishableLog } from '../proposal/moderate.ts';
import { documentOf, showSynthesis } from '../synthesis/show-synthesis.ts';

export interface Gathered {
  readonly proposals: readonly ExportedProposal[];
  /** The signed synthesis as the public may read it. */
  readonly synthesis: SynthesisDocument;
  /** The same one with all names and figures, for the team alone. */
  readonly internal: SynthesisDocument;
  /** One entry a proposal that was not withdrawn and has its answer. */
  readonly restitution: readonly RestitutionEntry[];
  readonly moderation: ModerationDocument;
  readonly plan: PublishedPlan;
  /** Of the open data; null when the consultation gives none. */
  readonly licence: NonNullable<Consultation['licence']> | null;
}

type Needs =
  | 'tables'
  | 'syntheses'
  | 'words'
  | 'proposals'
  | 'people'
  | 'decisions'
  | 'restitutions'
  | 'disputes'
  | 'proofreadings'
  | 'rounds'
  | 'notices'
  | 'participations'
  | 'reactions'
  | 'plans'
  | 'adjustments'
  | 'measures';

/** Refuses while the synthesis is not signed (C12). */
export async function gatherDocuments(asked: Scene<Needs>): Promise<Gathered | Refusal> {
  const scene = { ...asked, tx: readOnce(asked.tx) };
  const act = {
    verb: 'documents.export',
    subjectType: 'consultation',
    subjectId: scene.consultation.id,
  } as const;
  return perform(scene, act, async () => {
    const synthesis = await showSynthesis(scene, 'public');
    if (isRefusal(synthesis)) return synthesis;
    const row = await scene.tx.syntheses.byNumber(scene.consultation.id, synthesis.number);
    const internal = await documentOf(scene, row!, 'internal');
    if (isRefusal(internal)) return internal;
    const published = (await scene.tx.proposals.of(scene.consultation.id)).filter(
      ({ state }) => state !== 'moderated',
    );
    const rows = asOf(published, synthesis.compiledAt);
    return {
      synthesis,
      internal,
      proposals: await exported(scene, rows),
      restitution: await entries(scene, rows),
      moderation: await publishableLog(scene),
      plan: await publishedPlan(scene),
      licence: scene.consultation.content.licence ?? null,
    };
  });
}

/** Nothing is written meanwhile: the proposals, of which each document is made anew, are read from the database once. */
function readOnce<T extends Scene<'proposals'>['tx']>(tx: T): T {
  const all = new Map<string, ReturnType<typeof tx.proposals.of>>();
  const of: typeof tx.proposals.of = (consultation, filter) => {
    if (filter !== undefined) return tx.proposals.of(consultation, filter);
    const rows = all.get(consultation) ?? tx.proposals.of(consultation);
    all.set(consultation, rows);
    return rows;
  };
  return { ...tx, proposals: { ...tx.proposals, of } };
}

/** All proposals; those the synthesis was compiled from in the words they had then, so that its quotes stay exact. */
const asOf = (rows: readonly ProposalRow[], compiledAt: Instant): ProposalRow[] =>
  rows.map((row) => {
    const versions = row.versions.filter((version) => version.at <= compiledAt);
    return versions.length > 0 ? { ...row, versions } : row;
  });

export async function exported(
  { tx, consultation }: Scene<'words' | 'people' | 'proposals'>,
  rows: readonly ProposalRow[],
): Promise<ExportedProposal[]> {
  const texts = await tx.words.texts(rows.map((row) => current(row).words));
  const partners = new Map(
    (await tx.people.partners(consultation.id)).map((partner) => [partner.id, partner]),
  );
  const merged = mergedUnder(rows);
  return rows.map((row) => {
    const { words, start, end } = current(row);
    const behind = [row, ...(merged.get(row.id) ?? [])].flatMap((one) => [one.partnerId, ...one.endorsers]);
    return {
      ref: ref(row.number),
      axis: axisOf(row),
      text: texts.get(words)?.slice(start, end) ?? '',
      college: row.partnerId ? (partners.get(row.partnerId)?.college ?? null) : null,
      tags: row.tags.map(({ dimension, value, source, confidence }) => ({
        dimension,
        value,
        source,
        confidence,
      })),
      state: row.state,
      standing: row.standing,
      versions: row.versions.length,
      supporters: new Set(behind.filter((id) => id !== null)).size,
    };
  });
}

async function entries(
  { tx, consultation }: Scene<'decisions' | 'restitutions' | 'words' | 'disputes'>,
  rows: readonly ProposalRow[],
): Promise<RestitutionEntry[]> {
  const { rules, languages } = consultation.content;
  const answers = answersTo(rows.map(asAnswered), await tx.decisions.of(consultation.id), rules);
  const reasons = await tx.words.texts([...answers.values()].flatMap((answer) => answer?.step.reason ?? []));
  const told = Map.groupBy(
    (await tx.restitutions.of(consultation.id)).flatMap(toldIn),
    ({ proposal }) => proposal,
  );
  const disputes = Map.groupBy(await tx.disputes.of(consultation.id), ({ proposalId }) => proposalId);
  const answering = answeringFor(rows);
  const entry = (row: ProposalRow, part: ProposalRow | null): RestitutionEntry[] => {
    const answered = part ?? row;
    const answer = answers.get(answered.id);
    if (!answer) return [];
    const { step } = answer;
    const body = rules.decisions.bodies.find(({ key }) => key === step.body);
    const delivery = told
      .get(answered.id)
      ?.find(
        ({ partner, step: of }) =>
          (row.table ? row.endorsers.includes(partner) : partner === row.partnerId) &&
          (of === null || of === step.id),
      );
    const disputed = disputes
      .get(answered.id)
      ?.findLast(
        ({ partnerId, outcome }) => (part === null || partnerId === row.partnerId) && outcome !== 'dropped',
      );
    return [
      {
        proposal: ref(row.number),
        part: part && ref(part.number),
        status: step.status satisfies DecisionStatus,
        reason: reasons.get(step.reason) ?? '',
        decidedBy: body ? inLang(body.label, languages[0]) : step.body,
        decidedOn: step.decidedOn,
        delivered: delivery?.sentAt ? new Date(delivery.sentAt).toISOString() : null,
        dispute: disputed === undefined ? null : disputeState(disputed.outcome),
      },
    ];
  };
  return rows.flatMap((row) =>
    row.state === 'merged' && !answers.has(row.id)
      ? answering(row).flatMap((part) => entry(row, part))
      : entry(row, null),
  );
}

/** Whoever has their words erased takes no answer back that was given to them: counts stay what they were. */
const asAnswered = (row: ProposalRow): ProposalRow =>
  row.state === 'erased' ? { ...row, state: row.mergedInto === null ? 'submitted' : 'merged' } : row;

/** Answer by answer, what a message told; those of before steps were noted told what they answered. */
const toldIn = ({ proposalIds, stepIds, partnerId, sentAt }: RestitutionRow) =>
  proposalIds.map((proposal, at) => ({
    proposal,
    partner: partnerId,
    step: stepIds.length === 0 ? null : stepIds[at]!,
    sentAt,
  }));

const disputeState = (outcome: Dispute['outcome']): RestitutionEntry['dispute'] =>
  outcome === 'upheld' || outcome === 'changed' ? outcome : 'open';
