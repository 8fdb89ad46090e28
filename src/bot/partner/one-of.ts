/** "Laquelle retirer : P-0042 ou P-0043 ?": its answer is a reference alone, a place ("la deuxième"), or both. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { ownProposal, withdrawProposal } from '../../app/proposal/change-own.ts';
import { numberOf, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, option, said } from '../understand.ts';
import { refs, refsOr } from './describe.ts';
import { ofThese } from './in-question.ts';
import { goOn, placeOf } from './place.ts';

/** What is to be done with the one that is named; `axis`: its axis, by key. */
export type Wish =
  | { readonly does: 'correct' | 'withdraw' | 'split' }
  | { readonly does: 'axis'; readonly axis: string };

/** The whole sentence that says it, as people may also write it at once. */
function whole(talk: Pick<Talk, 'say'>, wish: Wish, { number }: Pick<ProposalRow, 'number'>): string {
  const { review } = talk.say;
  switch (wish.does) {
    case 'correct':
      return `${review.correctVerb} ${ref(number)}`;
    case 'withdraw':
      return `${review.withdrawVerb} ${ref(number)}`;
    case 'axis':
      return `${ref(number)} axe ${wish.axis}`;
    case 'split':
      return `${ref(number)}, c'est deux idées`;
  }
}

export const askOneOf = (
  talk: Talk,
  question: (refs: string) => string,
  rows: readonly ProposalRow[],
  wish: Wish,
): Reply => ({
  ...answer(question(refsOr(talk, rows))),
  choices: rows.map((row) => ({ value: whole(talk, wish, row), label: ref(row.number) })),
  focus: { waits: 'one-of', proposals: rows.map(({ id }) => id), wish, back: talk.focus },
});

/** Said in full, to be heard as such; or what is said to them. What names none of them is left as it is. */
export async function meantOne(
  talk: Talk,
  { proposals, wish, back }: FocusOf<'one-of'>,
): Promise<Talk | Reply> {
  const before = { ...talk, focus: focusFrom(back) };
  const rows = await ofThese(talk, proposals);
  const named = numberOf(bare(talk.text));
  const chosen = rows.find(({ number }) => number === named) ?? rows[option(talk.text, rows.length) ?? -1];
  if (chosen) return { ...before, text: whole(talk, wish, chosen) };
  const word = said(talk.text);
  if (word === 'both' && wish.does === 'withdraw') return withdrawAll(before, rows);
  if (word === 'no' || word === 'pass' || word === 'later' || word === 'thanks')
    return { ...answer(talk.say.others.leftAsIs), focus: before.focus };
  return before;
}

async function withdrawAll(talk: Talk, rows: readonly ProposalRow[]): Promise<Reply> {
  for (const { number } of rows) {
    const own = await ownProposal(talk, number, 'withdraw');
    const done = isRefusal(own) ? own : await withdrawProposal(talk, own);
    if (isRefusal(done)) return { ...refusal(talk, done), focus: talk.focus };
  }
  const told = talk.say.withdrawn(refs(talk, rows), rows.length > 1);
  const place = talk.focus.waits === 'confirmation' ? await placeOf(talk, talk.focus) : null;
  return place ? goOn(talk, place, told) : { ...answer(told), focus: talk.focus };
}
