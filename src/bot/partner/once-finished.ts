/** Words just after "C'est fini": one idea more, or a second thought on the last one. No question is asked for them. */
import { nextPrompt } from '../../core/participation/progress.ts';
import type { Reading } from '../../core/proposal/reading.ts';
import { answer, type Reply, type Talk } from '../talk.ts';
import { answerThenRest } from '../understand.ts';
import { takeIdeas } from './answer.ts';
import { correct } from './confirm.ts';
import { lastAnswered } from './in-question.ts';
import { isOpen, type Place } from './place.ts';

/** ms. Later on, what is said out of the blue may be about anything: it is asked. */
const STILL_THERE = 3_600_000;

/** Whether they answered or passed everything, the last of it a moment ago. */
export async function justFinished({ tx, consultation, actor, now }: Talk, place: Place): Promise<boolean> {
  if (!isOpen({ now }, place) || nextPrompt(place.content.prompts, place.participation)) return false;
  const done = ['answer.submit', 'participation.pass', 'answers.share'];
  return (await tx.acts.last(consultation.id, actor.person.id, done, now - STILL_THERE)) !== null;
}

const TURN =
  /^[\s"«“]*(?:(?:ah|oh|euh|hum|oups|pardon|en fait|au fait|attendez|sorry|wait|actually)[\s,.!…]{1,3}){0,2}(?:(?:mais|but)\b[\s,]{0,3}|(?=pas (?:que|seulement|uniquement|juste)\b)|(?=not (?:only|just)\b))(?=\S)/iu;

/** Where what they turn to begins (UTF-16); null when it is no turn on what was noted last. */
function turnAt(text: string): number | null {
  const beyond = answerThenRest(text);
  return beyond?.turns ? beyond.restAt : (TURN.exec(text)?.[0].length ?? null);
}

/** "Ah mais pas que Roubaix": the places named correct the reading, anything else goes to the team; null for other words. */
export async function onAfterthought(talk: Talk, place: Place): Promise<Reply | null> {
  const from = turnAt(talk.text);
  if (from === null) return null;
  const noted = (await lastAnswered(talk)).filter(({ partnerId }) => partnerId === place.partner.id);
  const last = noted.at(-1);
  if (!last) return null;
  const about = { prompt: last.promptKey, proposals: noted.map(({ id }) => id) };
  return correct(talk, about, place, talk.text.slice(from));
}

/** Taken at once, and said how to take it back. */
export async function oneMore(talk: Talk, place: Place, { ideas }: Reading): Promise<Reply> {
  const { event, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return answer(talk.say.thanksForThat);
  const source = { words: wordsId, messageRef: event.message, textAt: event.at };
  const taken = await takeIdeas(talk, place, null, [{ ideas, source }]);
  return taken.kind === 'receipt'
    ? { ...taken, blocks: [...answer(talk.say.oneMore).blocks, ...taken.blocks] }
    : taken;
}
