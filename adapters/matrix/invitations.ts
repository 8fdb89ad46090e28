/** Rooms the bot is asked into, and those it leaves because nobody is there any more. */
import { type MatrixClient, type Room, RoomEvent, type RoomMember, RoomMemberEvent } from 'matrix-js-sdk';
import { ChatError } from '../../src/chat/port.ts';
import type { MatrixPhrases } from './locales.ts';
import type { Pace } from './outbound/pace.ts';
import type { Posting } from './outbound/posting.ts';
import type { Rooms } from './rooms.ts';
import type { Ledger } from './store/ledger.ts';

export interface InvitationParts {
  readonly client: MatrixClient;
  readonly me: string;
  readonly rooms: Rooms;
  readonly posting: Pick<Posting, 'say'>;
  readonly pace: Pace;
  readonly ledger: Pick<Ledger, 'met' | 'setMet' | 'setDirect'>;
  /** Whether that person may ask the bot into a room. */
  readonly mayInvite: (userId: string) => Promise<boolean>;
  readonly phrases: MatrixPhrases;
  readonly report: (error: unknown) => void;
}

/** Milliseconds. */
const AGAIN = 5_000;

export interface Invitations {
  /** Answers those that waited. */
  open(): void;
  stop(): void;
}

export function createInvitations(parts: InvitationParts): Invitations {
  const { client, me, rooms, pace, ledger, report } = parts;
  const queues = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  /** One thing after the other: the news that it entered comes while it is still being let in. */
  function inTurn(room: string, work: () => Promise<void>): void {
    const mine = (queues.get(room) ?? Promise.resolve())
      .then(() => (stopped ? undefined : work()))
      .catch((error: unknown) => {
        if (stopped) return;
        report(error);
        if (!(error instanceof ChatError) || !error.transient) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          inTurn(room, work);
        }, error.retryAfter ?? AGAIN);
        timers.add(timer);
      })
      .finally(() => {
        if (queues.get(room) === mine) queues.delete(room);
      });
    queues.set(room, mine);
  }

  async function answer(room: Room): Promise<void> {
    const { roomId } = room;
    if (room.getMyMembership() !== 'invite') return;
    const own = room.getMember(me)?.events.member;
    const inviter = own?.getSender() ?? null;
    if (inviter === null || !(await parts.mayInvite(inviter))) {
      await pace.ask('leave', () => client.leave(roomId));
      return;
    }
    const direct = own?.getContent().is_direct === true;
    await pace.ask('join', () => client.joinRoom(roomId));
    if (direct) ledger.setDirect(inviter, roomId);
  }

  async function introduce(roomId: string): Promise<void> {
    const room = rooms.joined(roomId);
    // One it made itself is somebody's own, even before they are known to be there.
    if (room === null || room.getCreator() === me || ledger.met(roomId) || rooms.isDirect(roomId)) return;
    const name = room.getMember(me)?.rawDisplayName ?? me;
    await parts.posting.say(roomId, parts.phrases.introduction(name), 'introduction');
    ledger.setMet(roomId);
  }

  async function leaveEmpty(roomId: string): Promise<void> {
    if (rooms.joined(roomId) === null || rooms.others(roomId).length > 0) return;
    await pace.ask('leave', () => client.leave(roomId));
    await pace.ask('forget', () => client.forget(roomId));
  }

  const moved = (room: Room, membership: string) => {
    if (membership === 'invite') inTurn(room.roomId, () => answer(room));
    else if (membership === 'join') inTurn(room.roomId, () => introduce(room.roomId));
  };
  const left = (_event: unknown, member: RoomMember) => {
    if (member.userId !== me && (member.membership === 'leave' || member.membership === 'ban'))
      inTurn(member.roomId, () => leaveEmpty(member.roomId));
  };

  return {
    open() {
      client.on(RoomEvent.MyMembership, moved);
      client.on(RoomMemberEvent.Membership, left);
      for (const room of client.getRooms()) {
        const membership = room.getMyMembership();
        if (membership === 'invite' || (membership === 'join' && !rooms.isDirect(room.roomId)))
          moved(room, membership);
      }
    },
    stop() {
      stopped = true;
      client.off(RoomEvent.MyMembership, moved);
      client.off(RoomMemberEvent.Membership, left);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
