import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type { Pool, PoolClient } from 'pg';

/**
 * Prisma over `pg`. PostgreSQL answers the COMMIT of a transaction in which a statement failed with "ROLLBACK" and no
 * error, and `@prisma/adapter-pg` 7.10 takes that for a commit: here it is an error.
 */
export function pgAdapter(pool: Pool): SqlDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter: SqlDriverAdapter = await factory.connect();
      const begin = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolation) => sayWhenRolledBack(await begin(isolation));
      return adapter;
    },
  };
}

type Inner = Transaction & { client: PoolClient; onError(error: unknown): never };

function sayWhenRolledBack(begun: Transaction): Transaction {
  const transaction = begun as Inner;
  const execute = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query) => {
    if (query.sql !== 'COMMIT') return execute(query);
    const { command } = await transaction.client.query('COMMIT').catch((error) => transaction.onError(error));
    if (command === 'ROLLBACK') throw rolledBack();
    return 0;
  };
  return transaction;
}

function rolledBack(): DriverAdapterError {
  const message = 'the transaction was rolled back: one of its statements had failed';
  return new DriverAdapterError({
    kind: 'postgres',
    code: '25P02',
    severity: 'ERROR',
    message,
    detail: undefined,
    column: undefined,
    hint: undefined,
    originalCode: '25P02',
    originalMessage: message,
  });
}
