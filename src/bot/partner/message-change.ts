/** A person edited or deleted a message of theirs, perhaps before the bot saw it. */
import { refusalOf } from '../../app/perform.ts';
import type { Answer } from '../../app/ports/proposals.ts';
import { type Changed, deleteAnswer, editAnswer } from '../../app/proposal/change-answer.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { read } from './answer.ts';
import { refs } from './describe.ts';
import { lateChange } from './late-change.ts';
import { placeOf, promptOf } from './place.ts';

/** null when the message was no answer: nothing to change, nothing to say. */
export async function onMessageChange(talk: Talk): Promise<Reply | null> {
  const { event } = talk;
  if (event.type !== 'edit' && event.type !== 'delete') return null;
  const given = await talk.tx.answers.byMessage(talk.conversation.id, event.message);
  if (!given) return null;
  if (!talk.actor.partners.some((partner) => partner.id === given.partnerId))
    return ofSomebodyElse(talk, given);
  if (event.type === 'delete') return told(talk, await deleteAnswer(talk, given, event.at));
  const place = await placeOf(talk, { round: given.roundId, partner: given.partnerId });
  if (!place || talk.wordsId === null || event.at <= given.textAt || given.deletedAt !== null) return null;
  const proposals = await talk.tx.proposals.byAnswer(given.id);
  const moderated = proposals.find(({ state }) => state === 'moderated');
  if (moderated) return refusal(talk, refuse('moderated', { proposal: ref(moderated.number) }));
  const tooLate = await lateChange(talk, proposals);
  if (tooLate) return tooLate;
  const reading = await read(talk, place, given.promptKey, event.text);
  const prompt = promptOf(place, given.promptKey);
  return told(
    talk,
    await editAnswer(talk, {
      answer: given,
      ...place,
      prompt,
      words: talk.wordsId,
      ideas: reading.ideas,
      at: event.at,
    }),
  );
}

/** What a facilitator entered for somebody is that person's: the changed message is kept as theirs, and changes nothing. */
async function ofSomebodyElse(talk: Talk, { partnerId }: Answer): Promise<Reply | null> {
  if (refusalOf(talk.actor, 'answer.record')) return null;
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const author = partners.find(({ id }) => id === partnerId);
  if (author && talk.wordsId !== null)
    await talk.tx.words.give(talk.wordsId, talk.consultation.id, author.person.id);
  return answer(talk.say.facilitation.recordedStays);
}

function told(talk: Talk, changed: Changed | Refusal): Reply | null {
  if (isRefusal(changed)) return refusal(talk, changed);
  const { revised, added, withdrawn } = changed;
  const sentences = [
    revised.length > 0 ? talk.say.edited(refs(talk, revised), revised.length > 1) : null,
    added.length > 0 ? talk.say.alsoAdded(refs(talk, added)) : null,
    withdrawn.length > 0 ? talk.say.withdrawn(refs(talk, withdrawn), withdrawn.length > 1) : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 0 ? answer(sentences.join(' ')) : null;
}
