import { Pool } from 'pg';
import { TransientError } from '../app/ports/store.ts';
import { troubled } from '../app/ports/trouble.ts';
import { prepare, type ServerDatabase, TRANSACTION_OPTIONS } from './database.ts';
import { PrismaClient } from './generated/client.ts';
import { pgAdapter } from './pg-adapter.ts';
import type { Session } from './session.ts';

const OLDEST = 15;

/**
 * Opens a PostgreSQL database and migrates it. `max` is the number of connections kept for this process.
 * Throws TransientError when the server can't be reached, an Error when it is older than PostgreSQL 15.
 */
export async function openPostgres(
  url: string,
  options: { readonly max?: number } = {},
): Promise<ServerDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: 'tour-de-table',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // The adapter reads and writes times without a zone.
    options: '-c TimeZone=UTC',
  });
  // A connection that dies while idle says so here; the next query takes another.
  pool.on('error', () => {});
  const session = async <T>(body: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await body({
        async exec(script) {
          await client.query(script);
        },
        async query<Row>(sql: string, params: readonly unknown[] = []) {
          return (await client.query(sql, [...params])).rows as Row[];
        },
      });
    } catch (error) {
      // Whatever the failed body left open must not reach the next user of the connection.
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  };
  let applied: readonly string[];
  try {
    await refuseOldServer(url, session);
    applied = await session(prepare);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: pgAdapter(pool), transactionOptions: TRANSACTION_OPTIONS });
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    url,
    pool,
    prisma,
    applied,
    session,
    close() {
      closing ??= prisma.$disconnect().then(() => pool.end());
      return closing;
    },
  };
}

async function refuseOldServer(
  url: string,
  session: <T>(body: (session: Session) => Promise<T>) => Promise<T>,
): Promise<void> {
  const [row] = await session((one) =>
    one.query<{ server_version: string; server_version_num: string }>(
      `SELECT current_setting('server_version') AS server_version,
              current_setting('server_version_num') AS server_version_num`,
    ),
  ).catch((cause: Error & { code?: string }) => {
    const details = { place: place(url), why: cause.message || String(cause.code) };
    const message = `PostgreSQL at ${details.place} could not be used: ${details.why}. Check DATABASE_URL, and that the server accepts connections.`;
    // Class 28 and 3D: wrong password, no such role, no such database; waiting doesn't help.
    const lasts = /^(28|3D)/.test(cause.code ?? '');
    const error = lasts ? new Error(message, { cause }) : new TransientError(message, { cause });
    throw troubled(error, 'server-unreachable', details);
  });
  if (Number(row?.server_version_num) < OLDEST * 10_000)
    throw troubled(
      new Error(
        `PostgreSQL at ${place(url)} is version ${row?.server_version}; Tour de table needs ${OLDEST} or newer. Upgrade the server, or leave DATABASE_URL empty for the embedded database.`,
      ),
      'server-old',
      { place: place(url), version: String(row?.server_version), oldest: String(OLDEST) },
    );
}

/** Host, port and database, without user and password. */
function place(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
  } catch {
    return 'the given address';
  }
}
