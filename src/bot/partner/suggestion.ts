/** The team put one of the person's proposals in other words, from what they said: "On la remplace ?" */
import type { Person } from '../../app/ports/people.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { ownProposal, reviseProposal } from '../../app/proposal/change-own.ts';
import type { Document } from '../../chat/outbound.ts';
import { type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, documentOf, greeted, line, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare } from '../understand.ts';
import { words as extract } from './describe.ts';

export const revisionQuestion = (
  say: Phrases,
  person: Pick<Person, 'id' | 'name'>,
  row: Pick<ProposalRow, 'number' | 'versions'>,
  words: WordsId,
): Document =>
  documentOf(
    {
      blocks: [
        line(say.queue.suggestion(greeted(person), ref(row.number))),
        { type: 'quote', content: [{ words }] },
        line(say.queue.suggestionInstead),
        { type: 'quote', content: [extract(current(row), 300)] },
        line(say.queue.suggestionQuestion),
      ],
      choices: [
        { value: '1', label: say.queue.suggestionChoices.yes },
        { value: '2', label: say.queue.suggestionChoices.no },
      ],
    },
    say.lang,
  );

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onSuggestion(talk: Talk, focus: FocusOf<'suggestion'>): Promise<Reply | null> {
  const { queue, revised } = talk.say;
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  const said = bare(talk.text);
  const named =
    said === bare(queue.suggestionChoices.yes) || (said === bare(queue.suggestionChoices.no) ? false : null);
  const wanted = named ?? agrees(talk.text);
  if (!row || wanted === null) return null;
  const back = focusFrom(focus.back);
  if (!wanted) return { ...answer(queue.suggestionKept(ref(row.number))), focus: back };
  const words = focus.words as WordsId;
  const own = await ownProposal(talk, row.number, 'revise');
  if (isRefusal(own)) return { ...refusal(talk, own), focus: back };
  const text = (await talk.tx.words.texts([words])).get(words);
  if (typeof text !== 'string') return { ...answer(queue.suggestionKept(ref(row.number))), focus: back };
  const axis = own.tags.find((tag) => tag.dimension === 'axis' && tag.main)?.value ?? null;
  const prompt = own.promptKey === null ? null : { key: own.promptKey, axis };
  const idea = talk.desk.reader.readWhole(text, { lang: talk.lang, prompt });
  const by = { extract: { words, start: 0, end: text.length }, idea };
  const done = await reviseProposal(talk, own, by);
  if (isRefusal(done)) return { ...refusal(talk, done), focus: back };
  // Agreed to, they are the person's own words: theirs to read, to change and to erase.
  await talk.tx.words.give(words, talk.consultation.id, talk.actor.person.id);
  return { ...answer(revised(ref(own.number))), focus: back };
}
