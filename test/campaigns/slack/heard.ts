/** What the bot posted in a workspace, kept as it is posted: asking Slack again and again would be most of the work. */
import { buttonsOf, rendered, type SlackMessage } from '../../adapters/slack/rendered.ts';
import type { Workspace } from '../../adapters/slack/workspace.ts';

export interface Post {
  readonly ts: string;
  readonly channel: string;
  /** The delivery's key; empty for what one person alone was shown. */
  readonly key: string;
  /** As it reads now. */
  text: string;
  message: SlackMessage;
  readonly thread: string | null;
  /** Who alone sees it. */
  readonly only: string | null;
  pinned: boolean;
}

export interface Hearing {
  readonly posts: readonly Post[];
  /** By channel. */
  in(channel: string): readonly Post[];
  /** Signs of the bot's on messages, as `channel ts name`. */
  readonly signs: ReadonlySet<string>;
  watch(watcher: () => void): () => void;
}

export function hearing(slack: Workspace): Hearing {
  const posts: Post[] = [];
  const byChannel = new Map<string, Post[]>();
  const signs = new Set<string>();
  const watchers = new Set<() => void>();
  slack.watchers.add(({ method, body, answer }) => {
    const channel = String(answer.channel ?? body.channel ?? '');
    const found = (ts: unknown) => byChannel.get(channel)?.find((post) => post.ts === ts);
    if (method === 'chat.postMessage' || method === 'chat.postEphemeral') {
      const message = { ...body, ts: String(answer.ts ?? answer.message_ts) } as unknown as SlackMessage;
      const post: Post = {
        ts: message.ts,
        channel,
        key: String(message.metadata?.event_payload.key ?? ''),
        text: rendered(message),
        message,
        thread: message.thread_ts ?? null,
        only: method === 'chat.postEphemeral' ? String(body.user) : null,
        pinned: false,
      };
      posts.push(post);
      byChannel.set(channel, [...(byChannel.get(channel) ?? []), post]);
    } else if (method === 'chat.update') {
      const post = found(body.ts);
      const message = { ...body, ts: String(body.ts) } as unknown as SlackMessage;
      if (post) Object.assign(post, { text: rendered(message), message });
    } else if (method === 'pins.add') {
      const post = found(body.timestamp);
      if (post) post.pinned = true;
    } else if (method === 'reactions.add') signs.add(`${channel} ${body.timestamp} ${body.name}`);
    else return;
    for (const watcher of watchers) watcher();
  });
  return {
    posts,
    in: (channel) => byChannel.get(channel) ?? [],
    signs,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The form a button opens, and what it says. */
export const choicesOf = (message: SlackMessage) =>
  buttonsOf(message).map(({ action_id, value, text }) => {
    const opens = /^(?:own-)?form-/u.test(action_id);
    return { value: opens ? value.slice(value.indexOf(' ') + 1) : value, label: text.text, opens };
  });
