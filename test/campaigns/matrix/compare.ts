/** What the homeserver has of the bot, against what the bot's database says. */
import { join } from 'node:path';
import { createClient, type MatrixClient, Method } from 'matrix-js-sdk';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import { openEmbedded } from '../../../src/store/embedded.ts';
import { tokenOf } from '../../adapters/matrix/partner.ts';
import type { Account } from '../../adapters/matrix/synapse.ts';
import { saidTwice } from '../twice.ts';
import type { Writer } from './people.ts';

export interface Compared {
  readonly url: string;
  readonly account: Account;
  /** Of the bot that was killed, and is stopped. */
  readonly home: string;
  readonly writers: readonly Writer[];
  /** All who should have been invited, once. */
  readonly invited: readonly string[];
  /** Ids of the events that people sent. */
  readonly said: readonly string[];
}

interface Raw {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly state_key?: string;
  readonly content: {
    readonly membership?: string;
    readonly 'm.relates_to'?: { readonly rel_type?: string };
  };
}

/** All of a room, in any order. */
async function eventsOf(client: MatrixClient, room: string): Promise<Raw[]> {
  const found: Raw[] = [];
  for (let from: string | undefined, first = true; first || from !== undefined; first = false) {
    const answer: { chunk: Raw[]; end?: string } = await client.http.authedRequest(
      Method.Get,
      `/rooms/${encodeURIComponent(room)}/messages`,
      { dir: 'b', limit: '500', ...(from === undefined ? {} : { from }) },
    );
    found.push(...answer.chunk);
    from = answer.end;
  }
  return found;
}

export async function compare(what: Compared): Promise<{ posted: number; wrongs: string[] }> {
  const { url, account, writers, invited, said } = what;
  const wrongs: string[] = [];
  const { access_token: accessToken } = await tokenOf(url, account);
  const hands = createClient({ baseUrl: url, userId: account.userId, accessToken, logger: silence });
  const posts = new Map<string, string>();
  const roomsWith = new Map<string, number>();
  for (const room of (await hands.getJoinedRooms()).joined_rooms)
    for (const event of await eventsOf(hands, room)) {
      const { membership } = event.content;
      if (event.type === 'm.room.member' && membership === 'invite' && event.sender === account.userId)
        roomsWith.set(event.state_key!, (roomsWith.get(event.state_key!) ?? 0) + 1);
      if (event.sender !== account.userId) continue;
      if (event.type === 'm.room.message') wrongs.push(`${event.event_id} was said in clear`);
      if (event.type === 'm.room.encrypted' && event.content['m.relates_to']?.rel_type !== 'm.replace')
        posts.set(event.event_id, room);
    }
  await hands.logout();
  for (const userId of invited)
    if (roomsWith.get(userId) !== 1)
      wrongs.push(`${userId} was asked into ${roomsWith.get(userId) ?? 0} rooms`);

  const database = await openEmbedded(join(what.home, 'data'));
  try {
    const conversations = await database.prisma.conversation.findMany({ where: { platform: 'matrix' } });
    const deliveries = await database.prisma.delivery.findMany({
      where: { conversationId: { in: conversations.map(({ id }) => id) } },
    });
    const stored = new Map((await database.prisma.inbound.findMany()).map((row) => [row.eventId, row]));
    const answered = new Set(deliveries.map(({ inboundId }) => inboundId));
    for (const id of said) {
      const row = stored.get(id);
      if (row?.state !== 'handled') wrongs.push(`what was said in ${id} is ${row?.state ?? 'lost'}`);
      else if (!answered.has(row.id)) wrongs.push(`what was said in ${id} has no answer`);
    }
    wrongs.push(...saidTwice(deliveries));
    const known = new Set(deliveries.flatMap(({ messageRef }) => messageRef ?? []));
    for (const { id, kind, state, messageRef } of deliveries) {
      if (state !== 'sent' && state !== 'dropped') wrongs.push(`${kind} ${id} is ${state}`);
      if (messageRef !== null && !posts.has(messageRef)) wrongs.push(`${kind} ${id} is not there`);
    }
    for (const [id, room] of posts)
      if (!known.has(id)) wrongs.push(`${id} in ${room} is there once too often`);
    for (const userId of invited) {
      const own = conversations.filter((one) => one.userId === userId).map(({ id }) => id);
      const got = deliveries.filter(
        ({ conversationId, kind, state }) =>
          own.includes(conversationId) && kind === 'invitation' && state === 'sent',
      );
      if (got.length !== 1) wrongs.push(`${userId} got ${got.length} invitations`);
    }
    for (const writer of writers) {
      const opened = await writer.opensAll().catch((error: Error) => error);
      if (opened instanceof Error) wrongs.push(opened.message);
      const own = conversations.find((one) => one.userId === writer.userId)?.externalRef;
      const there = [...posts.values()].filter((room) => room === own).length;
      if (opened !== there) wrongs.push(`${writer.userId} opens ${opened} of ${there} messages`);
    }
  } finally {
    await database.close();
  }
  return { posted: posts.size, wrongs };
}
