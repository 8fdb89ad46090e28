/** What there is of a workspace: its people, its app, what they were shown. */
import type { WebClient } from '@slack/web-api';
import type { Courier } from '../courier.ts';
import { BOT, EMULATED_TEAM, type Emulated } from '../emulated.ts';
import type { Answered, Gateway } from '../gateway.ts';
import type { SocketSide } from '../socket.ts';
import { Views } from '../views.ts';

/** As Slack tells of somebody, where it differs. */
export interface Account {
  readonly locale?: string;
  readonly tz?: string;
  readonly deleted?: boolean;
  readonly is_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly team_id?: string;
}

export interface Parts {
  readonly team: string;
  readonly secret: string;
  readonly botToken: string;
  readonly emulated: Emulated;
  readonly gateway: Gateway;
  readonly courier: Courier | SocketSide;
}

export class Site {
  readonly team: string;
  readonly secret: string;
  /** That of the bot which is taken. */
  botToken: string;
  readonly bot = BOT;
  readonly gateway: Gateway;
  readonly courier: Courier | SocketSide;
  readonly people: readonly string[];
  /** What every call of the bot is answered from now on: its token was taken away. */
  revoked = false;
  /** With which a socket may be opened. */
  appToken = 'xapp-1';
  /** What calls of a method are answered, whatever is emulated. */
  readonly answers = new Map<string, Readonly<Record<string, unknown>>>();
  /** Locale and time zone of people, as they set them. */
  readonly profiles = new Map<string, Account>();
  /** Modals and App Home. */
  readonly views = new Views();
  /** What the bot showed to one person of a channel, oldest first. */
  readonly whispers: Record<string, unknown>[] = [];
  /** Told of each call of the bot's that Slack did, as it does it. */
  readonly watchers = new Set<(call: Answered) => void>();
  protected readonly emulated: Emulated;
  protected readonly former = new Set<string>();
  private readonly directs = new Map<string, Promise<string>>();
  private named = 0;

  constructor(parts: Parts) {
    this.team = parts.team;
    this.secret = parts.secret;
    this.botToken = parts.botToken;
    this.gateway = parts.gateway;
    this.courier = parts.courier;
    this.people = parts.emulated.people;
    this.emulated = parts.emulated;
  }

  /** What the bot's client calls. */
  get apiUrl(): string {
    return `${this.gateway.url}api/`;
  }

  /** The user id of somebody who was not named yet. */
  newcomer(): string {
    const userId = this.people[this.named];
    if (userId === undefined) throw new Error(`only ${this.people.length} people are in this workspace`);
    this.named += 1;
    return userId;
  }

  emailOf(userId: string): string {
    return `person${this.people.indexOf(userId) + 1}@example.org`;
  }

  /** Slack as that person's client sees it. */
  as(userId: string): WebClient {
    return this.emulated.as(userId);
  }

  /** Installs the app anew: from now on another token is taken, and the one before it is not. */
  reinstall(): void {
    this.former.add(this.botToken);
    this.botToken = `${this.botToken}-again`;
    this.revoked = false;
  }

  /** Where that person and the bot talk. */
  direct(userId: string): Promise<string> {
    const known =
      this.directs.get(userId) ??
      this.emulated
        .as(userId)
        .conversations.open({ users: BOT.userId })
        .then(({ channel }) => channel!.id!);
    this.directs.set(userId, known);
    return known;
  }

  /** The team of somebody met in a channel that organisations share is another one. */
  protected homeOf(userId: string): string {
    return this.profiles.get(userId)?.team_id ?? this.team;
  }

  protected translated(json: string): string {
    return json
      .replaceAll(EMULATED_TEAM, this.team)
      .replaceAll(this.emulated.url.replace('127.0.0.1', 'localhost'), this.gateway.url.slice(0, -1))
      .replaceAll(this.emulated.url, this.gateway.url.slice(0, -1));
  }
}
