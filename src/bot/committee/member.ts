/** A member in a session: points one by one or at once, objections with their reason, a voice given to another. */
import { membersReached } from '../../app/committee/convene.ts';
import { giveProxy, type On, takeBackProxy, takePosition } from '../../app/committee/speak.ts';
import { mention } from '../../chat/mention.ts';
import { maySpeakIn, needsReason } from '../../core/committee/may.ts';
import type { Item, Session, Stand } from '../../core/committee/model.ts';
import { standOf, unspoken } from '../../core/committee/tally.ts';
import type { PersonId, WordsId } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { keep } from '../facilitator/round.ts';
import type { FocusOf } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, folded } from '../understand.ts';
import type { CommitteeCommand } from './command.ts';
import { onOf, paperBlocks, papersFor, standSaid, subjectOf, subjects, untilSaid } from './said.ts';
import { tellConvener, tellProxy } from './tell.ts';

type Of<Does extends CommitteeCommand['does']> = Extract<CommitteeCommand, { does: Does }>;

export const sits = (talk: Talk, session: Session | null): session is Session =>
  session !== null && maySpeakIn(session, talk.actor.person.id, talk.now) === null;

/** The next point they have not spoken on, else all that they said. */
export async function onMemberSession(talk: Talk, session: Session): Promise<Reply> {
  const [next] = unspoken(session, talk.actor.person.id);
  return next ? asked(talk, session, next, []) : said(talk, session);
}

async function asked(talk: Talk, session: Session, item: Item, before: readonly string[]): Promise<Reply> {
  const paper = (await papersFor(talk, session)).find((one) => one.item.id === item.id)!;
  const stands = talk.say.committee.stands[session.rules.rule];
  const point = talk.say.committee.point(item.place, session.items.length);
  const [head, ...rest] = paperBlocks(talk, paper, true);
  const first =
    head!.type === 'paragraph' ? { ...head!, content: [{ text: `${point} ` }, ...head!.content] } : head!;
  return {
    ...answer(...before, first, ...rest),
    choices: (['agree', 'object', 'abstain'] as const).map((stand) => ({
      value: stands[stand].toLowerCase(),
      label: stands[stand],
    })),
    focus: { waits: 'session-item', session: session.id, item: item.id },
  };
}

async function said(talk: Talk, session: Session): Promise<Reply> {
  const { committee: say } = talk.say;
  const me = talk.actor.person.id;
  const names = subjects(talk, await papersFor(talk, session));
  const own = session.members.find(({ person }) => person === me)!;
  const carried = session.members.filter(({ proxy }) => proxy === me).map(({ person }) => person);
  const proxy = own.proxy;
  return answer(
    say.finished(untilSaid(talk, session), [...names.values()][0]!),
    say.yours,
    list(
      ...session.items.map((item) => {
        const stand = standOf({ ...session, members: [{ ...own, proxy: null }] }, item, me);
        const words = stand === null ? say.notYet : standSaid(talk, session, stand);
        return [say.yourStand(names.get(item.id)!, words)];
      }),
    ),
    ...(proxy === null ? [] : [say.represented(mention({ id: proxy }))]),
    ...(carried.length === 0 ? [] : [say.carries(talk.say.listed(carried.map((id) => mention({ id }))))]),
  );
}

