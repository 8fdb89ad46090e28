/** What the bot knows of the rooms it is in. */
import type { MatrixClient, Room } from 'matrix-js-sdk';
import type { Ledger } from './store/ledger.ts';

export interface Rooms {
  /** In it and able to say something there. */
  joined(room: string): Room | null;
  /** Everybody else who is there or asked to come. */
  others(room: string): readonly string[];
  /** A conversation with one person; a room is one where a third may read. */
  isDirect(room: string): boolean;
  /** Whether the person of a direct conversation has left it. */
  isDeserted(room: string): boolean;
  /** A direct conversation with that person; null when there is none that can be used. */
  directWith(userId: string): string | null;
  name(room: string): string;
}

export function roomsOf(
  client: MatrixClient,
  me: string,
  ledger: Pick<Ledger, 'direct' | 'setDirect'>,
): Rooms {
  const membersOf = (room: Room) =>
    room.currentState
      .getMembers()
      .filter(({ membership }) => membership === 'join' || membership === 'invite');
  const joined = (id: string): Room | null => {
    const room = client.getRoom(id);
    return room?.getMyMembership() === 'join' ? room : null;
  };
  const others = (id: string): string[] => {
    const room = client.getRoom(id);
    return room === null ? [] : membersOf(room).flatMap(({ userId }) => (userId === me ? [] : [userId]));
  };
  const nameOf = (room: Room): string => {
    const name: unknown = room.currentState.getStateEvents('m.room.name', '')?.getContent().name;
    return typeof name === 'string' ? name.trim() : '';
  };
  const flagged = (room: Room): boolean =>
    [...room.currentState.getMembers()].some(
      ({ events }) =>
        events.member?.getContent().is_direct === true || events.member?.getPrevContent().is_direct === true,
    );
  const isDirect = (id: string): boolean => {
    const room = client.getRoom(id);
    if (room === null) return false;
    const people = others(id);
    if (people.length > 1) return false;
    const [person] = people;
    if (person === undefined) {
      const gone = room.currentState.getMembers().filter(({ userId }) => userId !== me);
      return (
        gone.some(({ userId }) => ledger.direct(userId) === id) || (gone.length === 1 && nameOf(room) === '')
      );
    }
    return ledger.direct(person) === id || flagged(room) || nameOf(room) === '';
  };

  return {
    joined,
    others,
    isDirect,
    isDeserted: (id) => others(id).length === 0,
    directWith(userId) {
      const usable = (id: string) =>
        joined(id) !== null && others(id).length === 1 && others(id)[0] === userId;
      const known = ledger.direct(userId);
      if (known !== null && usable(known)) return known;
      // After a lost store, what the server says: the encrypted one that they are in, the newest of several.
      const found = client
        .getRooms()
        .filter(({ roomId }) => usable(roomId) && isDirect(roomId))
        .map((room) => ({
          id: room.roomId,
          there: room.getMember(userId)?.membership === 'join' ? 1 : 0,
          secret: room.hasEncryptionStateEvent() ? 1 : 0,
        }))
        .sort((a, b) => b.secret - a.secret || b.there - a.there)[0];
      if (found === undefined) return null;
      ledger.setDirect(userId, found.id);
      return found.id;
    },
    name(id) {
      const room = client.getRoom(id);
      return room === null ? '' : nameOf(room);
    },
  };
}
