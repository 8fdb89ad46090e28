import type { Guest } from './guest.ts';

/** A kept file as it is handed out. */
export interface HandedFile {
  /** As its sender named it: hostile. */
  readonly name: string;
  /** By its content; only bytes for what may act by itself. */
  readonly mime: string;
  readonly data: Uint8Array;
}

export interface Files {
  /** Limits of what may be sent: bytes a file, files a message. */
  readonly limits: { readonly file: number; readonly perMessage: number };
  /** null for whoever may not have it, as for what isn't there. */
  open(guest: Guest, id: string): Promise<HandedFile | null>;
  /** The file of a message of the bot's to them, by the message's id, made now; a sentence that says why there is none. */
  enclosed(guest: Guest, message: string): Promise<HandedFile | string | null>;
}
