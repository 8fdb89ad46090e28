/** Somebody who sat at a table reads what was noted of it. */
import { confirmTable } from '../../app/proposal/record-table.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import { ownCommand } from '../own-command.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, answerThenRest, bare, option, wordless } from '../understand.ts';

const CORRECT = /^(?:corriger|a corriger|corrige|correct(?: it)?|change(?: it)?|modifier)$/u;

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onTableAnswer(talk: Talk, focus: FocusOf<'table'>): Promise<Reply | null> {
  const partner = talk.actor.partners.find(({ id }) => id === focus.partner);
  const back = focusFrom(focus.back);
  const { table: say } = talk.say;
  if (!partner) return null;
  const correction = answerThenRest(talk.text);
  if (focus.correcting || correction) {
    if (talk.event.type !== 'message' || wordless(talk.text) || ownCommand(talk.text)) return null;
    await leaveDoubt(talk, 'correction', talk.inboundId, [focus.table]);
    return { ...answer(say.correctionKept), focus: back };
  }
  const choice = option(talk.text, 2);
  if (CORRECT.test(bare(talk.text)) || choice === 1 || (choice === null && agrees(talk.text) === false))
    return { ...answer(say.whatToChange), focus: { ...focus, correcting: true } };
  if (choice !== 0 && agrees(talk.text) !== true) return null;
  const confirmed = await confirmTable(talk, focus.table, partner);
  return { ...(isRefusal(confirmed) ? refusal(talk, confirmed) : answer(say.confirmed)), focus: back };
}
