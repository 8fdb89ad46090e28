/** An answer to a prompt: read, kept, and said back. */

import { passPrompt } from '../../app/participation/take-part.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { type AnswerTaken, submitAnswer } from '../../app/proposal/submit-answer.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { nextPrompt } from '../../core/participation/progress.ts';
import type { Idea, Reading } from '../../core/proposal/reading.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import type { FocusOf } from '../focus.ts';
import { answer, leaveDoubt, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { aboutOne, linkAlone, picks, said, wordless } from '../understand.ts';
import { onBeside } from './beside.ts';
import { item, readAs, refs } from './describe.ts';
import { earlierSaid } from './earlier.ts';
import { offer } from './near.ts';
import { onNoIdea } from './no-idea.ts';
import { at, closedOn, goOn, isOpen, type Place, promptOf, sayAgain } from './place.ts';
import { contentAnswer } from './questions.ts';
import { standingNote } from './standing.ts';
import { inWhoseName } from './voices.ts';

/** Where the words of an answer are: usually this message, or one kept from before. */
export interface Source {
  readonly words: WordsId;
  readonly messageRef: string;
  readonly textAt: Instant;
}

export async function read(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  text: string,
): Promise<Reading> {
  const prompt = promptOf(place, promptKey);
  return readMessage(talk.tx, talk.desk, talk.consultation.id, text, {
    lang: talk.lang,
    prompt: prompt ? { key: prompt.key, axis: prompt.axis } : null,
  });
}

/** The focus is on a prompt: a pass, a question back, nothing to read, or ideas. */
export async function onAnswer(talk: Talk, focus: FocusOf<'answer'>, place: Place): Promise<Reply> {
  if (said(talk.text) === 'pass') return pass(talk, place, focus.prompt);
  // A button of an earlier message, pressed again.
  if (talk.event.type !== 'message') return goOn(talk, place);
  const asked = talk.early
    ? nextPrompt(place.content.prompts, place.participation)?.prompt.key
    : focus.prompt;
  const reply = await onWords(talk, place, focus.prompt, (...lead) =>
    sayAgain(talk, place, asked ?? null, ...lead),
  );
  return talk.early && reply.kind === 'receipt'
    ? { ...reply, blocks: [...answer(talk.say.early).blocks, ...reply.blocks] }
    : reply;
}

/** Ideas are taken as an answer to the prompt; whatever else was said, `otherwise` says what comes after a word on it. */
export async function onWords(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  otherwise: (...lead: readonly string[]) => Reply,
): Promise<Reply> {
  const { event, say, text, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null || wordless(text))
    return otherwise(text.includes('?') ? say.puzzled : say.wordless);
  if (linkAlone(text)) {
    await leaveDoubt(talk, 'not-understood');
    return otherwise(say.linkAlone);
  }
  const known = contentAnswer(talk, place);
  if (known !== null) return otherwise(known);
  const earlier = await onEarlier(talk, place);
  if (earlier) return earlier;
  const beside = await onBeside(talk, place, promptKey, otherwise);
  if (beside) return beside;
  const word = said(text);
  if (word !== null) return word === 'thanks' ? otherwise(say.thanksForThat) : otherwise();
  if (picks(text)) return otherwise(say.nothingToPick);
  const about = aboutOne(text);
  if (about !== null) {
    await leaveDoubt(talk, 'not-understood');
    return otherwise(say.aboutOne(ref(about)));
  }
  const reading = await read(talk, place, promptKey, text);
  if (reading.nature === 'question') {
    await leaveDoubt(talk, 'question');
    return otherwise(say.questionKept);
  }
  const noIdea = await onNoIdea(talk, reading);
  if (noIdea !== null) return otherwise(noIdea);
  if (reading.ideas.length === 0) return otherwise(say.thanksForThat);
  const source = { words: wordsId, messageRef: event.message, textAt: event.at };
  return takeIdeas(talk, place, promptKey, [{ ideas: reading.ideas, source }]);
}

/** null when it names no question, or says nothing that can be read. */
export async function onEarlier(talk: Talk, place: Place): Promise<Reply | null> {
  const { event, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return null;
  const said = earlierSaid(talk.text, place.content.prompts.length);
  if (!said) return null;
  const prompt = place.content.prompts[said.index]!;
  const { nature, ideas: heard } = await read(talk, place, prompt.key, talk.text.slice(said.from));
  if (nature !== 'ideas' || heard.length === 0) return null;
  const ideas = heard.map((idea) => ({ ...idea, start: idea.start + said.from, end: idea.end + said.from }));
  const source = { words: wordsId, messageRef: event.message, textAt: event.at };
  const taken = await takeIdeas(talk, place, prompt.key, [{ ideas, source }]);
  return { ...taken, blocks: [line(talk.say.backTo(said.index + 1)), ...taken.blocks] };
}

export async function pass(talk: Talk, place: Place, promptKey: string | null): Promise<Reply> {
  if (promptKey === null || !isOpen(talk, place)) return goOn(talk, place);
  const passed = await passPrompt(talk, place.participation, place.content.prompts, promptKey);
  return isRefusal(passed) ? refusal(talk, passed) : goOn(talk, { ...place, participation: passed });
}

/** Takes the ideas of these messages, and says in one reply how they were read. */
export async function takeIdeas(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  messages: readonly {
    readonly ideas: readonly Idea[];
    readonly source: Source;
    /** The prompt it answers, when it is not the same for all. */
    readonly prompt?: string;
  }[],
): Promise<Reply> {
  let here = place;
  let proposals: AnswerTaken['proposals'] = [];
  let late = false;
  for (const { ideas, source, prompt = promptKey } of messages) {
    const taken = await submitAnswer(talk, {
      ...here,
      ...source,
      prompt: promptOf(place, prompt),
      prompts: place.content.prompts,
      conversationId: talk.conversation.id,
      ideas,
    });
    if (isRefusal(taken)) return refusal(talk, taken);
    here = { ...here, participation: taken.participation };
    proposals = [...proposals, ...taken.proposals];
    late ||= taken.late;
  }
  return proposals.length > 0 ? receipt(talk, here, promptKey, { proposals, late }) : goOn(talk, here);
}

/**
 * One reply with at most one question, the first of these: a doubt between two axes, several ideas to confirm, close
 * ideas of others, the next prompt. After a doubt nothing is asked of others' ideas: the team's queue has them.
 */
async function receipt(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  taken: Pick<AnswerTaken, 'proposals' | 'late'>,
): Promise<Reply> {
  const proposals = taken.proposals.map(({ proposal }) => proposal);
  if (taken.late) return answer(talk.say.late(closedOn(talk, place), refs(talk, proposals)));
  const several = proposals.length > 1;
  const doubtful = taken.proposals.find(({ idea }) => idea.axisDoubt !== null);
  const name = inWhoseName(talk, place.partner);
  const ideas = name
    ? talk.say.voices.severalFor(talk.say.count(proposals.length), name)
    : talk.say.severalIdeas(proposals.length);
  const standingOfOne = ({ partnerId }: { readonly partnerId: string | null }): string => {
    const note = standingNote(talk, partnerId);
    return note === '' ? '' : ` – ${note}`;
  };
  const lead = several
    ? [ideas, list(...proposals.map((proposal) => [...item(talk, proposal), standingOfOne(proposal)]))]
    : [single(talk, name, proposals[0]!, doubtful === undefined)];
  if (doubtful) {
    const [a, b] = doubtful.idea.axisDoubt!;
    const question = talk.say.hesitate(ref(doubtful.proposal.number), axisLabel(talk, a), axisLabel(talk, b));
    return {
      ...answer(...lead, question),
      kind: 'receipt',
      choices: [
        { value: 'A', label: `A) ${axisLabel(talk, a)}` },
        { value: 'B', label: `B) ${axisLabel(talk, b)}` },
        { value: talk.say.bothChoice, label: talk.say.bothChoice },
      ],
      focus: { waits: 'axis', ...at(place, promptKey), proposal: doubtful.proposal.id, options: [a, b] },
    };
  }
  const close = taken.proposals
    .filter(({ idea }) => idea.near.length > 0)
    .map(({ proposal, idea }) => ({ proposal: proposal.id, others: idea.near.map((one) => one.proposal) }));
  if (several)
    return {
      ...askIfRight(talk, ...lead),
      kind: 'receipt',
      focus: {
        waits: 'confirmation',
        ...at(place, promptKey),
        proposals: proposals.map((one) => one.id),
        close,
      },
    };
  const offered = await offer(talk, place, promptKey, close, ...lead);
  return offered ?? { ...goOn(talk, place, ...lead), kind: 'receipt' };
}

export const askIfRight = (talk: Talk, ...lead: readonly (string | Block)[]): Reply => ({
  ...answer(...lead, talk.say.isThatRight),
  choices: [
    { value: talk.say.team.yes, label: talk.say.rightChoices.yes },
    { value: talk.say.team.no, label: talk.say.rightChoices.no },
    { value: talk.say.review.withdrawVerb, label: talk.say.rightChoices.withdraw },
  ],
});

/** How it was read is not said while the bot still hesitates about it. */
function single(
  talk: Talk,
  name: string | null,
  proposal: AnswerTaken['proposals'][number]['proposal'],
  certain: boolean,
): string {
  const reading = certain ? readAs(talk, proposal) : '';
  const noted = name ? talk.say.voices.notedFor(name) : talk.say.noted;
  const standing = standingNote(talk, proposal.partnerId);
  return `${noted}, ${ref(proposal.number)}${reading ? ` (${reading})` : ''}${standing && ` – ${standing}`}.`;
}

export const axisLabel = (talk: Talk, key: string): string => {
  const axis = talk.consultation.content.axes.find((one) => one.key === key);
  return axis ? local(talk, axis.short) : key;
};
