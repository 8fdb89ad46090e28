import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { degrade } from '../../../src/chat/degrade.ts';
import { Inbound } from '../../../src/chat/inbound.ts';
import type { Message } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';
import type { ChatPort, Place } from '../../../src/chat/port.ts';
import { type RoomSide, roomContract } from './rooms.ts';

/** A chat and its other side, as a person there sees it. */
export interface Harness {
  readonly port: ChatPort;
  readonly workspace: string;
  /** The user id of somebody who never met the bot. */
  newcomer(): Promise<string>;
  /** Says something to the bot, in their direct conversation; the platform's reference of it. */
  say(userId: string, text: string): Promise<string>;
  edit(userId: string, message: string, text: string): Promise<void>;
  delete(userId: string, message: string): Promise<void>;
  /** Presses a button of a message; absent where there are none. */
  press?(userId: string, message: string, value: string): Promise<void>;
  /** Rooms, where people meet in them; absent where each follows from their own conversation. */
  readonly rooms?: RoomSide;
  /** What the bot posted, as this person reads it, oldest first. */
  seen(userId: string): Promise<readonly { readonly ref: string; readonly text: string }[]>;
  /** Files that the bot posted to them, oldest first; absent where a file is a link of its message. */
  files?(userId: string): Promise<
    readonly {
      readonly name: string;
      readonly title: string;
      readonly alt: string | null;
      readonly data: Uint8Array;
    }[]
  >;
  /** The bot's process died and another one begins: its chat, not started. */
  restart(): Promise<ChatPort>;
  close(): Promise<void>;
}

export const message = (text: string, choices: Message['choices'] = []): Message => ({
  lang: 'fr',
  blocks: [{ type: 'paragraph', content: [{ text }] }],
  choices,
});

