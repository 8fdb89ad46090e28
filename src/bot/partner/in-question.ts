/** Which of one's own proposals a short message speaks of. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import type { AnswerId, ProposalId } from '../../core/ids.ts';
import type { Talk } from '../talk.ts';

export const DAY = 86_400_000;

export const ofThese = async (talk: Talk, ids: readonly string[]): Promise<ProposalRow[]> => {
  const rows: ProposalRow[] = [];
  for (const id of ids) {
    const row = await talk.tx.proposals.byId(id as ProposalId);
    if (row?.state === 'submitted') rows.push(row);
  }
  return rows;
};

/** Their last answer of the day, what is still in force of it. */
export async function lastAnswered({ tx, consultation, actor, now }: Talk): Promise<readonly ProposalRow[]> {
  const act = await tx.acts.last(consultation.id, actor.person.id, ['answer.submit'], now - DAY);
  const rows = act === null ? [] : await tx.proposals.byAnswer(act.subjectId as AnswerId);
  return rows.filter(({ state }) => state === 'submitted');
}

/** What the bot asks about, else what they last answered. */
export async function inQuestion(talk: Talk): Promise<readonly ProposalRow[]> {
  const { focus } = talk;
  if ('proposals' in focus && focus.waits !== 'told' && focus.waits !== 'dispute')
    return ofThese(talk, focus.proposals);
  if (focus.waits === 'axis' || focus.waits === 'near' || focus.waits === 'rewrite')
    return ofThese(talk, [focus.proposal]);
  return lastAnswered(talk);
}
