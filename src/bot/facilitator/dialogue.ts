/** A facilitator (or a member of staff) asks for something by words; null when it is nothing of theirs. */

import { retagProposal } from '../../app/proposal/change-own.ts';
import { numberRow, settleLate } from '../../app/proposal/facilitate.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { type TeamCommand, teamCommand } from '../team-command.ts';
import { onBehalf } from './behalf.ts';
import { type FacilitatorCommand, facilitatorCommand } from './command.ts';
import { onExtend } from './extend.ts';
import { onAdd } from './invite.ts';
import { onMergeAsked } from './merge.ts';
import { onModerate, onModerationLog } from './moderation.ts';
import { onRemind, onRemindConfirmed } from './remind.ts';
import { onCancel, onClose, onOpen } from './round.ts';
import { onSilence } from './silence.ts';
import { onDoubts, onProposals, onRounds, onStatus } from './watch.ts';

const TEAM = ['facilitator', 'staff'] as const;

export const inTeam = (talk: Talk): boolean => TEAM.some((role) => talk.actor.person.roles.includes(role));

export async function onFacilitatorMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = teamCommand(talk.text);
  if (command) return obey(talk, command);
  const ofPeople = facilitatorCommand(talk.text);
  if (ofPeople) return obeyOfPeople(talk, ofPeople);
  return talk.focus.waits === 'remind' ? onRemindConfirmed(talk, talk.focus) : null;
}

async function obey(talk: Talk, command: TeamCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'help-team':
      return answer(...talk.say.teamHelp);
    case 'rounds':
      return onRounds(talk);
    case 'status':
      return onStatus(talk);
    case 'doubts':
      return onDoubts(talk);
    case 'proposals':
      return onProposals(talk);
    case 'open':
      return onOpen(talk, command.key, command.until);
    case 'close':
      return onClose(talk, command.key, command.reason);
    case 'cancel':
      return onCancel(talk, command.key);
    case 'merge':
      return onMergeAsked(talk, command);
    case 'retag':
      return onRetag(talk, command.number, command.axis);
    case 'accept':
    case 'decline': {
      const settled = await settleLate(
        talk,
        command.number,
        command.does === 'accept' ? 'accepted' : 'declined',
      );
      if (isRefusal(settled)) return refusal(talk, settled);
      return answer(talk.say.team.lateSettled(ref(command.number), command.does === 'accept'));
    }
    default:
      return null;
  }
}

async function obeyOfPeople(talk: Talk, command: FacilitatorCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'silence':
      return onSilence(talk, command.college);
    case 'add':
      return onAdd(talk, command);
    case 'behalf':
      return onBehalf(talk, command);
    case 'moderate':
    case 'reinstate':
      return onModerate(talk, command);
    case 'moderation-log':
      return onModerationLog(talk);
    case 'remind':
      return onRemind(talk, command.key);
    case 'extend':
      return onExtend(talk, command.key, command.until);
  }
}

async function onRetag(talk: Talk, number: number, axis: string): Promise<Reply> {
  const { axes } = talk.consultation.content;
  if (!axes.some((one) => one.key === axis))
    return refusal(talk, refuse('no-such-axis', { axis, axes: axes.map((one) => one.key).join(', ') }));
  const row = await numberRow(talk, number);
  if (isRefusal(row)) return refusal(talk, row);
  const done = await retagProposal(talk, row, 'proposal.retag', [
    { dimension: 'axis', value: axis, main: true },
  ]);
  return isRefusal(done) ? refusal(talk, done) : answer(talk.say.axisSettled(ref(number), axis));
}
