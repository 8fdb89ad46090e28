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
}
