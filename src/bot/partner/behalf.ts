/** Something was entered for a person who was not there: right, to be corrected, or taken back? */

import type { Partner, Person } from '../../app/ports/people.ts';
import { withdrawProposal } from '../../app/proposal/change-own.ts';
import { confirmReading } from '../../app/proposal/confirm-reading.ts';
import { mentionFirst } from '../../chat/mention.ts';
import type { Document } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
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
import { agrees, answerThenRest, bare, option } from '../understand.ts';
import { askWhich } from './confirm.ts';
import { item, refs } from './describe.ts';
import { ofThese } from './in-question.ts';
import { lateChange } from './late-change.ts';
import type { Place } from './place.ts';

/** In the person's own language: `talk` speaks it. */
export function behalfQuestion(
  talk: Talk,
  { person }: Partner,
  recorder: Pick<Person, 'id'>,
  proposals: readonly Proposal[],
  source: string,
): Document {
  const { behalf: say } = talk.say.facilitation;
  return documentOf(
    {
      blocks: [
        line(say.told(greeted(person), mentionFirst(recorder), source)),
        list(...proposals.map((one) => item(talk, one))),
        line(talk.say.isThatRight),
      ],
      choices: say.choices.map((label, index) => ({ value: String(index + 1), label })),
    },
    talk.say.lang,
  );
}

const CORRECT = /^(?:corriger|a corriger|corrige|correct(?: it)?|change(?: it)?|modifier)$/u;
const WITHDRAW = /^(?:retirer|a retirer|retire|withdraw(?: it)?|take(?: it)? back|remove(?: it)?)$/u;

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onBehalfAnswer(
  talk: Talk,
  focus: FocusOf<'behalf'>,
  place: Place,
): Promise<Reply | null> {
  const proposals = await ofThese(talk, focus.proposals);
  const text = bare(talk.text);
  const choice = option(talk.text, 3);
  const back = focusFrom(focus.back);
  if (proposals.length === 0) return null;
  if (WITHDRAW.test(text) || choice === 2) {
    const tooLate = await lateChange(talk, proposals);
    if (tooLate) return { ...tooLate, focus: back };
    for (const one of proposals) {
      const done = await withdrawProposal(talk, one);
      if (isRefusal(done)) return { ...refusal(talk, done), focus: back };
    }
    const how = talk.say.restoreHow(ref(proposals[0]!.number));
    return {
      ...answer(`${talk.say.withdrawn(refs(talk, proposals), proposals.length > 1)} ${how}`),
      focus: back,
    };
  }
  if (CORRECT.test(text) || choice === 1 || (choice === null && agrees(talk.text) === false)) {
    const tooLate = await lateChange(talk, proposals);
    if (tooLate) return { ...tooLate, focus: back };
    return askWhich(talk, { ...focus, waits: 'confirmation', close: [] }, place);
  }
  if (choice === null && answerThenRest(talk.text)) {
    await leaveDoubt(talk, 'correction');
    return { ...answer(talk.say.correctionKept), focus: back };
  }
  if (choice !== 0 && agrees(talk.text) !== true) return null;
  const confirmed = await confirmReading(talk, proposals);
  if (isRefusal(confirmed)) return { ...refusal(talk, confirmed), focus: back };
  return { ...answer(talk.say.facilitation.behalf.confirmed), focus: back };
}
