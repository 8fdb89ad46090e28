/** An adjustment drafted in two steps: what changes in the plan, then its text. */
import { adjustmentSource, draftAdjustment, type Source } from '../../app/adjustment/draft-adjustment.ts';
import { type NearAction, nearActions } from '../../app/plan/echoes.ts';
import type { Inline } from '../../chat/outbound.ts';
import type { WordsId } from '../../core/ids.ts';
import { ADJUSTMENT_KINDS, type AdjustedField, type AdjustmentKind } from '../../core/plan/adjustment.ts';
import type { PlanAction } from '../../core/plan/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { ownCommand } from '../own-command.ts';
import { item } from '../partner/describe.ts';
import { standing } from '../partner/place.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, folded } from '../understand.ts';
import { adjustmentBlocks } from './adjustments.ts';
import { put, read } from './dialogue.ts';
import { kept } from './kept.ts';

/** Actions offered, and proposals quoted. */
const OFFERED = 8;
const QUOTED = 3;

export async function onAdjust(talk: Talk, source: Source): Promise<Reply> {
  const found = await adjustmentSource(talk, source, read(talk));
  if (isRefusal(found)) return refusal(talk, found);
  const { proposals, axis, actions } = found;
  const { adjust: say } = talk.say;
  const single = source.from === 'action';
  const near = single ? [] : await nearActions(talk, proposals, talk.desk.reader);
  const nearest = new Map(near.map((one) => [one.action, one]));
  const offered = [
    ...near.flatMap(({ action }) => actions.find(({ key }) => key === action) ?? []),
    ...actions.filter(({ key }) => !nearest.has(key)),
  ].slice(0, OFFERED);
  const more = proposals.length - QUOTED;
  return {
    ...answer(
      ...(proposals.length > 0
        ? [
            single ? talk.say.midterm.fromRound(proposals.length) : say.from(proposals.length),
            list(...proposals.slice(0, QUOTED).map((row) => item(talk, row))),
            ...(more > 0 ? [say.andMore(more)] : []),
          ]
        : []),
      ...(single
        ? [line(...put(say.whatOfThis(offered[0]!.label)))]
        : [
            say.whatChanges,
            ...(near.length === 0 && proposals.length > 0 ? [say.nothingNear] : []),
            ...(offered.length > 0
              ? [list(...offered.map((action, at) => offer(talk, at + 1, action, nearest.get(action.key))))]
              : []),
          ]),
      single ? say.howOfThis : say.how(offered.length),
    ),
    choices: [
      ...(single
        ? (['amend', 'strengthen', 'drop'] as const).map((kind) => ({
            value: `${say.verbs[kind]} 1`,
            label: say.labels[kind],
          }))
        : [{ value: say.verbs.add, label: say.labels.add }]),
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
    focus: {
      waits: 'adjust-what',
      numbers: proposals.map(({ number }) => number),
      line: source.from === 'line' ? source.line : null,
      axis,
      actions: offered.map(({ key }) => key),
    },
  };
}

function offer(
  { say }: Talk,
  place: number,
  { label }: PlanAction<string>,
  near: NearAction | undefined,
): (string | Inline)[] {
  const offered = put(`${place}. ${label}`);
  if (near === undefined) return offered;
  const refs = near.proposals.slice(0, QUOTED);
  if (near.asked.length > 0) return [...offered, say.adjust.asked(say.listed(near.asked.slice(0, QUOTED)))];
  return [...offered, say.adjust.near(say.listed(refs), Math.round(near.confidence * 100))];
}

const VERBS: Readonly<Record<AdjustmentKind, RegExp>> = {
  add: /^(?:ajouter|ajoute|add)(?: une action| an action)?$/u,
  amend: /^(?:modifier|modifie|amend|change) ?(\d{1,2})?$/u,
  strengthen: /^(?:renforcer|renforce|strengthen) ?(\d{1,2})?$/u,
  drop: /^(?:retirer|retire|supprimer|drop|remove) ?(\d{1,2})?$/u,
};
const NEVER_MIND = /^(?:non|no|annuler|cancel|rien|nothing|laisse[rz]?|abandonner|never mind)$/u;

/** "ajouter", "renforcer 2"; null when it answers nothing: something else was asked for meanwhile. */
export async function onWhat(talk: Talk, focus: FocusOf<'adjust-what'>): Promise<Reply | null> {
  const said = bare(talk.text);
  const { adjust: say } = talk.say;
  if (NEVER_MIND.test(said)) return { ...answer(say.notDrafted), focus: await standing(talk) };
  const kind = ADJUSTMENT_KINDS.find((one) => VERBS[one].test(said));
  if (kind === undefined) return null;
  const which = Number(VERBS[kind].exec(said)?.[1] ?? (focus.actions.length === 1 ? 1 : 0));
  const action = kind === 'add' ? null : (focus.actions[which - 1] ?? null);
  if (kind !== 'add' && action === null)
    return answer(say.whichAction(say.verbs[kind], focus.actions.length));
  if (kind === 'drop') return drafted(talk, { ...focus, kind, action }, {});
  const now = action === null ? null : await actionNow(talk, action);
  return {
    ...answer(
      ...(now === null ? [] : [line(...put(say.today(now.description ?? now.label)))]),
      kind === 'add' ? say.writeAction : say.writeText,
      say.fieldsToo,
    ),
    focus: { ...focus, waits: 'adjust-text', kind, action },
  };
}

async function actionNow(talk: Talk, key: string): Promise<PlanAction<string> | null> {
  const found = await adjustmentSource(talk, { from: 'action', action: key }, read(talk));
  return isRefusal(found) ? null : found.actions[0]!;
}

/** Whatever is said next is its text, unless it is a command: so this is the last to hear. */
export async function onAdjustText(talk: Talk): Promise<Reply | null> {
  const { focus } = talk;
  if (focus.waits !== 'adjust-text' || talk.event.type !== 'message' || bare(talk.text) === '') return null;
  if (ownCommand(talk.text) !== null) return null;
  if (NEVER_MIND.test(folded(talk.text)))
    return { ...answer(talk.say.adjust.notDrafted), focus: await standing(talk) };
  return drafted(talk, focus, await kept(talk, talk.text, focus.kind === 'add'));
}

async function drafted(
  talk: Talk,
  { kind, action, axis, numbers, line: from }: Omit<FocusOf<'adjust-text'>, 'waits'>,
  fields: Partial<Record<AdjustedField, WordsId>>,
): Promise<Reply> {
  const done = await draftAdjustment(talk, {
    kind,
    action,
    axis: kind === 'add' ? axis : null,
    fields,
    numbers,
    line: from,
  });
  if (isRefusal(done)) return { ...refusal(talk, done), focus: await standing(talk) };
  return { ...answer(...(await adjustmentBlocks(talk, done))), focus: await standing(talk) };
}
