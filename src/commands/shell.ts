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

/** A token that Slack did not take. */
export interface SlackRefused {
  readonly setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
  /** From 1, where the setting holds several. */
  readonly nth: number | null;
  /** Slack's own word is in it. */
  readonly why: string;
}

export interface SlackChecked {
  readonly workspaces: readonly SlackFound[];
  readonly refused: readonly SlackRefused[];
}

/** The bot's account in Matrix, as it was found. */
export interface MatrixFound {
  readonly userId: string;
  readonly deviceId: string;
  /** Whether partners see the device as the account's own. */
  readonly signed: boolean;
  /** Whether the recovery key opens the vault that a new device is restored from. */
  readonly recoverable: boolean;
  readonly rooms: number;
}

export interface MatrixDesk {
  /** What the settings lack. */
  readonly missing: { readonly storeKey: boolean; readonly recoveryKey: boolean };
  /** Secrets for the settings. */
  newKeys(): { readonly storeKey: string; readonly recoveryKey: string };
  /** Logs in and makes or restores what is missing; null while the bot has the account. Rejects with a sentence. */
  setUp(): Promise<MatrixFound | null>;
  /** The same, with a new identity in the place of one whose recovery key is lost. */
  renew(): Promise<MatrixFound | null>;
  /** Whether the homeserver answers, and whether the bot has the account. Rejects with a sentence. */
  status(): Promise<{ readonly versions: readonly string[]; readonly inUse: boolean }>;
}

/** What surrounds the command line. */
export interface Shell {
  readonly out: Terminal;
  readonly lang: Lang;
  readonly account: string;
  /** Of the program. */
  readonly version?: string;
  readonly clock: Clock;
  readonly database: DatabaseSettings;
  maintenance(): Promise<Maintenance>;
  /** A path as given, from where the command was typed. */
  path(given: string): string;
  /** Has the bot that holds the database run the words; null when there is none, and it is done here. */
  beside(words: readonly string[]): Promise<ExitCode | null>;
  /** Sends a test letter; what the mail server said. null where the settings have none. Throws a MailTrouble. */
  readonly tryMail?: ((email: string) => Promise<string>) | null;
  /** Reaches the mail server and is let in; null where the settings have none. Throws a MailTrouble. */
  readonly checkMail?: (() => Promise<void>) | null;
  /** Asks Slack; null where the settings have none. Rejects with an error whose message has Slack's own word. */
  readonly checkSlack?: (() => Promise<SlackChecked>) | null;
  /** null where the settings have no Matrix. */
  readonly matrix?: (() => Promise<MatrixDesk>) | null;
  /** Folder of the consultation of the settings. */
  readonly folder?: string;
  /** Opens the database. Throws Held when another process has it, else an Error whose message says what to do. */
  open(): Promise<Core & { close(): Promise<void> }>;
}
