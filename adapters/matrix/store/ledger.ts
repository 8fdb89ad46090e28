/** What the bot must know of its Matrix account after a restart, beside the keys: small rows in the same database. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { makeTables } from './indexed-db.ts';

export interface Session {
  readonly userId: string;
  readonly deviceId: string;
  readonly accessToken: string;
}

/** An event that no key opens yet. */
export interface Waiting {
  readonly id: string;
  readonly room: string;
  /** As the server gave it. */
  readonly event: unknown;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Whether its sender was told. */
  readonly told: boolean;
}

export interface Ledger {
  /** null before the first log-in. Throws WrongStoreKey. */
  session(): Session | null;
  setSession(session: Session | null): void;
  /** Position and rooms as of the last event that was stored; null before the first sync. */
  sync(): unknown;
  /** Forgets with it which events were given before. */
  setSync(sync: unknown): void;
  /** Whether that event was given and stored, since the position. */
  given(id: string): boolean;
  /** It waits for no key any more either. On the disk a moment later: whoever stored it knows it again all the same. */
  setGiven(id: string): void;
  waiting(): readonly Waiting[];
  wait(event: Waiting): void;
  stopWaiting(id: string): void;
  direct(userId: string): string | null;
  setDirect(userId: string, room: string): void;
  directs(): readonly { readonly person: string; readonly room: string }[];
  /** Values of the choices that a message of the bot offers, in their order; none when it offered none. */
  choices(message: string): readonly string[];
  setChoices(message: string, values: readonly string[]): void;
  /** A reaction, for when it is taken back: nothing is left of it then but its id. */
  sign(id: string): { readonly message: string; readonly emoji: string } | null;
  setSign(id: string, on: { readonly message: string; readonly emoji: string }): void;
  /** Rooms that the bot introduced itself in. */
  met(room: string): boolean;
  setMet(room: string): void;
  /** Removes the keys of a device that is lost, its session and its position. */
  forgetDevice(): void;
}

export class WrongStoreKey extends Error {}

/** Milliseconds in which events that were given are noted together: each commit waits for the disk. */
const TOGETHER = 250;

/** 32 bytes each for the crypto store and for what is sealed here, from one secret of the settings. */
export function keysFrom(secret: string): { readonly crypto: Uint8Array; readonly seal: Buffer } {
  const key = (of: string) => Buffer.from(hkdfSync('sha256', secret, '', `tour-de-table matrix ${of}`, 32));
  return { crypto: new Uint8Array(key('crypto')), seal: key('seal') };
}

