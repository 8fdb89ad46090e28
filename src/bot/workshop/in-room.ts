/** What is done in a room: words for a thread or for the bot, dots by words, buttons or signs, what the team steers. */
import type { Step } from '../../app/workshop/run-workshop.ts';
import { isRefusal } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { effectiveText } from '../late-original.ts';
import { onMessageChange } from '../partner/message-change.ts';
import { emojiPoints } from '../partner/reaction.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { steer } from './announce.ts';
import { showSoon } from './board.ts';
import { dotsSaid, workshopCommand } from './command.ts';
import type { Held } from './held.ts';
import { dots, onDotsSaid, onIdea, onObjection, type Said } from './said-there.ts';
import { obey, status } from './team.ts';
import { isAbout, type Thread } from './threads.ts';

export async function inRoom(talk: Talk, held: Held, thread: Thread | null): Promise<Said | null> {
  const { event } = talk;
  switch (event.type) {
    case 'presence':
    case 'form':
      return null;
    case 'edit':
    case 'delete': {
      const reply = await onMessageChange(talk);
      if (reply) await showSoon(held);
      return reply && { reply, sign: false };
    }
    case 'reaction':
      return onReaction(talk, held);
    case 'choice': {
      const said = dotsSaid(event.value);
      return said && dots(talk, held, said);
    }
    case 'message': {
      const said = await effectiveText(talk);
      return said && onWords(said, held, thread, event.addressed);
    }
  }
}

async function onWords(
  talk: Talk,
  held: Held,
  thread: Thread | null,
  addressed: boolean,
): Promise<Said | null> {
  const command = workshopCommand(talk.text, addressed);
  if (command?.does === 'status' && !inTeam(talk)) return { reply: await status(talk, held), sign: false };
  if (command && command.does !== 'open' && (inTeam(talk) || addressed)) {
    const reply =
      command.does === 'step' ? await step(talk, held, command.step) : await obey(talk, held, command);
    return { reply, sign: false };
  }
  const placed = (await onDotsSaid(talk, held)) ?? (await onObjection(talk, held));
  if (placed) return placed;
  if (thread !== null) return talk.actor.partners.length > 0 ? onIdea(talk, held, thread) : null;
  return addressed ? { reply: answer(talk.say.workshop.notUnderstood), sign: false } : null;
}

/** What everybody is told there is not said to whoever asked for it once more. */
async function step(talk: Talk, held: Held, what: Step): Promise<Reply> {
  const done = await steer(talk, held, what);
  return isRefusal(done) ? refusal(talk, done) : answer();
}

/** A thumb under a group is a dot on it; a number so many. Taken away, they are. */
async function onReaction(talk: Talk, held: Held): Promise<Said | null> {
  const { event, tx } = talk;
  if (event.type !== 'reaction') return null;
  const points = emojiPoints(event.emoji);
  const delivery = points === null ? null : await tx.outbox.byMessage(talk.conversation.id, event.message);
  if (points === null || !delivery) return null;
  const post = (await tx.workshops.posts(held.workshop.id)).find((one) => isAbout(one, delivery));
  const id = /^(?:group|dots):(.+)$/su.exec(post?.about ?? '')?.[1];
  const group = (await tx.workshops.grouped(held.workshop.id)).groups.find((one) => one.id === id);
  if (!group) return null;
  return dots(talk, held, [{ group: group.number, set: event.removed ? 0 : points }]);
}
