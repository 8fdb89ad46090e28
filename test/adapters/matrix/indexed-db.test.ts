import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DurableIndexedDb, durableIndexedDb } from '../../../adapters/matrix/store/indexed-db.ts';

// biome-ignore lint/suspicious/noExplicitAny: the types of IndexedDB are a browser's
type Any = any;
const global = globalThis as Any;

const done = (request: Any): Promise<Any> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const complete = (transaction: Any): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

describe('the IndexedDB on the disk', () => {
  let dir: string;
  let file: string;
  let sql: DatabaseSync;
  let idb: DurableIndexedDb;
  const failures: unknown[] = [];

  const reopen = async (from = file) => {
    await idb?.close();
    if (sql?.isOpen) sql.close();
    sql = new DatabaseSync(from);
    idb = await durableIndexedDb(sql, (error) => failures.push(error));
  };
  /** The database of the crypto, as a browser would open it. */
  const open = (version = 1, upgrade: (db: Any, transaction: Any) => void = () => {}): Promise<Any> => {
    const request = global.indexedDB.open(`${idb.prefix}::keys`, version);
    request.onupgradeneeded = () => upgrade(request.result, request.transaction);
    return done(request);
  };
  const shape = (db: Any) => {
    db.createObjectStore('sessions').createIndex('room', 'room');
    db.createObjectStore('devices', { keyPath: 'id' });
  };
  const all = async (db: Any, store: string) => {
    const from = db.transaction(store, 'readonly').objectStore(store);
    return [await done(from.getAllKeys()), await done(from.getAll())];
  };

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tour-idb-'));
    file = join(dir, 'a.sqlite');
    failures.length = 0;
    await reopen();
  });
  afterEach(async () => {
    await idb.close();
    if (sql.isOpen) sql.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('has on the disk, at the moment a transaction is complete, all that was written in it', async () => {
    const db = await open(1, shape);
    const writing = db.transaction(['sessions', 'devices'], 'readwrite');
    writing.objectStore('sessions').put({ room: '!a', key: new Uint8Array([1, 2, 3]) }, ['!a', 1]);
    writing.objectStore('devices').put({ id: 'A', name: 'téléphone' });
    let copied = false;
    writing.addEventListener('complete', () => {
      // As another process would find it, had this one died here.
      copyFileSync(file, join(dir, 'b.sqlite'));
      copied = true;
    });
    await complete(writing);
    expect(copied).toBe(true);
    await reopen(join(dir, 'b.sqlite'));
    const again = await open();
    expect(await all(again, 'sessions')).toEqual([
      [['!a', 1]],
      [{ room: '!a', key: new Uint8Array([1, 2, 3]) }],
    ]);
    expect(await all(again, 'devices')).toEqual([['A'], [{ id: 'A', name: 'téléphone' }]]);
    const byRoom = again.transaction('sessions').objectStore('sessions').index('room');
    expect(await done(byRoom.getKey('!a'))).toEqual(['!a', 1]);
  });

  test('keeps what is taken out, out: one, a range, all; and what was called off as it was', async () => {
    const db = await open(1, shape);
    const first = db.transaction('devices', 'readwrite').objectStore('devices');
    for (const id of ['A', 'B', 'C', 'D', 'E']) first.put({ id });
    await complete(first.transaction);
    const second = db.transaction(['devices', 'sessions'], 'readwrite');
    second.objectStore('devices').delete('A');
    second.objectStore('devices').delete(global.IDBKeyRange.bound('C', 'D'));
    second.objectStore('sessions').put({ room: '!a' }, 1);
    await complete(second);
    const third = db.transaction(['devices', 'sessions'], 'readwrite');
    third.objectStore('devices').put({ id: 'F' });
    third.objectStore('devices').delete('B');
    third.objectStore('sessions').clear();
    third.abort();
    await complete(third).catch(() => {});
    await reopen();
    let again = await open();
    expect((await all(again, 'devices'))[0]).toEqual(['B', 'E']);
    expect((await all(again, 'sessions'))[0]).toEqual([1]);
    const fourth = again.transaction('devices', 'readwrite').objectStore('devices');
    fourth.clear();
    fourth.put({ id: 'G' });
    await complete(fourth.transaction);
    await reopen();
    again = await open();
    expect((await all(again, 'devices'))[0]).toEqual(['G']);
  });

  test('keeps another shape of a newer version, and drops what has no place in it', async () => {
    const db = await open(1, shape);
    const writing = db.transaction('devices', 'readwrite').objectStore('devices');
    writing.put({ id: 'A' });
    await complete(writing.transaction);
    db.close();
    const newer = await open(2, (upgraded) => {
      upgraded.deleteObjectStore('devices');
      upgraded.createObjectStore('rooms', { autoIncrement: true });
    });
    newer.close();
    await reopen();
    const again = await open(2);
    expect([...again.objectStoreNames]).toEqual(['rooms', 'sessions']);
    expect(sql.prepare("SELECT count(*) AS n FROM idb_record WHERE store = 'devices'").get()).toEqual({
      n: 0,
    });
  });

  test('never says complete of what the disk refused, and tells of it', async () => {
    const db = await open(1, shape);
    sql.close();
    const writing = db.transaction('devices', 'readwrite');
    let completed = false;
    writing.oncomplete = () => {
      completed = true;
    };
    writing.objectStore('devices').put({ id: 'A' });
    while (failures.length === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(completed).toBe(false);
    expect(failures).toHaveLength(1);
  });
});
