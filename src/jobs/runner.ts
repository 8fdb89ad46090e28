import { fromPglite, fromPrisma, PgBoss } from 'pg-boss';
import type { Jobs } from '../app/ports/edge.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { DEAD_LETTER, JOB_NAMES, type JobName, PAYLOADS, type Payload, RULES } from './names.ts';
import { sender } from './sender.ts';
import { type Failure, work } from './work.ts';

export type Handlers = {
  readonly [Name in JobName]: (data: Payload<Name>, context: { signal: AbortSignal }) => Promise<unknown>;
};

export interface JobRunner {
  /** The sending side, inside one Prisma transaction: the job exists once that commits. */
  sender(tx: Prisma.TransactionClient): Jobs;
  /** Begins to run jobs here, and the schedules of those that nobody sends. A handler may run twice for one job. */
  start(handlers: Handlers): Promise<void>;
  /** Takes no more jobs, waits for those under way (8 s at most, then their signal is aborted), and disconnects. */
  stop(): Promise<void>;
}

/**
 * Jobs of a database, ready to send; `start` runs them. `report` hears of failed attempts and of trouble with the
 * queue, by name and number only. With `supervise: false` (a command beside running bots) this process only sends.
 */
export async function createJobs(
  database: Database,
  options: {
    readonly report: (failure: Failure) => void;
    readonly supervise?: boolean;
    /** How often an idle worker looks for jobs; at least 0.5. */
    readonly pollSeconds?: number;
  },
): Promise<JobRunner> {
  const supervise = options.supervise ?? true;
  const boss = new PgBoss({
    ...(database.kind === 'embedded'
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: database.url, max: 4, application_name: 'tour-de-table jobs' }),
    supervise,
    schedule: supervise,
  });
  boss.on('error', (error) => options.report({ job: 'queue', error: nameOf(error) }));
  await boss.start();
  await makeQueues(boss);
  if (database.kind === 'embedded') await reviveActive(boss, database);
  return {
    sender: (tx) => sender(boss, fromPrisma(tx)),
    async start(handlers) {
      for (const name of JOB_NAMES) {
        const { every } = RULES[name];
        if (every !== undefined) await boss.schedule(name, every, {}, { singletonKey: name });
        await work(boss, name, handlers[name] as Handlers[typeof name], {
          report: options.report,
          pollSeconds: options.pollSeconds ?? 2,
        });
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}

async function makeQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_LETTER, {
    deleteAfterSeconds: 90 * 24 * 3600,
    retentionSeconds: 90 * 24 * 3600,
  });
  for (const name of JOB_NAMES) {
    const { attempts, retryDelay, expiresIn } = RULES[name];
    await boss.createQueue(name, {
      // At most one waiting job a key, any number running.
      policy: 'short',
      retryLimit: attempts - 1,
      retryDelay,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: expiresIn,
      deleteAfterSeconds: 3600,
      deadLetter: DEAD_LETTER,
    });
    // Sending inside a transaction must find the queue in pg-boss's cache: looked up in the embedded database, it
    // would wait for that very transaction.
    await boss.findJobs(name, { limit: 1 });
  }
}

/** One process at a time has an embedded database: what is still active there died with the one before. */
async function reviveActive(boss: PgBoss, database: Database): Promise<void> {
  const active = await database.session((session) =>
    session.query<{ id: string; name: string }>(`SELECT id, name FROM pgboss.job WHERE state = 'active'`),
  );
  for (const { id, name } of active) {
    if (!Object.hasOwn(PAYLOADS, name)) continue;
    await boss.fail(name, id, { message: 'the process stopped' });
    await boss.update(name, undefined, { id, startAfter: new Date() });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