export function ledgerOf(sql: DatabaseSync, seal: Buffer): Ledger {
  makeTables(sql);
  sql.exec(`CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS given (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS waiting (
      id TEXT PRIMARY KEY, room TEXT NOT NULL, event TEXT NOT NULL, since INTEGER NOT NULL, told INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS direct (person TEXT PRIMARY KEY, room TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS asked (message TEXT PRIMARY KEY, choices TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS sign (id TEXT PRIMARY KEY, message TEXT NOT NULL, emoji TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS met (room TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`);
  const read = sql.prepare('SELECT value FROM fact WHERE name = ?');
  const write = sql.prepare(
    'INSERT INTO fact VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const forget = sql.prepare('DELETE FROM fact WHERE name = ?');
  const isGiven = sql.prepare('SELECT 1 FROM given WHERE id = ?');
  const give = sql.prepare('INSERT OR IGNORE INTO given VALUES (?)');
  const put = sql.prepare(
    'INSERT INTO waiting VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET told = excluded.told',
  );
  const remove = sql.prepare('DELETE FROM waiting WHERE id = ?');
  const all = sql.prepare('SELECT id, room, event, since, told FROM waiting ORDER BY since, rowid');
  const findDirect = sql.prepare('SELECT room FROM direct WHERE person = ?');
  const allDirects = sql.prepare('SELECT person, room FROM direct ORDER BY person');
  const putDirect = sql.prepare(
    'INSERT INTO direct VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET room = excluded.room',
  );
  const findChoices = sql.prepare('SELECT choices FROM asked WHERE message = ?');
  const putChoices = sql.prepare('INSERT OR REPLACE INTO asked VALUES (?, ?)');
  const findSign = sql.prepare('SELECT message, emoji FROM sign WHERE id = ?');
  const putSign = sql.prepare('INSERT OR REPLACE INTO sign VALUES (?, ?, ?)');
  const isMet = sql.prepare('SELECT 1 FROM met WHERE room = ?');
  const meet = sql.prepare('INSERT OR IGNORE INTO met VALUES (?)');

  const fact = (name: string): Uint8Array | null =>
    (read.get(name) as { value: Uint8Array } | undefined)?.value ?? null;
  const together = (body: () => void): void => {
    sql.exec('BEGIN IMMEDIATE');
    try {
      body();
      sql.exec('COMMIT');
    } catch (error) {
      sql.exec('ROLLBACK');
      throw error;
    }
  };

  const noted = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const note = (): void => {
    timer = null;
    // Given again after this process, they are known to the inbox.
    if (!sql.isOpen || noted.size === 0) return;
    try {
      together(() => {
        for (const id of noted) {
          give.run(id);
          remove.run(id);
        }
      });
      noted.clear();
    } catch {
      timer = setTimeout(note, TOGETHER).unref();
    }
  };

  return {
    session() {
      const sealed = fact('session');
      return sealed === null ? null : (JSON.parse(opened(seal, sealed)) as Session);
    },
    setSession(session) {
      if (session === null) forget.run('session');
      else write.run('session', closed(seal, JSON.stringify(session)));
    },
    sync() {
      const kept = fact('sync');
      return kept === null ? null : JSON.parse(Buffer.from(kept).toString('utf8'));
    },
    setSync(sync) {
      together(() => {
        write.run('sync', Buffer.from(JSON.stringify(sync)));
        sql.exec('DELETE FROM given');
        for (const id of noted) remove.run(id);
      });
      noted.clear();
    },
    given: (id) => noted.has(id) || isGiven.get(id) !== undefined,
    setGiven(id) {
      noted.add(id);
      if (timer === null) timer = setTimeout(note, TOGETHER).unref();
    },
    waiting: () =>
      (all.all() as { id: string; room: string; event: string; since: number; told: number }[])
        .filter(({ id }) => !noted.has(id))
        .map(({ id, room, event, since, told }) => ({
          id,
          room,
          event: JSON.parse(event),
          since,
          told: told === 1,
        })),
    wait: ({ id, room, event, since, told }) =>
      void put.run(id, room, JSON.stringify(event), since, told ? 1 : 0),
    stopWaiting: (id) => void remove.run(id),
    direct: (userId) => (findDirect.get(userId) as { room: string } | undefined)?.room ?? null,
    directs: () => allDirects.all() as { person: string; room: string }[],
    setDirect: (userId, room) => void putDirect.run(userId, room),
    choices(message) {
      const found = findChoices.get(message) as { choices: string } | undefined;
      return found === undefined ? [] : (JSON.parse(found.choices) as string[]);
    },
    setChoices: (message, values) => void putChoices.run(message, JSON.stringify(values)),
    sign: (id) => (findSign.get(id) as { message: string; emoji: string } | undefined) ?? null,
    setSign: (id, { message, emoji }) => void putSign.run(id, message, emoji),
    met: (room) => isMet.get(room) !== undefined,
    setMet: (room) => void meet.run(room),
    forgetDevice() {
      together(() => {
        sql.exec(
          "DELETE FROM fact WHERE name IN ('session', 'sync'); DELETE FROM given; DELETE FROM idb_record; DELETE FROM idb_database",
        );
      });
    },
  };
}

const CIPHER = 'aes-256-gcm';

function closed(key: Buffer, text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function opened(key: Buffer, sealed: Uint8Array): string {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new WrongStoreKey('the store was made with another key', { cause: error });
  }
}
