/** The team and a session: convened, followed, its objections met or set aside, closed or called off. */
import { integrate, override } from '../../app/committee/answer-objections.ts';
import { cancelSession, closeSession } from '../../app/committee/close.ts';
import { type Called, conveneSession, membersReached, previewSession } from '../../app/committee/convene.ts';
import { showSession } from '../../app/committee/show.ts';
import type { Inline } from '../../chat/outbound.ts';
import type { Session } from '../../core/committee/model.ts';
import { countOf, decide, neededOf, objectionsTo, quorumOf } from '../../core/committee/tally.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { endOf } from '../day.ts';
import { daySaid } from '../day-said.ts';
import { keep } from '../facilitator/round.ts';
import type { FocusOf } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { kept } from '../plan/kept.ts';
import { bodyFrom, noSuchBody } from '../staff/decision.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';
import type { CommitteeCommand } from './command.ts';
import { endedLines, tellEnded } from './ended.ts';
import { bodyLabel, groupLabel, onOf, papersFor, subjectOf, subjects, untilSaid } from './said.ts';
import { tellCalled, tellCalledOff, tellReworded } from './tell.ts';

type Of<Does extends CommitteeCommand['does']> = Extract<CommitteeCommand, { does: Does }>;

const yesNo = (talk: Talk, yes: string) => [
  { value: talk.say.team.yes, label: yes },
  { value: talk.say.team.no, label: talk.say.team.cancel },
];

export async function onConvene(talk: Talk, command: Of<'convene'>): Promise<Reply> {
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
  const others = reached.filter(({ member }) => member.id !== talk.actor.person.id);
  await tellCalled(talk, session, others);
  return { ...answer(say.sent(reached.length, session.number)), focus: back };
}

/** Who took part, what stands against what, and what can be done about it. */
export async function onStaffSession(talk: Talk): Promise<Reply> {
  const { committee: say } = talk.say;
  const session = await showSession(talk);
  if (isRefusal(session)) return refusal(talk, session);
  if (session === null) return answer(say.none);
  const papers = await papersFor(talk, session);
  const names = subjects(talk, papers);
  const consent = session.rules.rule === 'consent';
  const objections = await objectionItems(talk, session);
  return answer(
    say.head(session.number, bodyLabel(talk, session.body), untilSaid(talk, session)),
    say.tookPart(quorumOf(session)),
    ...(consent
      ? [list(...session.items.map((item) => [say.standing(names.get(item.id)!, countOf(session, item))]))]
      : [say.hiddenUntilClosed]),
    ...(consent && objections.length > 0
      ? [list(...objections.map(({ shown }) => shown)), say.objectionHow(objections[0]!.subject)]
      : []),
    say.staffHow,
  );
}

async function objectionItems(
  talk: Talk,
  session: Session,
): Promise<{ readonly subject: string; readonly shown: (string | Inline)[] }[]> {
  const papers = await papersFor(talk, session);
  return papers.flatMap((paper) =>
    objectionsTo(session, paper.item).map(({ position, overridden }) => {
      const group = session.members.find(({ person }) => person === position.member)?.group ?? null;
      const one = paper.answers
        .flatMap(({ proposals }) => proposals)
        .find(({ id }) => id === position.proposal);
      const subject = one ? one.ref : subjectOf(talk, onOf(paper));
      return {
        subject,
        shown: [
          talk.say.committee.objection(subject, groupLabel(talk, group)),
          ...(position.reason ? [{ words: position.reason }] : []),
          ...(overridden ? [talk.say.committee.overriddenMark] : []),
        ],
      };
    }),
  );
}

export async function onIntegrate(talk: Talk, { number, textAt }: Of<'integrate'>): Promise<Reply> {
  const running = await talk.tx.committee.current(talk.consultation.id);
  if (!running) return refusal(talk, refuse('no-session'));
  const reached = await membersReached(talk, running);
  const done = await integrate(talk, number, await kept(talk, talk.text.slice(textAt), false));
  if (isRefusal(done)) return refusal(talk, done);
  const others = reached.filter(({ member }) => member.id !== talk.actor.person.id);
  await tellReworded(talk, done.session, others, number);
  return answer(talk.say.committee.integrated(adjustmentRef(number), others.length));
}

