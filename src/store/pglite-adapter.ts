import { setImmediate as turn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Parser, type Statements, statementsOf } from './pglite-statements.ts';

/**
 * Prisma over PGlite. `pglite-prisma-adapter` 0.7.2 says what values are; its transactions lose the errors of COMMIT and
 * set the isolation level before BEGIN, and its scripts are not awaited, so those are done here.
 * `shadow` opens an empty database, for the schema engine only.
 */
export function pgliteAdapter(
  pglite: PGlite,
  shadow?: () => Promise<PGlite>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    connect: () => connect(pglite, async () => {}),
    async connectToShadowDb() {
      if (!shadow) throw new Error('this database was opened without a shadow database');
      const empty = await shadow();
      return connect(empty, () => empty.close());
    },
  };
}

type Raising = SqlQueryable & { onError(error: unknown): never };

/** What the adapter asks of its database. */
const asking = (run: Statements['run']): Promise<SqlDriverAdapter> => {
  const query = (sql: string, values: unknown[], { parsers }: { parsers: Record<number, Parser> }) =>
    run(sql, values, parsers);
  return new PrismaPGlite({ query } as unknown as PGlite).connect();
};

async function connect(pglite: PGlite, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const queries = (await asking(statementsOf(pglite).alone)) as unknown as Raising & SqlDriverAdapter;
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
    executeScript: async (script) => {
      await pglite.exec(script).catch((error) => queries.onError(error));
    },
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    startTransaction: (isolation) => begin(pglite, queries, isolation),
    dispose,
  };
}

async function begin(pglite: PGlite, queries: Raising, isolation?: IsolationLevel): Promise<Transaction> {
  const begun = Promise.withResolvers<Transaction>();
  const finished = Promise.withResolvers<void>();
  const settled = pglite.transaction(async (tx) => {
    // A query answers within the microtask that asked it: of transactions in a queue, none would let timers or sockets in.
    await turn();
    if (isolation) await tx.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
    const inside = await asking(async (...query) => {
      if (tx.closed) throw new Error('the transaction is closed');
      return statementsOf(pglite).run(...query);
    });
    const run = (sql: string) => inside.executeRaw({ sql, args: [], argTypes: [] }).then(() => undefined);
    begun.resolve({
      provider: 'postgres',
      adapterName: 'pglite',
      // PGlite sends BEGIN, COMMIT and ROLLBACK itself.
      options: { usePhantomQuery: true },
      queryRaw: (query) => inside.queryRaw(query),
      executeRaw: (query) => inside.executeRaw(query),
      createSavepoint: (name) => run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => run(`ROLLBACK TO SAVEPOINT ${name}`),
      releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
      async commit() {
        finished.resolve();
        await settled.catch((error) => queries.onError(error));
      },
      async rollback() {
        await tx.rollback();
        finished.resolve();
        await settled;
      },
    });
    await finished.promise;
  });
  settled.catch((error) => begun.reject(error));
  return begun.promise.catch((error) => queries.onError(error));
}
