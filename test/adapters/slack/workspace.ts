/** A Slack workspace on loopback: `emulate` keeps its state, and this adds what it lacks, the way Slack does it. */
import { randomBytes } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { type Courier, httpCourier } from './courier.ts';
import { APP, BOT, EMULATED_TEAM, type Emulated, openEmulated } from './emulated.ts';
import { type Answered, type Asked, type Gateway, openGateway } from './gateway.ts';
import { buttonsOf, escaped, rendered, type SlackMessage } from './rendered.ts';
import type { SocketSide } from './socket.ts';
import { stateOf, type View, Views } from './views.ts';

export interface Where {
  /** Where that person and the bot talk, when absent. */
  readonly channel?: string;
  /** The message that a reply is under. */
  readonly under?: string;
}

export interface Seen {
  readonly ref: string;
  readonly text: string;
  readonly message: SlackMessage;
}

export interface WorkspaceSettings {
  /** Where the bot takes events and interactivity, asked each time; or the socket it opens. */
  readonly bot: (() => string) | SocketSide;
  readonly people?: number;
  readonly team?: string;
  readonly scopes?: readonly string[];
  /** Of the app, by which its requests are signed: the same in every workspace. */
  readonly secret?: string;
}

export const SCOPES = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'channels:history',
  'channels:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'users:read',
  'users:read.email',
] as const;

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

let made = 0;

export async function openWorkspace(settings: WorkspaceSettings): Promise<Workspace> {
  made += 1;
  const team = settings.team ?? EMULATED_TEAM;
  const names = Array.from({ length: settings.people ?? 6 }, (_, index) => `person${index + 1}`);
  const bot = { token: `xoxb-${made}`, scopes: settings.scopes ?? SCOPES };
  const emulated = await openEmulated(names, bot);
  const secret = settings.secret ?? `signing-secret-${made}`;
  const { bot: reached } = settings;
  const courier = typeof reached === 'function' ? httpCourier(reached, secret) : reached;
  const world: { current: Workspace | null } = { current: null };
  const gateway = await openGateway({
    done: (call) => world.current?.heard(call),
    enrich: (call, answer) => world.current?.enriched(call, answer) ?? answer,
    instead: (call) => world.current?.instead(call) ?? null,
    responded: (at, body) => world.current?.whispers.push({ ...body, ...at, ts: now() }),
    scopes: () => bot.scopes,
    known: (token) => (token === world.current?.botToken ? bot.token : token),
  });
  gateway.aim(emulated.url);
  world.current = new Workspace({ team, secret, botToken: bot.token, emulated, gateway, courier });
  return world.current;
}

interface Parts {
  readonly team: string;
  readonly secret: string;
  readonly botToken: string;
  readonly emulated: Emulated;
  readonly gateway: Gateway;
  readonly courier: Courier | SocketSide;
}

export class Workspace {
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
  readonly #emulated: Emulated;
  readonly #former = new Set<string>();
  readonly #directs = new Map<string, Promise<string>>();
  #named = 0;

  constructor(parts: Parts) {
    this.team = parts.team;
    this.secret = parts.secret;
    this.botToken = parts.botToken;
    this.gateway = parts.gateway;
    this.courier = parts.courier;
    this.people = parts.emulated.people;
    this.#emulated = parts.emulated;
  }

  /** What the bot's client calls. */
  get apiUrl(): string {
    return `${this.gateway.url}api/`;
  }

