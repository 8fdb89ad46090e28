/** Which of several proposals somebody speaks of, without naming it. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { current } from '../../core/proposal/model.ts';
import type { Talk } from '../talk.ts';
import { bare } from '../understand.ts';

const SHORTEST = 4;
/** Words of one family begin alike. */
const BEGINS = 5;
const SAY_NOTHING = new Set(
  'pour avec dans plus mais tout tous toute cela elle nous vous sont etre avoir faire comme aussi plutot juste with that this from have what which only just'.split(
    ' ',
  ),
);

/** The beginnings of the words that say something. */
export const tellingOf = (text: string): Set<string> =>
  new Set(
    bare(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST && !SAY_NOTHING.has(word))
      .map((word) => word.slice(0, BEGINS)),
  );

/** The only one that shares words with the message; null when none does, or several do. */
export async function meantBy(
  talk: Pick<Talk, 'text' | 'tx'>,
  proposals: readonly ProposalRow[],
): Promise<ProposalRow | null> {
  const texts = await talk.tx.words.texts(proposals.map((one) => current(one).words));
  const telling = tellingOf(talk.text);
  const meant = proposals.filter((one) => {
    const { words, start, end } = current(one);
    const own = tellingOf((texts.get(words) ?? '').slice(start, end));
    return [...own].some((word) => telling.has(word));
  });
  return meant.length === 1 ? meant[0]! : null;
}
