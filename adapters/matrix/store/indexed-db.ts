/**
 * An IndexedDB that is durable. The SDK's crypto keeps its keys in IndexedDB, which Node has not: fake-indexeddb holds
 * the records in memory, and here each of its transactions is one of SQLite's, committed before its `complete` event
 * is fired. Whatever the crypto goes on from is therefore on the disk: a store that falls back uses ratchets twice.
 */
import type { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';

/** What is used of fake-indexeddb's insides. */
interface RawStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly rawDatabase: RawDatabase;
  readonly rawIndexes: ReadonlyMap<string, RawIndex>;
  readonly records: {
    get(key: unknown): RawRecord | undefined;
    values(range?: unknown): Iterable<RawRecord>;
  };
}
interface RawIndex {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}
interface RawRecord {
  readonly key: unknown;
  readonly value: unknown;
}
interface RawDatabase {
  readonly name: string;
  readonly version: number;
  readonly rawObjectStores: ReadonlyMap<string, RawStore>;
}
interface Transaction {
  readonly mode: 'readonly' | 'readwrite' | 'versionchange';
  readonly db: { readonly _rawDatabase: RawDatabase };
  readonly _scope: ReadonlySet<string>;
}
interface Writes {
  storeRecord(this: RawStore, record: RawRecord, ...rest: unknown[]): unknown;
  deleteRecord(this: RawStore, key: unknown, ...rest: unknown[]): unknown;
  clear(this: RawStore, ...rest: unknown[]): unknown;
}

interface Schema {
  readonly version: number;
  readonly stores: readonly (Pick<RawStore, 'name' | 'keyPath' | 'autoIncrement'> & {
    readonly indexes: readonly RawIndex[];
  })[];
}

export interface DurableIndexedDb {
  /** Databases whose names begin with it are kept. */
  readonly prefix: string;
  /** Keeps nothing any more, and frees the memory. */
  close(): Promise<void>;
}

/** Between a prefix and a database's own name, as the SDK joins them. */
const JOINT = '::';

interface Backing {
  readonly prefix: string;
  readonly sql: DatabaseSync;
  readonly failed: (error: unknown) => void;
  state: 'restoring' | 'kept' | 'closed';
  readonly dirty: Map<RawStore, 'all' | Map<string, unknown>>;
}

const backings = new Map<string, Backing>();
let opened = 0;
let installed: Promise<void> | null = null;

export function makeTables(sql: DatabaseSync): void {
  sql.exec(`CREATE TABLE IF NOT EXISTS idb_database (name TEXT PRIMARY KEY, shape BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS idb_record (
      database TEXT NOT NULL, store TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
      PRIMARY KEY (database, store, key)
    ) STRICT, WITHOUT ROWID;`);
}

/**
 * `failed` is told once of a write that the disk refused: nothing goes on from there. Each call has a memory of its
 * own, so that in one process a store can be opened again after it was given up.
 */
export async function durableIndexedDb(
  sql: DatabaseSync,
  failed: (error: unknown) => void,
): Promise<DurableIndexedDb> {
  installed ??= install();
  await installed;
  makeTables(sql);
  opened += 1;
  const prefix = `tour-${opened}`;
  const backing: Backing = { prefix, sql, failed, state: 'restoring', dirty: new Map() };
  backings.set(prefix, backing);
  const names = (sql.prepare('SELECT name FROM idb_database').all() as { name: string }[]).map(
    ({ name }) => name,
  );
  for (const name of names) await restore(backing, name);
  backing.dirty.clear();
  backing.state = 'kept';
  return {
    prefix,
    async close() {
      backing.state = 'closed';
      backings.delete(prefix);
      for (const { name } of await indexedDB.databases())
        if (name?.startsWith(`${prefix}${JOINT}`)) indexedDB.deleteDatabase(name);
    },
  };
}

declare const indexedDB: {
  databases(): Promise<readonly { readonly name?: string }[]>;
  deleteDatabase(name: string): unknown;
  open(name: string, version: number): OpenRequest;
};
interface OpenRequest {
  result: {
    createObjectStore(
      name: string,
      how: object,
    ): { createIndex(name: string, path: unknown, how: object): void };
    transaction(
      names: readonly string[],
      mode: 'readwrite',
    ): {
      objectStore(name: string): { put(value: unknown, key?: unknown): void };
      oncomplete: (() => void) | null;
      onabort: (() => void) | null;
      readonly error: unknown;
    };
    close(): void;
  };
  readonly error: unknown;
  onupgradeneeded: (() => void) | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

function restore({ prefix, sql }: Backing, name: string): Promise<void> {
  const { shape } = sql.prepare('SELECT shape FROM idb_database WHERE name = ?').get(name) as {
    shape: Uint8Array;
  };
  const schema = deserialize(shape) as Schema;
  const records = sql.prepare('SELECT key, value FROM idb_record WHERE database = ? AND store = ?');
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`${prefix}${JOINT}${name}`, schema.version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement, indexes } of schema.stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
          made.createIndex(index, path, { unique, multiEntry });
      }
    };
    request.onsuccess = () => {
      const database = request.result;
      const stores = schema.stores.map((store) => store.name);
      const done = () => {
        database.close();
        resolve();
      };
      if (stores.length === 0) return done();
      const transaction = database.transaction(stores, 'readwrite');
      for (const { name: store, keyPath } of schema.stores) {
        const target = transaction.objectStore(store);
        for (const row of records.iterate(name, store)) {
          const { key, value } = row as { key: Uint8Array; value: Uint8Array };
          if (keyPath === null) target.put(deserialize(value), deserialize(key));
          else target.put(deserialize(value));
        }
      }
      transaction.oncomplete = done;
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

const backingOf = ({ name }: RawDatabase): Backing | undefined => backings.get(name.split(JOINT, 1)[0]!);

/** Once a process: fake-indexeddb is told apart from the real thing by nobody but us. */
async function install(): Promise<void> {
  await import('fake-indexeddb/auto');
  const { default: FakeTransaction } = (await import('fake-indexeddb/lib/FDBTransaction')) as {
    default: { prototype: { dispatchEvent(this: Transaction, event: { readonly type: string }): boolean } };
  };
  noteWrites(await storePrototype());
  const { prototype } = FakeTransaction;
  const dispatch = prototype.dispatchEvent;
  prototype.dispatchEvent = function (event) {
    if (event.type === 'complete' && this.mode !== 'readonly') {
      const backing = backingOf(this.db._rawDatabase);
      // What isn't kept isn't complete either: whoever waits for it waits for ever, and the failure is reported.
      if (backing !== undefined && backing.state !== 'restoring' && !commit(backing, this)) return true;
    }
    return dispatch.call(this, event);
  };
}

/** The class behind stores is not exported. */
function storePrototype(): Promise<Writes> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tour', 1);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => void request.result.createObjectStore('any', {});
    request.onsuccess = () => {
      const { _rawDatabase } = request.result as unknown as { _rawDatabase: RawDatabase };
      const [any] = _rawDatabase.rawObjectStores.values();
      request.result.close();
      indexedDB.deleteDatabase('tour');
      resolve(Object.getPrototypeOf(any) as Writes);
    };
  });
}

