/** What the bot does in Matrix, encrypted wherever the room is. */
import { createHash, randomUUID } from 'node:crypto';
import { ClientEvent, EventType, MatrixEvent, Method, type Room } from 'matrix-js-sdk';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import type { Message } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';
import { ChatError, type ChatPort, type Place } from '../../../src/chat/port.ts';
import type { Connection } from '../connection/client.ts';
import type { Rooms } from '../rooms.ts';
import { contentOf, inPlaceOf, inThread, offered } from './content.ts';
import { enclosed, MAX_FILE } from './enclosing.ts';
import type { Making } from './making.ts';
import type { Pace } from './pace.ts';

/** An event holds 64 KiB, of which encryption, the HTML twin and its escapes take most; people don't read more. */
export const CAPABILITIES = { maxText: 4_000, maxButtons: 9, threads: true, maxFile: MAX_FILE } as const;

export interface Posting
  extends Required<Pick<ChatPort, 'openDirect' | 'post' | 'upload' | 'edit' | 'react' | 'pin'>> {
  /** A line of the adapter's own, once under that key; `about`: somebody's message there, who is called. */
  say(
    room: string,
    text: string,
    key: string,
    about?: { readonly message: string; readonly sender: string },
  ): Promise<void>;
}

/** Milliseconds: how long a room just made may take to come back through the stream. */
const APPEARING = 6_000;
const UNKNOWN = 3_000;

export function createPosting(
  { client, crypto, session, ledger }: Pick<Connection, 'client' | 'crypto' | 'session' | 'ledger'>,
  rooms: Rooms,
  pace: Pace,
  making: Making,
): Posting {
  const path = (strings: TemplateStringsArray, ...values: string[]) =>
    strings.reduce((made, part, index) => `${made}${encodeURIComponent(values[index - 1]!)}${part}`);

  const roomOf = async (id: string): Promise<Room> => {
    if (client.getRoom(id) === null) await streamed(() => client.getRoom(id) !== null, UNKNOWN);
    const room = rooms.joined(id);
    if (room === null) throw new ChatError('matrix: not in that room', { transient: false, scope: 'place' });
    return room;
  };

  /** The server takes the same name (of a device, in a room) for the same event. */
  const txnOf = (room: string, key: string) =>
    createHash('sha256')
      .update(JSON.stringify([room, key]))
      .digest('base64url');

  async function send(
    id: string,
    type: string,
    content: Record<string, unknown>,
    key: string,
  ): Promise<string> {
    const room = await roomOf(id);
    const event = new MatrixEvent({ type, content, room_id: id, sender: session.userId });
    // Signs are never encrypted: servers count them.
    if (type !== 'm.reaction' && (await crypto.isEncryptionEnabledInRoom(id)))
      await pace.ask('encrypt', () => (crypto as CryptoBackend).encryptEvent(event, room));
    const { event_id } = await pace.ask('send', () =>
      client.http.authedRequest<{ event_id: string }>(
        Method.Put,
        path`/rooms/${id}/send/${event.getWireType()}/${txnOf(id, key)}`,
        undefined,
        event.getWireContent() as never,
      ),
    );
    return event_id;
  }

  /** Whether that became true of what the stream brings, within `ms`. */
  async function streamed(isSo: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
    const deadline = Date.now() + ms;
    while (!(await isSo())) {
      if (Date.now() > deadline) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        client.once(ClientEvent.Sync, () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return true;
  }

  /** With its encryption and its person: what is sent before would be in clear, or encrypted for nobody. */
  async function appeared(id: string, userId: string): Promise<void> {
    const there = async () =>
      rooms.joined(id)?.getMember(userId)?.events.member !== undefined &&
      (await crypto.isEncryptionEnabledInRoom(id));
    if (!(await streamed(there, APPEARING)))
      throw new ChatError('matrix: the room made is not there yet', { transient: true });
  }

  /** In the thread where there is one. */
  async function said(place: Place, content: Record<string, unknown>, key: string): Promise<string> {
    if (rooms.isDirect(place.ref) && rooms.isDeserted(place.ref))
      throw new ChatError('matrix: nobody is left there', { transient: false, scope: 'place' });
    const where = place.thread === undefined ? {} : inThread(place.thread);
    return send(place.ref, 'm.room.message', { ...content, ...where }, key);
  }

  const opening = new Map<string, Promise<string>>();

  async function open(userId: string): Promise<string> {
    const known = rooms.directWith(userId);
    if (known !== null) return known;
    const made = ledger.direct(userId);
    // Made by an attempt that wasn't waited for.
    if (made !== null && client.getRoom(made)?.getMember(userId)?.events.member === undefined) {
      await appeared(made, userId).catch(() => {});
      if (rooms.joined(made)?.getMember(userId)?.events.member !== undefined) return made;
    }
    const room_id = await making.direct(userId);
    await appeared(room_id, userId);
    return room_id;
  }

  return {
    openDirect(_workspace, userId) {
      const begun = opening.get(userId);
      if (begun !== undefined) return begun;
      const opened = open(userId).finally(() => opening.delete(userId));
      opening.set(userId, opened);
      return opened;
    },

    async post(place, message, key) {
      const content = checked(message);
      const ref = await said(place, content, key);
      const shown = offered(message.choices);
      if (shown.length > 0)
        ledger.setChoices(
          ref,
          shown.map(({ value }) => value),
        );
      return ref;
    },

    async upload(place, file, key) {
      await roomOf(place.ref);
      const secret = await crypto.isEncryptionEnabledInRoom(place.ref);
      const content = await pace.ask('upload', () => enclosed(client, file, secret));
      await said(place, content, key);
    },

    async say(room, text, key, about) {
      const content = contentOf({ blocks: [{ type: 'paragraph', content: [{ text }] }], choices: [] });
      const to =
        about === undefined
          ? {}
          : {
              'm.mentions': { user_ids: [about.sender] },
              'm.relates_to': { 'm.in_reply_to': { event_id: about.message } },
            };
      await send(room, 'm.room.message', { ...content, ...to }, key);
    },

    async edit(place, message, by) {
      const content = inPlaceOf(message, checked(by));
      await send(place.ref, 'm.room.message', content, randomUUID());
    },

    async react(place, message, emoji) {
      const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: message, key: emoji } };
      try {
        await send(place.ref, 'm.reaction', content, `sign ${message} ${emoji}`);
      } catch (error) {
        // It is there already: put once more, it stays.
        if (!(error instanceof ChatError) || !error.message.endsWith('M_DUPLICATE_ANNOTATION')) throw error;
      }
    },

    async pin(place, message) {
      const room = await roomOf(place.ref);
      const found: unknown = room.currentState
        .getStateEvents('m.room.pinned_events', '')
        ?.getContent().pinned;
      const pinned = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
      if (pinned.includes(message)) return;
      try {
        const content = { pinned: [...pinned, message] };
        await pace.ask('pin', () => client.sendStateEvent(place.ref, EventType.RoomPinnedEvents, content));
      } catch (error) {
        // Where the bot may not pin, the message is there all the same.
        if (!(error instanceof ChatError) || !error.message.endsWith('M_FORBIDDEN')) throw error;
      }
    },
  };
}

function checked(message: Message): Record<string, unknown> {
  const length = plain(message).length;
  const { maxText, maxButtons } = CAPABILITIES;
  if (length > maxText)
    throw new ChatError(`matrix: ${length} characters, ${maxText} allowed`, { transient: false });
  if (message.choices.length > maxButtons)
    throw new ChatError(`matrix: ${message.choices.length} choices, ${maxButtons} allowed`, {
      transient: false,
    });
  return contentOf(message);
}
