/** Which of one's own proposals a short message speaks of. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { type AnswerId, numberOf, type ProposalId } from '../../core/ids.ts';
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

/** Those that the receipt named under which this is said, theirs and in force; none when it is said under no receipt. */
async function underReceipt({
  tx,
  event,
  consultation,
  conversation,
  actor,
}: Talk): Promise<readonly ProposalRow[]> {
  if (event.type !== 'message' || event.replyTo === null) return [];
  const receipt = await tx.outbox.byMessage(conversation.id, event.replyTo);
  if (receipt?.kind !== 'receipt' || receipt.consultationId !== consultation.id) return [];
  // People's own words are in it by reference: what looks like a reference of a proposal is one.
  const numbers = new Set(JSON.stringify(receipt.document).match(/\bP-\d{4,9}\b/gu) ?? []);
  const rows: ProposalRow[] = [];
  for (const named of numbers) {
    const row = await tx.proposals.byNumber(consultation.id, numberOf(named)!);
    if (row?.state === 'submitted' && actor.partners.some(({ id }) => id === row.partnerId)) rows.push(row);
  }
  return rows;
}

/** What the receipt they reply to is about; else their last answer of the day, what is still in force of it. */
export async function lastAnswered(talk: Talk): Promise<readonly ProposalRow[]> {
  const { tx, consultation, actor, now } = talk;
  const named = await underReceipt(talk);
  if (named.length > 0) return named;
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
