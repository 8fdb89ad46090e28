/** A Slack workspace as a stage of the demo's players: they type, press, edit and delete there, and read what they are sent. */
import { randomUUID } from 'node:crypto';
import type { Inbound } from '../../../src/chat/inbound.ts';
import type { Heard, Stage } from '../../../src/demo/stage.ts';
import type { View } from '../../adapters/slack/views.ts';
import type { Workspace } from '../../adapters/slack/workspace.ts';
import { watched } from '../consultation.ts';
import { choicesOf, type Hearing, hearing, type Post } from './heard.ts';

type Done =
  | Pick<Extract<Inbound, { type: 'message' }>, 'type' | 'message' | 'text' | 'replyTo' | 'files'>
  | Pick<Extract<Inbound, { type: 'edit' }>, 'type' | 'message' | 'text'>
  | Pick<Extract<Inbound, { type: 'delete' }>, 'type' | 'message'>
  | Pick<Extract<Inbound, { type: 'form' }>, 'type' | 'form' | 'fields'>;

interface Account {
  /** Of Slack. */
  readonly userId: string;
  /** Where they and the bot talk. */
  readonly channel: string;
  /** What the bot offers as a button is pressed, by these people. */
  readonly presses: boolean;
  readonly said: Inbound[];
}

/** What the script has for somebody who agrees, and the buttons that say so. */
const AGREES = {
  said: /^(?:oui|ok|yes|go|vas-y|allez|allons|on y va|volontiers|bien sûr|c'est parti)/iu,
  offered: /^(?:Commencer|Start|C’est ça|That’s right|Envoyer)/u,
} as const;

export class SlackDoors implements Stage {
  readonly name = 'slack';
  readonly hearing: Hearing;
  /** What people meant to do and Slack refused them. */
  readonly failures: unknown[] = [];
  /** How often somebody pressed, sent a form, edited or deleted. */
  readonly done = { pressed: 0, forms: 0, edited: 0, deleted: 0, typed: 0 };
  /** Forms that were opened. */
  readonly modals: View[] = [];
  readonly #slack: Workspace;
  readonly #accounts: ReadonlyMap<string, Account>;
  /** The ts of what was said, by the name it has here. */
  readonly #messages = new Map<string, Promise<string>>();
  readonly #busy = new Set<Promise<unknown>>();

  private constructor(slack: Workspace, accounts: ReadonlyMap<string, Account>, heard: Hearing) {
    this.#slack = slack;
    this.#accounts = accounts;
    this.hearing = heard;
  }

  /** Before the bot says anything. `users`: accounts of Slack, by the names of this stage. */
  static async open(
    slack: Workspace,
    users: ReadonlyMap<string, string>,
    presses: (name: string) => boolean,
  ): Promise<SlackDoors> {
    const accounts = new Map<string, Account>();
    for (const [name, userId] of users)
      accounts.set(name, {
        userId,
        channel: await slack.direct(userId),
        presses: presses(name),
        said: [],
      });
    return new SlackDoors(slack, accounts, hearing(slack));
  }

  account(name: string): Account {
    const found = this.#accounts.get(name);
    if (!found) throw new Error(`${name} has no account here`);
    return found;
  }

  /** Presses what is offered under those words, where that person presses; types otherwise. */
  say(name: string, text: string): string {
    const account = this.account(name);
    const last = this.#posts(name).at(-1);
    const offered =
      last &&
      choicesOf(last.message).find(
        ({ value, label, opens }) =>
          !opens && (value === text || (AGREES.said.test(text) && AGREES.offered.test(label))),
      );
    const id = randomUUID();
    const ts =
      last && offered && account.presses
        ? this.#track(this.#slack.press(account.userId, last.ts, offered.label).then(() => ''))
        : this.#track(this.#slack.say(account.userId, text));
    this.done[offered && account.presses ? 'pressed' : 'typed'] += 1;
    this.#messages.set(id, ts);
    this.#note(name, { type: 'message', message: id, text, replyTo: null, files: [] });
    return id;
  }

  edit(name: string, message: string, text: string): void {
    const { userId } = this.account(name);
    this.done.edited += 1;
    this.#track(this.#messages.get(message)!.then((ts) => this.#slack.edit(userId, ts, text)));
    this.#note(name, { type: 'edit', message, text });
  }

  delete(name: string, message: string): void {
    const { userId } = this.account(name);
    this.done.deleted += 1;
    this.#track(this.#messages.get(message)!.then((ts) => this.#slack.remove(userId, ts)));
    this.#note(name, { type: 'delete', message });
  }

  /** Opens the form that the last message offers, and sends it with these answers, in the order of its questions. */
  async fillIn(name: string, answers: readonly string[]): Promise<void> {
    const { userId } = this.account(name);
    const last = this.#posts(name).at(-1)!;
    const form = choicesOf(last.message).find(({ opens }) => opens);
    if (form === undefined) throw new Error(`${name} is offered no form in:\n${last.text}`);
    await this.#slack.press(userId, last.ts, form.label);
    this.modals.push(this.#slack.modal(userId));
    const asked = this.#slack.modal(userId).blocks.filter(({ type }) => type === 'input');
    const labels = asked.map(({ label }) => label!.text.replace(/[\u00a0\u202f]/gu, ' '));
    const filled = Object.fromEntries(answers.map((text, index) => [labels[index]!, text]));
    let wrong = await this.#slack.submit(userId, filled);
    // A machine that is busy says so, and that it can be sent again.
    for (
      let times = 0;
      times < 5 && /envoyez de nouveau|again/u.test(Object.values(wrong).join());
      times += 1
    )
      wrong = await this.#slack.submit(userId, filled);
    if (Object.keys(wrong).length > 0) throw new Error(`${name}: ${Object.values(wrong).join(', ')}`);
    this.done.forms += 1;
    this.#note(name, { type: 'form', form: form.label, fields: [] });
  }

  inbox(name: string): readonly Heard[] {
    return this.#posts(name).map(({ key, text, message }) => ({
      key,
      text,
      message: { lang: '', blocks: [], choices: choicesOf(message) },
    }));
  }

  said(name: string): readonly Inbound[] {
    return this.account(name).said;
  }

  waitFor(name: string, matches: () => boolean, { within }: { readonly within: number }): Promise<void> {
    return watched(
      (look) => this.hearing.watch(look),
      matches,
      within,
      () => {
        const lines = this.#posts(name).map(({ text }) => text);
        return `${name} waited in vain; last in Slack:\n${lines.slice(-3).join('\n---\n')}`;
      },
    );
  }

  /** What people did reached Slack, and Slack brought it to the bot. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy);
    await this.#slack.courier.settled();
    if (this.failures.length > 0) throw this.failures[0];
  }

  #posts(name: string): readonly Post[] {
    return this.hearing.in(this.account(name).channel);
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const noted = work.catch((error: unknown) => void this.failures.push(error));
    this.#busy.add(noted);
    void noted.then(() => this.#busy.delete(noted));
    return work;
  }

  #note(name: string, done: Done): void {
    const { said, userId } = this.account(name);
    said.push({
      id: randomUUID(),
      at: Date.now(),
      platform: this.name,
      workspace: this.#slack.team,
      from: { userId, automatic: false },
      place: { kind: 'direct', ref: name },
      ...done,
    } as Inbound);
  }
}
