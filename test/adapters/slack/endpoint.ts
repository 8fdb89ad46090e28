/** The adapter alone behind its HTTP address: what it gives the bot, and what it tells of. */
import { expect } from 'vitest';
import type { SlackChat } from '../../../adapters/slack/chat.ts';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { botOf, NO_SURFACES } from './bot.ts';
import { type Signed, signed } from './courier.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const MESSAGE = {
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  text: 'bonjour',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
};

export class Endpoint {
  given: unknown[] = [];
  faults: unknown[] = [];
  store: (event: unknown) => Promise<void> = async () => {};
  /** What is wrong with a form. */
  wrong: ReadonlyMap<string, string> = new Map();
  /** In what language people are written to; null for whom nobody knows. */
  lang: () => Promise<string | null> = async () => null;
  readonly slack: Workspace;
  readonly chat: SlackChat;
  readonly claire: string;

  private constructor(slack: Workspace, chat: (here: Endpoint) => SlackChat) {
    this.slack = slack;
    this.claire = slack.newcomer();
    this.chat = chat(this);
    this.reset();
  }

  static async open(): Promise<Endpoint> {
    const opened: { chat?: SlackChat } = {};
    const slack = await openWorkspace({ bot: () => `${opened.chat?.url}${PATH}` });
    const here = new Endpoint(slack, (it) =>
      botOf(slack, {
        report: (error) => it.faults.push(error),
        surfaces: { ...NO_SURFACES, faults: async () => it.wrong, lang: () => it.lang() },
      }),
    );
    opened.chat = here.chat;
    await here.chat.start((event) => here.store(event));
    return here;
  }

  async close(): Promise<void> {
    await this.chat.stop();
    await this.slack.close();
  }

  /** As nothing had come yet. */
  reset(): void {
    this.given = [];
    this.faults = [];
    this.wrong = new Map();
    this.lang = async () => null;
    this.store = async (event) => void this.given.push(event);
  }

  readonly post = ({ body, headers }: Signed, path: string = PATH): Promise<Response> =>
    fetch(`${this.chat.url}${path}`, { method: 'POST', body, headers });

  readonly event = (over: Readonly<Record<string, unknown>>) =>
    this.slack.envelope({ ...MESSAGE, user: this.claire, ...over });

  readonly send = (body: unknown): Promise<Response> =>
    this.post(signed(this.slack.secret, JSON.stringify(body)));

  /** What an event with that content is told as. */
  async told(over: Readonly<Record<string, unknown>>): Promise<unknown[]> {
    expect((await this.send(this.event(over))).status).toBe(200);
    return this.given;
  }
}
