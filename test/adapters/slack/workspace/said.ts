/** What people say: written, changed, taken back, signed, shared. */
import { randomBytes } from 'node:crypto';
import { BOT } from '../emulated.ts';
import { escaped } from '../rendered.ts';
import { Reading, type Where } from './read.ts';
import { now } from './stamps.ts';

export class Saying extends Reading {
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
      ...this.placeOf(channel),
      event_ts: posted.ts,
    });
    return posted.ts!;
  }

  async edit(userId: string, ts: string, text: string, where: Where = {}): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const before = await this.messageAt(userId, channel, ts);
    await this.as(userId).chat.update({ channel, ts, text: escaped(text) });
    // The emulated times are of whole seconds: an edit would be as old as what it changes.
    const edited = { user: userId, ts: now() };
    const message = { ...(await this.messageAt(userId, channel, ts)), edited };
    void this.deliver({
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message,
      previous_message: before,
      ts: now(),
      ...this.placeOf(channel),
      event_ts: now(),
    });
  }

  async remove(userId: string, ts: string, where: Where = {}): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const before = await this.messageAt(userId, channel, ts);
    await this.as(userId).chat.delete({ channel, ts });
    void this.deliver({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: ts,
      previous_message: before,
      ts: now(),
      ...this.placeOf(channel),
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
      ...(JSON.parse(this.translated(JSON.stringify(message))) as object),
      type: 'message',
      subtype: 'file_share',
      ...this.placeOf(channel),
      event_ts: message!.ts,
    });
    return message!.ts!;
  }
}
