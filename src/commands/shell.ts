import type { Clock } from '../app/ports/edge.ts';
import type { Core, Lang } from './context.ts';
import type { DatabaseSettings, Maintenance } from './db.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Why a letter did not leave: a code, and the server's own words when it had some. */
export interface MailTrouble {
  readonly code: string;
  readonly response: string;
}

/** Where the bot is installed in Slack. */
export interface SlackFound {
  readonly workspace: string;
  readonly name: string;
  /** Its user id. */
  readonly bot: string;
  /** Scopes that it needs and hasn't. */
  readonly missing: readonly string[];
}

/** What surrounds the command line. */
export interface Shell {
  readonly out: Terminal;
  readonly lang: Lang;
  readonly account: string;
  readonly clock: Clock;
  readonly database: DatabaseSettings;
  readonly maintenance: Maintenance;
  /** A path as given, from where the command was typed. */
  path(given: string): string;
  /** Has the bot that holds the database run the words; null when there is none, and it is done here. */
  beside(words: readonly string[]): Promise<ExitCode | null>;
  /** Sends a test letter; what the mail server said. null where the settings have none. Throws a MailTrouble. */
  readonly tryMail?: ((email: string) => Promise<string>) | null;
  /** Reaches the mail server and is let in; null where the settings have none. Throws a MailTrouble. */
  readonly checkMail?: (() => Promise<void>) | null;
  /** Asks Slack; null where the settings have none. Rejects with an error whose message has Slack's own word. */
  readonly checkSlack?: (() => Promise<readonly SlackFound[]>) | null;
  /** Folder of the consultation of the settings. */
  readonly folder?: string;
  /** Opens the database. Throws Held when another process has it, else an Error whose message says what to do. */
  open(): Promise<Core & { close(): Promise<void> }>;
}