export async function onOverride(talk: Talk, { on, reasonAt }: Of<'override'>): Promise<Reply> {
  if (reasonAt === null) return refusal(talk, refuse('override-needs-reason'));
  const reason = await keep(talk, talk.text.slice(reasonAt).trim());
  const done = await override(talk, on, reason);
  if (isRefusal(done)) return refusal(talk, done);
  return answer(talk.say.committee.overridden(subjectOf(talk, on), done.objections));
}

/** What closing it now would decide, before it is closed. */
export async function onClose(talk: Talk): Promise<Reply> {
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (!session) return refusal(talk, refuse('no-session'));
  const { committee: say } = talk.say;
  const quorum = quorumOf(session);
  const papers = await papersFor(talk, session);
  const names = subjects(talk, papers);
  const refs = new Map(
    papers
      .flatMap(({ answers }) => answers.flatMap((group) => group.proposals))
      .map((one) => [one.id, one.ref]),
  );
  const would = session.items.map((item) => {
    const { outcome, except } = decide(session, item);
    const name = names.get(item.id)!;
    if (outcome === 'returned') return [say.wouldReturn(name)];
    const but = except.flatMap((id) => refs.get(id) ?? []);
    return [`${say.wouldPass(name)}${but.length > 0 ? say.wouldExcept(talk.say.listed(but)) : ''}`];
  });
  return {
    ...answer(
      say.tookPart(quorum),
      ...(quorum.met ? [list(...would)] : [say.noQuorum(quorum)]),
      say.askClose,
    ),
    choices: yesNo(talk, say.close),
    focus: { waits: 'session-close', session: session.id },
  };
}

export async function onCloseConfirmed(talk: Talk, focus: FocusOf<'session-close'>): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  const back = await standing(talk);
  if (!sure) return { ...answer(talk.say.committee.stillOpen), focus: back };
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (session?.id !== focus.session) return { ...refusal(talk, refuse('no-session')), focus: back };
  const reached = await membersReached(talk, session);
  const ended = await closeSession(talk);
  if (isRefusal(ended)) return { ...refusal(talk, ended), focus: back };
  const others = reached.filter(({ member }) => member.id !== talk.actor.person.id);
  await tellEnded(talk, ended, others);
  return { ...answer(...(await endedLines(talk, ended, 'team'))), focus: back };
}

export async function onCancel(talk: Talk): Promise<Reply> {
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (!session) return refusal(talk, refuse('no-session'));
  const reached = await membersReached(talk, session);
  const done = await cancelSession(talk);
  if (isRefusal(done)) return refusal(talk, done);
  const others = reached.filter(({ member }) => member.id !== talk.actor.person.id);
  await tellCalledOff(talk, done, others);
  return answer(talk.say.committee.cancelled(done.number));
}

/** The last session that was closed: who took part, and what was decided. */
export async function onMinutes(talk: Talk): Promise<Reply> {
  const closed = (await talk.tx.committee.of(talk.consultation.id)).findLast(
    ({ state }) => state === 'closed',
  );
  const { committee: say } = talk.say;
  if (!closed) return answer(say.noMinutes);
  const names = subjects(talk, await papersFor(talk, closed));
  const objections = await objectionItems(talk, closed);
  const day = talk.say.date(closed.closedAt!, talk.consultation.content.zone);
  return answer(
    say.minutesHead(closed.number, bodyLabel(talk, closed.body), day),
    say.tookPart(quorumOf(closed)),
    list(
      ...closed.items.map((item) => [
        say.minutesItem(names.get(item.id)!, say.outcomes[item.outcome ?? 'returned'], countOf(closed, item)),
      ]),
    ),
    ...(objections.length > 0 ? [list(...objections.map(({ shown }) => shown))] : []),
  );
}
