/** "Écrivez plutôt à Paul Martin, paul@…": somebody else is to be asked, said at any time. */
import { declineParticipation } from '../../app/participation/take-part.ts';
import type { RoundId } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { referredIn } from '../../core/person/referred.ts';
import { isRefusal } from '../../core/refusal.ts';
import { NOTHING } from '../focus.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { folded } from '../understand.ts';
import { placeOf } from './place.ts';
import { placesIn } from './voices.ts';

/** Longer messages are read as ideas. */
const LONGEST = 200;
const ASK =
  /^(?:(?:bonjour|hello|non|no|desolee?|sorry|mais|but|pas moi|ce n'est pas moi|c'est pas moi|not me|wrong person)[ ,.!:;]{1,3}){0,3}(?:(?:je pense|il vaudrait mieux|il vaut mieux|merci de|vous devriez|you should|please|it's better to)[ ,]{1,2})?(?:que vous )?(?:ecrivez|ecrire|contactez|contacter|demandez|demander|adressez[- ]vous|voyez(?: ca)?|write|ask|contact|talk)(?: (?:plutot|mieux|directement|rather|instead|directly))?(?: (?:a|avec|au|aupres de|to|with))? /u;
/** By what they are to whoever writes, and nothing after it. */
const SOMEBODY =
  /^(?:mon|ma|mes|notre|nos|my|our|a|au|la|le|the) (?:adjointe?s?|collegues?|directeur|directrice|presidente?|chef|cheffe|responsable|maire|secretaire|tresoriere?|coordinateur|coordinatrice|elue?s?|assistante?|deputy|colleagues?|director|manager|boss|chair|president|treasurer|assistant|mayor)(?: \S{2,20}){0,3}$/u;
const INSTEAD = /\b(?:plutot|mieux|instead|rather)\b/u;

/** True when the message only says whom to ask instead: by name or by address. */
export function refersElsewhere(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = folded(text);
  const asked = ASK.exec(plain);
  if (!asked) return false;
  if (text.length < 90 && SOMEBODY.test(plain.slice(asked[0].length).replace(/[\s.!]+$/u, ''))) return true;
  const { name, email } = referredIn(text);
  return email !== null || (name !== null && INSTEAD.test(plain));
}

/** Kept for the team. Before any yes it is a "not me" too; later, what was asked stays asked. */
export async function onElsewhere(talk: Talk): Promise<Reply> {
  await leaveDoubt(talk, 'referral');
  const place = talk.focus.waits === 'consent' ? await placeOf(talk, talk.focus) : null;
  if (!place) return answer(talk.say.referredToo);
  return (await declineAll(talk, place.round.id)) ?? { ...answer(talk.say.referred), focus: NOTHING };
}

/** Not the one, not the one for their other organisation either; the reply when that is refused. */
export async function declineAll(talk: Talk, round: RoundId): Promise<Reply | null> {
  for (const { participation } of await placesIn(talk, round)) {
    if (takesPart(participation)) continue;
    const declined = await declineParticipation(talk, participation);
    if (isRefusal(declined)) return refusal(talk, declined);
  }
  return null;
}
