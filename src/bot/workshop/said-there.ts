/** What somebody known says in a room: an idea in a thread, dots, a word on the place of an idea. */

import { readMessage } from '../../app/proposal/read-message.ts';
import { submitAnswer } from '../../app/proposal/submit-answer.ts';
import { objectToGroup } from '../../app/workshop/group-ideas.ts';
import { joinWorkshop, voiceIn } from '../../app/workshop/join-workshop.ts';
import { type NumberedWish, placeDots } from '../../app/workshop/place-dots.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { closedOn } from '../partner/place.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { wordless } from '../understand.ts';
import { showSoon } from './board.ts';
import { type DotsSaid, dotsSaid, objectionTo } from './command.ts';
import { showGroups } from './groups-shown.ts';
import type { Held } from './held.ts';
import type { Thread } from './threads.ts';

/** `sign`: everybody may see it, and a sign says it; else it is for that person alone. */
export interface Said {
  readonly reply: Reply;
  readonly sign: boolean;
}

const apart = (reply: Reply): Said => ({ reply, sign: false });

/** Words in a thread; null when there is nothing to keep. */
export async function onIdea(talk: Talk, held: Held, thread: Thread): Promise<Said | null> {
  const { event, wordsId, tx, say } = talk;
  if (event.type !== 'message' || wordsId === null || wordless(talk.text)) return null;
  const prompt = thread.prompts[0] ?? null;
  const reading = await readMessage(tx, talk.desk, talk.consultation.id, talk.text, {
    lang: talk.lang,
    prompt: prompt && { key: prompt.key, axis: prompt.axis },
  });
  if (reading.nature === 'question') {
    await leaveDoubt(talk, 'question');
    return apart(answer(say.workshop.questionKept));
  }
  if (reading.ideas.length === 0) return null;
  const partner = await voiceIn(talk, held.workshop);
  const round = await tx.rounds.byId(held.workshop.roundId);
  if (partner === null || round === null) return null;
  const participation = await joinWorkshop(talk, held.workshop, partner);
  if (isRefusal(participation)) return apart(refusal(talk, participation));
  const taken = await submitAnswer(talk, {
    round,
    participation,
    partner,
    prompt,
    prompts: held.content.prompts,
    conversationId: talk.conversation.id,
    messageRef: event.message,
    words: wordsId,
    textAt: event.at,
    ideas: reading.ideas,
  });
  if (isRefusal(taken)) return apart(refusal(talk, taken));
  await showSoon(held);
  const refs = say.listed(taken.proposals.map(({ proposal }) => ref(proposal.number)));
  return taken.late
    ? apart(answer(say.late(closedOn(talk, { round }), refs)))
    : { reply: answer(say.workshop.noted(refs)), sign: true };
}

/** Dots by words; null when it is about none. */
export async function onDotsSaid(talk: Talk, held: Held): Promise<Said | null> {
  const said = dotsSaid(talk.text);
  return said === null ? null : dots(talk, held, said);
}

export async function dots(talk: Talk, held: Held, said: DotsSaid): Promise<Said | null> {
  const { groups } = await talk.tx.workshops.grouped(held.workshop.id);
  if (groups.length === 0) return null;
  const partner = await voiceIn(talk, held.workshop);
  if (partner === null) return null;
  const joined = await joinWorkshop(talk, held.workshop, partner);
  if (isRefusal(joined)) return apart(refusal(talk, joined));
  const wishes: readonly NumberedWish[] | 'none' = said === 'mine' ? [] : said;
  const mine = await placeDots(talk, held.workshop, held.content, partner, wishes);
  if (isRefusal(mine)) return apart(refusal(talk, mine));
  await showSoon(held);
  return apart(answer(talk.say.workshop.myDots(mine.placed, mine.left)));
}

/** "P-0042 est mal rangée"; null when no group holds it. */
export async function onObjection(talk: Talk, held: Held): Promise<Said | null> {
  const number = objectionTo(talk.text);
  if (number === null) return null;
  const done = await objectToGroup(talk, held.workshop, number);
  if (isRefusal(done)) return done.code === 'not-in-a-group' ? null : apart(refusal(talk, done));
  await showGroups(held, done.groups, null);
  return apart(answer(talk.say.workshop.objected(ref(number), done.settled)));
}
