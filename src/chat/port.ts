/** What every chat implements. The absence of an optional method is the flag that the chat can't do it. */
import type { OutgoingFile } from './enclosure.ts';
import type { Message } from './outbound.ts';

export interface Place {
  readonly workspace: string;
  readonly ref: string;
  /** In a room: the reference of the message whose thread is meant. */
  readonly thread?: string;
  /** For a whisper: it is of the direct conversation, shown where they asked. The bot may not be there. */
  readonly aside?: true;
}

/** What a platform says of somebody with an account there. */
export interface Profile {
  /** The locale of their client, `fr-FR`; null where it isn't said. */
  readonly locale: string | null;
  readonly zone: string | null;
  /** Confirmed, and vouched for by whoever runs that workspace; null otherwise. */
  readonly email: string | null;
  /** The account is closed. */
  readonly gone: boolean;
}

export interface ChatPort {
  readonly platform: string;
  /** Longest text of one message, in UTF-16 units after the adapter's own escaping of plain words. */
  readonly maxText: number;
  /** Most buttons of one message; absent where there are none: choices are then written out as words. */
  readonly maxButtons?: number;
  /** True where a message of a room can have a thread. */
  readonly threads?: true;
  /** True while another process speaks for this platform: what is queued there is left to it. */
  readonly isAway?: boolean;
  /** True where a button can open a form. */
  readonly forms?: true;
  /** True where a message shows a link to its file, made when it is opened: nothing has to be sent. */
  readonly filesByLink?: true;
  /** Largest file of `upload`, in bytes. */
  readonly maxFile?: number;

  /** Begins to give events. `receive` resolves when the event is stored: only then may the platform be told. */
  start(receive: (event: unknown) => Promise<void>): Promise<void>;
  /** Takes no more events; resolves when none is on its way. */
  stop(): Promise<void>;
  /** The place where the bot talks with one person, made if need be; its `ref`. */
  openDirect(workspace: string, userId: string): Promise<string>;
  /**
   * Posts one message that fits `maxText`; the platform's reference of it. `key` names the delivery part: a platform
   * that can deduplicate uses it. Throws ChatError.
   */
  post(place: Place, message: Message, key: string): Promise<string>;

  edit?(place: Place, message: string, by: Message): Promise<void>;
  react?(place: Place, message: string, emoji: string): Promise<void>;
  /** Shows it to one person of a room only. */
  whisper?(place: Place, userId: string, message: Message, key: string): Promise<void>;
  /** Shows whoever asked in `place` that they are answered in their direct conversation, where that can be shown. Never rejects. */
  pointFrom?(place: Place, lang: string): Promise<void>;
  /**
   * Posts a file of at most `maxFile` bytes as a message of its own, with its title, and its alternative text when it is
   * a picture. `key` as for `post`, and found again by `reconcile` in the same way. The host waits 45 s. Throws
   * ChatError; one that is not transient is said in words instead, so that a right that is missing for files alone must
   * not be told as the workspace's. A chat without it can post no file: `degrade.ts` says so in words.
   */
  upload?(place: Place, file: OutgoingFile, key: string): Promise<void>;
  /** Keeps a message in sight of the room; pinned again, it stays so. */
  pin?(place: Place, message: string): Promise<void>;
  /**
   * The content of a file of a message there, piece by piece; the reader stops where it has enough, whatever size was
   * claimed. Throws ChatError.
   */
  fetchFile?(place: Place, file: string): Promise<AsyncIterable<Uint8Array>>;
  /** null for nobody, and for programs. Throws ChatError. */
  profile?(workspace: string, userId: string): Promise<Profile | null>;
  /** Who has that e-mail, confirmed, wherever the bot is. Throws ChatError. */
  findByEmail?(email: string): Promise<readonly { readonly workspace: string; readonly userId: string }[]>;
  /** The reference of a part posted under that key, null when the platform surely has none. */
  reconcile?(place: Place, key: string): Promise<string | null>;
}

/**
 * What stays wrong when a call fails, and so what must wait: this call alone, its place, all of its workspace, or the
 * whole platform.
 */
export type Scope = 'call' | 'place' | 'workspace' | 'platform';

export class ChatError extends Error {
  readonly transient: boolean;
  readonly scope: Scope;
  readonly retryAfter: number | null;
  /** The platform surely did nothing of what it was asked. */
  readonly untaken: boolean;
  /** `retryAfter` in milliseconds. The message holds no text of people: it is logged. */
  constructor(
    message: string,
    options: {
      transient: boolean;
      scope?: Scope;
      retryAfter?: number | null;
      untaken?: boolean;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.name = 'ChatError';
    this.transient = options.transient;
    this.scope = options.scope ?? 'call';
    this.retryAfter = options.retryAfter ?? null;
    this.untaken = options.untaken ?? false;
  }
}
