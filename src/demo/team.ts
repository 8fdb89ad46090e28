/** The people who run the demo's consultation, each a line of commands; a resumed demo finds those already said. */
import { answered } from './player.ts';
import { type Heard, heard, type Stage } from './stage.ts';

export interface Host {
  /** Says the command unless it was said before; the bot's answer to it, and what it sends later about it. */
  ask(command: string, later?: number): Promise<readonly Heard[]>;
}

export function hostOf(stage: Stage, userId: string): Host {
  let commands = 0;
  let replies = 0;
  return {
    async ask(command, later = 0) {
      const before = stage.said(userId)[commands];
      if (before === undefined) stage.say(userId, command);
      else if (before.type !== 'message' || before.text !== command)
        throw new Error(`the demo was resumed on another story: ${userId} had said something else`);
      commands += 1;
      replies += 1 + later;
      await answered(stage, userId, replies);
      return heard(stage, userId).slice(replies - 1 - later, replies);
    },
  };
}
