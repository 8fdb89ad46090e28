/** New words for one's own proposal. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { reviseProposal } from '../../app/proposal/change-own.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { lateChange } from './late-change.ts';
import { at, type Place } from './place.ts';

export const askRewrite = (
  talk: Talk,
  place: Place,
  prompt: string | null,
  proposal: ProposalRow,
  ...lead: readonly string[]
): Reply => ({
  ...answer(...lead, talk.say.rewrite(ref(proposal.number))),
  focus: { waits: 'rewrite', ...at(place, prompt), proposal: proposal.id },
});

/** Where new words are: usually this message, or one kept from before. `from` and `to` are UTF-16 offsets. */
export interface NewWords {
  readonly words: WordsId | null;
  readonly text: string;
  readonly from: number;
  readonly to?: number;
}

/** Revises with those words; a reply when that could not be, null when it is done. */
export async function reviseTo(
  talk: Talk,
  own: ProposalRow,
  { words, text, from, to = text.length }: NewWords,
): Promise<Reply | null> {
  const tooLate = await lateChange(talk, [own]);
  if (tooLate) return tooLate;
  const start = from + (/^\s*/u.exec(text.slice(from, to))?.[0].length ?? 0);
  const end = text.slice(0, to).trimEnd().length;
  if (words === null || end <= start || bare(text.slice(start, end)) === '')
    return answer(talk.say.rewrite(ref(own.number)));
  const axis = own.tags.find((tag) => tag.dimension === 'axis' && tag.main)?.value ?? null;
  const idea = talk.desk.reader.readWhole(text.slice(start, end), {
    lang: talk.lang,
    prompt: own.promptKey === null ? null : { key: own.promptKey, axis },
  });
  const done = await reviseProposal(talk, own, { extract: { words, start, end }, idea });
  return isRefusal(done) ? refusal(talk, done) : null;
}

/** The message replaces the proposal's text, from `from` on. */
export const reviseWith = (talk: Talk, own: ProposalRow, from: number): Promise<Reply | null> =>
  reviseTo(talk, own, { words: talk.wordsId, text: talk.text, from });
