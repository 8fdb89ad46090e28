/** "in English please": the person's language, at any time. */
import { chooseLanguage } from '../../app/person/choose-language.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { isRefusal } from '../../core/refusal.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { askConsent } from './consent.ts';
import { goOn, isOpen, placeOf } from './place.ts';

/** Says so in that language, with the question that was waiting for an answer. */
export async function onLanguage(talk: Talk, lang: 'fr' | 'en'): Promise<Reply> {
  const chosen = await chooseLanguage(talk, lang);
  if (isRefusal(chosen)) return refusal(talk, chosen);
  const say = phrasesIn(lang, []);
  const person = { ...talk.actor.person, lang };
  const theirs: Talk = { ...talk, lang, say, actor: { ...talk.actor, person } };
  return { ...(await asking(theirs, say.voices.inThisLanguage)), lang };
}

async function asking(talk: Talk, lead: string): Promise<Reply> {
  const { focus } = talk;
  if (focus.waits !== 'answer' && focus.waits !== 'consent') return answer(lead);
  const place = await placeOf(talk, focus);
  if (!place || !isOpen(talk, place)) return answer(lead);
  if (focus.waits === 'consent' || !takesPart(place.participation))
    return askConsent(talk, `${lead} ${talk.say.consentAgain}`);
  return goOn(talk, place, lead);
}
