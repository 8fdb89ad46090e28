/** A session is over: what it decided, told to the team and to its members. */
import { closeSession, type Ended } from '../../app/committee/close.ts';
import { membersReached, type Reached } from '../../app/committee/convene.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { Outcome } from '../../core/committee/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { answer } from '../talk.ts';
import { bodyLabel, papersFor, type Speaking, subjects } from './said.ts';
import { inLangOf, type Telling, tellConvener, tellMembers } from './tell.ts';

/** Members are thanked; the team is told what comes next. */
export async function endedLines(
  speaking: Telling & Speaking,
  { session, quorum, answers, except }: Ended,
  reader: 'team' | 'member',
): Promise<string[]> {
  const { say } = speaking;
  const { committee: phrases } = say;
  const next = nextBody(speaking, session.body);
  const last =
    reader === 'member'
      ? phrases.thanks
      : phrases.endedNext(session.number, next === null ? null : bodyLabel(speaking, next));
  if (!quorum.met) return [phrases.ended(session.number), phrases.noQuorum(quorum), last];
  const papers = await papersFor(speaking, session);
  const names = subjects(speaking, papers);
  const refs = papers
    .flatMap((paper) => paper.answers.flatMap(({ proposals }) => proposals))
    .filter(({ id }) => except.includes(id))
    .map((one) => one.ref);
  const of = (outcome: Outcome) =>
    session.items
      .filter((item) => item.outcome === outcome && !(outcome === 'passed' && item.about.is === 'answers'))
      .map(({ id }) => names.get(id)!);
  const passed = [...of('passed'), ...(answers > 0 ? [phrases.answersPassed(answers)] : [])];
  const returned = [...of('returned'), ...refs];
  const moot = of('moot');
  return [
    phrases.ended(session.number),
    ...(passed.length > 0 ? [phrases.passed(bodyLabel(speaking, session.body), say.listed(passed))] : []),
    ...(returned.length > 0 ? [phrases.returned(say.listed(returned))] : []),
    ...(moot.length > 0 ? [phrases.moot(say.listed(moot))] : []),
    last,
  ];
}

const nextBody = ({ consultation }: Speaking, body: string): string | null => {
  const { path } = consultation.content.rules.decisions;
  const at = path.indexOf(body);
  return at < 0 ? null : (path[at + 1] ?? null);
};

export const tellEnded = (telling: Telling, ended: Ended, reached: readonly Reached[]): Promise<void> =>
  tellMembers(telling, reached, async (speaking) => {
    const lines = await endedLines(speaking, ended, 'member');
    return () => answer(...lines);
  });

/** By the calendar: a session whose date has come is closed, once, and everybody concerned is told. */
export async function closeDueSession(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const session = await tx.committee.current(consultation.id);
  if (!session || edge.now <= session.closesAt) return;
  const telling = { tx, consultation, ...edge };
  const reached = await membersReached(telling, session);
  const convener = await tellConvener.hold(telling, session);
  const ended = await closeSession({ ...telling, actor: 'system' });
  if (isRefusal(ended)) return;
  const others = reached.filter(({ member }) => member.id !== convener?.person.id);
  await tellEnded(telling, ended, others);
  if (convener === null) return;
  const lines = await endedLines(inLangOf(telling, convener.person.lang), ended, 'team');
  await tellConvener.say(telling, convener, () => answer(...lines));
}
