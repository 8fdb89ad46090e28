/** Answers to many that were prepared and not recorded yet: never dropped by what is asked in between. */
import { chooseTogether } from '../../app/decision/decide-together.ts';
import type { Document } from '../../chat/outbound.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { focusFrom } from '../focus.ts';
import { answer, line, type Reply, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { askTogether, RECORDS, recordChoices } from './decide-together.ts';

/** Questions of the conversation that are looked back on. */
const MOST_RECENT = 20;

/** "Enregistrer", once something else was asked: what was prepared is shown again, as far as it has no answer yet. */
export async function onRecordPrepared(talk: Talk): Promise<Reply | null> {
  if (!RECORDS.test(bare(talk.text)) || talk.focus.waits === 'decide-together') return null;
  const asked = await talk.tx.outbox.asking(talk.conversation.id, MOST_RECENT);
  for (const { document } of asked) {
    const before = focusFrom((document as Document).asks);
    if (before.waits !== 'decide-together') continue;
    const { numbers, status, body, decidedOn } = before;
    const chosen = await chooseTogether(talk, { by: 'numbers', numbers }, [], { body, status });
    if (isRefusal(chosen)) break;
    return askTogether(talk, chosen, { status, body, decidedOn, reason: before.reason as WordsId });
  }
  return answer(talk.say.followUp.nothingPrepared);
}

/** The reply, and what still waits: asked again with its buttons, or how to come back to it after another question. */
export function withPrepared(talk: Talk, reply: Reply): Reply {
  const { focus, say } = talk;
  if (focus.waits !== 'decide-together' || reply.focus?.waits === 'decide-together') return reply;
  const n = focus.numbers.length;
  if (reply.focus)
    return reply.focus.waits === 'nothing'
      ? reply
      : { ...reply, blocks: [...reply.blocks, line(say.followUp.prepared(n))] };
  const own = reply.choices?.length ? {} : { choices: recordChoices(talk) };
  return { ...reply, ...own, blocks: [...reply.blocks, line(say.followUp.stillPrepared(n))] };
}
