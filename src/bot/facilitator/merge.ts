import { suggestMerge } from '../../app/proposal/merge-proposals.ts';
import { attributionOf } from '../../app/synthesis/snapshot.ts';
import type { ConversationId, DeliveryId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { mergeQuestion } from '../partner/merge.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';

/** Asks the author of the first proposal whether it may be merged into the second. */
export async function onMergeAsked(talk: Talk, numbers: { from: number; into: number }): Promise<Reply> {
  const suggested = await suggestMerge(talk, numbers);
  if (isRefusal(suggested)) return refusal(talk, suggested);
  const { from, into } = suggested;
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const author = partners.find((partner) => partner.id === from.partnerId);
  const other = partners.find((partner) => partner.id === into.partnerId);
  const { rules, languages } = talk.consultation.content;
  const round = into.roundId ? await talk.tx.rounds.byId(into.roundId) : null;
  const mayShow =
    (rules.othersWords === 'shown' || round?.state !== 'open') && attributionOf(into, other) !== 'none';
  if (!mayShow) return refusal(talk, refuse('words-not-shown', { proposal: ref(into.number) }));
  const address = author?.person.addresses[0];
  if (!author || !address || author.person.stoppedAt !== null)
    return refusal(talk, refuse('author-unreachable', { proposal: ref(from.number) }));
  const [conversation] = await talk.tx.conversations.directs([
    { ...address, id: talk.ids.next<ConversationId>(), consultationId: talk.consultation.id, at: talk.now },
  ]);
  const { lang } = author.person;
  const say = phrasesIn(lang, languages);
  const before = focusFrom(conversation!.focus);
  if (conversation!.consultationId !== talk.consultation.id)
    await talk.tx.conversations.setConsultation(conversation!.id, talk.consultation.id);
  await talk.tx.conversations.setFocus(conversation!.id, {
    waits: 'merge',
    from: from.id,
    into: into.id,
    back: before.waits === 'merge' ? before.back : before,
  });
  await talk.tx.outbox.add([
    {
      id: talk.ids.next<DeliveryId>(),
      consultationId: talk.consultation.id,
      conversationId: conversation!.id,
      kind: 'merge',
      document: mergeQuestion(say, from, into),
      inboundId: talk.inboundId,
      roundId: from.roundId,
      notBefore: null,
      createdAt: talk.now,
    },
  ]);
  return answer(talk.say.team.mergeAsked(ref(from.number), ref(into.number)));
}
