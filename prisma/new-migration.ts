// npm run migration -- NAME: writes what the schema has and the migrations don't. No network, no database needed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS, readMigrations } from '../src/store/migrate.ts';
import { diffToSchema } from './diff.ts';

const name = process.argv[2] ?? '';

if (!/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'usage: npm run migration -- NAME, where NAME says what changes in small letters, digits and "_": add_minutes',
  );
  process.exitCode = 2;
} else {
  mkdirSync(MIGRATIONS, { recursive: true });
  const sql = await diffToSchema();
  if (sql === null)
    console.log('The migrations already say what prisma/schema.prisma says: nothing to write.');
  else {
    const first = readMigrations(MIGRATIONS).length === 0;
    const stamp = first ? '00000000000001' : new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(MIGRATIONS, `${stamp}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
    console.log(`Wrote ${join(folder, 'migration.sql')}. Read it, add what Prisma can't see, run the tests.`);
  }
}
