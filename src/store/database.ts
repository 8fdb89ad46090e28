import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import type { Session } from './session.ts';

interface Opened {
  readonly prisma: PrismaClient;
  /** The migrations that opening it applied. */
  readonly applied: readonly string[];
  /** Raw SQL on a connection of its own, given back when `body` settles. Never inside a Prisma transaction. */
  session<T>(body: (session: Session) => Promise<T>): Promise<T>;
  /** Ends every connection and frees the directory. Once is enough, twice does no harm. */
  close(): Promise<void>;
}

export interface EmbeddedDatabase extends Opened {
  readonly kind: 'embedded';
  /** The data directory, absolute; null in memory. */
  readonly dir: string | null;
  readonly pglite: PGlite;
}

export interface ServerDatabase extends Opened {
  readonly kind: 'postgres';
  readonly url: string;
  readonly pool: Pool;
}

export type Database = EmbeddedDatabase | ServerDatabase;

/** Bursts queue for the single connection of the embedded database: Prisma's own 2 s and 5 s are too short. */
export const TRANSACTION_OPTIONS = { maxWait: 15_000, timeout: 30_000 } as const;

/** Brings a database to what this program expects, whatever it was; the names of the migrations applied now. */
export async function prepare(session: Session): Promise<readonly string[]> {
  const applied = await migrate(session);
  await session.query('INSERT INTO "Installation" DEFAULT VALUES ON CONFLICT DO NOTHING');
  return applied;
}
