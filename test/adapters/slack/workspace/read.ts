/** What people read. */
import { BOT } from '../emulated.ts';
import { rendered, type SlackMessage } from '../rendered.ts';
import type { View } from '../views.ts';
import { Telling } from './told.ts';

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

export class Reading extends Telling {
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
        const address = this.translated(url_private_download);
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

  /** What the bot showed that person alone there, oldest first. */
  asides(userId: string, channel: string): readonly Seen[] {
    return this.whispers
      .filter((one) => one.user === userId && one.channel === channel)
      .map((one) => one as unknown as SlackMessage)
      .map((message) => ({ ref: message.ts, text: rendered(message), message }));
  }

  /** The modal that person looks at. */
  modal(userId: string): View {
    const open = this.views.modal(userId);
    if (open === null) throw new Error(`${userId} looks at no modal`);
    return open.view;
  }

  protected async messageAt(userId: string, channel: string, ts: string): Promise<SlackMessage> {
    const found = await this.as(userId).conversations.history({ channel, limit: 1000 });
    const message = (found.messages as unknown as SlackMessage[]).find((one) => one.ts === ts);
    if (message === undefined) throw new Error(`no message ${ts} in ${channel}`);
    return message;
  }
}
