/** A session of the committee, in chat: its members, and the team that convenes it. null when it is nothing of the kind. */
import type { Session } from '../../core/committee/model.ts';
import { unspoken } from '../../core/committee/tally.ts';
import { refuse } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { ownCommand } from '../own-command.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { type CommitteeCommand, committeeCommand } from './command.ts';
import { onConvene, onConveneConfirmed } from './convening.ts';
import {
  onAnswers,
  onItemAnswer,
  onMemberSession,
  onProxy,
  onReason,
  onStand,
  onTakeBack,
  sits,
} from './member.ts';
import {
  onCancel,
  onClose,
  onCloseConfirmed,
  onIntegrate,
  onMinutes,
  onOverride,
  onStaffSession,
} from './staff.ts';

const isMember = (talk: Talk): boolean => talk.actor.person.roles.includes('committee');

export async function onCommittee(talk: Talk): Promise<Reply | null> {
  const team = inTeam(talk);
  if (!team && !isMember(talk)) return null;
  const command = committeeCommand(talk.text);
  if (command !== null) {
    const session = await talk.tx.committee.current(talk.consultation.id);
    return (
      (isMember(talk) ? await asMember(talk, session, command) : null) ??
      (team ? asTeam(talk, session, command) : null)
    );
  }
  const { focus } = talk;
  if (focus.waits === 'session-item') return onItemAnswer(talk, focus);
  if (focus.waits === 'session-convene') return onConveneConfirmed(talk, focus);
  return focus.waits === 'session-close' ? onCloseConfirmed(talk, focus) : null;
}

async function asMember(
  talk: Talk,
  session: Session | null,
  command: CommitteeCommand,
): Promise<Reply | null> {
  const team = inTeam(talk);
  if (command.does === 'minutes') return onMinutes(talk);
  const here = sits(talk, session);
  if (command.does === 'session') {
    if (team && (!here || unspoken(session, talk.actor.person.id).length === 0)) return null;
    return here ? onMemberSession(talk, session) : answer(talk.say.committee.noneForYou);
  }
  if (!here) return SPOKEN.has(command.does) && !team ? refusal(talk, refuse('no-session')) : null;
  switch (command.does) {
    case 'answers':
      return onAnswers(talk, session);
    case 'stand':
      return onStand(talk, session, command);
    case 'proxy':
      return onProxy(talk, session, command);
    case 'take-back':
      return onTakeBack(talk);
    default:
      return null;
  }
}

const SPOKEN: ReadonlySet<CommitteeCommand['does']> = new Set(['answers', 'stand', 'proxy', 'take-back']);

async function asTeam(talk: Talk, session: Session | null, command: CommitteeCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'convene':
      return onConvene(talk, command);
    case 'session':
      return onStaffSession(talk);
    case 'answers':
      return session === null ? null : onAnswers(talk, session);
    case 'integrate':
      return onIntegrate(talk, command);
    case 'override':
      return onOverride(talk, command);
    case 'close':
      return onClose(talk);
    case 'cancel':
      return onCancel(talk);
    case 'minutes':
      return onMinutes(talk);
    case 'stand':
    case 'proxy':
    case 'take-back':
      return null;
  }
}

/** Whatever is said next is the reason, unless it is a command: so this is among the last to hear. */
export async function onCommitteeReason(talk: Talk): Promise<Reply | null> {
  const { focus } = talk;
  if (focus.waits !== 'session-reason' || ownCommand(talk.text) !== null) return null;
  return onReason(talk, focus);
}

/** Somebody who only sits in the committee and was not followed: the point they have before them, rather than the team's help. */
export async function onLostMember(talk: Talk): Promise<Reply | null> {
  if (inTeam(talk) || !isMember(talk) || talk.actor.partners.length > 0) return null;
  if (talk.event.type !== 'message' || ownCommand(talk.text) !== null) return null;
  if (talk.focus.waits !== 'nothing' && talk.focus.waits !== 'session-item') return null;
  const session = await talk.tx.committee.current(talk.consultation.id);
  return sits(talk, session) ? onMemberSession(talk, session) : null;
}
