/** What a command needs that no bot runs for it. Loads no chat: people wait for a command to start. */
import { createThread } from '../analysis/thread.ts';
import type { Core } from '../commands/context.ts';
import type { Settings } from '../config.ts';
import { createJobs } from '../jobs/runner.ts';
import type { Database } from '../store/database.ts';
import { DirectoryHeld } from '../store/lock.ts';
import { openDatabase } from '../store/maintenance.ts';
import { createStore } from '../store/store.ts';
import { coreOf } from './core.ts';
import { linksApart } from './links.ts';

export { maintenance } from '../store/maintenance.ts';

export const isHeld = (error: unknown): error is DirectoryHeld => error instanceof DirectoryHeld;

/** Beside a bot that runs on the same PostgreSQL, or alone on an embedded database: jobs are sent, none is run. */
export async function openCore(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir' | 'web'>,
  given?: Database,
): Promise<Core & { close(): Promise<void> }> {
  const database = given ?? (await openDatabase(settings, { max: 2 }));
  const jobs = await createJobs(database, { report: () => {}, supervise: false });
  const store = createStore(database, (tx) => jobs.sender(tx));
  const thread = createThread();
  return {
    ...coreOf(store, thread, settings.dataDir, (clock) => linksApart(settings, store, clock)),
    async close() {
      await thread.close();
      await jobs.stop();
      await store.close();
    },
  };
}
