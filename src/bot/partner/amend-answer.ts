/** After "une correction de P-0042, ou une nouvelle idée ?". */
import { ref, type WordsId } from '../../core/ids.ts';
import type { FocusOf } from '../focus.ts';
import type { Reply, Talk } from '../talk.ts';
import { folded, option, said } from '../understand.ts';
import { amended } from './amend.ts';
import { onAnswer, read, takeIdeas } from './answer.ts';
import { ofThese } from './in-question.ts';
import { at, goOn, type Place } from './place.ts';
import { reread } from './reread.ts';

const FIX =
  /^(?:(?:oui|yes|c'est|it's|a|une?) ){0,3}(?:la |le )?(?:corriger|corrige|correction|precision|correct|fix)\b/u;
const FRESH =
  /^(?:(?:non|no|c'est|it's|a|une?|ma|my|la) ){0,4}(?:nouvelle?|new|autre|another|reponse|answer|idee|idea)\b/u;

/** Anything else leaves the first words to the team, which has them, and is heard for itself. */
export async function onAmend(talk: Talk, focus: FocusOf<'amend'>, place: Place): Promise<Reply> {
  const rows = await ofThese(talk, focus.proposals);
  const plain = folded(talk.text);
  const choice = option(talk.text, rows.length + 1);
  const row =
    rows[choice ?? -1] ??
    rows.find(({ number }) => talk.text.includes(ref(number))) ??
    (FIX.test(plain) && rows.length === 1 ? rows[0] : undefined);
  const words = focus.words as WordsId;
  const text = (await talk.tx.words.texts([words])).get(words);
  if (typeof text !== 'string') return goOn(talk, place);
  const settle = () => talk.tx.doubts.settle(focus.doubt, talk.now);
  if (row) {
    await settle();
    return focus.detail
      ? goOn(talk, place, await reread(talk, [row], text.slice(focus.from)))
      : amended(talk, place, row, { words, text, from: focus.from });
  }
  if (choice === rows.length || FRESH.test(plain)) {
    const { ideas } = await read(talk, place, focus.prompt, text);
    if (ideas.length === 0) return goOn(talk, place, talk.say.correctionKept);
    await settle();
    const source = { words, messageRef: focus.message, textAt: focus.at };
    return takeIdeas(talk, place, focus.prompt, [{ ideas, source }]);
  }
  if (said(talk.text) !== null) return goOn(talk, place, talk.say.correctionKept);
  return onAnswer(talk, { waits: 'answer', ...at(place, focus.prompt) }, place);
}
