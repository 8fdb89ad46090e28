import { directsAt } from '../../app/directs.ts';
import type { Partner } from '../../app/ports/people.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { suggestMerge } from '../../app/proposal/merge-proposals.ts';
import { shownTo } from '../../app/proposal/others.ts';
import type { DeliveryId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { type Focus, focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { mergeQuestion } from '../partner/merge.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';

/** Whether that author may be shown the words of the other one. */
const readableBy = async (talk: Talk, author: Partner | undefined, into: ProposalRow): Promise<boolean> =>
  author?.id === into.partnerId ||
  (await shownTo({ ...talk, actor: { ...talk.actor, partners: author ? [author] : [] } }, into)) !== null;

/** Nothing is offered that would be refused. */
export async function mayBeAsked(talk: Talk, from: ProposalRow, into: ProposalRow): Promise<boolean> {
  const author = from.partnerId === null ? null : await talk.tx.people.partner(from.partnerId);
  return author !== null && readableBy(talk, author, into);
}

/** Asks the author of the first proposal whether it may be merged into the second. */
export async function onMergeAsked(talk: Talk, numbers: { from: number; into: number }): Promise<Reply> {
  const suggested = await suggestMerge(talk, numbers);
  if (isRefusal(suggested)) return refusal(talk, suggested);
  const { from, into } = suggested;
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const author = partners.find((partner) => partner.id === from.partnerId);
  const { languages } = talk.consultation.content;
  if (!(await readableBy(talk, author, into)))
    return refusal(talk, refuse('words-not-shown', { proposal: ref(into.number) }));
  const address = author?.person.addresses[0];
  if (!author || !address || author.person.stoppedAt !== null)
    return refusal(talk, refuse('author-unreachable', { proposal: ref(from.number) }));
  const [conversation] = await directsAt(talk, talk.consultation.id, [address]);
  const { lang } = author.person;
  const say = phrasesIn(lang, languages);
  const before = focusFrom(conversation!.focus);
  if (conversation!.consultationId !== talk.consultation.id)
    await talk.tx.conversations.setConsultation(conversation!.id, talk.consultation.id);
  const focus: Focus = {
    waits: 'merge',
    from: from.id,
    into: into.id,
    back: before.waits === 'merge' ? before.back : before,
  };
  await talk.tx.conversations.setFocus(conversation!.id, focus);
  await talk.tx.outbox.add([
    {
      id: talk.ids.next<DeliveryId>(),
      consultationId: talk.consultation.id,
      conversationId: conversation!.id,
      kind: 'merge',
      document: mergeQuestion(say, from, into, focus),
      inboundId: talk.inboundId,
      roundId: from.roundId,
      notBefore: null,
      createdAt: talk.now,
    },
  ]);
  return answer(talk.say.team.mergeAsked(ref(from.number), ref(into.number)));
}
