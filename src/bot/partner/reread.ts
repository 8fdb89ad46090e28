/** "Pas que Roubaix, aussi Tourcoing": how proposals are read is corrected by the places named; their words stay. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { retagProposal } from '../../app/proposal/change-own.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import type { Tag } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { leaveDoubt, type Talk } from '../talk.ts';
import { tellingOf } from './meant.ts';

export async function placesIn(talk: Talk, text: string): Promise<readonly Pick<Tag, 'value' | 'main'>[]> {
  const { ideas } = await readMessage(talk.tx, talk.desk, talk.consultation.id, text, {
    lang: talk.lang,
    prompt: null,
  });
  return ideas
    .flatMap((idea) => idea.tags)
    .filter((tag) => tag.dimension === 'territory')
    .filter((tag, index, all) => all.findIndex((other) => other.value === tag.value) === index);
}

export const isPlaced = ({ tags }: Pick<ProposalRow, 'tags'>): boolean =>
  tags.some(({ dimension }) => dimension === 'territory');

/** Corrects the last of them that has a place; what says more than places goes to the team. The sentence on it. */
export async function reread(talk: Talk, proposals: readonly ProposalRow[], said: string): Promise<string> {
  const places = await placesIn(talk, said);
  const target = proposals.findLast(isPlaced) ?? proposals.at(-1);
  if (!target || places.length === 0) {
    await leaveDoubt(talk, 'correction');
    return talk.say.correctionKept;
  }
  const tags = places.map(({ value, main }) => ({ dimension: 'territory' as const, value, main }));
  const done = await retagProposal(talk, target, 'proposal.correct', tags);
  if (isRefusal(done)) return talk.say.refusals(done);
  if (!saysMore(talk, said)) return talk.say.corrected;
  await leaveDoubt(talk, 'correction');
  return `${talk.say.corrected} ${talk.say.amend.rest}`;
}

function saysMore({ consultation }: Pick<Talk, 'consultation'>, said: string): boolean {
  const { territories } = consultation.content.taxonomy;
  const names = tellingOf(territories.flatMap(({ label, spellings }) => [label, ...spellings]).join(' '));
  return [...tellingOf(said)].some((word) => !names.has(word));
}
