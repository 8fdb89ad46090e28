/** What somebody wrote and the bot did not take for a proposal becomes one of theirs; they are told, and may refuse. */

import type { Doubt } from '../../../app/ports/proposals.ts';
import { doubtAuthor, takeUpDoubt } from '../../../app/proposal/doubts.ts';
import { readMessage } from '../../../app/proposal/read-message.ts';
import { findSpokenFor, recordOnBehalf } from '../../../app/proposal/record-on-behalf.ts';
import { mayBeWrittenTo } from '../../../app/round/extend-round.ts';
import { mention } from '../../../chat/mention.ts';
import { type InboundId, ref } from '../../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../core/refusal.ts';
import type { Talk } from '../../talk.ts';
import { askToConfirm } from '../behalf.ts';

export async function proposeFor(talk: Talk, doubt: Doubt): Promise<string | Refusal> {
  const message = doubt.inboundId ? await talk.tx.inbox.messageOf(doubt.inboundId as InboundId) : null;
  const author = await doubtAuthor(talk, doubt);
  const text = message && (await talk.tx.words.texts([message.words])).get(message.words);
  if (!message || !author || typeof text !== 'string') return refuse('doubt-without-words');
  if (await talk.tx.answers.byMessage(message.conversationId, message.messageRef))
    return refuse('doubt-already-proposals');
  const found = await findSpokenFor(talk, ({ id }) => id === author.id);
  if (isRefusal(found)) return found;
  const taken = await takeUpDoubt(talk, doubt);
  if (isRefusal(taken)) return taken;
  const context = { lang: author.person.lang, prompt: null };
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, text, context);
  const recorded = await recordOnBehalf(talk, {
    ...found,
    source: 'message',
    attachmentId: null,
    conversationId: message.conversationId,
    messageRef: message.messageRef,
    words: message.words,
    textAt: message.at,
    ideas: reading.ideas.length > 0 ? reading.ideas : [talk.desk.reader.readWhole(text, context)],
  });
  if (isRefusal(recorded)) return recorded;
  const asked = mayBeWrittenTo(author);
  if (asked) await askToConfirm(talk, author, found.round.id, recorded.proposals, 'message');
  const { facilitation: say, queue } = talk.say;
  const refs = talk.say.listed(recorded.proposals.map(({ number }) => ref(number)));
  const done = queue.proposed(refs, mention(author.person));
  return `${done} ${asked ? say.recordedAsked : say.recordedUnasked}`;
}
