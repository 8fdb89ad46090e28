/** What the bot does in Slack, one call each. */
import type { Block, Message, Run } from '../../src/chat/outbound.ts';
import { plain } from '../../src/chat/plain.ts';
import { ChatError, type ChatPort, type Place } from '../../src/chat/port.ts';
import type { Saying } from './inbound/choice.ts';
import { nameOf } from './inbound/emoji.ts';
import { phrasesIn } from './locales.ts';
import { blocksOf } from './outbound/blocks.ts';
import { fallbackOf } from './outbound/fallback.ts';
import { metadataOf, oldestOf, tsUnder } from './outbound/trace.ts';
import { type Asides, channelOf } from './web/asides.ts';
import { refusalOf, unlessForThisAlone } from './web/errors.ts';
import type { Workspaces } from './web/workspaces.ts';

/** Slack takes more of both, but people don't. */
export const CAPABILITIES = { maxText: 4_000, maxButtons: 12, threads: true, forms: true } as const;

type Posting = Required<
  Pick<ChatPort, 'openDirect' | 'post' | 'edit' | 'react' | 'whisper' | 'pin' | 'pointFrom' | 'reconcile'>
>;

/** Messages a page of a channel's history, and how many pages are looked at: more is no answer. */
const PAGE = 200;
const PAGES = 25;

export function createPosting(workspaces: Workspaces, asides: Pick<Asides, 'showAt'>): Posting {
  const in_ = (place: Pick<Place, 'workspace'>) => workspaces.callsIn(place.workspace);
  const thread = ({ thread: ts }: Place) => (ts === undefined ? {} : { thread_ts: ts });

  return {
    async openDirect(workspace, userId) {
      const { ask } = await in_({ workspace });
      const opened = await ask('conversations.open', null, (client) =>
        client.conversations.open({ users: userId }),
      );
      if (opened.channel?.id === undefined)
        throw new ChatError('slack: conversations.open: no channel', { transient: true });
      return opened.channel.id;
    },

    async post(place, message, key) {
      const content = contentOf(message);
      const { ask } = await in_(place);
      const posted = await ask('chat.postMessage', place.ref, (client) =>
        client.chat.postMessage({
          channel: place.ref,
          ...thread(place),
          ...content,
          metadata: metadataOf(key),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      // It was taken: found again by its key, should that be tried again.
      if (posted.ts === undefined)
        throw new ChatError('slack: chat.postMessage: no reference', { transient: true });
      return posted.ts;
    },

    async edit(place, message, by) {
      const content = contentOf(by);
      const { ask } = await in_(place);
      await ask('chat.update', place.ref, (client) =>
        client.chat.update({ channel: place.ref, ts: message, ...content }),
      );
    },

    async react(place, message, emoji) {
      const name = nameOf(emoji);
      if (name === null) throw new ChatError('slack: that sign has no name here', { transient: false });
      const { ask } = await in_(place);
      await ask('reactions.add', null, (client) =>
        client.reactions
          .add({ channel: place.ref, timestamp: message, name })
          .catch(unless('already_reacted'))
          .catch((error) => unlessForThisAlone(error, 'reactions.add')),
      );
    },

    async whisper(place, userId, message) {
      const content = contentOf(message, place.aside ? 'private' : 'here');
      if (place.aside && (await asides.showAt(place.ref, content))) return;
      const channel = channelOf(place.ref);
      const { ask } = await in_(place);
      await ask('chat.postEphemeral', channel, (client) =>
        client.chat.postEphemeral({ channel, user: userId, ...thread(place), ...content }),
      );
    },

    async pointFrom(place, lang) {
      const text = phrasesIn(lang).answeredInPrivate;
      const blocks: Block<Run>[] = [{ type: 'paragraph', content: [{ text }] }];
      await asides.showAt(place.ref, {
        text: fallbackOf({ blocks }),
        blocks: blocksOf({ blocks, choices: [] }),
      });
    },

    async pin(place, message) {
      const { ask } = await in_(place);
      await ask('pins.add', null, (client) =>
        client.pins
          .add({ channel: place.ref, timestamp: message })
          .catch(unless('already_pinned'))
          .catch((error) => unlessForThisAlone(error, 'pins.add')),
      );
    },

    async reconcile(place, key) {
      const { ask } = await in_(place);
      const oldest = oldestOf(key);
      const asked = {
        channel: place.ref,
        limit: PAGE,
        include_all_metadata: true,
        ...(oldest === null ? {} : { oldest }),
      };
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const more = cursor === undefined ? {} : { cursor };
        const found =
          place.thread === undefined
            ? await ask('conversations.history', null, (client) =>
                client.conversations.history({ ...asked, ...more }),
              )
            : await ask('conversations.replies', null, (client) =>
                client.conversations.replies({ ...asked, ...more, ts: place.thread! }),
              );
        for (const message of found.messages ?? []) {
          const ts = tsUnder(key, message);
          if (ts !== null) return ts;
        }
        cursor = found.response_metadata?.next_cursor;
        if (cursor === undefined || cursor === '') return null;
      }
      throw new ChatError('slack: that history is too long to be sure', { transient: true });
    },
  };
}

function contentOf(message: Message, saying: Saying = 'here') {
  const length = plain(message).length;
  const { maxText, maxButtons } = CAPABILITIES;
  if (length > maxText)
    throw new ChatError(`slack: ${length} characters, ${maxText} allowed`, { transient: false });
  if (message.choices.length > maxButtons)
    throw new ChatError(`slack: ${message.choices.length} buttons, ${maxButtons} allowed`, {
      transient: false,
    });
  return { text: fallbackOf(message), blocks: blocksOf(message, saying) as never };
}

const unless =
  (word: string) =>
  (error: unknown): void => {
    if (refusalOf(error) !== word) throw error;
  };
