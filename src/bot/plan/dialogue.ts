/** The plan, in chat: by axis, action by action, version by version; null when something else was asked. */
import { comparePlans, listPlans, type ShownPlan, showPlan } from '../../app/plan/show-plan.ts';
import type { Inline } from '../../chat/outbound.ts';
import { described } from '../../core/plan/described.ts';
import type { PlanAction } from '../../core/plan/model.ts';
import { planSentencesIn } from '../../core/plan/sentences.ts';
import { piecesOf } from '../../core/plan/texts.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { labelOfBody } from '../staff/decision.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { type PlanCommand, planCommand } from './command.ts';

/** Actions shown at once; of a longer plan, each axis is counted. */
const SHOWN = 20;
const CHANGES = 12;

/** What the team wrote is said by reference, as people's words are. */
export const read = (talk: Talk) => ({ lang: talk.say.lang, references: true });

/** A text with what the team wrote put in place. */
export const put = (text: string): (string | Inline)[] => piecesOf(text);

export async function onPlan(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = planCommand(talk.text);
  switch (command?.does) {
    case 'show':
      return onShow(talk, command);
    case 'action':
      return onAction(talk, command.key);
    case 'versions':
      return onVersions(talk);
    case 'compare':
      return onCompare(talk, command);
    case undefined:
      return null;
  }
}

async function onShow(talk: Talk, { version, axis }: Extract<PlanCommand, { does: 'show' }>): Promise<Reply> {
  const shown = await showPlan(talk, version, read(talk));
  if (isRefusal(shown)) return refusal(talk, shown);
  const { plan } = shown;
  const { plan: say } = talk.say;
  if (axis !== null && !plan.axes.some(({ key }) => key === axis))
    return refusal(talk, refuse('no-such-axis', { axis, axes: plan.axes.map(({ key }) => key).join(', ') }));
  const head = say.head(plan.label, shown.version.number, shown.last, plan.actions.length);
  const axes = axis === null ? [...plan.axes.map(({ key }) => key), null] : [axis];
  const brief = axis === null && plan.actions.length > SHOWN;
  const blocks = axes.flatMap((key) => {
    const actions = plan.actions.filter((action) => action.axis === key);
    if (actions.length === 0) return [];
    const title = planSentencesIn(talk.say.lang).axis(
      key,
      plan.axes.find((one) => one.key === key)?.label ?? null,
    );
    if (brief) return [list([say.counted(title, actions.length)])];
    return [
      line({ text: title, strong: true }),
      list(...actions.map((action) => put(actionSaid(talk, action)))),
    ];
  });
  const first = plan.actions.find((action) => axis === null || action.axis === axis);
  return answer(
    head,
    ...blocks,
    ...(axis !== null && !first ? [say.noneOfAxis] : []),
    ...(brief
      ? [say.axisHow(plan.actions[0]?.axis ?? plan.axes[0]!.key)]
      : first
        ? [say.actionHow(first.key)]
        : []),
  );
}

function actionSaid(talk: Talk, action: PlanAction<string>): string {
  const sentences = planSentencesIn(talk.say.lang);
  const about = [
    sentences.states[action.state],
    ...(action.operator ? [action.operator.split('\n')[0]!] : []),
    ...(action.budget ? [action.budget.written.split('\n')[0]!] : []),
    ...(action.illustrative ? [sentences.example] : []),
  ];
  return `${action.label} (${about.join(', ')})`;
}

async function onAction(talk: Talk, key: string): Promise<Reply | null> {
  const shown = await showPlan(talk, null, read(talk));
  if (isRefusal(shown)) return refusal(talk, shown);
  const action = shown.plan.actions.find((one) => one.key === key);
  if (!action) return refusal(talk, refuse('no-such-action', { action: key }));
  return answer(...actionBlocks(talk, action, shown));
}

export function actionBlocks(talk: Talk, action: PlanAction<string>, { plan }: Pick<ShownPlan, 'plan'>) {
  const sentences = planSentencesIn(talk.say.lang);
  const { fields, axis } = sentences;
  const said = (label: string, text: string | null | undefined) =>
    text ? [put(talk.say.labelled(label, text))] : [];
  const objective = plan.objectives.find((one) => one.key === action.objective)?.label;
  const labelled = plan.axes.find((one) => one.key === action.axis)?.label ?? null;
  return [
    line(
      ...put(action.label).map((piece) =>
        typeof piece === 'string' ? { text: piece, strong: true as const } : piece,
      ),
    ),
    list(
      [axis(action.axis, labelled)],
      ...said(fields.objective, objective),
      ...said(fields.description, action.description),
      ...described(action, sentences).flatMap(({ label, text }) => said(label, text)),
      ...said(fields.notes, action.notes.join(' ; ')),
    ),
  ];
}

async function onVersions(talk: Talk): Promise<Reply> {
  const rows = await listPlans(talk);
  if (isRefusal(rows)) return refusal(talk, rows);
  if (rows.length === 0) return refusal(talk, refuse('no-plan'));
  const { plan: say, date } = talk.say;
  const { zone } = talk.consultation.content;
  return answer(
    say.versions(rows.length),
    list(
      ...rows.map(({ number, origin, decision, createdAt, plan }) => [
        say.version(
          number,
          decision === null
            ? say.origins[origin]
            : say.adopted(labelOfBody(talk, decision.body), talk.say.day(decision.decidedOn)),
          date(createdAt, zone),
          plan.actions.length,
        ),
      ]),
    ),
    ...(rows.length > 1 ? [say.compareHow(rows.length - 1, rows.length)] : []),
  );
}

async function onCompare(talk: Talk, asked: Extract<PlanCommand, { does: 'compare' }>): Promise<Reply> {
  const compared = await comparePlans(talk, asked, read(talk));
  if (isRefusal(compared)) return refusal(talk, compared);
  const { before, after, diff } = compared;
  const sentences = planSentencesIn(talk.say.lang);
  const more = diff.changes.length - CHANGES;
  return answer(
    `${talk.say.plan.compared(before.version.number, after.version.number)} ${sentences.summary(diff)}`,
    ...(diff.changes.length > 0
      ? [list(...diff.changes.slice(0, CHANGES).map((change) => put(sentences.changed(change))))]
      : []),
    ...(more > 0 ? [talk.say.plan.moreChanges(more)] : []),
  );
}
