/** The first messages: an invitation, and what people answer to it. */
import { declineParticipation, startParticipation } from '../../app/participation/take-part.ts';
import type { Partner } from '../../app/ports.ts';
import type { Document } from '../../chat/outbound.ts';
import type { Consultation, RoundContent } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, leaveDoubt, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { option, said, wordless } from '../understand.ts';
import { goOn, type Place, until } from './place.ts';

/** Who asks, why, what is open and what is decided, how long, who reads, until when (C1, C2, C3). */
export function invitation(
  consultation: Consultation,
  content: RoundContent,
  round: Pick<Round, 'closesAt'>,
  partner: Pick<Partner, 'person' | 'attribution'>,
): Document {
  const { lang, name } = partner.person;
  const say = phrasesIn(lang, consultation.languages);
  const local = (text: RoundContent['open']) => inLang(text, lang, consultation.languages);
  const firstName = name?.split(' ')[0] ?? null;
  const how =
    partner.attribution === 'none'
      ? say.invitation.neverQuoted
      : say.invitation.quoted(say.attribution[partner.attribution]);
  const terms = say.invitation.terms(
    content.prompts.length,
    content.minutes,
    say.date(round.closesAt, consultation.zone),
  );
  const background = content.background.map(({ label, url, text }) => [
    [local(label), text ? local(text) : null, url ?? null].filter((part) => part !== null).join(' : '),
  ]);
  return {
    lang,
    blocks: [
      line(`${say.invitation.hello(firstName)} ${local(consultation.purpose)}`),
      line({ text: say.invitation.open, strong: true }, ` ${local(content.open)}`),
      line({ text: say.invitation.decided, strong: true }, ` ${local(content.decided)}`),
      ...(background.length > 0 ? [line(say.invitation.background), list(...background)] : []),
      line(`${terms} ${local(consultation.readers)} ${how}`),
      line(say.invitation.begin),
    ],
    choices: [
      { value: '1', label: say.invitation.choices.yes },
      { value: '2', label: say.invitation.choices.later },
      { value: '3', label: say.invitation.choices.notMe },
    ],
  };
}

export async function begin(talk: Talk, place: Place): Promise<Reply> {
  const started = await startParticipation(talk, place.participation);
  return isRefusal(started)
    ? refusal(talk, started)
    : goOn(talk, { ...place, participation: started }, talk.say.started);
}

/** After "On commence ?". What is neither start, later nor "not me" is kept, and asked about again. */
export async function onConsent(talk: Talk, focus: FocusOf<'consent'>, place: Place): Promise<Reply> {
  const word = said(talk.text);
  const choice = option(talk.text, 3);
  if (word === 'yes' || word === 'resume' || choice === 0) return begin(talk, place);
  if (word === 'later' || choice === 1) return answer(talk.say.later(until(talk, place)));
  if (word === 'notMe' || word === 'no' || choice === 2) {
    const declined = await declineParticipation(talk, place.participation);
    if (isRefusal(declined)) return refusal(talk, declined);
    return { ...answer(talk.say.notMe), focus: { ...focus, waits: 'referral' } };
  }
  if (word === null && !wordless(talk.text)) await leaveDoubt(talk, 'before-consent');
  else return answer(talk.say.consentAgain);
  return answer(talk.say.keptUntilStart);
}

export async function onReferral(talk: Talk): Promise<Reply> {
  if (said(talk.text) !== 'pass') await leaveDoubt(talk, 'referral');
  return { ...answer(talk.say.referred), focus: NOTHING };
}
