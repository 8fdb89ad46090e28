/** Channels: who is in them, what is said there, and what each person sees. */
import type { RoomSide } from '../../contracts/chat/rooms.ts';
import { rendered, type SlackMessage } from './rendered.ts';
import type { Workspace } from './workspace.ts';

export function roomsOf(slack: Workspace): RoomSide {
  const founder = slack.people.at(-1)!;
  let made = 0;

  /** Also what is said in threads, which a channel's history leaves out. */
  async function everything(userId: string, channel: string): Promise<SlackMessage[]> {
    const top = await slack.history(userId, { channel });
    const replies = await Promise.all(
      top.map(({ ts }) => slack.as(userId).conversations.replies({ channel, ts })),
    );
    return replies.flatMap(({ messages }) => messages as unknown as SlackMessage[]);
  }

  return {
    async open() {
      made += 1;
      const { channel } = await slack.as(founder).conversations.create({ name: `salle-${made}` });
      await slack.as(founder).conversations.invite({ channel: channel!.id!, users: slack.bot.userId });
      await slack.as(founder).conversations.leave({ channel: channel!.id! });
      return channel!.id!;
    },
    async enter(userId, room) {
      await slack.as(userId).conversations.join({ channel: room });
      void slack.deliver(moved('member_joined_channel', userId, room));
    },
    async leave(userId, room) {
      await slack.as(userId).conversations.leave({ channel: room });
      void slack.deliver(moved('member_left_channel', userId, room));
    },
    say: (userId, room, text, how = {}) =>
      slack.say(userId, text, {
        channel: room,
        ...(how.thread === undefined ? {} : { under: how.thread }),
        ...(how.addressed === undefined ? {} : { addressed: how.addressed }),
      }),
    react: (userId, room, message) => slack.react(userId, message, '+1', { channel: room }),
    async seen(userId, room) {
      const messages = (await everything(userId, room)).filter(({ user }) => user === slack.bot.userId);
      const told = slack.whispers.filter((whisper) => whisper.channel === room && whisper.user === userId);
      return [...messages, ...(told as unknown as SlackMessage[])].map((message) => ({
        ref: message.ts,
        text: rendered(message),
        thread: message.thread_ts ?? null,
      }));
    },
    async pinned(room) {
      const { items } = await slack.as(slack.people[0]!).pins.list({ channel: room });
      return (items ?? []).map((item) => (item as { message: { ts: string } }).message.ts);
    },
    async signs(room, message) {
      const found = (await everything(founder, room)).find(({ ts }) => ts === message);
      return (found?.reactions ?? []).filter(({ users }) => users.includes(slack.bot.userId)).length;
    },
  };
}

const moved = (type: string, user: string, channel: string) => ({
  type,
  user,
  channel,
  channel_type: 'C',
  team: 'T000000001',
  event_ts: `${Math.floor(Date.now() / 1000)}.000000`,
});
