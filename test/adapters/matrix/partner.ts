/** Somebody in Element, as far as the bot can tell: a client of the SDK, encrypted, its keys in memory. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ClientEvent, createClient, type MatrixClient, MatrixEvent, Method, RoomEvent } from 'matrix-js-sdk';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import type { Account } from './synapse.ts';

export interface Seen {
  readonly ref: string;
  readonly text: string;
  readonly thread: string | null;
  readonly html: string;
  readonly type: string;
}

export interface Shared {
  readonly ref: string;
  readonly name: string;
  readonly caption: string;
  readonly isImage: boolean;
  readonly data: Buffer;
}

interface Enclosing {
  readonly msgtype: string;
  readonly filename: string;
  readonly body: string;
  readonly file?: {
    readonly url: string;
    readonly key: { readonly k: string };
    readonly iv: string;
    readonly hashes: { readonly sha256: string };
  };
}

type Content = Record<string, unknown>;
interface Raw {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly content: Content;
}

/** Milliseconds: how long something may take to arrive. */
const PATIENCE = 40_000;
export const MEGOLM = {
  type: 'm.room.encryption',
  state_key: '',
  content: { algorithm: 'm.megolm.v1.aes-sha2' },
};

export async function eventually<T>(
  look: () => Promise<T | null | undefined | false>,
  what: string,
  patience = PATIENCE,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`it did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Logs in and says no more than that. */
export async function tokenOf(url: string, account: Account) {
  const client = createClient({ baseUrl: url, logger: silence });
  return client.loginRequest({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: account.userId },
    password: account.password,
  });
}

export class Partner {
  readonly client: MatrixClient;
  readonly userId: string;
  readonly #bot: string;
  /** Their direct conversation with the bot. */
  direct: string | null = null;
  /** Whether they go where they are asked. */
  joins = true;

  private constructor(client: MatrixClient, bot: string) {
    this.client = client;
    this.userId = client.getUserId()!;
    this.#bot = bot;
  }

  static async enter(url: string, account: Account, bot: string): Promise<Partner> {
    const { user_id: userId, device_id: deviceId, access_token: accessToken } = await tokenOf(url, account);
    const client = createClient({ baseUrl: url, userId, deviceId, accessToken, logger: silence });
    await client.initRustCrypto({ useIndexedDB: false });
    client.getCrypto()!.globalBlacklistUnverifiedDevices = false;
    const synced = new Promise<void>((resolve) => client.once(ClientEvent.Sync, () => resolve()));
    await client.startClient({ initialSyncLimit: 5, disablePresence: true });
    await synced;
    const partner = new Partner(client, bot);
    client.on(RoomEvent.MyMembership, (room, membership) => {
      if (membership === 'invite' && partner.joins) void partner.join(room.roomId);
    });
    return partner;
  }

  async join(room: string): Promise<void> {
    const member = () => this.client.getRoom(room)?.getMember(this.userId)?.events.member;
    // It comes after the news of it.
    const invited = await eventually(async () => member(), `${this.userId} is asked into ${room}`);
    const isDirect = [invited.getContent(), invited.getPrevContent()].some((one) => one.is_direct === true);
    await this.client.joinRoom(room);
    if (isDirect) this.direct ??= room;
  }

  /** Opens the conversation with the bot when there is none. */
  async conversation(): Promise<string> {
    if (this.direct !== null) return this.direct;
    const { room_id } = await this.client.createRoom({
      is_direct: true,
      preset: 'trusted_private_chat' as never,
      invite: [this.#bot],
      initial_state: [MEGOLM],
    });
    this.direct = room_id;
    return room_id;
  }

  async say(
    text: string,
    how: { room?: string; thread?: string; replyTo?: string; to?: string } = {},
  ): Promise<string> {
    const room = how.room ?? (await this.conversation());
    const relation = {
      ...(how.thread === undefined ? {} : { rel_type: 'm.thread', event_id: how.thread }),
      ...(how.replyTo === undefined ? {} : { 'm.in_reply_to': { event_id: how.replyTo } }),
    };
    return this.send(room, {
      msgtype: 'm.text',
      body: text,
      ...(Object.keys(relation).length === 0 ? {} : { 'm.relates_to': relation }),
      'm.mentions': how.to === undefined ? {} : { user_ids: [how.to] },
    });
  }

  /** A room of many, encrypted, with the bot and others asked in. */
  async room(name: string, others: readonly string[] = []): Promise<string> {
    const { room_id } = await this.client.createRoom({
      name,
      invite: [this.#bot, ...others],
      initial_state: [MEGOLM],
    });
    await this.knows(room_id);
    return room_id;
  }

  async send(room: string, content: Content, type = 'm.room.message'): Promise<string> {
    await this.knows(room);
    const { event_id } = await this.client.sendEvent(room, type as never, content as never);
    return event_id;
  }

  /** Aware of its encryption and of the bot: a client that isn't yet would speak in clear, or to nobody. */
  async knows(room: string): Promise<void> {
    await eventually(async () => {
      const known = this.client.getRoom(room);
      const bot = known?.getMember(this.#bot)?.membership;
      return known?.hasEncryptionStateEvent() === true && (bot === 'invite' || bot === 'join');
    }, `${this.userId} sees ${room}`);
  }

  edit(message: string, text: string, room = this.direct!): Promise<string> {
    return this.send(room, {
      msgtype: 'm.text',
      body: `* ${text}`,
      'm.new_content': { msgtype: 'm.text', body: text },
      'm.relates_to': { rel_type: 'm.replace', event_id: message },
    });
  }

  /** Sends a file, encrypted as clients do. */
  async share(name: string, text: string, room = this.direct!): Promise<string> {
    const [key, iv] = [randomBytes(32), Buffer.concat([randomBytes(8), Buffer.alloc(8)])];
    const cipher = createCipheriv('aes-256-ctr', key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const { content_uri: url } = await this.client.uploadContent(sealed, {
      type: 'application/octet-stream',
    });
    const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/u, '');
    return this.send(room, {
      msgtype: 'm.file',
      body: name,
      info: { mimetype: 'text/plain', size: sealed.length },
      file: {
        url,
        v: 'v2',
        key: {
          kty: 'oct',
          alg: 'A256CTR',
          ext: true,
          key_ops: ['encrypt', 'decrypt'],
          k: key.toString('base64url'),
        },
        iv: plain(iv),
        hashes: { sha256: plain(createHash('sha256').update(sealed).digest()) },
      },
    });
  }

  async redact(message: string, room = this.direct!): Promise<void> {
    await this.client.redactEvent(room, message);
  }

  react(message: string, key: string, room = this.direct!): Promise<string> {
    const relation = { rel_type: 'm.annotation', event_id: message, key };
    return this.send(room, { 'm.relates_to': relation }, 'm.reaction');
  }

  /** Files that the bot posted there, oldest first, opened. */
  async files(room = this.direct!): Promise<Shared[]> {
    const files: Shared[] = [];
    for (const { ref } of await this.seen(room)) {
      const raw = (await this.client.fetchRoomEvent(room, ref)) as unknown as Raw;
      const { msgtype, filename, body, file } = (await this.#read(room, raw)) as unknown as Enclosing;
      if (file === undefined) continue;
      const address = this.client.mxcUrlToHttp(file.url, undefined, undefined, undefined, false, true, true)!;
      const authorization = `Bearer ${this.client.getAccessToken()}`;
      const sealed = Buffer.from(await (await fetch(address, { headers: { authorization } })).arrayBuffer());
      const sum = createHash('sha256').update(sealed).digest('base64').replace(/=+$/u, '');
      if (sum !== file.hashes.sha256) throw new Error(`${filename} is not what was sent`);
      const key = Buffer.from(file.key.k, 'base64url');
      const decipher = createDecipheriv('aes-256-ctr', key, Buffer.from(file.iv, 'base64'));
      const data = Buffer.concat([decipher.update(sealed), decipher.final()]);
      files.push({ ref, name: filename, caption: body, isImage: msgtype === 'm.image', data });
    }
    return files;
  }

  /** What the bot posted there, oldest first, as it stands. */
  async seen(room = this.direct): Promise<Seen[]> {
    if (room === null) return [];
    await this.knows(room);
    const { chunk } = await this.client.http.authedRequest<{ chunk: Raw[] }>(
      Method.Get,
      `/rooms/${encodeURIComponent(room)}/messages`,
      { dir: 'b', limit: '500' },
    );
    const lines = new Map<string, Seen>();
    for (const raw of chunk.reverse().filter(({ sender }) => sender === this.#bot)) {
      if (raw.type !== 'm.room.message' && raw.type !== 'm.room.encrypted') continue;
      if (Object.keys(raw.content).length === 0) continue;
      const content = await this.#read(room, raw);
      const relation = (raw.content['m.relates_to'] ?? {}) as { rel_type?: string; event_id?: string };
      const shown = (content['m.new_content'] ?? content) as { body: string; formatted_body?: string };
      const line = { text: shown.body, html: shown.formatted_body ?? '', type: raw.type };
      if (relation.rel_type === 'm.replace') {
        const before = lines.get(relation.event_id!);
        if (before !== undefined) lines.set(before.ref, { ...before, ...line });
      } else {
        const thread = relation.rel_type === 'm.thread' ? relation.event_id! : null;
        lines.set(raw.event_id, { ref: raw.event_id, thread, ...line });
      }
    }
    return [...lines.values()];
  }

  async #read(room: string, raw: Raw): Promise<Content> {
    return eventually(async () => {
      const event = new MatrixEvent({ ...raw, room_id: room } as never);
      await this.client.decryptEventIfNeeded(event);
      return event.isDecryptionFailure() ? null : event.getContent();
    }, `${this.userId} reads ${raw.event_id}`);
  }

  leave(): void {
    this.client.removeAllListeners();
    this.client.stopClient();
  }
}
