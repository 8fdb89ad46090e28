/** The team and a session under way: followed, its objections met or set aside, closed or called off. */
import { integrate, override } from '../../app/committee/answer-objections.ts';
import { cancelSession, closeSession } from '../../app/committee/close.ts';
import { membersReached } from '../../app/committee/convene.ts';
import { showSession } from '../../app/committee/show.ts';
import type { Inline } from '../../chat/outbound.ts';
import type { Session } from '../../core/committee/model.ts';
import { countOf, decide, objectionsTo, quorumOf } from '../../core/committee/tally.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { keep } from '../facilitator/round.ts';
import type { FocusOf } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { kept } from '../plan/kept.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';
import type { CommitteeCommand } from './command.ts';
import { othersThan, yesNo } from './convening.ts';
import { endedLines, tellEnded } from './ended.ts';
import { bodyLabel, groupLabel, onOf, papersFor, subjectOf, subjects, untilSaid } from './said.ts';
import { tellCalledOff, tellReworded } from './tell.ts';

type Of<Does extends CommitteeCommand['does']> = Extract<CommitteeCommand, { does: Does }>;

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
  const others = othersThan(talk, reached);
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
  const others = othersThan(talk, reached);
  await tellEnded(talk, ended, others);
  return { ...answer(...(await endedLines(talk, ended, 'team'))), focus: back };
}

export async function onCancel(talk: Talk): Promise<Reply> {
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (!session) return refusal(talk, refuse('no-session'));
  const reached = await membersReached(talk, session);
  const done = await cancelSession(talk);
  if (isRefusal(done)) return refusal(talk, done);
  const others = othersThan(talk, reached);
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
