/** Opening a round by its key, closing it, opening it again, cancelling it. */
import { type Cancelled, cancelRound, closeRound } from '../../app/round/close-round.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { reopenRound } from '../../app/round/reopen-round.ts';
import { keepWords } from '../../app/words/keep-words.ts';
import { inLang } from '../../core/consultation/text.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { endOf } from '../day.ts';
import { daySaid } from '../day-said.ts';
import type { FocusOf } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { standing } from '../partner/place.ts';
import { answer, documentOf, type Reply, refusal, type Talk } from '../talk.ts';
import { holdRound, type Sending, tellPartners } from '../tell-partners.ts';
import { agrees, bare } from '../understand.ts';
import { tellRooms } from '../workshop/cancelled.ts';
import { onReview } from './opening/review.ts';

/** "ouvrir plan-actions jusqu'au 17 avril". */
export async function onOpen(talk: Talk, key: string, until: string | null): Promise<Reply> {
  const { zone } = talk.consultation.content;
  const day = until === null ? null : daySaid(until, talk.now, zone);
  const closesAt = day === null ? null : endOf(day, zone);
  if (until !== null && closesAt === null) return answer(talk.say.team.noSuchDay);
  return onReview(talk, { key, draft: null, closesAt });
}

export async function onClose(talk: Talk, key: string, reason: string | null): Promise<Reply> {
  const closed = await closeRound(talk, key, reason === null ? null : await keep(talk, reason));
  if (!isRefusal(closed)) return closedReply(talk, closed);
  if (closed.code !== 'early-close-needs-reason') return refusal(talk, closed);
  return { ...refusal(talk, closed), focus: { waits: 'close-reason', key } };
}

export function closedReply({ now, say }: Pick<Talk, 'now' | 'say'>, { key, closesAt }: Round): Reply {
  const { team, facilitation } = say;
  return answer(now < closesAt ? `${team.closed(key)} ${facilitation.reopenHow(key)}` : team.closed(key));
}

const NEVER_MIND = /^(?:annuler|abandonner|non|rien|laisse[rz]?|cancel|no|nothing|never mind)$/u;

/** What is said after "Pourquoi le clore maintenant ?". */
export async function onCloseReason(talk: Talk, { key }: FocusOf<'close-reason'>): Promise<Reply | null> {
  if (talk.event.type !== 'message' || bare(talk.text) === '') return null;
  const focus = await standing(talk);
  if (NEVER_MIND.test(bare(talk.text))) return { ...answer(talk.say.facilitation.stillOpen(key)), focus };
  return { ...(await onClose(talk, key, talk.text.trim())), focus };
}

/** A round closed by mistake; those who wrote meanwhile are told that it counts. */
export async function onReopen(talk: Talk, key: string): Promise<Reply> {
  await holdRound(talk, key);
  const reopened = await reopenRound(talk, key);
  if (isRefusal(reopened)) return refusal(talk, reopened);
  const { round, inTime } = reopened;
  const { content } = talk.consultation;
  const authors = (await talk.tx.people.partners(talk.consultation.id)).filter(
    (partner) => mayBeWrittenTo(partner) && inTime.some(({ partnerId }) => partnerId === partner.id),
  );
  await tellPartners(talk, authors, 'notice', ({ id, person }) => {
    const say = phrasesIn(person.lang, content.languages);
    const theirs = inTime.filter(({ partnerId }) => partnerId === id).map(({ number }) => ref(number));
    return documentOf(
      answer(say.facilitation.countsAfterAll(say.listed(theirs), theirs.length > 1)),
      say.lang,
    );
  });
  const until = talk.say.date(round.closesAt, content.zone);
  return answer(talk.say.facilitation.reopened(key, until, inTime.length));
}

/** A part of this message, kept as words of their own. */
export const keep: (talk: Talk, text: string) => Promise<WordsId> = keepWords;

/** Asked first where people have spoken already. */
export async function onCancel(talk: Talk, key: string): Promise<Reply> {
  const round = await talk.tx.rounds.byKey(talk.consultation.id, key);
  const participations = round?.state === 'open' ? await talk.tx.participations.of(round.id) : [];
  const heard = participations.filter(({ answered }) => answered.length > 0).length;
  if (heard === 0) return cancel(talk, key);
  const { facilitation: say } = talk.say;
  return {
    ...answer(say.cancelAsk(key, heard)),
    choices: [
      { value: talk.say.team.yes, label: say.cancelChoices.yes },
      { value: talk.say.team.no, label: say.cancelChoices.no },
    ],
    focus: { waits: 'cancel-round', key },
  };
}

/** null when the message is no answer to it. */
export async function onCancelConfirmed(talk: Talk, { key }: FocusOf<'cancel-round'>): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  const focus = await standing(talk);
  const reply = sure ? await cancel(talk, key) : answer(talk.say.facilitation.stillOpen(key));
  return { ...reply, focus };
}

async function cancel(talk: Talk, key: string): Promise<Reply> {
  await holdRound(talk, key);
  const cancelled = await cancelRound(talk, key);
  if (isRefusal(cancelled)) return refusal(talk, cancelled);
  await tellCancelled(talk, cancelled);
  return answer(talk.say.team.cancelled(key, cancelled.dropped));
}

export async function tellCancelled(talk: Sending, { round, reached }: Cancelled): Promise<void> {
  const { content } = talk.consultation;
  const asked = content.rounds.find(({ key }) => key === round.key);
  await tellRooms(talk, round);
  const told = (await talk.tx.people.partners(talk.consultation.id)).filter(
    ({ id, person }) => reached.includes(id) && person.addresses.length > 0 && person.stoppedAt === null,
  );
  const partners = [...new Map(told.map((one) => [one.person.id, one])).values()];
  await tellPartners(talk, partners, 'notice', ({ person }) => {
    const say = phrasesIn(person.lang, content.languages);
    const title = asked ? inLang(asked.title, person.lang, content.languages) : round.key;
    const told = asked?.form === 'workshop' ? say.workshop.cancelled(title) : say.roundCancelled(title);
    return documentOf(answer(told), say.lang);
  });
}
