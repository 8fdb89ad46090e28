import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../src/store/embedded.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { openSynapseDoor } from './adapters/matrix/door.ts';
import { type Cluster, findPrograms, startCluster } from './cluster.ts';

export interface Templates {
  /** A dump of a migrated embedded database. */
  readonly embedded: string;
  /** A PostgreSQL server with a migrated template database; null where none is installed. */
  readonly postgres: { readonly url: string; readonly template: string; readonly prefix: string } | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates;
    /** Where a Synapse is asked for. */
    synapse: string;
  }
}

/** Once a run: one migrated database of each kind, that every suite copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'tour-tests-'));
  // By itself: it keeps this thread busy for seconds, in which connections would be given up.
  const embedded = await embeddedTemplate(dir);
  const [postgres, synapse] = await Promise.all([postgresTemplate(), openSynapseDoor()]);
  project.provide('templates', { embedded, postgres: postgres?.template ?? null });
  project.provide('synapse', synapse.url);
  return async () => {
    await synapse.stop();
    await postgres?.drop();
    rmSync(dir, { recursive: true, force: true });
  };
}

async function embeddedTemplate(dir: string): Promise<string> {
  const database = await openEmbedded(null);
  const file = join(dir, 'embedded.tar');
  writeFileSync(file, Buffer.from(await (await database.pglite.dumpDataDir('none')).arrayBuffer()));
  await database.close();
  return file;
}

async function postgresTemplate() {
  const server = await findServer();
  if (!server) return null;
  const prefix = `tour_test_${process.pid}_${Date.now()}`;
  const template = `${prefix}_template`;
  await onServer(server.url, `CREATE DATABASE ${template}`);
  await (await openPostgres(withDatabase(server.url, template))).close();
  return {
    template: { url: server.url, template, prefix },
    async drop() {
      if (server.cluster) return server.cluster.stop();
      const names = await onServer(
        server.url,
        `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%'`,
      );
      for (const { datname } of names) await onServer(server.url, `DROP DATABASE "${datname}" WITH (FORCE)`);
    },
  };
}

async function findServer(): Promise<{ url: string; cluster: Cluster | null } | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, cluster: null };
  const programs = findPrograms();
  if (programs) {
    const cluster = await startCluster(programs);
    return { url: cluster.url, cluster };
  }
  const missing = 'no PostgreSQL (15 or newer) is installed and TEST_DATABASE_URL is not set';
  if (process.env.CI) throw new Error(`${missing}: the suites on PostgreSQL can't run`);
  console.warn(`NOT RUN on PostgreSQL: ${missing}.`);
  return null;
}

export const withDatabase = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

export async function onServer(url: string, sql: string): Promise<{ datname: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
