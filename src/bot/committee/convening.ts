/** The team calls the members of a body to a session: shown first, then sent. */
import {
  type Called,
  conveneSession,
  membersReached,
  previewSession,
  type Reached,
} from '../../app/committee/convene.ts';
import type { Session } from '../../core/committee/model.ts';
import { neededOf } from '../../core/committee/tally.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import { isRefusal } from '../../core/refusal.ts';
import { endOf } from '../day.ts';
import { daySaid } from '../day-said.ts';
import type { FocusOf } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { bodyFrom, noSuchBody } from '../staff/decision.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';
import type { CommitteeCommand } from './command.ts';
import { bodyLabel, groupLabel, papersFor } from './said.ts';
import { tellCalled } from './tell.ts';

export const yesNo = (talk: Talk, yes: string) => [
  { value: talk.say.team.yes, label: yes },
  { value: talk.say.team.no, label: talk.say.team.cancel },
];

/** Who is told of what the speaker does: not the speaker. */
export const othersThan = (talk: Talk, reached: readonly Reached[]): readonly Reached[] =>
  reached.filter(({ member }) => member.id !== talk.actor.person.id);

export async function onConvene(
  talk: Talk,
  command: Extract<CommitteeCommand, { does: 'convene' }>,
): Promise<Reply> {
  const { committee: say } = talk.say;
  const body = bodyFrom(talk, command.body);
  if (!body) return noSuchBody(talk, command.body);
  if (command.until === null) return answer(say.untilWhen(body));
  const { zone } = talk.consultation.content;
  const day = daySaid(command.until, talk.now, zone);
  if (day === null) return answer(talk.say.team.noSuchDay);
  const closesAt = endOf(day, zone);
  const called = await previewSession(talk, { body, closesAt });
  if (isRefusal(called)) return refusal(talk, called);
  const reached = await membersReached(talk, null);
  const members = called.members.length;
  const unreachable = members - reached.length;
  return {
    ...answer(
      say.preview(bodyLabel(talk, body), talk.say.date(closesAt, zone)),
      say.rule(called.rules, { needed: neededOf(called.rules, members), members }),
      say.members(groupsOf(talk, called)),
      say.toDecide(...toDecide(talk, await papersFor(talk, { items: itemsOf(called), body }))),
      ...(unreachable > 0 ? [talk.say.team.unreachable(unreachable)] : []),
      say.send,
    ),
    choices: yesNo(talk, talk.say.team.send),
    focus: { waits: 'session-convene', body, closesAt },
  };
}

const itemsOf = ({ items }: Called) => items.map((item) => ({ ...item, outcome: null }));

const groupsOf = (talk: Talk, { members }: Pick<Session, 'members'> | Called): [string, number][] =>
  [...Map.groupBy<string | null, { group: string | null }>(members, ({ group }) => group)].map(
    ([group, all]) => [groupLabel(talk, group) ?? talk.say.committee.noGroup, all.length],
  );

function toDecide(
  talk: Talk,
  papers: Awaited<ReturnType<typeof papersFor>>,
): [adjustments: string | null, answers: number] {
  const adjusted = papers.flatMap(({ adjustment }) =>
    adjustment === null ? [] : [adjustmentRef(adjustment.adjustment.number)],
  );
  const answers = papers.flatMap((paper) => paper.answers.flatMap(({ proposals }) => proposals));
  return [adjusted.length === 0 ? null : talk.say.listed(adjusted), answers.length];
}

/** null when the message is no answer to it. */
export async function onConveneConfirmed(
  talk: Talk,
  focus: FocusOf<'session-convene'>,
): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  const { committee: say } = talk.say;
  const back = await standing(talk);
  if (!sure) return { ...answer(say.notSent), focus: back };
  const held = await membersReached(talk, null);
  const session = await conveneSession(talk, focus);
  if (isRefusal(session)) return { ...refusal(talk, session), focus: back };
  const reached = held.filter(({ member }) => session.members.some(({ person }) => person === member.id));
  // Whoever convenes it and sits in it reads the papers at « séance ».
  await tellCalled(talk, session, othersThan(talk, reached));
  return { ...answer(say.sent(reached.length, session.number)), focus: back };
}
