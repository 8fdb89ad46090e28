/** What the platform remembers, a JSON line a fact; on a file it outlives the process that wrote it. */
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { OutgoingFile } from '../../src/chat/enclosure.ts';
import type { Inbound } from '../../src/chat/inbound.ts';
import type { Message } from '../../src/chat/outbound.ts';

export interface Posted {
  readonly workspace: string;
  readonly place: string;
  readonly ref: string;
  /** The message whose thread it is in; null at the top. */
  readonly thread: string | null;
  readonly key: string;
  readonly message: Message;
  readonly at: number;
  /** Set for a message only one person of the place sees. */
  readonly to: string | null;
  /** A file that it is; its content in base64. */
  readonly file?: Pick<OutgoingFile, 'name' | 'mime' | 'title' | 'alt'> & { readonly content: string };
}

export type Fact =
  | { readonly fact: 'direct'; readonly workspace: string; readonly userId: string; readonly ref: string }
  | { readonly fact: 'event'; readonly event: Inbound }
  /** In base64. */
  | { readonly fact: 'file'; readonly workspace: string; readonly ref: string; readonly content: string }
  | { readonly fact: 'acknowledged'; readonly workspace: string; readonly id: string }
  | ({ readonly fact: 'posted' } & Posted)
  | { readonly fact: 'edited'; readonly workspace: string; readonly ref: string; readonly message: Message }
  | { readonly fact: 'reacted'; readonly workspace: string; readonly ref: string; readonly emoji: string }
  | { readonly fact: 'pinned'; readonly workspace: string; readonly ref: string };

export interface Journal {
  /** In the order they were written. */
  readonly facts: readonly Fact[];
  /** Written before it returns. */
  write(fact: Fact): void;
  close(): void;
}

export const forgetful = (): Journal => ({ facts: [], write: () => {}, close: () => {} });

/** Facts of a journal file; a last line torn by a kill is left out. */
export function readJournal(path: string): { facts: Fact[]; bytes: number } {
  if (!existsSync(path)) return { facts: [], bytes: 0 };
  const content = readFileSync(path);
  const bytes = content.lastIndexOf(0x0a) + 1;
  const lines = content.subarray(0, bytes).toString('utf8').split('\n').filter(Boolean);
  return { facts: lines.map((line) => JSON.parse(line) as Fact), bytes };
}

export function openJournal(path: string): Journal {
  const { facts, bytes } = readJournal(path);
  const file = openSync(path, 'a');
  ftruncateSync(file, bytes);
  return {
    facts,
    write: (fact) => {
      writeSync(file, `${JSON.stringify(fact)}\n`);
    },
    close: () => closeSync(file),
  };
}