  /** The user id of somebody who was not named yet. */
  newcomer(): string {
    const userId = this.people[this.#named];
    if (userId === undefined) throw new Error(`only ${this.people.length} people are in this workspace`);
    this.#named += 1;
    return userId;
  }

  emailOf(userId: string): string {
    return `person${this.people.indexOf(userId) + 1}@example.org`;
  }

  /** Slack as that person's client sees it. */
  as(userId: string): WebClient {
    return this.#emulated.as(userId);
  }

  /** Installs the app anew: from now on another token is taken, and the one before it is not. */
  reinstall(): void {
    this.#former.add(this.botToken);
    this.botToken = `${this.botToken}-again`;
    this.revoked = false;
  }

  /** Where that person and the bot talk. */
  direct(userId: string): Promise<string> {
    const known =
      this.#directs.get(userId) ??
      this.#emulated
        .as(userId)
        .conversations.open({ users: BOT.userId })
        .then(({ channel }) => channel!.id!);
    this.#directs.set(userId, known);
    return known;
  }

  /** The message's ts, like all that people do here before the bot was told. */
  async say(userId: string, text: string, where: Where & { addressed?: boolean } = {}): Promise<string> {
    const channel = where.channel ?? (await this.direct(userId));
    const under = where.under === undefined ? {} : { thread_ts: where.under };
    const written = `${where.addressed === true ? `<@${BOT.userId}> ` : ''}${escaped(text)}`;
    const posted = await this.as(userId).chat.postMessage({ channel, text: written, ...under });
    void this.deliver({
      type: 'message',
      client_msg_id: randomBytes(8).toString('hex'),
      user: userId,
      text: written,
      ts: posted.ts,
      team: this.team,
      ...under,
      ...this.#place(channel),
      event_ts: posted.ts,
    });
    return posted.ts!;
  }

  async edit(userId: string, ts: string, text: string, where: Where = {}): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const before = await this.#message(userId, channel, ts);
    await this.as(userId).chat.update({ channel, ts, text: escaped(text) });
    // The emulated times are of whole seconds: an edit would be as old as what it changes.
    const edited = { user: userId, ts: now() };
    const message = { ...(await this.#message(userId, channel, ts)), edited };
    void this.deliver({
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message,
      previous_message: before,
      ts: now(),
      ...this.#place(channel),
      event_ts: now(),
    });
  }

  async remove(userId: string, ts: string, where: Where = {}): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const before = await this.#message(userId, channel, ts);
    await this.as(userId).chat.delete({ channel, ts });
    void this.deliver({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: ts,
      previous_message: before,
      ts: now(),
      ...this.#place(channel),
      event_ts: now(),
    });
  }

  async react(
    userId: string,
    ts: string,
    name: string,
    how: Where & { removed?: boolean } = {},
  ): Promise<void> {
    const channel = how.channel ?? (await this.direct(userId));
    const { reactions } = this.as(userId);
    const what = { channel, timestamp: ts, name };
    await (how.removed === true ? reactions.remove(what) : reactions.add(what));
    void this.deliver({
      type: how.removed === true ? 'reaction_removed' : 'reaction_added',
      user: userId,
      reaction: name,
      item_user: BOT.userId,
      item: { type: 'message', channel, ts },
      event_ts: now(),
    });
  }

  /** Says something with files, as the client does it. */
  async share(
    userId: string,
    text: string,
    files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  ): Promise<string> {
    const channel = await this.direct(userId);
    await this.as(userId).filesUploadV2({
      channel_id: channel,
      ...(text === '' ? {} : { initial_comment: escaped(text) }),
      file_uploads: files.map(({ name, content }) => ({ filename: name, file: Buffer.from(content) })),
    });
    const { messages } = await this.as(userId).conversations.history({ channel, limit: 1 });
    const [message] = messages!;
    void this.deliver({
      ...(JSON.parse(this.#translated(JSON.stringify(message))) as object),
      type: 'message',
      subtype: 'file_share',
      ...this.#place(channel),
      event_ts: message!.ts,
    });
    return message!.ts!;
  }

  /** Presses a button of a message: of `message`, where it is in a thread, which a channel's history leaves out. */
  async press(
    userId: string,
    ts: string,
    value: string,
    where: Where & { readonly message?: SlackMessage } = {},
  ): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const message = where.message ?? (await this.#message(userId, channel, ts));
    const button = buttonsOf(message).find((one) => one.value === value || one.text.text === value);
    if (button === undefined) throw new Error(`no button ${value} on ${ts}`);
    await this.interact(userId, {
      type: 'block_actions',
      channel: { id: channel, name: 'directmessage' },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message,
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      actions: [{ ...button, block_id: 'choices', action_ts: now() }],
    });
  }

  /** What the bot showed that person alone there, oldest first. */
  asides(userId: string, channel: string): readonly Seen[] {
    return this.whispers
      .filter((one) => one.user === userId && one.channel === channel)
      .map((one) => one as unknown as SlackMessage)
      .map((message) => ({ ref: message.ts, text: rendered(message), message }));
  }

  /** Presses a button of what only that person sees. */
  pressAside(userId: string, channel: string, shown: Seen, value: string) {
    const button = buttonsOf(shown.message).find((one) => one.value === value || one.text.text === value);
    if (button === undefined) throw new Error(`no button ${value}`);
    return this.interact(userId, {
      type: 'block_actions',
      channel: { id: channel, name: 'somewhere' },
      container: { type: 'message', message_ts: shown.ref, channel_id: channel, is_ephemeral: true },
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      actions: [{ ...button, block_id: 'choices', action_ts: now() }],
    });
  }

  /** What Slack posts when somebody presses, chooses or submits. */
  interact(userId: string, payload: Readonly<Record<string, unknown>>) {
    const trigger = this.views.trigger(userId);
    const home = this.#homeOf(userId);
    const view = payload.view as object | undefined;
    const body = {
      team: { id: view === undefined ? this.team : home, domain: 'emulate' },
      user: { id: userId, username: 'somebody', team_id: home },
      api_app_id: APP,
      token: 'unused',
      trigger_id: trigger,
      is_enterprise_install: false,
      ...payload,
      ...(view === undefined ? {} : { view: { ...view, team_id: home, app_installed_team_id: this.team } }),
    };
    return this.courier.once({ payload: JSON.stringify(body), trigger_id: trigger });
  }

  /** The modal that person looks at. */
  modal(userId: string): View {
    const open = this.views.modal(userId);
    if (open === null) throw new Error(`${userId} looks at no modal`);
    return open.view;
  }

  /** Looks at what the bot shows of itself. */
  async openHome(userId: string): Promise<void> {
    const channel = await this.direct(userId);
    await this.deliver({ type: 'app_home_opened', user: userId, channel, tab: 'home', event_ts: now() });
  }

  /** Fills in the modal they look at, by its labels, and sends it: it closes, or says by field what is wrong. */
  async submit(
    userId: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Readonly<Record<string, string>>> {
    const open = this.views.modal(userId);
    if (open === null) throw new Error(`${userId} looks at no modal`);
    if (open.view.submit === undefined) throw new Error('that modal has no button to send it');
    const state = stateOf(open.view, answers);
    const view = { ...open.view, id: open.id, state, hash: 'x', app_id: APP };
    const taken = await this.interact(userId, { type: 'view_submission', view, response_urls: [] });
    if (taken.status !== 200) throw new Error(`the modal was not taken: ${taken.status}`);
    const said = taken.body === '' ? {} : (JSON.parse(taken.body) as { errors?: Record<string, string> });
    if (said.errors === undefined) this.views.close(userId);
    return said.errors ?? {};
  }

  /** `/tour text`; what Slack then shows them of the answer. */
  async command(userId: string, text: string, where: Where = {}): Promise<string> {
    const channel = where.channel ?? (await this.direct(userId));
    const taken = await this.courier.once({
      token: 'unused',
      team_id: this.team,
      team_domain: 'emulate',
      channel_id: channel,
      channel_name: 'directmessage',
      user_id: userId,
      user_name: 'somebody',
      command: '/tour',
      text,
      api_app_id: APP,
      is_enterprise_install: 'false',
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      trigger_id: this.views.trigger(userId),
    });
    return taken.body;
  }

  /** What the bot wrote there, oldest first, as that person reads it. */
  async seen(userId: string, where: Where = {}): Promise<readonly Seen[]> {
    const messages = await this.history(userId, where);
    return messages
      .filter(({ user, files }) => user === BOT.userId && files === undefined)
      .map((message) => ({ ref: message.ts, text: rendered(message), message }));
  }

  /** Files that the bot posted there, oldest first, as that person opens them. */
  async given(userId: string, where: Where = {}) {
    const messages = await this.history(userId, where);
    const files = messages.filter(({ user }) => user === BOT.userId).flatMap(({ files = [] }) => files);
    return Promise.all(
      files.map(async ({ name, title, alt_txt, url_private_download }) => {
        const address = this.#translated(url_private_download);
        const response = await fetch(address, { headers: { authorization: `Bearer ${this.botToken}` } });
        return { name, title, alt: alt_txt ?? null, data: new Uint8Array(await response.arrayBuffer()) };
      }),
    );
  }

  /** Every message there, oldest first. */
  async history(userId: string, where: Where = {}): Promise<readonly SlackMessage[]> {
    const channel = where.channel ?? (await this.direct(userId));
    const found = await this.as(userId).conversations.history({ channel, limit: 1000 });
    return (found.messages as unknown as SlackMessage[]).toReversed();
  }

  /** Any event at all, signed and delivered as Slack does; resolves when it was taken or given up. */
  async deliver(event: unknown, over: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.courier.event(this.envelope(event, over));
  }

  envelope(event: unknown, over: Readonly<Record<string, unknown>> = {}) {
    const { user } = (event ?? {}) as { readonly user?: unknown };
    const home = typeof user === 'string' ? this.#homeOf(user) : this.team;
    return {
      token: 'unused',
      team_id: home,
      api_app_id: APP,
      event,
      type: 'event_callback',
      event_id: `Ev${randomBytes(8).toString('hex')}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: this.team,
          user_id: BOT.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: home !== this.team,
      ...over,
    };
  }

  /** Slack tells an app of its own messages too. */
  heard(call: Answered): void {
    const { method, channel, answer, body } = call;
    for (const watcher of this.watchers) watcher(call);
    // Nothing lists what only one person sees, but their client.
    if (method === 'chat.postEphemeral') this.whispers.push({ ...body, ts: String(answer.message_ts) });
    if (method !== 'chat.postMessage' || channel === null) return;
    const message = { ...(answer.message as object), bot_id: BOT.botId, app_id: APP };
    void this.deliver({ ...message, ...this.#place(answer.channel as string), event_ts: answer.ts });
  }

  /** What stands in the place of Slack's own answer. */
  instead(call: Asked): Readonly<Record<string, unknown>> | null {
    const { method, token } = call;
    if (method === 'apps.connections.open')
      return token === this.appToken
        ? { ok: true, url: 'url' in this.courier ? this.courier.url : 'ws://127.0.0.1:1' }
        : { ok: false, error: 'invalid_auth' };
    if (this.revoked || this.#former.has(token ?? '')) return { ok: false, error: 'token_revoked' };
    return this.answers.get(method) ?? this.views.answer(call);
  }

  /** What Slack answers beyond what is emulated. */
  enriched(call: Asked, answer: Record<string, unknown>): Record<string, unknown> {
    const full = JSON.parse(this.#translated(JSON.stringify(answer))) as Record<string, unknown>;
    if (/^users\.(?:info|lookupByEmail)$/u.test(call.method) && full.ok === true) {
      const user = full.user as { id: string };
      const { locale = 'fr-FR', tz = 'Europe/Paris', ...as } = this.profiles.get(user.id) ?? {};
      const asked = call.body.include_locale === 'true' ? { locale } : {};
      return { ...full, user: { is_email_confirmed: true, ...user, tz, ...asked, ...as } };
    }
    if (
      /^conversations\.(?:history|replies)$/u.test(call.method) &&
      call.body.include_all_metadata !== 'true'
    )
      for (const message of (full.messages ?? []) as { metadata?: unknown }[]) delete message.metadata;
    return full;
  }

  async close(): Promise<void> {
    this.courier.close();
    await this.courier.settled();
    if ('end' in this.courier) await this.courier.end();
    await this.gateway.close();
    await this.#emulated.close();
  }

  /** The team of somebody met in a channel that organisations share is another one. */
  #homeOf(userId: string): string {
    return this.profiles.get(userId)?.team_id ?? this.team;
  }

  #place(channel: string) {
    return { channel, channel_type: channel.startsWith('D') ? 'im' : 'channel' };
  }

  #translated(json: string): string {
    return json
      .replaceAll(EMULATED_TEAM, this.team)
      .replaceAll(this.#emulated.url.replace('127.0.0.1', 'localhost'), this.gateway.url.slice(0, -1))
      .replaceAll(this.#emulated.url, this.gateway.url.slice(0, -1));
  }

  async #message(userId: string, channel: string, ts: string): Promise<SlackMessage> {
    const found = await this.as(userId).conversations.history({ channel, limit: 1000 });
    const message = (found.messages as unknown as SlackMessage[]).find((one) => one.ts === ts);
    if (message === undefined) throw new Error(`no message ${ts} in ${channel}`);
    return message;
  }
}

let last = 0;
/** A timestamp as Slack writes them, later than any before. */
function now(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
}
