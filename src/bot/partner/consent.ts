/** The first messages: an invitation, and what people answer to it. */
import { startParticipation } from '../../app/participation/take-part.ts';
import type { Partner } from '../../app/ports/people.ts';
import { display } from '../../chat/display.ts';
import type { Choice, Document } from '../../chat/outbound.ts';
import type { Consultation, RoundContent } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { type FocusOf, type Kept, NOTHING } from '../focus.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import {
  answer,
  documentOf,
  greeted,
  leaveDoubt,
  line,
  list,
  type Reply,
  refusal,
  type Talk,
} from '../talk.ts';
import { greets, option, said, wordless } from '../understand.ts';
import { read, takeIdeas } from './answer.ts';
import { isWorthKeeping, readKept } from './kept.ts';
import { onNoIdea } from './no-idea.ts';
import { afterClose, goOn, isOpen, type Place, until } from './place.ts';
import { contentAnswer } from './questions.ts';
import { declineAll } from './referral.ts';
import { askVoice, placesIn } from './voices.ts';

/** Who asks, why, what is open and what is decided, how long, who reads, until when (C1, C2, C3). */
export function invitation(
  consultation: Consultation,
  content: RoundContent,
  round: Pick<Round, 'closesAt'>,
  partner: Pick<Partner, 'person' | 'attribution'>,
  organisations: readonly string[] = [],
): Document {
  const { lang } = partner.person;
  const say = phrasesIn(lang, consultation.languages);
  const local = (text: RoundContent['open']) => inLang(text, lang, consultation.languages);
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
    say.labelled(local(label), [text ? local(text) : null, url ?? null].filter(Boolean).join(' ')),
  ]);
  return documentOf(
    {
      blocks: [
        line(`${say.invitation.hello(greeted(partner.person))} ${local(consultation.purpose)}`),
        ...(organisations.length > 1
          ? [line(say.invitation.forAll(say.listed(organisations.map((one) => display(one)))))]
          : []),
        line({ text: say.invitation.open, strong: true }, ` ${local(content.open)}`),
        line({ text: say.invitation.decided, strong: true }, ` ${local(content.decided)}`),
        ...(background.length > 0 ? [line(say.invitation.background), list(...background)] : []),
        line(`${terms} ${local(consultation.readers)} ${how}`),
        line(say.invitation.begin),
      ],
      choices: invitationChoices(say),
    },
    say.lang,
  );
}

export const invitationChoices = (say: Phrases): Choice[] => [
  { value: '1', label: say.invitation.choices.yes, main: true },
  { value: '2', label: say.invitation.choices.later },
  { value: '3', label: say.invitation.choices.notMe },
];

/**
 * The person agrees, and says in whose name unless it is `named`. Ideas they wrote before are read now; they answer no
 * prompt in particular.
 */
export async function begin(
  talk: Talk,
  place: Place,
  before: readonly Kept[] = [],
  named = false,
): Promise<Reply> {
  const places = named ? [] : await placesIn(talk, place.round.id);
  const fresh = places.every(({ participation }) => participation.state === 'invited');
  if (places.length > 1 && fresh && isOpen(talk, place)) return askVoice(talk, places, before);
  const started = await startParticipation(talk, place.participation);
  if (isRefusal(started)) return refusal(talk, started);
  const here = { ...place, participation: started };
  const { messages, handed } = await readKept(talk, here, before);
  if (messages.length > 0) {
    const taken = await takeIdeas(talk, here, null, messages);
    return handed === null ? taken : { ...taken, blocks: [line(handed), ...taken.blocks] };
  }
  const thanks = handed === null ? talk.say.started : `${talk.say.started} ${handed}`;
  return isOpen(talk, here) ? goOn(talk, here, thanks) : afterClose(talk, here, `${thanks} `);
}

export const askConsent = (talk: Talk, text: string = talk.say.consentAgain): Reply => ({
  ...answer(text),
  choices: invitationChoices(talk.say),
});

/** Most messages kept until the person agrees; whoever writes more is asked to send the rest again. */
const MOST_BEFORE = 50;

/** After "On commence ?". What they wrote is kept until they agree, and nobody reads it before: only a question is the team's at once. */
export async function onConsent(talk: Talk, focus: FocusOf<'consent'>, place: Place): Promise<Reply> {
  const word = said(talk.text);
  const choice = option(talk.text, 3);
  if (word === 'yes' || word === 'resume' || choice === 0) return begin(talk, place, focus.before);
  if (word === 'later' || choice === 1) return answer(talk.say.later(until(talk, place)));
  if (word === 'notMe' || word === 'no' || choice === 2) {
    const refused = await declineAll(talk, place.round.id);
    return refused ?? { ...answer(talk.say.notMe), focus: { ...focus, waits: 'referral' } };
  }
  const { event, wordsId } = talk;
  if (word !== null || event.type !== 'message' || wordsId === null || wordless(talk.text))
    return askConsent(talk);
  const known = contentAnswer(talk, place);
  if (known !== null)
    return askConsent(
      talk,
      `${known} ${greets(talk.text) ? talk.say.invitation.begin : talk.say.consentAgain}`,
    );
  const reading = await read(talk, place, null, talk.text);
  if (reading.nature === 'question') {
    await leaveDoubt(talk, 'question');
    return askConsent(talk, `${talk.say.questionKept} ${talk.say.consentAgain}`);
  }
  if (reading.nature === 'complaint')
    return askConsent(talk, `${await onNoIdea(talk, reading)} ${talk.say.consentAgain}`);
  if (!isWorthKeeping(reading, talk.text)) return askConsent(talk);
  if (focus.before.length >= MOST_BEFORE) return askConsent(talk, talk.say.tooManyBefore(MOST_BEFORE));
  const { message, at } = event;
  const before = [...focus.before, { words: wordsId, message, at, inbound: talk.inboundId }];
  return { ...askConsent(talk, talk.say.keptUntilStart), focus: { ...focus, before } };
}

export async function onReferral(talk: Talk, place: Place): Promise<Reply> {
  const word = said(talk.text);
  if (word === 'yes' || word === 'resume') return begin(talk, place);
  if (word === null && !wordless(talk.text)) await leaveDoubt(talk, 'referral');
  return { ...answer(talk.say.referred), focus: NOTHING };
}