const STANDS: Readonly<Record<Stand, RegExp>> = {
  agree: /^(?:d'accord|oui|ok|consentement|je consens|pour|agree|agreed|yes|consent|for)$/u,
  object: /^(?:objection|non|contre|je m'oppose|object|no|against)$/u,
  abstain: /^(?:abstention|je m'abstiens|abstain)$/u,
};
const WITH_REASON = /^\s{0,20}(?:objection|contre|object|against)[ \u00a0\u202f]{0,3}:\s{0,20}(?=\S)/iu;

/** "d'accord", "objection : motif" to the point that was shown; null when it answers nothing. */
export async function onItemAnswer(talk: Talk, focus: FocusOf<'session-item'>): Promise<Reply | null> {
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (!sits(talk, session) || session.id !== focus.session) return null;
  const reasoned = WITH_REASON.exec(talk.text);
  const word = bare(talk.text);
  const stand = reasoned
    ? 'object'
    : (['agree', 'object', 'abstain'] as const).find((one) => STANDS[one].test(word));
  if (stand === undefined) return null;
  const paper = (await papersFor(talk, session)).find(({ item }) => item.id === focus.item);
  if (!paper) return null;
  return onStand(talk, session, {
    does: 'stand',
    stand,
    on: onOf(paper),
    reasonAt: reasoned ? reasoned[0].length : null,
  });
}

export async function onStand(talk: Talk, session: Session, command: Of<'stand'>): Promise<Reply> {
  const { stand, on, reasonAt } = command;
  if (reasonAt === null && needsReason(session, stand))
    return {
      ...answer(talk.say.committee.askReason(subjectOf(talk, on))),
      focus: { waits: 'session-reason', session: session.id, on },
    };
  return position(talk, session, { on, stand, text: reasonAt === null ? null : talk.text.slice(reasonAt) });
}

const NEVER_MIND = /^(?:annuler|abandonner|rien|laisse[rz]?|cancel|nothing|never mind)$/u;

/** Whatever is said next is the objection's reason. */
export async function onReason(talk: Talk, focus: FocusOf<'session-reason'>): Promise<Reply | null> {
  if (talk.event.type !== 'message' || bare(talk.text) === '') return null;
  const session = await talk.tx.committee.current(talk.consultation.id);
  if (!sits(talk, session) || session.id !== focus.session) return null;
  if (NEVER_MIND.test(folded(talk.text)))
    return { ...answer(talk.say.committee.reasonDropped), focus: await standing(talk) };
  return position(talk, session, { on: focus.on, stand: 'object', text: talk.text });
}

async function position(
  talk: Talk,
  session: Session,
  { on, stand, text }: { readonly on: On; readonly stand: Stand; readonly text: string | null },
): Promise<Reply> {
  // Whoever convened it hears of an objection at once: their conversation is held before anything is written.
  const convener = stand === 'object' ? await tellConvener.hold(talk, session) : null;
  const reason: WordsId | null = text === null ? null : await keep(talk, text.trim());
  const done = await takePosition(talk, on, { stand, reason });
  if (isRefusal(done)) return { ...refusal(talk, done), focus: await standing(talk) };
  if (convener !== null) await tellConvener.ofObjection(talk, done, convener, { on, reason });
  const noted = talk.say.committee.noted(subjectOf(talk, on), standSaid(talk, session, stand));
  const [next] = unspoken(done, talk.actor.person.id);
  if (next) return asked(talk, done, next, [noted]);
  const [first] = subjects(talk, await papersFor(talk, done)).values();
  return {
    ...answer(noted, talk.say.committee.finished(untilSaid(talk, done), first!)),
    focus: await standing(talk),
  };
}

export async function onAnswers(talk: Talk, session: Session): Promise<Reply> {
  const paper = (await papersFor(talk, session)).find(({ adjustment }) => adjustment === null);
  if (!paper) return refusal(talk, refuse('no-answers-in-session', { session: session.number }));
  return answer(...paperBlocks(talk, paper, true));
}

export async function onProxy(talk: Talk, session: Session, { name }: Of<'proxy'>): Promise<Reply> {
  const { committee: say } = talk.say;
  const me = talk.actor.person.id;
  const ids = session.members.map(({ person }) => person);
  const names = await talk.tx.people.names(ids);
  const to = meantBy(name, names);
  const others = ids.filter((id) => id !== me && names.get(id));
  if (to === null) return answer(say.proxyWho(talk.say.listed(others.map((id) => mention({ id })))));
  const reached = (await membersReached(talk, session)).filter(({ member }) => member.id === to);
  const done = await giveProxy(talk, to);
  if (isRefusal(done)) return refusal(talk, done);
  await tellProxy(talk, reached);
  return answer(say.proxyGiven(mention({ id: to })));
}

/** By the whole name, or a part of it that nobody else has; null when it is nobody's, or several people's. */
function meantBy(said: string, names: ReadonlyMap<PersonId, string | null>): PersonId | null {
  const wanted = bare(said);
  const by = (fits: (name: string) => boolean) =>
    [...names].filter(([, name]) => name !== null && fits(folded(name))).map(([id]) => id);
  const whole = by((name) => name === wanted);
  if (whole.length > 0) return whole.length === 1 ? whole[0]! : null;
  const parts = by((name) => name.split(/[\s-]+/u).some((part) => part === wanted));
  return parts.length === 1 ? parts[0]! : null;
}

export async function onTakeBack(talk: Talk): Promise<Reply> {
  const done = await takeBackProxy(talk);
  return isRefusal(done) ? refusal(talk, done) : answer(talk.say.committee.proxyBack);
}
