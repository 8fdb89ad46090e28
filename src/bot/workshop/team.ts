/** What the team says of a workshop, in a room or in private. */

import { keepWords } from '../../app/words/keep-words.ts';
import { type Regrouping, regroup } from '../../app/workshop/group-ideas.ts';
import { openWorkshop } from '../../app/workshop/open-workshop.ts';
import { watchResults } from '../../app/workshop/place-dots.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { groupName } from '../../core/workshop/model.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { onCancel } from '../facilitator/round.ts';
import { answer, line, local, type Reply, refusal, type Talk } from '../talk.ts';
import { steer } from './announce.ts';
import { board, figuresOf, postBoard, showSoon } from './board.ts';
import { type WorkshopCommand, workshopCommand } from './command.ts';
import { groupsSeen, listGroups, showGroups } from './groups-shown.ts';
import { type Held, heldOf, newestHeld, placesOf } from './held.ts';
import { inviteToWorkshop } from './invite.ts';
import { onMinutes, onSignMinutes, onWrite } from './minutes.ts';
import { resultLines } from './results.ts';
import { onRoomAsked } from './who.ts';

/** In a direct conversation; null when it is nothing of a workshop. */
export async function onWorkshopTeam(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = workshopCommand(talk.text);
  if (command === null) return null;
  if (command.does === 'open') return isRound(talk, command.key) ? openHere(talk, command.key, null) : null;
  const held = await newestHeld(talk);
  if (held === null) return answer(talk.say.workshop.none);
  if (command.does === 'cancel') return onCancel(talk, held.content.key);
  return obey(talk, held, command);
}

/** Anything may stand after "atelier": only a round's key opens one. */
const isRound = (talk: Talk, key: string): boolean =>
  talk.consultation.content.rounds.some((round) => round.key === key);

/** `room`: the conversation of the room it was said in. */
export async function openHere(talk: Talk, key: string, room: Talk['conversation'] | null): Promise<Reply> {
  const done = await openWorkshop(talk, key, room?.id ?? null);
  if (isRefusal(done)) return refusal(talk, done);
  const held = await heldOf(talk, done.workshop);
  if (held === null) return answer(talk.say.workshop.noneHere);
  const { workshop: say } = talk.say;
  if (done.opened) await inviteToWorkshop(talk, done.opened);
  if (room !== null && done.fresh) {
    await welcome(held, room);
    await postBoard(held, { conversation: room.id, opening: null, shown: null });
  }
  if (done.opened === null)
    return room === null ? status(talk, held) : answer(done.fresh ? say.openedRoom : say.here);
  return answer(
    say.opened(local(talk, held.content.title)),
    say.invited(done.opened.invitations.length),
    ...(room === null ? [say.openedHow(key)] : []),
    say.how,
  );
}

/** Those who are in the room already. */
async function welcome({ tx, workshop, consultation, now }: Held, room: Talk['conversation']): Promise<void> {
  const { platform, workspace } = room;
  for (const userId of await tx.inbox.presentIn(room.id)) {
    const people = await tx.people.byAddress({ platform, workspace, userId });
    const person = people.find(({ consultationId }) => consultationId === consultation.id)?.id ?? null;
    await tx.workshops.enter(workshop, room.id, { platform, workspace, userId, person, at: now });
  }
}

export async function obey(
  talk: Talk,
  held: Held,
  command: Exclude<WorkshopCommand, { does: 'open' }>,
): Promise<Reply> {
  switch (command.does) {
    case 'status':
      return status(talk, held);
    case 'room':
      return onRoomAsked(talk, held);
    case 'groups':
      return { ...answer(), blocks: listGroups(talk.say, await groupsSeen(held)) };
    case 'results': {
      const results = await watchResults(talk, held.workshop);
      if (isRefusal(results)) return refusal(talk, results);
      const lines = await resultLines(held, results, talk.say, talk.lang);
      return { ...answer(), blocks: [line(talk.say.workshop.resultsTitle), ...lines] };
    }
    case 'step': {
      const done = await steer(talk, held, command.step);
      return isRefusal(done) ? refusal(talk, done) : done;
    }
    case 'cancel':
      // It may ask whether one is sure, and nothing is waited for in a room.
      return answer(talk.say.workshop.cancelHow(held.content.key));
    case 'minutes':
      return onMinutes(talk, held);
    case 'sign-minutes':
      return onSignMinutes(talk, held);
    case 'write':
      return onWrite(talk, held, command.where, command.text);
    case 'unwrite':
      return onWrite(talk, held, command.where, null);
    case 'rename':
      return onRegroup(talk, held, {
        does: 'rename',
        group: command.group,
        title: await keepWords(talk, command.title),
      });
    default:
      return onRegroup(talk, held, command);
  }
}

export async function status(talk: Talk, held: Held): Promise<Reply> {
  const shown = board(held, await figuresOf(held), talk.say, talk.lang);
  const how = inTeam(talk) ? [line(talk.say.workshop.how)] : [];
  // What a room is told of its threads says nothing here.
  return { ...answer(), blocks: [...shown.blocks.slice(0, -1), ...how] };
}

async function onRegroup(talk: Talk, held: Held, what: Regrouping): Promise<Reply> {
  await placesOf(held, held.workshop);
  const done = await regroup(talk, held.workshop, what);
  if (isRefusal(done)) return refusal(talk, done);
  await showGroups(held, done.groups, done.made);
  await showSoon(held);
  const { workshop: say } = talk.say;
  const [first, second] = done.groups;
  if (what.does === 'rename') return answer(say.renamed(groupName(first!.number)));
  if (what.does === 'merge')
    return answer(say.groupsMerged(groupName(second!.number), groupName(first!.number)));
  const into = what.to === null ? null : groupName(done.groups.at(-1)!.number);
  return answer(say.regrouped(ref(what.proposal), into));
}
