/** An answer to a prompt: read, kept, and said back. */

import { passPrompt } from '../../app/participation/take-part.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { type AnswerTaken, submitAnswer } from '../../app/proposal/submit-answer.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import type { Reading } from '../../core/proposal/reading.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import type { FocusOf } from '../focus.ts';
import { answer, leaveDoubt, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { said, wordless } from '../understand.ts';
import { item, readAs, refs } from './describe.ts';
import { at, goOn, type Place, promptOf, sayAgain } from './place.ts';

/** The words to take as an answer: usually this message, or one kept from before. */
export interface Source {
  readonly text: string;
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
  if (talk.event.type !== 'message' || talk.wordsId === null)
    return sayAgain(talk, place, focus.prompt, talk.say.wordless);
  if (wordless(talk.text)) {
    const { files } = talk.event;
    if (files.length > 0) await leaveDoubt(talk, 'file');
    return sayAgain(talk, place, focus.prompt, files.length > 0 ? talk.say.fileKept : talk.say.wordless);
  }
  if (said(talk.text) !== null) return sayAgain(talk, place, focus.prompt, talk.say.thanksForThat);
  const reading = await read(talk, place, focus.prompt, talk.text);
  if (reading.nature === 'question') {
    await leaveDoubt(talk, 'question');
    return sayAgain(talk, place, focus.prompt, talk.say.questionKept);
  }
  if (reading.ideas.length === 0) return sayAgain(talk, place, focus.prompt, talk.say.thanksForThat);
  return takeIdeas(talk, place, focus.prompt, reading, {
    text: talk.text,
    words: talk.wordsId,
    messageRef: talk.event.message,
    textAt: talk.event.at,
  });
}

export async function pass(talk: Talk, place: Place, promptKey: string | null): Promise<Reply> {
  if (promptKey === null) return goOn(talk, place);
  const passed = await passPrompt(talk, place.participation, place.content.prompts, promptKey);
  return isRefusal(passed)
    ? refusal(talk, passed)
    : goOn(talk, { ...place, participation: passed }, talk.say.passed);
}

export async function takeIdeas(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  reading: Reading,
  source: Source,
): Promise<Reply> {
  const taken = await submitAnswer(talk, {
    ...place,
    prompt: promptOf(place, promptKey),
    prompts: place.content.prompts,
    conversationId: talk.conversation.id,
    messageRef: source.messageRef,
    words: source.words,
    textAt: source.textAt,
    ideas: reading.ideas,
  });
  if (isRefusal(taken)) return refusal(talk, taken);
  return receipt(talk, { ...place, participation: taken.participation }, promptKey, taken);
}

/** One reply with at most one question: late, a doubt between two axes, several ideas to confirm, or the next prompt. */
function receipt(talk: Talk, place: Place, promptKey: string | null, taken: AnswerTaken): Reply {
  const proposals = taken.proposals.map(({ proposal }) => proposal);
  if (taken.late) {
    const closed = talk.say.date(
      place.round.closedAt ?? place.round.closesAt,
      talk.consultation.content.zone,
    );
    return answer(talk.say.late(closed, refs(talk, proposals)));
  }
  const several = proposals.length > 1;
  const lead = several
    ? [talk.say.severalIdeas(proposals.length), list(...proposals.map((proposal) => item(talk, proposal)))]
    : [single(talk, proposals[0]!)];
  const doubtful = taken.proposals.find(({ idea }) => idea.axisDoubt !== null);
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
  if (several)
    return {
      ...answer(...lead, talk.say.isThatRight),
      kind: 'receipt',
      choices: [
        { value: talk.lang.startsWith('en') ? 'yes' : 'oui', label: talk.say.rightChoices.yes },
        { value: talk.lang.startsWith('en') ? 'no' : 'non', label: talk.say.rightChoices.no },
      ],
      focus: { waits: 'confirmation', ...at(place, promptKey), proposals: proposals.map((one) => one.id) },
    };
  return { ...goOn(talk, place, ...lead), kind: 'receipt' };
}

function single(talk: Talk, proposal: AnswerTaken['proposals'][number]['proposal']): string {
  const reading = readAs(talk, proposal);
  return `${talk.say.noted}, ${ref(proposal.number)}${reading ? ` (${reading})` : ''}.`;
}

export const axisLabel = (talk: Talk, key: string): string => {
  const axis = talk.consultation.content.axes.find((one) => one.key === key);
  return axis ? local(talk, axis.short) : key;
};
