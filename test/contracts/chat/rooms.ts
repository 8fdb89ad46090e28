import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/chat/port.ts';
import { type Harness, message, type Received } from './contract.ts';

/** What people do and see in rooms of a chat. */
export interface RoomSide {
  /** The reference of a room the bot is in: a new one with nobody else, or else any whose people are part of the test. */
  open(fresh: boolean): Promise<string>;
  /** Does nothing where they are in it. */
  enter(userId: string, room: string): Promise<void>;
  leave(userId: string, room: string): Promise<void>;
  /** Says something there; `thread` is the message whose thread is meant. `addressed`: it begins by naming the bot. */
  say(
    userId: string,
    room: string,
    text: string,
    how?: { thread?: string; addressed?: boolean },
  ): Promise<string>;
  /** Puts a thumb up on a message. */
  react(userId: string, room: string, message: string): Promise<void>;
  /** What the bot posted there, as this person sees it, oldest first; `thread` is null at the top of the room. */
  seen(
    userId: string,
    room: string,
  ): Promise<readonly { readonly ref: string; readonly text: string; readonly thread: string | null }[]>;
  pinned(room: string): Promise<readonly string[]>;
  /** How many signs the bot put on a message. */
  signs(room: string, message: string): Promise<number>;
}

/** What a chat with rooms must do there. */
export function roomContract(chatNow: () => Harness, receivedNow: () => Received): void {
  describe('in a room', () => {
    const setting = async (fresh = false) => {
      const chat = chatNow();
      const { rooms } = chat;
      if (rooms === undefined) return null;
      const received = receivedNow();
      await chat.port.start(received.take);
      const ref = await rooms.open(fresh);
      const [claire, marc] = [await chat.newcomer(), await chat.newcomer()];
      for (const one of [claire, marc]) await rooms.enter(one, ref);
      const place: Place = { workspace: chat.workspace, ref };
      return { chat, rooms, received, ref, claire, marc, place };
    };

    test('gives what is said at the top and in a thread, by whom, and whether it is to the bot', async () => {
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, received, ref, claire, marc, place } = here;
      const top = await rooms.say(claire, ref, 'bonjour à tous');
      expect(
        await received.next((event) => event.type === 'message' && event.from.userId === claire),
      ).toMatchObject({
        place: { kind: 'room', ref, thread: null },
        message: top,
        text: 'bonjour à tous',
        addressed: false,
      });
      await rooms.say(claire, ref, 'pause', { addressed: true });
      expect(await received.next((event) => event.type === 'message' && event.addressed)).toMatchObject({
        text: 'pause',
      });
      if (!chat.port.threads) return;
      const root = await chat.port.post(place, message('Axe 1'), 'k/0');
      await rooms.say(marc, ref, 'une halle', { thread: root });
      expect(
        await received.next((event) => event.type === 'message' && event.from.userId === marc),
      ).toMatchObject({
        place: { kind: 'room', ref, thread: root },
        text: 'une halle',
      });
    });

    test('tells who enters and who leaves', async () => {
      const here = await setting(true);
      if (here === null) return;
      const { rooms, received, ref, claire } = here;
      const entered = await received.next((event) => event.type === 'presence' && event.here);
      expect(entered).toMatchObject({ place: { kind: 'room', ref, thread: null } });
      await rooms.leave(claire, ref);
      expect(await received.next((event) => event.type === 'presence' && !event.here)).toMatchObject({
        from: { userId: claire, automatic: false },
      });
    });

    test('gives a sign that somebody puts on a message of a thread', async () => {
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, received, ref, claire, place } = here;
      const root = await chat.port.post(place, message('Priorités'), 'k/0');
      await rooms.react(claire, ref, root);
      expect(await received.next((event) => event.type === 'reaction')).toMatchObject({
        from: { userId: claire },
        place: { kind: 'room', ref },
        message: root,
        removed: false,
      });
    });

    test('posts for everybody, at the top and in a thread', async () => {
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, ref, claire, marc, place } = here;
      const root = await chat.port.post(place, message('Axe 1'), 'k/0');
      const thread = chat.port.threads ? root : null;
      const reply = await chat.port.post(
        thread === null ? place : { ...place, thread },
        message('noté'),
        'k/1',
      );
      expect(reply).not.toBe(root);
      for (const one of [claire, marc])
        expect(await rooms.seen(one, ref)).toEqual([
          { ref: root, text: 'Axe 1', thread: null },
          { ref: reply, text: 'noté', thread },
        ]);
    });

    test('changes a message in place, puts a sign on one, and keeps one in sight, where it can', async () => {
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, ref, claire, place } = here;
      const root = await chat.port.post(place, message('0 idée'), 'k/0');
      if (chat.port.edit) {
        await chat.port.edit(place, root, message('12 idées'));
        expect((await rooms.seen(claire, ref)).map(({ text }) => text)).toEqual(['12 idées']);
      }
      if (chat.port.react) {
        const said = await rooms.say(claire, ref, 'une halle');
        await chat.port.react(place, said, '✅');
        expect(await rooms.signs(ref, said)).toBe(1);
        await chat.port.react(place, said, '✅');
      }
      if (chat.port.pin) {
        await chat.port.pin(place, root);
        await chat.port.pin(place, root);
        expect(await rooms.pinned(ref)).toEqual([root]);
      }
    });

    test('whispers, where it can, to one person alone', async () => {
      if (chatNow().port.whisper === undefined) return;
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, ref, claire, marc, place } = here;
      await chat.port.whisper!(place, claire, message('pour vous seule'), 'k/0');
      expect((await rooms.seen(claire, ref)).map(({ text }) => text)).toEqual(['pour vous seule']);
      expect(await rooms.seen(marc, ref)).toEqual([]);
    });

    test('marks as automatic whatever it hears of its own there', async () => {
      const here = await setting();
      if (here === null) return;
      const { chat, rooms, received, ref, claire, place } = here;
      await chat.port.post(place, message('bonjour'), 'k/0');
      await rooms.say(claire, ref, 'bonjour');
      await received.next((event) => event.type === 'message' && event.from.userId === claire);
      const people = new Set([claire, here.marc]);
      for (const { from } of received.events) expect(from.automatic).toBe(!people.has(from.userId));
    });
  });
}
