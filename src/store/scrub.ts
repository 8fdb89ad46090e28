import type { EmbeddedDatabase } from './database.ts';

/**
 * Takes out of the files of the embedded database what is no longer in its rows: PostgreSQL leaves the old versions of a
 * row in its table until they are written over, and in its log. Each table is written anew, then the log begins a new
 * file and the files before are removed (`wal_recycle=off`, see `embedded.ts`). On a server that is its administrator's.
 */
export async function scrub({ pglite }: Pick<EmbeddedDatabase, 'pglite'>): Promise<void> {
  const { rows } = await pglite.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema = 'public' AND table_name NOT LIKE '\\_%'`,
  );
  for (const { name } of rows) await pglite.exec(`VACUUM FULL ${name}`);
  await pglite.exec('SELECT pg_switch_wal()');
  await pglite.exec('CHECKPOINT');
}
