/** A facilitator (or a member of staff) asks for something by words; null when it is nothing of theirs. */

import { retagProposal } from '../../app/proposal/change-own.ts';
import { numberRow } from '../../app/proposal/facilitate.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { type TeamCommand, teamCommand } from '../team-command.ts';
import { why } from '../why.ts';
import { onBehalf } from './behalf.ts';
import { type FacilitatorCommand, facilitatorCommand } from './command.ts';
import { onDoubts } from './doubts/list.ts';
import { onExtend } from './extend.ts';
import { onAdd } from './invite.ts';
import { onLate } from './late.ts';
import { onMergeAsked } from './merge.ts';
import { onModerate, onModerationLog } from './moderation.ts';
import { teamHelp } from './orientation.ts';
import { onRemind, onRemindConfirmed } from './remind.ts';
import { onCancel, onCancelConfirmed, onClose, onCloseReason, onOpen, onReopen } from './round.ts';
import { onSilence } from './silence.ts';
import { onProposals, onRounds, onStatus, seen } from './watch.ts';

const TEAM = ['facilitator', 'staff'] as const;

export const inTeam = (talk: Talk): boolean => TEAM.some((role) => talk.actor.person.roles.includes(role));

type Retag = Extract<TeamCommand, { does: 'retag' }>;

export async function onFacilitatorMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = teamCommand(talk.text);
  if (command) return obey(talk, command);
  const ofPeople = facilitatorCommand(talk.text);
  if (ofPeople) return obeyOfPeople(talk, ofPeople);
  if (talk.focus.waits === 'close-reason') return onCloseReason(talk, talk.focus);
  if (talk.focus.waits === 'cancel-round') return onCancelConfirmed(talk, talk.focus);
  return talk.focus.waits === 'remind' ? onRemindConfirmed(talk, talk.focus) : null;
}

async function obey(talk: Talk, command: TeamCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'help-team':
      return teamHelp(talk, command.topic);
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
    case 'close': {
      const key = command.key ?? (await openRound(talk));
      return isRefusal(key) ? refusal(talk, key) : onClose(talk, key, command.reason);
    }
    case 'cancel':
      return onCancel(talk, command.key);
    case 'merge':
      return onMergeAsked(talk, command);
    case 'retag':
      return onRetag(talk, command);
    case 'why':
      return seen(talk, 'proposals.list', () => onWhy(talk, command.number));
    case 'accept':
    case 'decline': {
      const settled = await onLate(talk, command.number, command.does);
      return typeof settled === 'string' ? answer(settled) : refusal(talk, settled);
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
    case 'record-how':
      return answer(talk.say.menu.recordHow);
    case 'behalf':
      return onBehalf(talk, command);
    case 'moderate':
    case 'reinstate':
      return onModerate(talk, command);
    case 'moderation-log':
      return onModerationLog(talk);
    case 'remind':
      return onRemind(talk, command.key);
    case 'reopen':
      return onReopen(talk, command.key);
    case 'extend': {
      const key = command.key ?? (await openRound(talk));
      return isRefusal(key) ? refusal(talk, key) : onExtend(talk, key, command.until);
    }
    case 'look':
      return onLook(talk, command.number);
  }
}

/** A round that nobody named: the one that is open; which one, where several are. */
async function openRound(talk: Talk): Promise<string | Refusal> {
  const open = (await talk.tx.rounds.of(talk.consultation.id)).filter(({ state }) => state === 'open');
  if (open.length === 0) return refuse('nothing-open');
  return open.length === 1
    ? open[0]!.key
    : refuse('which-round', { rounds: open.map(({ key }) => key).join(', ') });
}

/** One's own is shown as to anybody; another one's, to the team. */
async function onLook(talk: Talk, number: number): Promise<Reply | null> {
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  if (talk.actor.partners.some(({ id }) => id === row?.partnerId)) return null;
  if (talk.actor.partners.length > 0 && talk.focus.waits !== 'nothing') return null;
  return seen(talk, 'proposals.list', () => onWhy(talk, number));
}

async function onWhy(talk: Talk, number: number): Promise<Reply> {
  const row = await numberRow(talk, number);
  return isRefusal(row) ? refusal(talk, row) : why(talk, row, talk.say.why.elsewhere(ref(number), true));
}

/** A second axis is one to refer to. */
async function onRetag(talk: Talk, { number, axis, other }: Retag): Promise<Reply> {
  const { axes } = talk.consultation.content;
  const wanted = [axis, ...(other === null || other === axis ? [] : [other])];
  const unknown = wanted.find((key) => !axes.some((one) => one.key === key));
  if (unknown !== undefined)
    return refusal(
      talk,
      refuse('no-such-axis', { axis: unknown, axes: axes.map(({ key }) => key).join(', ') }),
    );
  const row = await numberRow(talk, number);
  if (isRefusal(row)) return refusal(talk, row);
  const tags = wanted.map((value, index) => ({ dimension: 'axis' as const, value, main: index === 0 }));
  const done = await retagProposal(talk, row, 'proposal.retag', tags);
  if (isRefusal(done)) return refusal(talk, done);
  const name = ref(number);
  return answer(wanted[1] ? talk.say.axisBoth(name, axis, wanted[1]) : talk.say.axisSettled(name, axis));
}
