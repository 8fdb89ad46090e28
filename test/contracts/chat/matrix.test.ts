import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, Method } from 'matrix-js-sdk';
import { beforeAll, describe } from 'vitest';
import { type MatrixChat, WORKSPACE } from '../../../adapters/matrix/chat.ts';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import { PHRASES } from '../../../adapters/matrix/locales.ts';
import type { Told } from '../../../src/chat/inbound.ts';
import type { ChatPort } from '../../../src/chat/port.ts';
import { botOf, settingsOf } from '../../adapters/matrix/bot.ts';
import { eventually, MEGOLM, Partner, tokenOf } from '../../adapters/matrix/partner.ts';
import { hasPython } from '../../adapters/matrix/python.ts';
import { type SharedSynapse, sharedSynapse } from '../../adapters/matrix/shared.ts';
import { chatContract, type Harness } from './contract.ts';

let synapse: SharedSynapse;

async function make(): Promise<Harness> {
  const account = await synapse.register();
  const home = mkdtempSync(join(tmpdir(), 'tour-matrix-'));
  const people = new Map<string, Partner>();
  const here = new Set<string>();
  let lives = 1;
  const chats: MatrixChat[] = [];
  const started = (): ChatPort => {
    const own = botOf(settingsOf(synapse, account), join(home, String(lives)), {
      phrases: { ...PHRASES.fr, introduction: () => 'introduction' },
    });
    chats.push(own);
    return {
      ...own,
      start: (receive) =>
        own.start(async (event) => {
          await receive(event);
          const { type, place, from } = event as Told;
          if (type === 'presence')
            here.add(`${place.ref} ${from.userId} ${(event as { here: boolean }).here}`);
        }),
      async openDirect(workspace, userId) {
        const room = await own.openDirect(workspace, userId);
        const partner = people.get(userId)!;
        await partner.join(room);
        partner.direct = room;
        return room;
      },
    };
  };
  const port = started();
  const { access_token: accessToken } = await tokenOf(synapse.url, account);
  /** The bot's account itself, in the hands of the tests. */
  const hands = createClient({ baseUrl: synapse.url, userId: account.userId, accessToken, logger: silence });
  const states = (room: string, type: string) =>
    hands.http.authedRequest<{ pinned?: string[] }>(
      Method.Get,
      `/rooms/${encodeURIComponent(room)}/state/${type}/`,
    );
  return {
    port,
    workspace: WORKSPACE,
    async newcomer() {
      const partner = await Partner.enter(synapse.url, await synapse.register(), account.userId);
      people.set(partner.userId, partner);
      return partner.userId;
    },
    say: (userId, text) => people.get(userId)!.say(text),
    edit: async (userId, message, text) => void (await people.get(userId)!.edit(message, text)),
    delete: (userId, message) => people.get(userId)!.redact(message),
    press: async (userId, message) => void (await people.get(userId)!.react(message, '1️⃣')),
    seen: async (userId) => (await people.get(userId)!.seen()).map(({ ref, text }) => ({ ref, text })),
    rooms: {
      async open() {
        const { room_id } = await hands.createRoom({ name: 'Salle', initial_state: [MEGOLM] });
        return room_id;
      },
      async enter(userId, room) {
        await hands.invite(room, userId);
        await people.get(userId)!.join(room);
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
          text === 'introduction' ? [] : [{ ref, text, thread }],
        ),
      pinned: async (room) => (await states(room, 'm.room.pinned_events')).pinned ?? [],
      async signs(room, message) {
        const { chunk } = await hands.fetchRelations(room, message, 'm.annotation', 'm.reaction');
        return chunk.filter(({ sender }) => sender === account.userId).length;
      },
    },
    async restart() {
      // The process before loses its volume, as by a kill; what it holds in memory goes nowhere.
      renameSync(join(home, String(lives)), join(home, String(lives + 1)));
      lives += 1;
      return started();
    },
    async close() {
      for (const partner of people.values()) partner.leave();
      await Promise.all(chats.map((chat) => chat.stop()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

describe.skipIf(!hasPython)('on a Synapse', () => {
  beforeAll(async () => {
    synapse = await sharedSynapse();
  }, 10 * 60_000);
  chatContract('of Matrix, encrypted', make);
});
