/** The bot in Matrix while this process speaks for it: what comes in, what goes out, and the rooms it is asked into. */
import { type MatrixClient, MatrixEvent, Method } from 'matrix-js-sdk';
import { ChatError } from '../../src/chat/port.ts';
import { type Connection, connect, type MatrixSettings } from './connection/client.ts';
import { chatErrorOf } from './connection/errors.ts';
import type { Live } from './connection/lead.ts';
import type { RawEvent } from './connection/responses.ts';
import { createFeed, type Feed, type Reading } from './inbound/feed.ts';
import { createLocked, type Locked } from './inbound/locked.ts';
import { readEvent } from './inbound/read.ts';
import { createInvitations } from './invitations.ts';
import type { MatrixPhrases } from './locales.ts';
import { createMaking, type Making } from './outbound/making.ts';
import { createPace } from './outbound/pace.ts';
import { createPosting, type Posting } from './outbound/posting.ts';
import { type Rooms, roomsOf } from './rooms.ts';
import type { Volume } from './store/volume.ts';

export const PLATFORM = 'matrix';
/** An address names its server: one workspace holds them all. */
export const WORKSPACE = 'main';

export interface LiveParts {
  readonly settings: MatrixSettings;
  readonly phrases: MatrixPhrases;
  readonly mayInvite: (userId: string) => Promise<boolean>;
  /** Milliseconds before the sender of what no key opens is told. */
  readonly patience: number;
  readonly now: () => number;
  readonly give: (event: unknown) => Promise<void>;
  readonly report: (error: unknown) => void;
}

export interface MatrixLive extends Live {
  readonly connection: Connection;
  readonly posting: Posting;
  readonly feed: Feed;
  /** Begins to give events. */
  open(): void;
}

/** Most pages of a hundred events asked for after a gap. */
const PAGES = 2_000;

export async function createLive(parts: LiveParts, volume: Volume): Promise<MatrixLive> {
  const { report } = parts;
  const pace = createPace(parts.now);
  let rooms!: Rooms;
  let posting!: Posting;
  let making!: Making;
  let locked!: Locked;
  let feed!: Feed;
  let giveUp = () => {};
  const connection = await connect({
    settings: parts.settings,
    volume,
    say: parts.phrases,
    report,
    feed(base) {
      const { client, session, ledger } = base;
      rooms = roomsOf(client, session.userId, ledger);
      making = createMaking({ client, ledger, now: parts.now, report });
      posting = createPosting(base, rooms, pace, making);
      locked = createLocked({
        client,
        ledger,
        patience: parts.patience,
        now: parts.now,
        report,
        again: (room, event) => feed.again(room, event),
        tell: (room, { event_id: message, sender }) =>
          posting.say(room, parts.phrases.unreadable, `locked ${message}`, { message, sender }),
      });
      feed = createFeed({
        ledger,
        report,
        give: parts.give,
        locked: (room, event) => locked.add(room, event),
        nameOf: ({ event_id: id }) => ({ id, platform: PLATFORM, workspace: WORKSPACE }),
        before: (room, from, to) => pace.ask('messages', () => earlier(client, room, from, to)),
        read: (room, event) => read(base, rooms, room, event),
      });
      giveUp = () => {
        making.stop();
        locked.stop();
        void feed.close();
      };
      return feed;
    },
  }).catch((error: unknown) => {
    giveUp();
    throw error;
  });
  const { client, session, ledger } = connection;
  const invitations = createInvitations({
    client,
    me: session.userId,
    rooms,
    posting,
    pace,
    ledger,
    report,
    mayInvite: parts.mayInvite,
    phrases: parts.phrases,
  });
  const end = () => {
    invitations.stop();
    making.stop();
    locked.stop();
  };
  return {
    connection,
    posting,
    feed,
    ended: connection.ended,
    open() {
      feed.open();
      locked.resume();
      invitations.open();
      making.noteDirects();
    },
    async stop() {
      end();
      await feed.close();
      await connection.stop();
    },
    abandon() {
      end();
      void feed.close();
      void connection.stop().catch(report);
    },
  };
}

async function read(
  { client, session, ledger }: Pick<Connection, 'client' | 'session' | 'ledger'>,
  rooms: Rooms,
  room: string,
  event: RawEvent,
): Promise<Reading> {
  let clear = event;
  if (event.type === 'm.room.encrypted') {
    const message = new MatrixEvent({ ...event, room_id: room } as never);
    await client.decryptEventIfNeeded(message);
    if (message.isDecryptionFailure()) return 'locked';
    clear = { ...event, type: message.getType(), content: message.getContent() };
  }
  const member = client.getRoom(room)?.getMember(session.userId);
  return readEvent(clear, {
    platform: PLATFORM,
    workspace: WORKSPACE,
    room,
    direct: rooms.isDirect(room),
    bot: { userId: session.userId, display: member?.rawDisplayName ?? null },
    people: () => rooms.others(room),
    choices: (message) => ledger.choices(message),
    sign: (id) => ledger.sign(id),
    keepSign: (id, on) => ledger.setSign(id, on),
  });
}

interface Page {
  readonly chunk?: readonly unknown[];
  readonly end?: string;
}

/** Oldest first. */
async function earlier(client: MatrixClient, room: string, from: string, to: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let at: string | undefined = from;
  for (let page = 0; at !== undefined && page < PAGES; page += 1) {
    const query: Record<string, string> = { dir: 'b', from: at, to, limit: '100' };
    const answer: Page = await client.http
      .authedRequest<Page>(Method.Get, `/rooms/${encodeURIComponent(room)}/messages`, query)
      .catch((error: unknown) => Promise.reject(chatErrorOf(error, 'messages')));
    const { chunk = [], end } = answer;
    found.push(...chunk);
    at = chunk.length === 0 || end === at ? undefined : end;
  }
  if (at !== undefined && found.length >= PAGES * 100)
    throw new ChatError('matrix: that gap is too long', { transient: false });
  return found.reverse();
}
