/** In three steps, so that the long one holds no transaction: read, group, draft. */
import type { Consultation } from '../../core/consultation/model.ts';
import type { SynthesisId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { withAsked } from '../../core/plan/echo.ts';
import type { PlanAction } from '../../core/plan/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { assemble } from '../../core/synthesis/assemble.ts';
import type { BesidePlan } from '../../core/synthesis/beside-plan.ts';
import type { OpinionGroups, Vote } from '../../core/synthesis/model.ts';
import { votesIn } from '../../core/synthesis/votes.ts';
import { type Groupings, groupingsOf } from '../../core/theme/settle.ts';
import type { Instant } from '../../core/time.ts';
import { perform, refusalOf, type Scene } from '../perform.ts';
import { echoedActions, type FindEchoes, textOfAction } from '../plan/echoes.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { type Group, groupByAxis, keepThemes } from '../theme/find-themes.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

/** Groups of people by what they stand behind and object to; null when none hold, or too little was said. */
export type GroupOpinions = (votes: readonly Vote[]) => Promise<OpinionGroups | null>;

/** What is asked of the analysis. */
export interface Analysis {
  readonly group: Group;
  readonly opinions: GroupOpinions;
  readonly echoes: FindEchoes;
}

/** What a synthesis is drafted from: all that was said up to a moment, with its people and figures. */
export interface SynthesisSource {
  readonly content: Consultation;
  readonly contentId: LoadedConsultation['contentId'];
  readonly snapshot: Snapshot;
  /** Of the plan in force; null when there is none. */
  readonly actions: readonly PlanAction<string>[] | null;
  readonly at: Instant;
}

/** First step: reads. Refuses those who may not compile, and a consultation without proposals; records nothing. */
export async function readForSynthesis({
  tx,
  now,
  consultation,
  actor,
}: Scene<'proposals' | 'people' | 'participations' | 'rounds' | 'words' | 'links' | 'plans'>): Promise<
  SynthesisSource | Refusal
> {
  const refused = refusalOf(actor, 'synthesis.compile');
  if (refused) return refused;
  const snapshot = await takeSnapshot(tx, consultation);
  if (snapshot.proposals.length + snapshot.aside.length === 0) return refuse('no-proposals');
  const actions = await echoedActions({ tx, consultation });
  return { content: consultation.content, contentId: consultation.contentId, snapshot, actions, at: now };
}

export interface Found {
  /** By axis; `null` for a round without axes. */
  readonly groupings: Groupings;
  readonly opinions: OpinionGroups | null;
  readonly plan: BesidePlan | null;
}

/** Second step, outside any transaction: groups proposals axis by axis, then people, and holds them beside the plan. */
export async function groupForSynthesis(
  source: SynthesisSource,
  { group, opinions, echoes }: Analysis,
): Promise<Found> {
  const { content, snapshot } = source;
  return {
    groupings: await groupByAxis(content, snapshot.texts, group),
    opinions: await opinions(votesIn(snapshot.proposals)),
    plan: await besideThePlan(source, echoes),
  };
}

async function besideThePlan(
  { content, snapshot, actions }: SynthesisSource,
  find: FindEchoes,
): Promise<BesidePlan | null> {
  if (actions === null || actions.length === 0) return null;
  const texts = [...snapshot.texts.values()].flat();
  const found = await find(
    texts.map(({ text }) => ({ text })),
    actions.map(textOfAction),
    content.languages[0],
  );
  const labels = new Map(actions.map(({ key, label }) => [key, label]));
  const refs = new Map(snapshot.proposals.map((one) => [one.id, one.ref]));
  return new Map(
    texts.map(({ id }, k) => {
      const name = refs.get(id)!;
      const asked = snapshot.askedAbout.get(name) ?? null;
      // An action dropped since is none of the plan.
      const [first] = withAsked(asked !== null && labels.has(asked) ? asked : null, found[k]!);
      return [name, first ? { ...first, label: labels.get(first.action)! } : null] as const;
    }),
  );
}

/** Third step: drafts and stores; a draft before it is dropped. The draft speaks of the moment that was read. */
export async function draftSynthesis(
  scene: Scene<'syntheses' | 'themes' | 'consultations'>,
  { content, contentId, snapshot, at }: SynthesisSource,
  found: Found,
  id: SynthesisId,
): Promise<SynthesisRow | Refusal> {
  const act = { verb: 'synthesis.compile', subjectType: 'synthesis', subjectId: id } as const;
  return perform(scene, act, async () => {
    const groupings = groupingsOf(await keepThemes(scene, found.groupings), found.groupings);
    const body = assemble({
      ...snapshot,
      lang: content.languages[0],
      axes: content.axes,
      ...found,
      groupings,
      smallestFigure: content.rules.smallestFigure,
    });
    return scene.tx.syntheses.add({
      id,
      consultationId: scene.consultation.id,
      contentId,
      roundId: null,
      state: 'draft',
      body: {
        ...body,
        unclassified: [...body.unclassified, ...snapshot.aside.map((row) => ref(row.number))],
      },
      hash: null,
      commitments: null,
      compiledAt: at,
      signedBy: null,
      signedAt: null,
      published: null,
    });
  });
}

/** The three steps in a row; `within` opens a transaction and says who acts in it. */
export async function compileSynthesis<
  S extends Scene<
    | 'proposals'
    | 'people'
    | 'participations'
    | 'rounds'
    | 'words'
    | 'links'
    | 'syntheses'
    | 'themes'
    | 'consultations'
    | 'plans'
  >,
>(
  within: <T>(act: (scene: S) => Promise<T>) => Promise<T>,
  analysis: Analysis,
  id: SynthesisId,
): Promise<SynthesisRow | Refusal> {
  const source = await within(readForSynthesis);
  if (isRefusal(source)) return source;
  const found = await groupForSynthesis(source, analysis);
  return within((scene) => draftSynthesis(scene, source, found, id));
}
