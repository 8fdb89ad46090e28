/** A direct conversation as it went, for chats that keep none of their own. */
import type { Message } from './outbound.ts';
import type { Place } from './port.ts';

interface Common {
  /** Of the platform's message; unique in its conversation. */
  readonly id: string;
  /** When it was stored or posted, in milliseconds since 1970. */
  readonly at: number;
  /** With `at`, the entry's position: what pages are cut by. */
  readonly row: string;
}

export type Entry =
  | (Common & { readonly side: 'bot'; readonly message: Message })
  | (Common & {
      readonly side: 'person';
      readonly type: 'message' | 'choice';
      /** null when it was erased. */
      readonly text: string | null;
      readonly edited: boolean;
      readonly deleted: boolean;
      readonly files: readonly SentFile[];
    });

/** A file of a message. */
export interface SentFile {
  /** null once erased. */
  readonly name: string | null;
  readonly bytes: number;
  /** null when it is not kept, or no longer. */
  readonly id: string | null;
}

export type Position = Pick<Common, 'at' | 'row'>;

export interface History {
  /** The newest entries, or those just before a position; at most `limit`, oldest first. */
  page(place: Place, limit: number, before?: Position): Promise<readonly Entry[]>;
  /** Entries that were added or changed at `at` or later, the newest `limit`, oldest first. */
  since(place: Place, at: number, limit: number): Promise<readonly Entry[]>;
  /** One thing the person said. */
  said(place: Place, id: string): Promise<Entry | null>;
}

/** How the event of a choice is shown and found again: people press one button a message. */
export const choiceId = (message: string): string => `choice:${message}`;
