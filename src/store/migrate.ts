import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { troubled } from '../app/ports/trouble.ts';
import type { Session } from './session.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The lock Prisma Migrate itself takes, so that the two never run at once. */
const LOCK = 72707369;

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma computes it. */
  readonly checksum: string;
}

/** The migrations of a folder, in the order they apply. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies the missing migrations, one transaction each, and returns their names. Processes wait for each other.
 * Throws, with nothing of that migration left behind, when one fails; before applying any, when the database was
 * migrated by a newer program or by a file edited since.
 */
export async function migrate(session: Session, folder: string = MIGRATIONS): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  await session.query(`SELECT pg_advisory_lock(${LOCK})`);
  try {
    await session.exec(LEDGER);
    const applied = await readLedger(session);
    refuseForeignLedger(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(session, migration);
    return missing.map(({ name }) => name);
  } finally {
    await session.query(`SELECT pg_advisory_unlock(${LOCK})`);
  }
}

interface LedgerRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

async function readLedger(session: Session): Promise<ReadonlyMap<string, LedgerRow>> {
  const rows = await session.query<LedgerRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function refuseForeignLedger(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, LedgerRow>,
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer = [...applied.keys()].filter((name) => !known.has(name));
  if (newer.length > 0)
    throw troubled(
      new Error(
        `The database is newer than this program: it holds ${newer.join(', ')}, which this version does not know. Start the version that migrated it, or restore a backup taken before.`,
      ),
      'database-newer',
      { names: newer.join(', ') },
    );
  for (const row of applied.values()) {
    if (row.finished_at === null)
      throw new Error(
        `Migration ${row.migration_name} was begun by another tool and did not finish. Repair the database, then delete that row of _prisma_migrations (or mark it with "prisma migrate resolve").`,
      );
    if (row.checksum !== known.get(row.migration_name)?.checksum)
      throw new Error(
        `Migration ${row.migration_name} was edited after it was applied. Put the file back as it was and write a new migration ("npm run migration -- NAME").`,
      );
  }
}

async function apply(session: Session, { name, sql, checksum }: Migration): Promise<void> {
  await session.exec('BEGIN');
  try {
    await session.exec(sql);
    await session.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await session.exec('COMMIT');
  } catch (cause) {
    await session.exec('ROLLBACK').catch(() => undefined);
    throw new Error(
      `Migration ${name} failed and left nothing behind: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
