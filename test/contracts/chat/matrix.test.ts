import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type MatrixClient, Method } from 'matrix-js-sdk';
import { afterAll, beforeAll, describe } from 'vitest';
import { type MatrixChat, WORKSPACE } from '../../../adapters/matrix/chat.ts';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import { PHRASES } from '../../../adapters/matrix/locales.ts';
import type { Told } from '../../../src/chat/inbound.ts';
import type { ChatPort } from '../../../src/chat/port.ts';
import { botOf, settingsOf } from '../../adapters/matrix/bot.ts';
import { eventually, MEGOLM, Partner, tokenOf } from '../../adapters/matrix/partner.ts';
import { hasPython } from '../../adapters/matrix/python.ts';
import { type SharedSynapse, sharedSynapse } from '../../adapters/matrix/shared.ts';
import type { Account } from '../../adapters/matrix/synapse.ts';
import { chatContract, type Harness } from './contract.ts';

/** What the tests of the file share: making an account with its keys, and encrypted rooms, is what takes long. */
interface World {
  readonly synapse: SharedSynapse;
  readonly account: Account;
  readonly home: string;
  /** The bot's account itself, in the hands of the tests. */
  readonly hands: MatrixClient;
  readonly people: Map<string, Partner>;
  /** Where they meet. */
  room: string | null;
  /** How often its volume was lost: the folder it is in. */
  lives: number;
}
let world: World;

async function makeWorld(): Promise<World> {
  const synapse = await sharedSynapse();
  const account = await synapse.register();
  const { access_token: accessToken } = await tokenOf(synapse.url, account);
  return {
    synapse,
    account,
    home: mkdtempSync(join(tmpdir(), 'tour-matrix-')),
    hands: createClient({ baseUrl: synapse.url, userId: account.userId, accessToken, logger: silence }),
    people: new Map(),
    room: null,
    lives: 1,
  };
}

async function make(): Promise<Harness> {
  const { synapse, account, home, hands, people } = world;
  const begun = Date.now();
  const known = [...people.values()];
  /** What they read in other tests. */
  const before = new Set<string>();
  const here = new Set<string>();
  const chats: MatrixChat[] = [];
  const started = (): ChatPort => {
    const own = botOf(settingsOf(synapse, account), join(home, String(world.lives)), {
      phrases: { ...PHRASES.fr, introduction: () => 'introduction' },
    });
    chats.push(own);
    return {
      ...own,
      start: (receive) =>
        own.start(async (event) => {
          const { type, place, from, at } = event as Told;
          // Nobody waited for it in the test before.
          if (at < begun) return;
          await receive(event);
          if (type === 'presence')
            here.add(`${place.ref} ${from.userId} ${(event as { here: boolean }).here}`);
        }),
      // Keys are another test's too, and would be the same message there.
      post: (place, message, key) => own.post(place, message, `${begun} ${key}`),
      upload: (place, file, key) => own.upload!(place, file, `${begun} ${key}`),
      async openDirect(workspace, userId) {
        const room = await own.openDirect(workspace, userId);
        const partner = people.get(userId)!;
        if (partner.direct !== room) await partner.join(room);
        partner.direct = room;
        return room;
      },
    };
  };
  const port = started();
  const states = (room: string, type: string) =>
    hands.http.authedRequest<{ pinned?: string[] }>(
      Method.Get,
      `/rooms/${encodeURIComponent(room)}/state/${type}/`,
    );
  return {
    port,
    workspace: WORKSPACE,
    async newcomer() {
      const partner =
        known.shift() ?? (await Partner.enter(synapse.url, await synapse.register(), account.userId));
      people.set(partner.userId, partner);
      for (const { ref } of await partner.seen()) before.add(ref);
      return partner.userId;
    },
    say: (userId, text) => people.get(userId)!.say(text),
    edit: async (userId, message, text) => void (await people.get(userId)!.edit(message, text)),
    delete: (userId, message) => people.get(userId)!.redact(message),
    press: async (userId, message) => void (await people.get(userId)!.react(message, '1️⃣')),
    seen: async (userId) =>
      (await people.get(userId)!.seen()).flatMap(({ ref, text }) => (before.has(ref) ? [] : [{ ref, text }])),
    files: async (userId) =>
      (await people.get(userId)!.files()).flatMap(({ ref, name, caption, isImage, data }) => {
        if (before.has(ref)) return [];
        const [title = '', alt] = caption.split('\n');
        return [{ name, title, alt: isImage && alt !== undefined ? alt : null, data }];
      }),
    rooms: {
      async open(fresh) {
        if (!fresh && world.room !== null) return world.room;
        const { room_id } = await hands.createRoom({ name: 'Salle', initial_state: [MEGOLM] });
        if (!fresh) world.room = room_id;
        return room_id;
      },
      async enter(userId, room) {
        const partner = people.get(userId)!;
        if (partner.client.getRoom(room)?.getMyMembership() === 'join') {
          for (const { ref } of await partner.seen(room)) before.add(ref);
          return;
        }
        await hands.invite(room, userId);
        await partner.join(room);
        await eventually(async () => here.has(`${room} ${userId} true`), `the bot sees ${userId}`);
      },
      leave: async (userId, room) => void (await people.get(userId)!.client.leave(room)),
      say: (userId, room, text, { thread, addressed } = {}) =>
        people
          .get(userId)!
          .say(addressed ? `!tour ${text}` : text, { room, ...(thread === undefined ? {} : { thread }) }),
      react: async (userId, room, message) => void (await people.get(userId)!.react(message, '👍', room)),
      seen: async (userId, room) =>
        (await people.get(userId)!.seen(room)).flatMap(({ ref, text, thread }) =>
          text === 'introduction' || before.has(ref) ? [] : [{ ref, text, thread }],
        ),
      pinned: async (room) => (await states(room, 'm.room.pinned_events')).pinned ?? [],
      async signs(room, message) {
        const { chunk } = await hands.fetchRelations(room, message, 'm.annotation', 'm.reaction');
        return chunk.filter(({ sender }) => sender === account.userId).length;
      },
    },
    async restart() {
      // The process before loses its volume, as by a kill; what it holds in memory goes nowhere.
      renameSync(join(home, String(world.lives)), join(home, String(world.lives + 1)));
      world.lives += 1;
      return started();
    },
    async close() {
      await Promise.all(chats.map((chat) => chat.stop()));
    },
  };
}

describe.skipIf(!hasPython)('on a Synapse', () => {
  beforeAll(async () => {
    world = await makeWorld();
  }, 10 * 60_000);
  afterAll(() => {
    for (const partner of world?.people.values() ?? []) partner.leave();
    if (world !== undefined) rmSync(world.home, { recursive: true, force: true });
  });
  chatContract('of Matrix, encrypted', make);
});
