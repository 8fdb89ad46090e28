/** How far an action has come, told to those whose proposals fed it: once a measure. */
import type { ProposalId } from '../../core/ids.ts';
import { latest } from '../../core/plan/adjustment.ts';
import { roots } from '../../core/proposal/lineage.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { appliedIn } from '../adjustment/shown.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Person } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';
import { actionNamed, measuredActions } from './measures.ts';
import type { As } from './show-plan.ts';

type Needs = 'measures' | 'plans' | 'words' | 'adjustments' | 'proposals' | 'people';

export interface Fed {
  readonly person: Person;
  /** Theirs, or supported by them, in number order. */
  readonly proposals: readonly ProposalRow[];
}

export interface ProgressToTell {
  /** Key of the action. */
  readonly action: string;
  /** Ids of the measures that count. */
  readonly measures: readonly string[];
  readonly told: readonly Fed[];
  /** Who can't be written to. */
  readonly unreachable: number;
}

export async function previewProgress(
  scene: Scene<Needs>,
  action: string,
  as: As,
): Promise<ProgressToTell | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'progress.preview', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, () => prepare(scene, action, as));
}

/** `seen`: the measures that the preview showed. Conversations are in the order of those told. */
export async function tellProgress(
  scene: Scene<Needs | 'conversations' | 'consultations'>,
  action: string,
  seen: readonly string[],
  as: As,
): Promise<(ProgressToTell & { readonly conversations: readonly Conversation[] }) | Refusal> {
  const { tx, consultation, now } = scene;
  const act = {
    verb: 'progress.tell',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { action, measures: seen },
  } as const;
  return perform(scene, act, async () => {
    const before = await prepare(scene, action, as);
    if (isRefusal(before)) return before;
    const conversations = await directsOf(
      scene,
      consultation.id,
      before.told.map(({ person }) => person),
    );
    await tx.consultations.lock(consultation.id);
    const found = await prepare(scene, action, as);
    if (isRefusal(found)) return found;
    const people = (one: ProgressToTell) => one.told.map(({ person }) => person.id).join();
    if (found.measures.join() !== seen.join() || people(found) !== people(before))
      return refuse('progress-changed', { action });
    await tx.measures.markTold(found.measures, now);
    return { ...found, conversations };
  });
}

async function prepare(scene: Scene<Needs>, key: string, as: As): Promise<ProgressToTell | Refusal> {
  const { tx, consultation } = scene;
  const actions = await measuredActions(scene, as);
  const found = isRefusal(actions) ? actions : actionNamed(actions, key);
  if (isRefusal(found)) return found;
  const action = found.action.key;
  const last = found.indicators.flatMap((one) => one.last ?? []);
  if (last.length === 0) return refuse('not-measured', { action });
  if (last.every(({ toldAt }) => toldAt !== null)) return refuse('progress-told', { action });
  const fed = await feeding(scene, action);
  const partners = await tx.people.partners(consultation.id);
  const all = [...Map.groupBy(partners, ({ person }) => person.id).values()].flatMap((here) => {
    const theirs = new Set(here.map(({ id }) => id));
    const proposals = fed.filter(
      ({ partnerId, endorsers }) =>
        (partnerId !== null && theirs.has(partnerId)) || endorsers.some((id) => theirs.has(id)),
    );
    return proposals.length > 0 ? [{ partner: here[0]!, proposals }] : [];
  });
  if (all.length === 0) return refuse('nobody-fed', { action });
  const told = all.filter(({ partner }) => mayBeWrittenTo(partner));
  if (told.length === 0) return refuse('nobody-reached', { action });
  return {
    action,
    measures: last.map(({ id }) => id),
    told: told.map(({ partner: { person }, proposals }) => ({ person, proposals })),
    unreachable: all.length - told.length,
  };
}

/** What adopted adjustments of the action cite, and what was merged into that. */
async function feeding({ tx, consultation }: Scene<Needs>, action: string): Promise<ProposalRow[]> {
  const versions = await tx.plans.of(consultation.id);
  const cited = new Set<ProposalId>(
    (await tx.adjustments.of(consultation.id))
      .filter((one) => latest(one).action === action && appliedIn(versions, one) !== null)
      .flatMap((one) => latest(one).proposals),
  );
  const rows = await tx.proposals.of(consultation.id);
  const rootOf = roots(rows);
  return rows.filter(
    ({ id, state }) =>
      (state === 'submitted' || state === 'merged') && (cited.has(id) || cited.has(rootOf.get(id)!.id)),
  );
}
