/** Opening a round after a preview, closing it. */
import { type Cancelled, cancelRound, closeRound } from '../../app/round/close-round.ts';
import { keepWords } from '../../app/words/keep-words.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { endOf } from '../day.ts';
import { daySaid } from '../day-said.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, type Reply, refusal, type Talk } from '../talk.ts';
import { type Sending, tellPartners } from '../tell-partners.ts';
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
  const words = reason === null ? null : await keep(talk, reason);
  const closed = await closeRound(talk, key, words);
  return isRefusal(closed) ? refusal(talk, closed) : answer(talk.say.team.closed(key));
}

/** A part of this message, kept as words of their own. */
export const keep: (talk: Talk, text: string) => Promise<WordsId> = keepWords;

export async function onCancel(talk: Talk, key: string): Promise<Reply> {
  const cancelled = await cancelRound(talk, key);
  if (isRefusal(cancelled)) return refusal(talk, cancelled);
  await tellCancelled(talk, cancelled);
  return answer(talk.say.team.cancelled(key, cancelled.dropped));
}

export async function tellCancelled(talk: Sending, { round: { key }, reached }: Cancelled): Promise<void> {
  const { content } = talk.consultation;
  const title = content.rounds.find((round) => round.key === key)?.title;
  const told = (await talk.tx.people.partners(talk.consultation.id)).filter(
    ({ id, person }) => reached.includes(id) && person.addresses.length > 0 && person.stoppedAt === null,
  );
  const partners = [...new Map(told.map((one) => [one.person.id, one])).values()];
  await tellPartners(talk, partners, 'notice', ({ person }) => {
    const say = phrasesIn(person.lang, content.languages);
    return documentOf(
      answer(say.roundCancelled(title ? inLang(title, person.lang, content.languages) : key)),
      say.lang,
    );
  });
}
