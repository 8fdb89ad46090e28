/** Somebody who comes by a personal link, for chats without accounts of their own. */

export interface Guest {
  /** The consultation's key. */
  readonly consultation: string;
  readonly userId: string;
  /** Links and sessions of another generation are void. */
  readonly generation: number;
  readonly name: string;
  readonly lang: string;
  /** IANA name. */
  readonly zone: string;
  /** Whether they run the consultation. */
  readonly team: boolean;
  readonly title: string;
  readonly asker: string;
}

/** Who somebody says they are, who came by another person's link. */
export interface Passer {
  /** Of the form, so that sent twice it is kept once. */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly word: string;
}

export interface Guests {
  /** null when nobody has that address in that consultation. */
  find(consultation: string, userId: string): Promise<Guest | null>;
  /** Voids every link and session of that person. */
  revoke(consultation: string, userId: string): Promise<void>;
}