const KEYS = [
  '01994d00-0000-7000-8000-00000000aaaa',
  '01994d00-0000-7000-8000-00000000bbbb',
  '01994d00-0000-7000-8000-00000000cccc',
];
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What every chat must do, whatever it is made of. */
export function chatContract(name: string, make: () => Promise<Harness>): void {
  describe(`the chat ${name}`, () => {
    let chat: Harness;
    let received: Received;
    beforeEach(async () => {
      chat = await make();
      received = new Received();
    });
    afterEach(async () => {
      await chat.port.stop();
      await chat.close();
    });

    const direct = async (userId: string): Promise<Place> => ({
      workspace: chat.workspace,
      ref: await chat.port.openDirect(chat.workspace, userId),
    });

    test('gives what a person says as a well-formed event', async () => {
      await chat.port.start(received.take);
      const claire = await chat.newcomer();
      const ref = await chat.say(claire, 'de la tréso');
      const event = await received.next(({ from }) => !from.automatic);
      expect(event).toMatchObject({
        type: 'message',
        platform: chat.port.platform,
        workspace: chat.workspace,
        from: { userId: claire, automatic: false },
        place: { kind: 'direct' },
        message: ref,
        text: 'de la tréso',
        files: [],
      });
      expect(event.place.ref).toBe(await chat.port.openDirect(chat.workspace, claire));
    });

    test('gives changes under the reference of what they change, each event with an id of its own', async () => {
      await chat.port.start(received.take);
      const claire = await chat.newcomer();
      const ref = await chat.say(claire, 'de la tréso');
      await received.next(({ type }) => type === 'message');
      await chat.edit(claire, ref, 'de la trésorerie');
      expect(await received.next(({ type }) => type === 'edit')).toMatchObject({
        message: ref,
        text: 'de la trésorerie',
      });
      await chat.delete(claire, ref);
      expect(await received.next(({ type }) => type === 'delete')).toMatchObject({ message: ref });
      const ids = received.events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('gives again, under the same id, what could not be stored', async () => {
      let refusals = 2;
      await chat.port.start(async (event) => {
        if (refusals > 0 && (event as Inbound).from.automatic === false) {
          refusals -= 1;
          received.refused.push((event as Inbound).id);
          throw new Error('not stored');
        }
        await received.take(event);
      });
      await chat.say(await chat.newcomer(), 'malgré tout');
      const event = await received.next(({ from }) => !from.automatic);
      expect(event).toMatchObject({ text: 'malgré tout' });
      expect(received.refused).toEqual([event.id, event.id]);
    });

    test('gives to the next process what the one before never stored, and nothing it stored', async () => {
      let release = () => {};
      const never = new Promise<void>((resolve) => {
        release = resolve;
      });
      await chat.port.start((event) =>
        (event as { text?: string }).text === 'perdu ?' ? never : received.take(event),
      );
      const claire = await chat.newcomer();
      await chat.say(claire, 'stocké');
      await received.next(({ from }) => !from.automatic);
      await chat.say(claire, 'perdu ?');
      const next = await chat.restart();
      const after = new Received();
      await next.start(after.take);
      expect(await after.next(({ from }) => !from.automatic)).toMatchObject({ text: 'perdu ?' });
      expect(after.events.filter((event) => 'text' in event && event.text === 'stocké')).toEqual([]);
      await next.stop();
      release();
    });

    test('gives nothing once stopped, and keeps it for the next start', async () => {
      await chat.port.start(received.take);
      await chat.port.stop();
      await chat.say(await chat.newcomer(), 'trop tard ?');
      expect(received.events).toEqual([]);
      await chat.port.start(received.take);
      expect(await received.next(({ from }) => !from.automatic)).toMatchObject({ text: 'trop tard ?' });
    });

    test('stops only when nothing is on its way', async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let stored = false;
      const begun = new Promise<void>((resolve) => {
        void chat.port.start(async () => {
          resolve();
          await held;
          stored = true;
        });
      });
      await chat.say(await chat.newcomer(), 'en chemin');
      await begun;
      const stopped = chat.port.stop();
      release();
      await stopped;
      expect(stored).toBe(true);
    });

    test('posts to a person it opens a place with, the same place each time', async () => {
      const [claire, marc] = [await chat.newcomer(), await chat.newcomer()];
      const place = await direct(claire);
      expect(await direct(claire)).toEqual(place);
      expect((await direct(marc)).ref).not.toBe(place.ref);
      const refs = [
        await chat.port.post(place, message('un'), 'k/0'),
        await chat.port.post(place, message('deux'), 'k/1'),
      ];
      expect(refs[0]).not.toBe(refs[1]);
      expect(await chat.seen(claire)).toEqual([
        { ref: refs[0], text: 'un' },
        { ref: refs[1], text: 'deux' },
      ]);
      expect(await chat.seen(marc)).toEqual([]);
    });

    test('marks as automatic whatever it hears of its own messages', async () => {
      await chat.port.start(received.take);
      const claire = await chat.newcomer();
      await chat.port.post(await direct(claire), message('bonjour'), 'k/0');
      await chat.say(claire, 'bonjour');
      await received.next(({ from }) => from.userId === claire);
      for (const event of received.events) expect(event.from.automatic).toBe(event.from.userId !== claire);
    });

    test('takes the longest text it allows, and refuses for good what is longer', async () => {
      const claire = await chat.newcomer();
      const place = await direct(claire);
      const text = 'Une phrase. '.repeat(4_000).slice(0, 40_001);
      const parts = degrade(message(text), chat.port);
      for (const [index, part] of parts.entries()) {
        expect(plain(part).length).toBeLessThanOrEqual(chat.port.maxText);
        await chat.port.post(place, part, `k/${index}`);
      }
      expect(await chat.seen(claire)).toHaveLength(parts.length);
      const tooLong = message('x'.repeat(chat.port.maxText + 1));
      await expect(chat.port.post(place, tooLong, 'k2/0')).rejects.toMatchObject({ transient: false });
    });

    test("shows people's text as text, whatever it holds", async () => {
      const claire = await chat.newcomer();
      const place = await direct(claire);
      const hostile =
        '<!channel> <@U123> @room *gras* `code` <script>alert(1)</script> &lt; [x](http://127.0.0.1/) $& \\';
      await chat.port.post(
        place,
        { lang: 'fr', blocks: [{ type: 'quote', content: [{ text: hostile, person: true }] }], choices: [] },
        'k/0',
      );
      expect((await chat.seen(claire))[0]!.text).toContain(hostile);
    });

    test('gives back a choice by its value, where it has buttons', async () => {
      const claire = await chat.newcomer();
      const place = await direct(claire);
      const offered = message('On commence ?', [{ value: 'start', label: 'Commencer' }]);
      if (chat.port.maxButtons === undefined) {
        const [written] = degrade(offered, chat.port);
        await chat.port.post(place, written!, 'k/0');
        expect((await chat.seen(claire))[0]!.text).toContain('1. Commencer');
        return;
      }
      await chat.port.start(received.take);
      const ref = await chat.port.post(place, offered, 'k/0');
      await chat.press!(claire, ref, 'start');
      expect(await received.next(({ type }) => type === 'choice')).toMatchObject({
        message: ref,
        value: 'start',
      });
    });

    test('finds, where it can look, what was posted under a key, and only that', async () => {
      const { reconcile } = chat.port;
      if (reconcile === undefined) return;
      const [claire, marc] = [await chat.newcomer(), await chat.newcomer()];
      const place = await direct(claire);
      const ref = await chat.port.post(place, message('un'), 'k/0');
      expect(await reconcile(place, 'k/0')).toBe(ref);
      expect(await reconcile(place, 'k/1')).toBeNull();
      expect(await reconcile(await direct(marc), 'k/0')).toBeNull();
    });

    test('sends, where it can, a file under its title, with what a picture shows in words; found again under its key', async () => {
      const { upload, reconcile } = chat.port;
      if (upload === undefined) return;
      const [claire, marc] = [await chat.newcomer(), await chat.newcomer()];
      const place = await direct(claire);
      const data = Buffer.from('é,"une proposition"\n'.repeat(20_000));
      const table = { name: 'propositions.csv', mime: 'text/csv', data, title: 'Propositions' };
      const alt = '3 personnes sur 5 ont répondu';
      const picture = {
        name: 'participation.png',
        mime: 'image/png',
        data: PIXEL,
        title: 'Participation',
        alt,
      };
      await upload(place, table, `${KEYS[0]}/file`);
      await upload(place, picture, `${KEYS[1]}/file`);
      const files = await chat.files!(claire);
      expect(files.map(({ title, alt }) => ({ title, alt }))).toEqual([
        { title: 'Propositions', alt: null },
        { title: 'Participation', alt },
      ]);
      expect(files.map(({ name }) => /^[a-z]+.*\.(csv|png)$/u.exec(name)?.[1])).toEqual(['csv', 'png']);
      expect(Buffer.compare(files[0]!.data, data)).toBe(0);
      expect(Buffer.compare(files[1]!.data, PIXEL)).toBe(0);
      expect(await chat.files!(marc)).toEqual([]);
      if (reconcile === undefined) return;
      expect(await reconcile(place, `${KEYS[1]}/file`)).not.toBeNull();
      expect(await reconcile(place, `${KEYS[2]}/file`)).toBeNull();
      expect(await reconcile(await direct(marc), `${KEYS[1]}/file`)).toBeNull();
    });

    test('refuses for good, where it can send files, one that is larger than it allows', async () => {
      const { upload, maxFile = 0 } = chat.port;
      if (upload === undefined) return;
      const claire = await chat.newcomer();
      const data = new Uint8Array(maxFile + 1);
      const file = { name: 'lourd.csv', mime: 'text/csv', data, title: 'Lourd' };
      const sent = upload(await direct(claire), file, `${KEYS[0]}/file`);
      await expect(sent).rejects.toMatchObject({ transient: false, scope: 'call' });
      expect(await chat.files!(claire)).toEqual([]);
    });

    test('changes, where it can, a message in place', async () => {
      const { edit } = chat.port;
      if (edit === undefined) return;
      const claire = await chat.newcomer();
      const place = await direct(claire);
      const ref = await chat.port.post(place, message('un'), 'k/0');
      await edit(place, ref, message('un, corrigé'));
      expect(await chat.seen(claire)).toEqual([{ ref, text: 'un, corrigé' }]);
    });

    roomContract(
      () => chat,
      () => received,
    );
  });
}

export class Received {
  readonly events: Inbound[] = [];
  readonly refused: string[] = [];
  #watchers: (() => void)[] = [];

  take = async (event: unknown): Promise<void> => {
    this.events.push(Inbound.parse(event));
    for (const watcher of this.#watchers) watcher();
  };

  next(matches: (event: Inbound) => boolean): Promise<Inbound> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.events.find(matches);
        if (found !== undefined) resolve(found);
      };
      this.#watchers.push(look);
      look();
    });
  }
}
