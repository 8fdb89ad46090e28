import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { Database } from '../src/store/database.ts';
import { openEmbedded } from '../src/store/embedded.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { onServer, withDatabase } from './global-setup.ts';
import { heldUp } from './slowly.ts';

export interface TestDatabase {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** A new, empty, migrated database each time; close it when done. */
  open(): Promise<Database>;
}

let made = 0;

/** PGlite in memory, and a real PostgreSQL where there is one: `describe.each(databases())('… on $name', …)`. */
export function databases(): readonly TestDatabase[] {
  const { postgres } = inject('templates');
  return [
    { name: 'PGlite', open: embeddedCopy },
    ...(postgres
      ? [{ name: 'PostgreSQL', open: async () => heldUp(await openPostgres(await serverCopy())) } as const]
      : []),
  ];
}

/**
 * For stories about people, which the store's own suites have made sure of on both: PostgreSQL, which costs a third of
 * PGlite here, or what there is. `EVERY_DATABASE=1` plays them on both.
 */
export function storyDatabases(): readonly TestDatabase[] {
  return process.env.EVERY_DATABASE ? databases() : databases().slice(-1);
}

export function embeddedCopy() {
  return openEmbedded(null, { from: new Blob([readFileSync(inject('templates').embedded)]) });
}

/** The address of a new, migrated PostgreSQL database, for suites with several processes or a proxy in between. */
export async function serverCopy(): Promise<string> {
  const { postgres } = inject('templates');
  if (!postgres) throw new Error('no PostgreSQL here: ask databases() first');
  made += 1;
  const name = `${postgres.prefix}_${process.pid}_${made}`;
  await onServer(postgres.url, `CREATE DATABASE ${name} TEMPLATE ${postgres.template}`);
  return withDatabase(postgres.url, name);
}
