import { ref } from '../../core/ids.ts';
import { answer, type Reply, type Talk } from '../talk.ts';

/** Repetitions are counted: messages of any length come here. */
const CONTEST =
  /^\s{0,20}(?:contester|contest|dispute|r[ée]pondre|reply) {1,3}p ?[-‐–]? ?0{0,9}(\d{1,9})[ \u00a0\u202f]{0,3}[:,]\s{0,20}(?=\S)/iu;

/** "contester P-0042 : …": the author of a moderated proposal answers the team; null when it is no such thing. */
export async function onContest(talk: Talk): Promise<Reply | null> {
  const found = CONTEST.exec(talk.text);
  if (!found || talk.event.type !== 'message') return null;
  const number = Number(found[1]);
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  const own = talk.actor.partners.some(({ id }) => id === row?.partnerId);
  if (!row || !own || row.state !== 'moderated') return null;
  await talk.tx.doubts.add({
    id: talk.ids.next(),
    consultationId: talk.consultation.id,
    proposalId: row.id,
    inboundId: talk.inboundId,
    kind: 'moderation-answer',
    options: [ref(number)],
    raisedAt: talk.now,
  });
  return answer(talk.say.facilitation.moderation.heard);
}
