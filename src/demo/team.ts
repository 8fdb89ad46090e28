/** People of whom every word is known beforehand, each a line of messages; a resumed demo finds those already said. */
import { answered, PATIENCE } from './player.ts';
import { type Heard, heard, type SentFile, type Stage } from './stage.ts';

export interface Host {
  /** Says the command unless it was said before; the bot's answer to it, and what it sends later about it. */
  ask(command: string, later?: number): Promise<readonly Heard[]>;
  /** The same, with a file. */
  send(file: SentFile): Promise<readonly Heard[]>;
  /** Waits for the next thing the bot says of its own accord. */
  hears(): Promise<Heard>;
}

/** `unasked`: how many messages came before the first word. */
export function hostOf(stage: Stage, userId: string, unasked = 0): Host {
  let commands = 0;
  let replies = unasked;
  return {
    async hears() {
      replies += 1;
      return answered(stage, userId, replies);
    },
    async send(file) {
      const before = stage.said(userId)[commands];
      if (!stage.send) throw new Error(`${stage.name} takes no files`);
      if (before === undefined) stage.send(userId, '', [file]);
      else if (before.type !== 'message' || before.files[0]?.name !== file.name)
        throw new Error(`the demo was resumed on another story: ${userId} had sent something else`);
      commands += 1;
      replies += 1;
      await answered(stage, userId, replies);
      return heard(stage, userId).slice(replies - 1, replies);
    },
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

/** Somebody who has said nothing yet, from the first message that reads so: what came before it is not waited for again. */
export async function hostFrom(stage: Stage, userId: string, asked: RegExp): Promise<Host> {
  const at = () => heard(stage, userId).findIndex(({ text }) => asked.test(text));
  await stage.waitFor(userId, () => at() >= 0, { within: PATIENCE });
  return hostOf(stage, userId, at() + 1);
}

/** What the bot said, where the story goes on from it; throws when it said something else. */
export function saying(heard: Heard | undefined, expected: RegExp): RegExpExecArray {
  const found = expected.exec(heard?.text ?? '');
  if (!found) throw new Error(`the story can't go on: no ${expected} in « ${heard?.text ?? ''} »`);
  return found;
}

/** The first reference in it. */
export const refIn = (heard: Heard | undefined): string => saying(heard, /P-\d{4,}/u)[0];
