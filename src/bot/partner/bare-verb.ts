/** "Corriger", "retirer", and nothing more: what the bot asks about, else what they last answered. */
import type { Focus } from '../focus.ts';
import type { Reply, Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { inQuestion } from './in-question.ts';
import { askOneOf } from './one-of.ts';
import { onOwnCommand } from './own.ts';

const WISH =
  "(?:(?:je (?:veux|voudrais|souhaite|peux)|puis-je|comment|a|i want to|i'd like to|can i|let me) )?";
const IT = '(?: (?:ca|cela|la|ma reponse|cette reponse|it|that|my answer))?';
const CORRECT = new RegExp(
  `^${WISH}(?:corriger|modifier|rectifier|edit|fix)${IT}$|^(?:corrige|modifie|rectifie)z?(?:-la|-moi ca)?${IT}$|^(?:correct|change) (?:it|that|my answer)$`,
  'u',
);
const WITHDRAW = new RegExp(
  `^${WISH}(?:retirer|supprimer|enlever|withdraw|remove|delete)${IT}$|^(?:retire|supprime|enleve)z?(?:-la|-moi ca)?${IT}$|^take (?:it|that) back$`,
  'u',
);

/** Elsewhere the words answer what is asked there. */
const HERE: readonly Focus['waits'][] = [
  'nothing',
  'answer',
  'confirmation',
  'axis',
  'near',
  'second',
  'add',
];

export const asksToCorrect = (text: string): boolean => text.length < 60 && CORRECT.test(bare(text));

/** null when it is no such word, or the question that is asked has it for an answer. */
export async function onBareVerb(talk: Talk): Promise<Reply | null> {
  const { event, focus, say, text } = talk;
  if (
    (event.type !== 'message' && event.type !== 'choice') ||
    text.length >= 60 ||
    !HERE.includes(focus.waits)
  )
    return null;
  const correct = asksToCorrect(text);
  if (correct ? focus.waits === 'confirmation' : !WITHDRAW.test(bare(text))) return null;
  const rows = await inQuestion(talk);
  const [only] = rows;
  if (!only) return onOwnCommand(talk, { does: 'mine' });
  if (rows.length === 1)
    return onOwnCommand(talk, { does: correct ? 'rewrite' : 'withdraw', number: only.number });
  const { review } = say;
  return correct
    ? askOneOf(talk, review.whichCorrect, rows, { does: 'correct' })
    : askOneOf(talk, review.whichWithdraw, rows, { does: 'withdraw' });
}
