/** E-mail, for people of a chat that waits to be opened: what is sent, and what may go wrong with it. */
import type { Message } from './outbound.ts';

export interface Letter {
  /** Names the letter: sent again, it is the same one to mail servers. */
  readonly key: string;
  /** invitation, reminder, recap…: what its subject says. */
  readonly kind: string;
  readonly email: string;
  /** True when several people read that mailbox. */
  readonly shared: boolean;
  /** Whose personal link it carries. */
  readonly consultation: string;
  readonly userId: string;
  readonly message: Message;
  /** What the round is called, and until when it is open, told in that zone; null for a letter about none. */
  readonly round: { readonly title: string; readonly until: number; readonly zone: string } | null;
}

export interface Mailer {
  /** What the server answered. Throws MailError. */
  send(letter: Letter): Promise<string>;
  /** A letter about nothing, to see whether and how letters leave. Throws MailError. */
  test(email: string, lang: string): Promise<string>;
  /** Letters on their way are given up. */
  close(): void;
}

/**
 * What stays wrong: that letter alone (a mailbox, a text), the server for everybody, or nobody knows, because the
 * connection said nothing.
 */
export type MailScope = 'letter' | 'server' | 'unknown';

export class MailError extends Error {
  readonly transient: boolean;
  readonly scope: MailScope;
  readonly code: string;
  /** What the server said; for the operator who asked, never for a log: it may quote an address. */
  readonly response: string;
  constructor(code: string, options: { transient: boolean; scope: MailScope; response?: string }) {
    super(`mail: ${code}`);
    this.name = 'MailError';
    this.code = code;
    this.transient = options.transient;
    this.scope = options.scope;
    this.response = options.response ?? '';
  }
}
