import { randomUUID } from 'node:crypto';
import type { Db, PgBoss } from 'pg-boss';
import type { Jobs } from '../app/ports/edge.ts';
import { JOB_NAMES, type JobName, PAYLOADS } from './names.ts';

/**
 * Queues jobs through `db`, the connection of a transaction. A job whose key has one waiting already is not queued
 * again, and keeps the time of the one that waits.
 */
export const sender = (boss: PgBoss, db: Db): Jobs => ({
  async send(name, data, { key, startAfter } = {}) {
    if (!isJobName(name)) throw new Error(`no job is called ${name}: one of ${JOB_NAMES.join(', ')}`);
    await boss.send(name, PAYLOADS[name].parse(data), {
      db,
      singletonKey: key ?? randomUUID(),
      ...(startAfter === undefined ? {} : { startAfter: new Date(startAfter) }),
    });
  },
});

const isJobName = (name: string): name is JobName => Object.hasOwn(PAYLOADS, name);
