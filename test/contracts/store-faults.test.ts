import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Store, type Transaction, TransientError } from '../../src/app/ports/store.ts';
import type { WordsRow } from '../../src/app/ports/words.ts';
import type { ConversationId, WordsId } from '../../src/core/ids.ts';
import type { Database, ServerDatabase } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { databases, serverCopy } from '../databases.ts';
import { type DatabaseProxy, proxyTo } from './store/proxy.ts';
import { AT, consultation, delivery, direct, id, partner, round } from './store/scene.ts';

const storeOf = (database: Database): Store => createStore(database, () => ({ send: async () => {} }));

const BLOCKED = 'datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0';

const words = (text = 'mot'): WordsRow => ({
  id: id<WordsId>(),
  consultationId: null,
  personId: null,
  text,
  lang: null,
  writtenAt: AT,
});
const kept = (store: Store, row: WordsRow) =>
  store.transaction(async (tx) => (await tx.words.texts([row.id])).has(row.id));

describe.each(databases())('a store on $name', ({ open }) => {
  test('that was closed says so as an outage', async () => {
    const store = storeOf(await open());
    await store.close();
    await store.close();
    await expect(kept(store, words())).rejects.toThrow(TransientError);
  });

  test('whose disk is full says nothing is stored, and goes on once there is room', async () => {
    const database = await open();
    const store = storeOf(database);
    // As the server says it when a table can't grow.
    await database.session(({ exec }) =>
      exec(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON "Words" EXECUTE FUNCTION full_disk();`),
    );
    const row = words();
    const add = () => store.transaction((tx) => tx.words.add([row]));
    await expect(add()).rejects.toThrow(TransientError);
    expect(await kept(store, row)).toBe(false);
    await database.session(({ exec }) => exec('DROP TRIGGER full_disk ON "Words"'));
    await add();
    expect(await kept(store, row)).toBe(true);
    await store.close();
  });
});

describe.runIf(databases().some(({ name }) => name === 'PostgreSQL'))(
  'a store on a PostgreSQL in trouble',
  () => {
    let admin: ServerDatabase;
    let database: ServerDatabase;
    let proxy: DatabaseProxy;
    let store: Store;
    beforeAll(async () => {
      admin = await openPostgres(await serverCopy());
      proxy = await proxyTo(admin.url);
      database = await openPostgres(proxy.url);
      store = storeOf(database);
    });
    afterAll(async () => {
      await database.close();
      await proxy.close();
      await admin.close();
    });

    /** Ends the connections of the store, as an administrator would. */
    const terminate = () =>
      admin.pool.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
       WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
      );
    const untilBlocked = async () => {
      for (;;) {
        const { rows } = await admin.pool.query(`SELECT 1 FROM pg_stat_activity WHERE ${BLOCKED}`);
        if (rows.length > 0) return;
      }
    };

    test.each<[string, (tx: Transaction) => Promise<unknown>]>([
      ['before a statement', async (tx) => [await terminate(), await tx.words.texts([id()])]],
      ['before a model query', async (tx) => [await terminate(), await tx.rounds.of(id())]],
      ['before the commit', terminate],
    ])(
      'the connection is terminated %s: rolled back, said to be transient, and the next one passes',
      async (_, end) => {
        const row = words();
        const answer = store.transaction(async (tx) => {
          await tx.words.add([row]);
          await end(tx);
        });
        await expect(answer).rejects.toThrow(TransientError);
        await expect(answer).rejects.toHaveProperty('transient', true);
        // The pool learns of an end when the socket says so, which may be after the next transaction took that connection.
        expect(await vi.waitFor(() => kept(store, row))).toBe(false);
        await store.transaction((tx) => tx.words.add([row]));
        expect(await kept(store, row)).toBe(true);
      },
    );

    test('the connection is terminated while it waits for a lock: transient', async () => {
      const place = direct();
      await store.transaction((tx) => tx.conversations.lock(place));
      const other = storeOf(admin);
      let waiting: Promise<unknown> = Promise.resolve();
      await other.transaction(async (tx) => {
        await tx.conversations.lock(place);
        waiting = store
          .transaction((mine) => mine.conversations.lock(place))
          .catch((error: unknown) => error);
        await untilBlocked();
        await admin.pool.query(
          `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE ${BLOCKED}`,
        );
      });
      expect(await waiting).toBeInstanceOf(TransientError);
    });

    test('the network is cut in a transaction and stays so: transient each time, until it is mended', async () => {
      const row = words();
      await expect(
        store.transaction(async (tx) => {
          await tx.words.add([row]);
          proxy.cut();
          await tx.words.add([words()]);
        }),
      ).rejects.toThrow(TransientError);
      await expect(kept(store, row)).rejects.toThrow(TransientError);
      proxy.mend();
      expect(await kept(store, row)).toBe(false);
    });

    test('nothing is said to be stored before a slow database has said so', async () => {
      const row = words();
      let told = false;
      const answer = store
        .transaction(async (tx) => {
          await tx.words.add([row]);
          proxy.hold();
        })
        .then(() => {
          told = true;
        });
      await admin.pool.query('SELECT pg_sleep(0.3)');
      expect(told).toBe(false);
      proxy.flow();
      await answer;
      expect(await kept(store, row)).toBe(true);
    });

    test('two transactions that lock each other out both pass: the one that died runs again', async () => {
      const [a, b] = [direct(), direct()];
      const other = storeOf(admin);
      const lanes: ConversationId[] = [];
      for (const place of [a, b])
        lanes.push((await store.transaction((tx) => tx.conversations.lock(place))).id);
      const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let runs = 0;
      const cross = (one: Store, order: readonly (typeof a)[], turn: 0 | 1) =>
        one.transaction(async (tx) => {
          runs++;
          await tx.conversations.lock(order[0]!);
          both[turn]!.resolve();
          await both[1 - turn]!.promise;
          await tx.conversations.lock(order[1]!);
          await tx.outbox.add(lanes.map((lane) => delivery(lane)));
        });
      await Promise.all([cross(store, [a, b], 0), cross(other, [b, a], 1)]);
      expect(runs).toBe(3);
      expect(await admin.prisma.delivery.count({ where: { conversationId: { in: lanes } } })).toBe(4);
    });

    describe('that isolates transactions strictly', () => {
      let strict: ServerDatabase;
      beforeAll(async () => {
        const url = await serverCopy();
        const first = await openPostgres(url);
        const name = new URL(url).pathname.slice(1);
        await first.pool.query(`ALTER DATABASE "${name}" SET default_transaction_isolation = 'serializable'`);
        await first.close();
        strict = await openPostgres(url);
      });
      afterAll(() => strict.close());

      const invited = async (on: Store) => {
        const one = await consultation(on);
        const opened = round(one);
        const { id: partnerId } = await partner(on, one);
        const row = {
          id: id<string>(),
          consultationId: one.id,
          roundId: opened.id,
          partnerId,
          state: 'started',
        } as const;
        await on.transaction(async (tx) => {
          await tx.rounds.add(opened);
          const times = { invitedAt: AT, reachedAt: null, consentedAt: null, endedAt: null };
          await tx.participations.add([{ ...row, ...times, answered: [], passed: [] }]);
        });
        return row;
      };

      test('a lost race is run again, on what the winner left', async () => {
        const on = storeOf(strict);
        const { roundId, partnerId } = await invited(on);
        const read = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        let runs = 0;
        const answer = (prompt: string, turn: 0 | 1) =>
          on.transaction(async (tx) => {
            runs++;
            const now = (await tx.participations.find(roundId, partnerId))!;
            read[turn]!.resolve();
            await read[1 - turn]!.promise;
            await tx.participations.save({ ...now, answered: [...now.answered, prompt] });
          });
        await Promise.all([answer('q1', 0), answer('q2', 1)]);
        const after = await on.transaction((tx) => tx.participations.find(roundId, partnerId));
        expect([...after!.answered].sort()).toEqual(['q1', 'q2']);
        expect(runs).toBe(3);
      });

      test('a race lost every time ends as a transient error', async () => {
        const on = storeOf(strict);
        const { roundId, partnerId } = await invited(on);
        let runs = 0;
        const raced = on.transaction(async (tx) => {
          const mine = (await tx.participations.find(roundId, partnerId))!;
          runs++;
          await on.transaction(async (other) => {
            await other.participations.save({ ...mine, answered: [`rival ${runs}`] });
          });
          await tx.participations.save({ ...mine, answered: ['mine'] });
        });
        await expect(raced).rejects.toThrow(TransientError);
        expect(runs).toBeGreaterThan(3);
      });
    });
  },
);
