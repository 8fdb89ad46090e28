/** What of the plan each proposal echoes, for those who draft its next version: suggested, decided by nobody. */
import type { Kind, Lang } from '../../core/consultation/model.ts';
import { type Ref, ref } from '../../core/ids.ts';
import { type ActionText, type Echo, type ProposalText, withAsked } from '../../core/plan/echo.ts';
import type { PlanAction } from '../../core/plan/model.ts';
import { counts } from '../../core/proposal/change.ts';
import { axisOf, kindOf } from '../../core/proposal/model.ts';
import type { Reader } from '../../core/proposal/reading.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { withTexts } from '../proposal/with-texts.ts';
import { askedAbout } from './asked-about.ts';
import { shownPlan } from './show-plan.ts';

/** What of the plan in force may be echoed: not what was dropped. null when there is no plan. */
export async function echoedActions(
  scene: Pick<Scene<'plans' | 'words'>, 'tx' | 'consultation'>,
): Promise<readonly PlanAction<string>[] | null> {
  const shown = await shownPlan(scene, null, { lang: scene.consultation.content.languages[0] });
  return isRefusal(shown) ? null : shown.plan.actions.filter(({ state }) => state !== 'dropped');
}

/** For each proposal, the actions it echoes, found elsewhere than in this thread. */
export type FindEchoes = (
  proposals: readonly ProposalText[],
  actions: readonly ActionText[],
  lang: Lang,
) => Promise<readonly (readonly Echo[])[]>;

interface Heard {
  readonly ref: Ref;
  readonly axis: string | null;
  readonly kind: Kind | null;
  readonly text: string;
  /** Key of the action it answers a question on. */
  readonly asked: string | null;
}

export interface ToEcho {
  readonly lang: Lang;
  readonly proposals: readonly Heard[];
  readonly actions: readonly PlanAction<string>[];
}

/** First step: reads the proposals that count and the plan in force. */
export async function readToEcho(
  scene: Scene<'plans' | 'words' | 'proposals' | 'rounds'>,
): Promise<ToEcho | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'plan.show', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const lang = consultation.content.languages[0];
    const shown = await shownPlan(scene, null, { lang });
    if (isRefusal(shown)) return shown;
    const rows = (await tx.proposals.of(consultation.id)).filter(counts);
    const said = await withTexts(tx, rows);
    const asked = await askedAbout(scene);
    return {
      lang,
      actions: shown.plan.actions,
      proposals: said.flatMap(({ row, text }): Heard[] =>
        text ? [{ ref: ref(row.number), axis: axisOf(row), kind: kindOf(row), text, asked: asked(row) }] : [],
      ),
    };
  });
}

export interface Echoing extends Heard {
  /** The nearest first; empty when nothing in the plan speaks of it. */
  readonly echoes: readonly (Echo & { readonly label: string })[];
  /** It asks for something that the plan says nothing of. */
  readonly candidate: boolean;
}

const CANDIDATES: readonly (Kind | null)[] = ['new-action', 'project', 'need'];

export interface NearAction {
  readonly action: string;
  readonly confidence: number;
  /** Of those that speak of it. */
  readonly proposals: readonly Ref[];
  /** Of those that answer a question on it. */
  readonly asked: readonly Ref[];
}

/** What of the plan in force a few proposals speak of, the surest first; in this thread, for who drafts from them. */
export async function nearActions(
  { tx, consultation }: Pick<Scene<'plans' | 'words' | 'rounds'>, 'tx' | 'consultation'>,
  rows: readonly ProposalRow[],
  reader: Pick<Reader, 'echoes'>,
): Promise<readonly NearAction[]> {
  const lang = consultation.content.languages[0];
  const open = await echoedActions({ tx, consultation });
  if (open === null) return [];
  const said = await withTexts(tx, rows);
  const asked = await askedAbout({ tx, consultation });
  const found = reader
    .echoes(said, open.map(textOfAction), lang)
    .flatMap((echoes, k) =>
      withAsked(asked(said[k]!.row), echoes).map((echo) => ({ ...echo, ref: ref(said[k]!.row.number) })),
    );
  return [...Map.groupBy(found, ({ action }) => action)]
    .map(([action, echoes]) => ({
      action,
      confidence: Math.max(...echoes.map(({ confidence }) => confidence)),
      proposals: echoes.filter((echo) => !echo.asked).map((echo) => echo.ref),
      asked: echoes.filter((echo) => echo.asked).map((echo) => echo.ref),
    }))
    .sort((a, b) => b.confidence - a.confidence);
}

const restOf = ({ description, means, indicators }: PlanAction<string>): string =>
  [description, means, ...indicators.map(({ label }) => label)].filter((text) => text !== null).join(' ');

export const textOfAction = (action: PlanAction<string>): ActionText => ({
  key: action.key,
  title: action.label,
  rest: restOf(action),
});

/** Second step, outside any transaction. */
export async function findEchoes(
  { lang, proposals, actions }: ToEcho,
  find: FindEchoes,
): Promise<readonly Echoing[]> {
  const found = await find(
    proposals.map(({ text }) => ({ text })),
    actions.map(textOfAction),
    lang,
  );
  const labels = new Map(actions.map(({ key, label }) => [key, label]));
  return proposals.map((proposal, k) => {
    const echoes = withAsked(proposal.asked, found[k]!).flatMap((echo) => {
      const label = labels.get(echo.action);
      return label === undefined ? [] : [{ ...echo, label }];
    });
    return { ...proposal, echoes, candidate: echoes.length === 0 && CANDIDATES.includes(proposal.kind) };
  });
}
