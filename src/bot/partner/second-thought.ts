/** "Oui mais pas que Roubaix", once the next question came: a word on what was just noted, or an answer to that question. */
import { type InboundId, type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import type { FocusOf } from '../focus.ts';
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { answerThenRest, folded, notOnly, option } from '../understand.ts';
import { onAmending } from './amend.ts';
import { onAnswer, read, takeIdeas } from './answer.ts';
import { correct } from './confirm.ts';
import { lastAnswered } from './in-question.ts';
import { onCounted } from './parts.ts';
import { at, goOn, type Place } from './place.ts';

/** null when it begins with no "oui mais", or nothing was noted before. Places correct at once; the rest is asked. */
export async function onSecondThought(
  talk: Talk,
  place: Place,
  prompt: string | null,
): Promise<Reply | null> {
  const { event, text, wordsId } = talk;
  const beyond = answerThenRest(text);
  if (talk.early || !beyond?.turns || event.type !== 'message' || wordsId === null) return null;
  const counted = await onCounted(talk, place, prompt);
  if (counted) return counted;
  const amending = await onAmending(talk, place, prompt, null);
  if (amending) return amending;
  const noted = (await lastAnswered(talk)).filter(({ partnerId }) => partnerId === place.partner.id);
  const last = noted.at(-1);
  if (!last) return null;
  const rest = text.slice(beyond.restAt);
  const { ideas } = await read(talk, place, null, rest);
  const located = (tags: readonly { readonly dimension: string }[]) =>
    tags.some(({ dimension }) => dimension === 'territory');
  const where = ideas.some(({ tags }) => located(tags)) && noted.some(({ tags }) => located(tags));
  if (where || notOnly(rest))
    return correct(talk, { prompt: last.promptKey, proposals: noted.map(({ id }) => id) }, place, rest);
  const name = ref(last.number);
  // The team has it from now on: whatever comes next, or nothing, may leave the question unanswered.
  const doubt = await leaveDoubt(talk, 'correction');
  return {
    ...answer(talk.say.second(name)),
    choices: talk.say.secondChoices(name).map((label, index) => ({ value: String(index + 1), label })),
    focus: {
      waits: 'second',
      ...at(place, prompt),
      words: wordsId,
      message: event.message,
      at: event.at,
      inbound: talk.inboundId,
      proposal: last.id,
      doubt,
    },
  };
}

const CORRECTION = /^(?:une? )?(?:precision|correction|it corrects|to correct|about)/u;

/** After "une précision, ou votre réponse ?". Anything else leaves the first words to the team, and is heard for itself. */
export async function onSecond(talk: Talk, focus: FocusOf<'second'>, place: Place): Promise<Reply> {
  const choice = option(talk.text, 2) ?? (CORRECTION.test(folded(talk.text)) ? 0 : null);
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  // Questions asked before the team had it at once.
  const keepForTeam = async () => {
    if (focus.doubt === undefined) await leaveDoubt(talk, 'correction', focus.inbound as InboundId);
  };
  if (choice === 0 || (row !== null && talk.text.includes(ref(row.number)))) {
    await keepForTeam();
    return goOn(talk, place, talk.say.correctionKept);
  }
  const words = focus.words as WordsId;
  if (choice === 1 || ANSWER.test(folded(talk.text))) {
    const text = (await talk.tx.words.texts([words])).get(words);
    const { ideas } = typeof text === 'string' ? await read(talk, place, focus.prompt, text) : { ideas: [] };
    const source = { words, messageRef: focus.message, textAt: focus.at };
    if (ideas.length > 0 && focus.doubt !== undefined) await talk.tx.doubts.settle(focus.doubt, talk.now);
    return ideas.length > 0
      ? takeIdeas(talk, place, focus.prompt, [{ ideas, source }])
      : goOn(talk, place, talk.say.thanksForThat);
  }
  await keepForTeam();
  return onAnswer(talk, { waits: 'answer', ...at(place, focus.prompt) }, place);
}

const ANSWER = /^(?:(?:c'est |it's |it is )?(?:ma |my |une |an )?(?:reponse|answer))\b/u;
