/** A proposal becomes several: which parts, in its own words or in new ones of its author. */
import type { ProposalRow } from '../app/ports/proposals.ts';
import { type SplitPart, splitProposal } from '../app/proposal/split-proposal.ts';
import { ref } from '../core/ids.ts';
import { current, type Extract } from '../core/proposal/model.ts';
import { type Part, partsIn } from '../core/proposal/split.ts';
import { isRefusal } from '../core/refusal.ts';
import { item } from './partner/describe.ts';
import { answer, list, type Reply, refusal, type Talk } from './talk.ts';

/** The author's parts, written in this message, may be in new words: they are theirs. */
export async function splitByAuthor(talk: Talk, row: ProposalRow, written: readonly Part[]): Promise<Reply> {
  const texts = written.map(({ start, end }) => talk.text.slice(start, end));
  const inNewWords = talk.wordsId === null ? [] : written.map((part) => ({ words: talk.wordsId!, ...part }));
  return splitInto(talk, row, (await inItsWords(talk, row, texts)) ?? inNewWords);
}

/** Its author agrees to these. */
export async function splitInto(talk: Talk, row: ProposalRow, extracts: readonly Extract[]): Promise<Reply> {
  const made = await splitProposal(talk, row, await readParts(talk, row, extracts), 'split.agree');
  if (isRefusal(made)) return refusal(talk, made);
  return answer(
    talk.say.split.done(ref(row.number)),
    list(...made.map((one) => item(talk, one))),
    talk.say.split.undo(ref(row.number)),
  );
}

/** Where these parts stand in the proposal's own words; null when one doesn't. */
export async function inItsWords(
  talk: Talk,
  row: ProposalRow,
  parts: readonly string[],
): Promise<readonly Extract[] | null> {
  const { words, start, end } = current(row);
  const text = (await talk.tx.words.texts([words])).get(words);
  const found = typeof text === 'string' ? partsIn(text.slice(start, end), parts) : null;
  return found?.map((part) => ({ words, start: start + part.start, end: start + part.end })) ?? null;
}

/** Each part, read anew. */
export async function readParts(
  talk: Talk,
  row: ProposalRow,
  extracts: readonly Extract[],
): Promise<readonly SplitPart[]> {
  const texts = await talk.tx.words.texts(extracts.map(({ words }) => words));
  return extracts.map((extract) => {
    const text = texts.get(extract.words)?.slice(extract.start, extract.end) ?? '';
    const prompt = row.promptKey === null ? null : { key: row.promptKey, axis: null };
    return { extract, idea: talk.desk.reader.readWhole(text, { lang: talk.lang, prompt }) };
  });
}
