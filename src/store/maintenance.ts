import type { Instant } from '../core/time.ts';
import { type Backup, backup, expireBackups, listBackups } from './backup.ts';
import type { Database, EmbeddedDatabase } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';
import { afterRestore, type Restored, restore } from './restore.ts';

export interface Settings {
  /** null for the embedded database of `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** The database of the settings, migrated. */
export const openDatabase = (
  settings: Settings,
  options: { readonly max?: number } = {},
): Promise<Database> =>
  settings.databaseUrl === null
    ? openEmbedded(settings.dataDir)
    : openPostgres(settings.databaseUrl, options);

const backupNow = async (database: EmbeddedDatabase, dataDir: string, now: Instant): Promise<Backup> => {
  const made = await backup(database, now);
  expireBackups(dataDir, now);
  return made;
};

/** What the `db` commands do in a bot that runs, on the database it has open: it is never put in another's place. */
export const maintenanceOf = (database: EmbeddedDatabase) => ({
  ...maintenance,
  running: true,
  migrate: async (): Promise<readonly string[]> => [],
  backup: (dataDir: string, now: Instant) => backupNow(database, dataDir, now),
});

/** What the `db` commands do, for an operator, while no bot runs on the same directory. */
export const maintenance = {
  /** Names of the migrations that were missing. */
  async migrate(settings: Settings): Promise<readonly string[]> {
    const database = await openDatabase(settings, { max: 2 });
    await database.close();
    return database.applied;
  },

  async backup(dataDir: string, now: Instant): Promise<Backup> {
    const database = await openEmbedded(dataDir);
    try {
      return await backupNow(database, dataDir, now);
    } finally {
      await database.close();
    }
  },

  backups: listBackups,

  restore,

  /** After a PostgreSQL database was restored by its own tools. */
  async restored(databaseUrl: string, dataDir: string): Promise<Omit<Restored, 'aside'>> {
    const database = await openPostgres(databaseUrl, { max: 2 });
    try {
      return await database.session((session) => afterRestore(session, dataDir));
    } finally {
      await database.close();
    }
  },
};
