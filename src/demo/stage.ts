/** What the demo sees of a chat: its people's side. */
import type { Inbound } from '../chat/inbound.ts';
import type { Message } from '../chat/outbound.ts';

export interface Heard {
  /** The key the bot posted it under: `<delivery>/<part>`. */
  readonly key: string;
  readonly text: string;
  readonly message: Message;
}

export interface SentFile {
  readonly name: string;
  readonly content: string;
}

export interface Stage {
  /** The platform's name, and the workspace of everybody. */
  readonly name: string;
  say(userId: string, text: string): string;
  /** Says it with files, where the chat has them. */
  send?(userId: string, text: string, files: readonly SentFile[]): string;
  edit(userId: string, message: string, text: string): void;
  delete(userId: string, message: string): void;
  /** What the bot posted to that person, oldest first. */
  inbox(userId: string): readonly Heard[];
  /** What that person said and did, oldest first. */
  said(userId: string): readonly Inbound[];
  /** Resolves once `matches` holds of what that person heard; rejects after `within` ms. */
  waitFor(userId: string, matches: () => boolean, options: { within: number }): Promise<unknown>;
}

/** Whole messages to that person: a long one posted in parts counts once. */
export const heard = (stage: Stage, userId: string): readonly Heard[] =>
  stage.inbox(userId).filter(({ key }) => key.endsWith('/0'));
