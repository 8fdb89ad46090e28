import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MIGRATIONS, readMigrations } from '../src/store/migrate.ts';
import { pgliteAdapter } from '../src/store/pglite-adapter.ts';

/** TypeScript declares it with the browser's types only. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>;
  };
};

const SCHEMA = fileURLToPath(new URL('schema.prisma', import.meta.url));

/**
 * The SQL that leads from the migrations of a folder to the schema, null when they say the same. Prisma's engine
 * compares, on a database in memory. It does not see expression indexes, nor data.
 */
export async function diffToSchema(
  folder: string = MIGRATIONS,
  schemaPath: string = SCHEMA,
): Promise<string | null> {
  await load();
  const pglite = await PGlite.create();
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(pgliteAdapter(pglite, () => PGlite.create()));
    const schema = readFileSync(schemaPath, 'utf8');
    const compare = await engine.SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, factory);
    const { exitCode, stdout } = await compare.diff({
      from: {
        tag: 'migrations',
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : (stdout ?? '').trim();
  } finally {
    await pglite.close();
  }
}

let loaded: Promise<void> | undefined;

/** The package's own entry imports the .wasm as a module, which Node does not do without a flag. */
function load(): Promise<void> {
  loaded ??= (async () => {
    const folder = dirname(
      createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
    );
    const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
      './schema_engine_bg.js': engine,
    });
    engine.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start?.();
  })();
  return loaded;
}
