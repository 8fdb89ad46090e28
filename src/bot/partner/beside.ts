/** Short messages about what was just said, or beside the point: another axis, two ideas, "same as before", temper. */
import { passPrompt } from '../../app/participation/take-part.ts';
import { retagProposal } from '../../app/proposal/change-own.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, said } from '../understand.ts';
import { onAmending } from './amend.ts';
import { axisSaid } from './axis-said.ts';
import { takeParts } from './confirm-parts.ts';
import { lastAnswered } from './in-question.ts';
import { meantBy } from './meant.ts';
import { onCounted } from './parts.ts';
import { goOn, isOpen, type Place, until } from './place.ts';

/** Longer messages are read as ideas. */
const LONGEST = 90;

const SAME =
  /^(?:idem|pareil(?:le)?|(?:la )?meme (?:chose|reponse|idee)|comme (?:avant|plus haut|ma reponse)|same(?: thing| answer| as| here)?|ditto)\b/u;
const BEFORE =
  /(?:question|reponse precedente|precedente?|avant|plus haut|ci-dessus|ma reponse|previous|before|above|earlier|my answer)/u;
const RUDE =
  /^(?:va te faire \p{L}{1,12}|allez vous faire \p{L}{1,12}|connards?|conasse|connasse|ta gueule|fermez?[ -]la|merde|n'importe quoi|(?:c'est )?nul|quelle connerie|foutaises|(?:ca (?:me )?|vous (?:me |nous )?)?fai(?:t|tes) chier(?: votre \p{L}{1,12}| avec .{1,30})?|fuck(?: you| off)?|bullshit|shit|this is (?:rubbish|bullshit)|rubbish|idiots?)$/u;

/** Said in a meeting, or last time: nothing of it is here. */
const ELSEWHERE =
  /^(?:(?:oui|ben|bah|mais|yes|well),? )?(?:(?:comme|same as|as) (?:la (?:derniere|precedente) fois|l'(?:an dernier|annee derniere)|last (?:time|year))|(?:on|nous) (?:en a|en avons|l'a|l'avons) (?:deja )?(?:parle|discute|dit)\b.{0,40}|(?:we|i) (?:have |'ve )?(?:already )?(?:discussed|talked about) (?:it|this|that)\b.{0,40}|as discussed\b.{0,40})$/u;
const WHERE_SAID =
  /^(?:(?:non|ah|oui|en fait|pardon|mais|no|sorry|actually)[ ,]{1,2}){0,2}(?:pour |for )?((?:le|la|les|l'|mon|ma|mes|the|my) ?\S.{1,40}?),? (?:c'est|c|ce serait|c'etait|ce sera|it's|is|would be) (?:plutot|surtout|en fait|rather|actually|more) (?:a|au|aux|pour|dans|sur|in|for|at) .{2,40}$/u;

/** "le café, c'est plutôt à Wattrelos": where what was last answered happens; the sentence, or null. */
async function territorySaid(talk: Talk): Promise<string | null> {
  const [, what] = WHERE_SAID.exec(bare(talk.text)) ?? [];
  if (what === undefined) return null;
  const rows = await lastAnswered(talk);
  const row = await meantBy({ ...talk, text: what }, rows);
  if (!row) return null;
  const { ideas } = await readMessage(talk.tx, talk.desk, talk.consultation.id, talk.text, {
    lang: talk.lang,
    prompt: null,
  });
  const where = ideas.flatMap(({ tags }) => tags).filter(({ dimension }) => dimension === 'territory');
  if (where.length === 0) return null;
  const tags = where.map(({ dimension, value, main }) => ({ dimension, value, main }));
  const done = await retagProposal(talk, row, 'proposal.correct', tags);
  const { territories } = talk.consultation.content.taxonomy;
  const places = where.map(({ value }) => territories.find(({ key }) => key === value)?.label ?? value);
  return isRefusal(done)
    ? talk.say.refusals(done)
    : talk.say.placeSettled(ref(row.number), talk.say.listed(places));
}

/** null when it is nothing of the kind. `otherwise` goes on after a word on it. */
export async function onBeside(
  talk: Talk,
  place: Place,
  prompt: string | null,
  otherwise: (...lead: readonly string[]) => Reply,
): Promise<Reply | null> {
  const { smallTalk: say } = talk.say;
  if (said(talk.text) === 'later') return isOpen(talk, place) ? answer(say.pause(until(talk, place))) : null;
  const counted = await onCounted(talk, place, prompt);
  if (counted) return counted;
  const parts = await takeParts(talk, place, prompt, await lastAnswered(talk), false);
  if (parts) return parts.reply ?? goOn(talk, place, ...parts.lead);
  const axis = await axisSaid(talk, null);
  if (axis) return axis.which ?? otherwise(axis.sentence);
  const amending = await onAmending(talk, place, prompt, null);
  if (amending) return amending;
  if (talk.text.length > LONGEST) return null;
  const where = await territorySaid(talk);
  if (where) return otherwise(where);
  const text = bare(talk.text);
  if (RUDE.test(text)) {
    await leaveDoubt(talk, 'not-understood');
    return answer(say.rude);
  }
  if (ELSEWHERE.test(text)) {
    await leaveDoubt(talk, 'correction');
    return otherwise(say.saidElsewhere);
  }
  if (!SAME.test(text)) return null;
  await leaveDoubt(talk, 'correction');
  if (!BEFORE.test(text) || prompt === null) return otherwise(say.sameAsOther);
  const passed = await passPrompt(talk, place.participation, place.content.prompts, prompt);
  return isRefusal(passed)
    ? refusal(talk, passed)
    : goOn(talk, { ...place, participation: passed }, say.sameAsBefore);
}
