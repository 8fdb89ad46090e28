/**
 * A file that goes with a message. A delivery holds no file, only what it is and what it is about: it is made when it is
 * sent, or when the page's reader opens it, from what is known by then, and for whoever it is for.
 */

export interface Enclosure {
  /** What it is and is about, in codes, ids and figures: never somebody's words. Its shape is the sender's. */
  readonly file: { readonly is: string; readonly [detail: string]: unknown };
  /** In the bot's own words. */
  readonly title: string;
  /** Of a picture: what it shows, in words. */
  readonly alt?: string;
}

/** A file as it is sent. */
export interface MadeFile {
  /** `synthese-2.html`: ASCII letters, digits, hyphens, one dot. */
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
  /** Of a picture: what it shows in words that a delivery may not hold. */
  readonly alt?: string;
}

/** What a chat is given to send. */
export interface OutgoingFile extends MadeFile, Pick<Enclosure, 'title'> {}

/** Whose conversation it goes to. */
export interface Recipient {
  readonly platform: string;
  readonly workspace: string;
  /** null in a room. */
  readonly userId: string | null;
  /** Who speaks there when it is not the person of the address. */
  readonly speakerId: string | null;
  readonly consultationId: string | null;
  readonly lang: string;
}

/** Why a file is not there: the chat can't give any, or none that large (bytes), or would not take this one. */
export type Unsent =
  | { readonly why: 'no-files' | 'not-taken' }
  | { readonly why: 'too-large'; readonly bytes: number; readonly most: number };

export interface Enclosures {
  /** A sentence in their language, for whom there is no such file (any more). Throws an error with `transient` in an outage. */
  make(enclosure: Enclosure, to: Recipient): Promise<MadeFile | string>;
  /** What is said in the place of the file, and what to do. */
  unsent(enclosure: Enclosure, lang: string, why: Unsent): string;
}
