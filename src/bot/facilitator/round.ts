/** Opening a round after a preview, closing it. */
import type { Partner } from '../../app/ports/people.ts';
import { type Cancelled, cancelRound, closeRound } from '../../app/round/close-round.ts';
import { openRound, type Preview, previewRound } from '../../app/round/open-round.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { dayIn, endOf } from '../day.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { type Sending, tellPartners } from '../tell-partners.ts';
import { agrees } from '../understand.ts';
import { sendInvitations } from './invite.ts';

export async function onOpen(talk: Talk, key: string, until: string | null): Promise<Reply> {
  const day = until === null ? null : dayIn(until);
  const closesAt = day === null ? null : endOf(day, talk.consultation.content.zone);
  if (until !== null && closesAt === null) return answer(talk.say.team.noSuchDay);
  const preview = await previewRound(talk, key, closesAt);
  if (isRefusal(preview)) return refusal(talk, preview);
  return {
    ...describe(talk, preview),
    focus: { waits: 'open-round', key, closesAt },
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
  };
}

function describe(talk: Talk, { content, opening, invited, unreachable }: Preview): Reply {
  const { say } = talk;
  const closes = say.date(opening.closesAt, talk.consultation.content.zone);
  const colleges = talk.consultation.content.colleges.flatMap(({ key, label }) => {
    const here = people(invited.filter((partner) => partner.college === key));
    return here > 0 ? [[talk.say.labelled(local(talk, label), String(here))]] : [];
  });
  return answer(
    say.team.preview(local(talk, content.title), content.prompts.length, people(invited), closes),
    list(...colleges),
    ...(unreachable.length > 0 ? [say.team.unreachable(people(unreachable))] : []),
    ...(opening.moved ? [say.team.moved] : []),
    ...(opening.short ? [say.team.short(opening.days)] : []),
    say.team.sendNow,
  );
}

/** Somebody who speaks for two organisations is one person. */
const people = (partners: readonly Partner[]): number =>
  new Set(partners.map(({ person }) => person.id)).size;

export async function onOpenConfirmed(talk: Talk, focus: FocusOf<'open-round'>): Promise<Reply> {
  if (agrees(talk.text) !== true) return { ...answer(talk.say.team.notSent), focus: NOTHING };
  const opened = await openRound(talk, focus.key, focus.closesAt);
  if (isRefusal(opened)) return { ...refusal(talk, opened), focus: NOTHING };
  const { round, content, invitations } = opened;
  await sendInvitations(talk, round, content, invitations);
  return { ...answer(talk.say.team.opened(invitations.length)), focus: NOTHING };
}

export async function onClose(talk: Talk, key: string, reason: string | null): Promise<Reply> {
  const words = reason === null ? null : await keep(talk, reason);
  const closed = await closeRound(talk, key, words);
  return isRefusal(closed) ? refusal(talk, closed) : answer(talk.say.team.closed(key));
}

/** A part of this message, kept as words of their own. */
export async function keep(talk: Talk, text: string): Promise<WordsId> {
  const id = talk.ids.next<WordsId>();
  const { person } = talk.actor;
  await talk.tx.words.add([
    {
      id,
      consultationId: talk.consultation.id,
      personId: person.id,
      text,
      lang: person.lang,
      writtenAt: talk.now,
    },
  ]);
  return id;
}

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
