/** Adjustments, in chat: which command does what; null when it is nothing of the kind. */
import { inTeam } from '../facilitator/dialogue.ts';
import type { Reply, Talk } from '../talk.ts';
import { onAdjust, onWhat } from './adjust.ts';
import { adjustCommand } from './adjust-command.ts';
import {
  onAdjustments,
  onCite,
  onCoverage,
  onDecideAdjustments,
  onEdit,
  onShowAdjustment,
  onSpeaks,
  onWithdraw,
} from './adjustments.ts';

export async function onAdjusting(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = adjustCommand(talk.text);
  switch (command?.does) {
    case 'adjust':
      return onAdjust(talk, command.source);
    case 'adjustments':
      return onAdjustments(talk);
    case 'coverage':
      return onCoverage(talk);
    case 'show':
      return onShowAdjustment(talk, command.number);
    case 'withdraw':
      return onWithdraw(talk, command.number);
    case 'edit':
      return onEdit(talk, command);
    case 'cite':
    case 'uncite':
      return onCite(talk, command);
    case 'decide':
      return onDecideAdjustments(talk, command);
    case 'ratify':
    case 'adopt':
      return onSpeaks(talk, command);
    case undefined:
      return talk.focus.waits === 'adjust-what' ? onWhat(talk, talk.focus) : null;
  }
}
