/** What staff ask once there is a synthesis: answers to many, what is owed, disputes; null when it is none of these. */
import { inTeam } from '../facilitator/dialogue.ts';
import type { Reply, Talk } from '../talk.ts';
import { onCorrect, onDecideTogether, onTogetherConfirmed } from './decide-together.ts';
import { onAnswerDispute, onDispute, onDisputes } from './disputes.ts';
import { followUpCommand } from './follow-up-command.ts';
import { onOwed } from './owed.ts';
import { onRestitutionFor } from './restitution.ts';
import { onRecordPrepared } from './together-waiting.ts';

export async function onFollowUp(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = followUpCommand(talk.text);
  switch (command?.does) {
    case 'decide-together':
      return onDecideTogether(talk, command);
    case 'correct-decision':
      return onCorrect(talk, command);
    case 'owed':
      return onOwed(talk);
    case 'disputes':
      return onDisputes(talk);
    case 'dispute':
      return onDispute(talk, command.number, false);
    case 'take-dispute':
      return onDispute(talk, command.number, true);
    case 'answer-dispute':
      return onAnswerDispute(talk, command);
    case 'restitution-for':
      return onRestitutionFor(talk, command.name);
    case undefined:
      return talk.focus.waits === 'decide-together'
        ? onTogetherConfirmed(talk, talk.focus)
        : onRecordPrepared(talk);
  }
}
