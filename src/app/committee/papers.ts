/** What a session is to decide, as it is read: adjustments in their exact texts, answers by what they say. */
import { itemOfAnswers } from '../../core/committee/may.ts';
import type { Item, Session } from '../../core/committee/model.ts';
import type { DecisionStatus, Lang } from '../../core/consultation/model.ts';
import { type ProposalId, type Ref, ref, type WordsId } from '../../core/ids.ts';
import type { Adjustment } from '../../core/plan/adjustment.ts';
import { type ReadNeeds, type ShownAdjustment, shown } from '../adjustment/shown.ts';
import type { Scene } from '../perform.ts';

export type PapersNeeds = ReadNeeds | 'committee' | 'decisions';

export interface Paper {
  readonly item: Item;
  /** null for answers. */
  readonly adjustment: ShownAdjustment | null;
  /** Empty for an adjustment. */
  readonly answers: readonly AnswerGroup[];
}

/** Proposals that are given the same answer for the same reason. */
export interface AnswerGroup {
  readonly status: DecisionStatus;
  readonly reason: WordsId;
  readonly proposals: readonly { readonly id: ProposalId; readonly ref: Ref }[];
}

/** In the session's order, each adjustment in the text that is asked about. */
export async function papersOf(
  scene: Pick<Scene<PapersNeeds>, 'tx' | 'consultation'>,
  session: Pick<Session, 'items' | 'body'>,
  as: { readonly lang: Lang; readonly references?: boolean },
): Promise<readonly Paper[]> {
  const { tx, consultation } = scene;
  const all = new Map((await tx.adjustments.of(consultation.id)).map((one) => [one.id, one]));
  const asked = session.items.flatMap(({ about }): Adjustment[] => {
    const found = about.is === 'adjustment' ? all.get(about.adjustment) : undefined;
    // A later text, written once the session was over, is not what it decided on.
    return found && about.is === 'adjustment'
      ? [{ ...found, versions: found.versions.filter(({ n }) => n <= about.version) }]
      : [];
  });
  const texts = new Map((await shown(scene, asked, as)).map((one) => [one.adjustment.id, one]));
  const answers = await answerGroups(scene, session);
  return session.items.map((item) => ({
    item,
    adjustment: item.about.is === 'adjustment' ? (texts.get(item.about.adjustment) ?? null) : null,
    answers: item.about.is === 'answers' ? answers : [],
  }));
}

/** By what the body before had said of each when the session was asked. */
async function answerGroups(
  { tx, consultation }: Pick<Scene<'decisions' | 'proposals'>, 'tx' | 'consultation'>,
  session: Pick<Session, 'items' | 'body'>,
): Promise<readonly AnswerGroup[]> {
  const about = itemOfAnswers(session)?.about;
  if (about?.is !== 'answers') return [];
  const asked = new Set(about.proposals);
  const rows = (await tx.proposals.of(consultation.id)).filter(({ id }) => asked.has(id));
  const steps = Map.groupBy(await tx.decisions.of(consultation.id), ({ proposalId }) => proposalId);
  const groups = new Map<string, AnswerGroup & { readonly proposals: { id: ProposalId; ref: Ref }[] }>();
  for (const { id, number } of rows) {
    const given = (steps.get(id) ?? []).findLast(({ body }) => body !== session.body);
    if (!given) continue;
    const { status, reason } = given;
    const key = `${status}/${reason}`;
    const group = groups.get(key) ?? { status, reason, proposals: [] };
    group.proposals.push({ id, ref: ref(number) });
    groups.set(key, group);
  }
  return [...groups.values()];
}