function noteWrites(prototype: Writes): void {
  const { storeRecord, deleteRecord, clear } = prototype;
  const noted = (store: RawStore): Map<string, unknown> | null => {
    const backing = backingOf(store.rawDatabase);
    if (backing?.state !== 'kept') return null;
    const known = backing.dirty.get(store);
    if (known === 'all') return null;
    if (known !== undefined) return known;
    const fresh = new Map<string, unknown>();
    backing.dirty.set(store, fresh);
    return fresh;
  };
  const note = (keys: Map<string, unknown>, key: unknown) =>
    void keys.set(serialize(key).toString('latin1'), key);
  prototype.storeRecord = function (record, ...rest) {
    const key = storeRecord.call(this, record, ...rest);
    const keys = noted(this);
    if (keys !== null) note(keys, key);
    return key;
  };
  prototype.deleteRecord = function (key, ...rest) {
    const keys = noted(this);
    if (keys !== null) for (const record of this.records.values(rangeOf(key))) note(keys, record.key);
    return deleteRecord.call(this, key, ...rest);
  };
  prototype.clear = function (...rest) {
    const backing = backingOf(this.rawDatabase);
    if (backing?.state === 'kept') backing.dirty.set(this, 'all');
    return clear.call(this, ...rest);
  };
}

declare const IDBKeyRange: { new (): object; only(key: unknown): object };
const rangeOf = (key: unknown): object => (key instanceof IDBKeyRange ? key : IDBKeyRange.only(key));

/** False when it could not be kept. */
function commit(backing: Backing, transaction: Transaction): boolean {
  const { sql, dirty, state } = backing;
  if (state === 'closed') return false;
  const database = transaction.db._rawDatabase;
  const name = database.name.slice(backing.prefix.length + JOINT.length);
  try {
    sql.exec('BEGIN IMMEDIATE');
    if (transaction.mode === 'versionchange') keepShape(sql, name, database);
    for (const scope of transaction._scope) {
      const store = database.rawObjectStores.get(scope);
      const keys = store === undefined ? undefined : dirty.get(store);
      if (store === undefined || keys === undefined) continue;
      keepRecords(sql, name, store, keys);
    }
    sql.exec('COMMIT');
    for (const scope of transaction._scope) {
      const store = database.rawObjectStores.get(scope);
      if (store !== undefined) dirty.delete(store);
    }
    return true;
  } catch (error) {
    backing.state = 'closed';
    backing.failed(error);
    return false;
  }
}

function keepShape(sql: DatabaseSync, name: string, { version, rawObjectStores }: RawDatabase): void {
  const stores = [...rawObjectStores.values()].map((store) => ({
    name: store.name,
    keyPath: store.keyPath,
    autoIncrement: store.autoIncrement,
    indexes: [...store.rawIndexes.values()].map(({ name: index, keyPath, unique, multiEntry }) => ({
      name: index,
      keyPath,
      unique,
      multiEntry,
    })),
  }));
  const shape = serialize({ version, stores } satisfies Schema);
  sql
    .prepare('INSERT INTO idb_database VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET shape = excluded.shape')
    .run(name, shape);
  const kept = sql.prepare('SELECT DISTINCT store FROM idb_record WHERE database = ?').all(name);
  for (const { store } of kept as { store: string }[])
    if (!rawObjectStores.has(store))
      sql.prepare('DELETE FROM idb_record WHERE database = ? AND store = ?').run(name, store);
}

function keepRecords(
  sql: DatabaseSync,
  name: string,
  store: RawStore,
  keys: 'all' | ReadonlyMap<string, unknown>,
): void {
  const put = sql.prepare(
    'INSERT INTO idb_record VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const remove = sql.prepare('DELETE FROM idb_record WHERE database = ? AND store = ? AND key = ?');
  if (keys === 'all') {
    sql.prepare('DELETE FROM idb_record WHERE database = ? AND store = ?').run(name, store.name);
    for (const { key, value } of store.records.values())
      put.run(name, store.name, serialize(key), serialize(value));
    return;
  }
  for (const key of keys.values()) {
    const record = store.records.get(key);
    if (record === undefined) remove.run(name, store.name, serialize(key));
    else put.run(name, store.name, serialize(key), serialize(record.value));
  }
}
